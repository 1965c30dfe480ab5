// The contents: open beside the text where there is room, and marking the section being read.
export function markContents() {
  const details = document.querySelector(".toc details");
  if (!(details instanceof HTMLDetailsElement)) return;

  const wide = matchMedia("(min-width: 60em)");
  const fit = () => {
    details.open = wide.matches;
  };
  wide.addEventListener("change", fit);
  fit();

  /** @type {Map<Element, HTMLAnchorElement>} */
  const links = new Map();
  for (const link of details.querySelectorAll("a")) {
    const heading = document.getElementById(link.hash.slice(1));
    if (heading) links.set(heading, link);
    // In the line above the text, a choice closes the list again.
    link.addEventListener("click", () => {
      if (!wide.matches) details.open = false;
    });
  }

  // The section being read is the last whose heading has passed the upper third of the window.
  const mark = () => {
    let current;
    for (const [heading, link] of links) {
      link.removeAttribute("aria-current");
      if (heading.getBoundingClientRect().top < innerHeight / 3) current = link;
    }
    current?.setAttribute("aria-current", "location");
  };
  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66%" });
  for (const heading of links.keys()) observer.observe(heading);
}
