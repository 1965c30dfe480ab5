// The page for a wrong address. A mark that a text has put behind a link, as in `/zh/limits/。`, is
// taken off. And a host with one 404 page for all shows every language: keep the one asked for.
import { decoded } from "./decoded.js";

export function keepAskedLanguage() {
  // Without a network, the service worker shows this page for one that it has no copy of.
  if ("offline" in document.documentElement.dataset) {
    for (const told of document.querySelectorAll(".not-found [data-offline]")) {
      told.textContent = told.getAttribute("data-offline");
    }
  }
  /** @type {NodeListOf<HTMLElement>} */
  const sections = document.querySelectorAll(".not-found");
  if (!sections.length) return;
  const path = decoded(location.pathname);
  const own = path.replace(/[^\p{L}\p{N}/_~-]+$/u, "");
  if (own !== path) {
    location.replace(own + location.search + location.hash);
    return;
  }
  const asked = [...sections].find(({ dataset }) =>
    location.pathname.split("/").includes(dataset.folder ?? ""),
  );
  if (!asked) return;
  for (const section of sections) section.hidden = section !== asked;
  document.documentElement.lang = asked.lang;
}
