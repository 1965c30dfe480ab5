// Beside each heading's own link, a button that copies the section's full address and says so.
import { say } from "./status.js";

export function offerLinks() {
  /** @type {HTMLElement | null} */
  const status = document.querySelector(".link-status");
  if (!status) return;
  const { copy, copied, failed } = status.dataset;

  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll("a.headerlink");
  for (const link of links) {
    const heading = /** @type {HTMLElement} */ (link.parentElement);
    const title = heading.textContent?.replace(link.text, "").trim() ?? "";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "headerlink copy-link";
    button.title = copy + title;
    button.setAttribute("aria-label", button.title);
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(location.href.split(/[?#]/)[0] + link.hash);
        say(copied + title);
      } catch {
        // No permission, or no secure connection: at least the address bar shows it.
        location.hash = link.hash;
        say(failed ?? "");
      }
    });
    link.after(button);
  }
}
