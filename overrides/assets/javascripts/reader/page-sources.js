// Folds the list of a page's sources: what stands behind a number is shown in place (pop-up.js), so
// few readers want all of it. Its title becomes a button; a link into the list opens it. On paper,
// and without a script, the list is always there.
export function foldSources() {
  for (const section of document.querySelectorAll(".page-sources")) {
    const heading = section.querySelector("h2");
    if (!heading) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);

    /** @param {boolean} open */
    const show = (open) => {
      section.classList.toggle("page-sources--open", open);
      button.setAttribute("aria-expanded", String(open));
    };
    const arrive = () => {
      const target = document.getElementById(location.hash.slice(1));
      if (!target || !section.contains(target)) return;
      show(true);
      target.scrollIntoView();
    };
    button.addEventListener("click", () => show(button.getAttribute("aria-expanded") === "false"));
    addEventListener("hashchange", arrive);
    show(false);
    arrive();
  }
}
