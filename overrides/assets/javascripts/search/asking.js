// Asks the engine: in a worker, or on a page opened from disk, where there are none, beside it.
// Engine and index are loaded when the reader turns to the box.

import { isGone } from "./version.js";

/** @typedef {import("./engine.js").Answer} Answer */

/** What a page asks the engine, and what of it is still to be answered. */
export class Asking {
  /**
   * @param {DOMStringMap} data addresses of the engine and of the index
   * @param {(answer: Answer) => void} receive gets each answer to the last query
   */
  constructor({ engine = "", index = "" }, receive) {
    this.engine = engine;
    this.index = new URL(index, document.baseURI).href;
    this.receive = receive;
    this.onDisk = location.protocol === "file:";
    this.id = 0;
    /** @type {((message: object) => void) | undefined} */
    this.send = undefined;
  }

  /** Load engine and index, if they are not there yet. */
  start() {
    if (this.send) return;
    const answered = (/** @type {Answer} */ answer) => {
      // What failed is loaded anew by the next query.
      if (answer.error) this.send = undefined;
      if (answer.id === this.id || answer.error) this.receive(answer);
    };
    if (this.onDisk) this.beside(answered);
    else {
      const worker = new Worker(this.engine);
      worker.onmessage = ({ data }) => answered(data);
      worker.onerror = () =>
        isGone(this.engine).then((gone) => answered({ id: this.id, error: gone ? "gone" : "failed" }));
      this.send = (message) => worker.postMessage(message);
    }
    if (this.send) this.send({ id: 0, index: this.index });
  }

  /** @param {(answer: Answer) => void} answered */
  beside(answered) {
    /** @type {object[]} */
    const waiting = [];
    this.send = (message) => waiting.push(message);
    const script = document.createElement("script");
    script.src = this.engine;
    script.onerror = () => answered({ id: this.id, error: "failed" });
    script.onload = () => {
      // @ts-ignore: what the engine offers
      this.send = (message) => self.searchEngine(message, answered);
      waiting.forEach(this.send);
    };
    document.head.append(script);
  }

  /** @param {string} query */
  ask(query) {
    this.start();
    this.id++;
    if (this.send) this.send({ id: this.id, query });
  }

  /** @param {number[]} numbers sections of the last answer whose excerpts are wanted */
  excerpts(numbers) {
    if (numbers.length && this.send) this.send({ id: this.id, numbers });
  }

  /** Take no more notice of what was asked. */
  forget() {
    this.id++;
  }

  /** @param {string} path of a page, seen from the language's home page @returns {string} */
  address(path) {
    const url = new URL(path, new URL("..", this.index));
    if (this.onDisk && url.pathname.endsWith("/")) url.pathname += "index.html";
    return url.href;
  }
}
