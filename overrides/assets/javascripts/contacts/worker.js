// The reader of files, where it runs: in a worker of its own, so that the page stays quick. A page
// that is opened from disk can have no worker and runs the same in small pieces.

import { Session } from "./session.js";

if (typeof document === "undefined") {
  // What this worker is given stays in it: it gives up what could send it anywhere or keep it.
  for (const way of ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "importScripts", "indexedDB", "caches"]) {
    Object.defineProperty(self, way, { value: undefined });
  }
  const session = new Session(200, (answer) => self.postMessage(answer));
  self.onmessage = ({ data }) => session.answer(data);
} else {
  Object.assign(self, {
    /** @param {(answer: object) => void} reply */
    readContacts: (reply) => new Session(30, reply),
  });
}
