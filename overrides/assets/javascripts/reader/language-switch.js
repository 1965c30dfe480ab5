// The link to the other language names the same page; this carries the section along that is being
// read. Ids are the same in all languages, so the fragment needs no translation. It is set when the
// reader has come to a place, for a browser that asks for the page beforehand forgets it when the
// link changes; and made sure of just before the link is used in any way: clicked, opened in a new
// tab, copied, or reached by keyboard.
import { placeBeingRead, placeNamed } from "./reading.js";

// Who has not scrolled for so long has come to a place (milliseconds).
const STILL = 150;

export function carrySection() {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll("a.language-switch__link");
  /** @type {NodeListOf<HTMLElement>} */
  const found = document.querySelectorAll("article :is(h2, h3)[id]");
  const headings = [...found];
  const carry = () => {
    // At the top of a page it is the page that is read.
    const place = placeBeingRead(scrollY > 0 ? headings : []);
    // As it stands in the address, where it is what that names.
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
