// The link to the other language names the same page; this carries the section along that is being
// read. Ids are the same in all languages, so the fragment needs no translation. It is set just
// before the link is used in any way: pointed at, clicked, opened in a new tab, copied, or reached by
// keyboard.
import { placeBeingRead, placeNamed } from "./reading.js";

export function carrySection() {
  /** @type {HTMLElement[]} */
  const headings = [...document.querySelectorAll("article :is(h2, h3)[id]")];
  for (const type of ["pointerover", "click", "auxclick", "contextmenu", "focusin"]) {
    document.addEventListener(type, ({ target }) => {
      const link = target instanceof Element && target.closest("a.language-switch__link");
      if (!(link instanceof HTMLAnchorElement)) return;
      // At the top of a page it is the page that is read.
      const place = placeBeingRead(scrollY > 0 ? headings : []);
      // As it stands in the address, where it is what that names.
      const hash = place && place === placeNamed() ? location.hash : place ? `#${place.id}` : "";
      // A browser that has asked for the page forgets it when the link changes.
      if (link.hash !== hash) link.hash = hash;
    });
  }
}
