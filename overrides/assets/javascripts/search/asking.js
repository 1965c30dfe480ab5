// Asks the engine: in a worker, or on a page opened from disk, where there are none, in the page. The
// index is loaded when the reader turns to the box.
import { receive } from "./engine.js";
import { isGone } from "./version.js";

/** @typedef {import("./engine.js").Answer} Answer */

/** What a page asks the engine, and what of it is still to be answered. */
export class Asking {
  /**
   * @param {DOMStringMap} data addresses of this script and of the index
   * @param {(answer: Answer) => void} show gets each answer to the last query
   */
  constructor({ script = "", index = "" }, show) {
    this.script = script;
    this.index = new URL(index, document.baseURI).href;
    this.show = show;
    this.onDisk = location.protocol === "file:";
    this.id = 0;
    /** @type {((message: import("./engine.js").Message) => void) | undefined} */
    this.send = undefined;
  }

  /** Start the engine and load the index, if they are not there yet. */
  start() {
    if (this.send) return;
    const answered = (/** @type {Answer} */ answer) => {
      // What failed is loaded anew by the next query.
      if (answer.error) this.send = undefined;
      if (answer.id === this.id || answer.error) this.show(answer);
    };
    if (this.onDisk) this.send = (message) => receive(message, answered);
    else {
      const worker = new Worker(this.script);
      worker.onmessage = ({ data }) => answered(data);
      worker.onerror = () =>
        isGone(this.script).then((gone) => answered({ id: this.id, error: gone ? "gone" : "failed" }));
      this.send = (message) => worker.postMessage(message);
    }
    this.send({ id: 0, index: this.index });
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
