// Has the browser keep a copy of this language, so that the site opens without a network. As many
// readers come for one page, it waits for the second page of a visit, and until that has loaded. It
// does nothing for readers who have asked their browser to save data, or who have chosen a file on
// the page that checks one: from then on that page asks nothing of the network. main.html says with
// `data-offline` whether there is a service worker (`extra.offline`).
const VISIT = "pages-read";

/** Have the copy made, or renewed. */
export function keepCopy() {
  const { serviceWorker } = navigator;
  // @ts-ignore: not in all browsers
  const saveData = navigator.connection?.saveData;
  const script = document.currentScript;
  if (!serviceWorker || saveData || !(script instanceof HTMLScriptElement)) return;
  if (!("offline" in script.dataset)) return;
  let read = 0;
  try {
    read = Number(sessionStorage.getItem(VISIT));
    sessionStorage.setItem(VISIT, String(read + 1));
  } catch {
    // No storage: no copy either.
  }
  if (!read && !serviceWorker.controller) return;
  // This script is two folders below the root of the site.
  const address = new URL("../../service-worker.js", script.src);
  addEventListener("load", () => {
    setTimeout(() => {
      if ("quiet" in document.documentElement.dataset) return;
      serviceWorker.register(address).catch(() => {});
      // The worker that is there already may not have this language yet.
      serviceWorker.controller?.postMessage("keep");
    }, 3000);
  });
}
