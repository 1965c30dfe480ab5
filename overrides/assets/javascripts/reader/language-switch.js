// The link to the other language names the same page; this carries the section along that is being
// read. Ids are the same in all languages, so the fragment needs no translation. The link changes
// only when the reader has stopped scrolling: a browser that has asked for the page beforehand drops
// it when the link changes. It is brought up to date once more just before it is used in any way:
// clicked, opened in a new tab, copied, or reached by keyboard.
import { placeBeingRead, placeNamed } from "./reading.js";

// A reader who has not scrolled for so long has stopped (milliseconds).
const STILL = 150;

export function carrySection() {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll("a.language-switch__link");
  /** @type {NodeListOf<HTMLElement>} */
  const found = document.querySelectorAll("article :is(h2, h3)[id]:not(#page-sources)");
  const headings = [...found];
  const carry = () => {
    // At the top of a page it is the page that is read.
    const place = placeBeingRead(scrollY > 0 ? headings : []);
    // Where the address names this place, exactly as the address writes it.
    const hash = place && place === placeNamed() ? location.hash : place ? `#${place.id}` : "";
    for (const link of links) if (link.hash !== hash) link.hash = hash;
  };
  let timer = 0;
  addEventListener("scroll", () => {
    clearTimeout(timer);
    timer = setTimeout(carry, STILL);
  });
  for (const type of ["click", "auxclick", "contextmenu", "focusin"]) {
    links.forEach((link) => link.addEventListener(type, carry));
  }
  carry();
}
