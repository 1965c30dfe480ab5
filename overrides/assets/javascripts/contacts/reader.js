// The page's side of the reader: a worker that is there before a file is chosen, so that nothing
// has to be loaded then. On a page opened from disk it runs beside the page.

/**
 * @typedef {{ id: number, ask?: string, progress?: number, error?: string, [key: string]: any }} Answer
 */

export class Reader {
  /**
   * @param {string} script address of the worker
   * @param {(answer: Answer) => void} receive gets every answer; its id says to which question
   * @param {() => void} fail is told if the reader cannot be loaded
   */
  constructor(script, receive, fail) {
    this.script = script;
    this.receive = receive;
    this.fail = fail;
    this.last = 0;
    /** @type {(question: object) => void} */
    this.send = () => {};
    /** @type {() => void} */
    this.stop = () => {};
    this.start();
  }

  /** Begin, or begin anew after `stop`. */
  start() {
    const answered = (/** @type {Answer} */ answer) => this.receive(answer);
    if (location.protocol !== "file:") {
      const worker = new Worker(this.script);
      worker.onmessage = ({ data }) => answered(data);
      worker.onerror = () => this.fail();
      this.send = (question) => worker.postMessage(question);
      this.stop = () => worker.terminate();
      return;
    }
    const start = () => {
      // @ts-expect-error: what the script offers
      const session = self.readContacts(answered);
      // Answers come after `ask` has returned the number of the question, as those of a worker do.
      this.send = (question) => Promise.resolve().then(() => session.answer(question));
      this.stop = () => session.answer({ id: ++this.last, ask: "forget" });
    };
    if ("readContacts" in self) return start();
    const element = document.createElement("script");
    /** @type {object[]} */
    const waiting = [];
    this.send = (question) => waiting.push(question);
    this.stop = () => waiting.splice(0);
    element.src = this.script;
    element.onerror = () => this.fail();
    element.onload = () => {
      start();
      waiting.forEach((question) => this.send(question));
    };
    document.head.append(element);
    return undefined;
  }

  /**
   * @param {string} ask what is wanted
   * @param {object} [question]
   * @returns {number} the number that the answer will have
   */
  ask(ask, question = {}) {
    this.last++;
    this.send({ id: this.last, ask, ...question });
    return this.last;
  }
}
