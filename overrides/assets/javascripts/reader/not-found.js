// A host with one 404 page for all shows every language; keep the one the address asks for.
export function keepAskedLanguage() {
  // Without a network, the service worker shows this page for one that it has no copy of.
  if ("offline" in document.documentElement.dataset) {
    for (const told of document.querySelectorAll(".not-found [data-offline]")) {
      told.textContent = told.getAttribute("data-offline");
    }
  }
  /** @type {NodeListOf<HTMLElement>} */
  const sections = document.querySelectorAll(".not-found");
  const asked = [...sections].find(({ dataset }) =>
    location.pathname.split("/").includes(dataset.language ?? ""),
  );
  if (!asked) return;
  for (const section of sections) section.hidden = section !== asked;
  document.documentElement.lang = asked.lang;
}
