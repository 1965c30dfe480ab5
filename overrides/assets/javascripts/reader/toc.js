// The contents: open beside the text where there is room, and marking the section being read.
import { placeBeingRead } from "./reading.js";

export function markContents() {
  const contents = document.querySelector(".toc");
  const details = document.querySelector(".toc details");
  if (!(details instanceof HTMLDetailsElement)) return;

  const wide = matchMedia("(min-width: 60em)");
  const summary = details.querySelector("summary");
  const fit = () => {
    details.open = wide.matches;
    // There is nothing to open there, so it is no stop for the keyboard either.
    if (summary) summary.tabIndex = wide.matches ? -1 : 0;
  };
  wide.addEventListener("change", fit);
  fit();

  /** @type {Map<HTMLElement, HTMLAnchorElement>} */
  const links = new Map();
  for (const link of details.querySelectorAll("a")) {
    const heading = document.getElementById(link.hash.slice(1));
    if (heading) links.set(heading, link);
    // In the line above the text, a choice closes the list again.
    link.addEventListener("click", () => {
      if (!wide.matches) details.open = false;
    });
  }

  const headings = [...links.keys()];
  /** @param {HTMLElement} place @returns {HTMLElement | undefined} the heading it stands under */
  const headingOf = (place) =>
    headings
      .filter((it) => it === place || it.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING)
      .pop();

  /** @type {HTMLAnchorElement | undefined} */
  let marked;
  const mark = () => {
    const place = placeBeingRead(headings);
    const heading = place && headingOf(place);
    const link = heading && links.get(heading);
    if (link === marked) return;
    marked?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    // In a list longer than the window, too, it is in sight.
    if (link && contents) contents.scrollTop = link.offsetTop - contents.clientHeight / 2;
    marked = link;
  };
  // Once a frame is enough.
  let waiting = 0;
  const later = () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(mark);
  };
  addEventListener("scroll", later, { passive: true });
  addEventListener("resize", later);
  addEventListener("hashchange", later);
  later();
}
