// The link to the other language names the same page; this carries the section along.
// Ids are the same in all languages, so the fragment needs no translation. It is set just before
// the link is used in any way: clicked, opened in a new tab, copied, or reached by keyboard.
export function carrySection() {
  for (const type of ["click", "auxclick", "contextmenu", "focusin"]) {
    document.addEventListener(type, ({ target }) => {
      const link = target instanceof Element && target.closest("a.language-switch__link");
      if (link instanceof HTMLAnchorElement) link.hash = location.hash;
    });
  }
}
