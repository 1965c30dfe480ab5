// The button that goes through the colours. It begins with those of the system; the first press
// gives the opposite of what is shown (so that it changes something), the second the same as the
// system has now. Each press says what is chosen. The choice stays on the device;
// partials/before-paint.html applies it before the page is painted.
import { say } from "./status.js";

export function offerColours() {
  /** @type {HTMLButtonElement | null} */
  const button = document.querySelector(".color-scheme");
  if (!button) return;

  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const choices = () => (dark.matches ? ["auto", "light", "dark"] : ["auto", "dark", "light"]);

  /** @param {string} choice "auto", "light" or "dark" @returns {string} its words */
  const show = (choice) => {
    if (choice === "auto") delete root.dataset.colorScheme;
    else root.dataset.colorScheme = choice;
    const label = button.dataset[choice] ?? "";
    button.title = label;
    button.setAttribute("aria-label", label);
    return label;
  };

  button.addEventListener("click", () => {
    const now = root.dataset.colorScheme ?? "auto";
    const next = choices()[(choices().indexOf(now) + 1) % 3];
    say(show(next));
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
