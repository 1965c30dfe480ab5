// The button that goes through the colours: as the system, light, dark. The choice stays on the
// device; partials/javascripts/color-scheme.html applies it before the page is painted.
export function offerColours() {
  /** @type {HTMLButtonElement | null} */
  const button = document.querySelector(".color-scheme");
  if (!button) return;

  const root = document.documentElement;
  const choices = ["auto", "light", "dark"];

  /** @param {string} choice one of `choices` */
  const show = (choice) => {
    if (choice === "auto") delete root.dataset.colorScheme;
    else root.dataset.colorScheme = choice;
    const label = button.dataset[choice] ?? "";
    button.title = label;
    button.setAttribute("aria-label", label);
  };

  button.addEventListener("click", () => {
    const now = root.dataset.colorScheme ?? "auto";
    const next = choices[(choices.indexOf(now) + 1) % choices.length];
    show(next);
    try {
      if (next === "auto") localStorage.removeItem("color-scheme");
      else localStorage.setItem("color-scheme", next);
    } catch {
      // No storage (private window, file://): the choice lasts as long as the page.
    }
  });

  show(root.dataset.colorScheme ?? "auto");
  button.hidden = false;
}
