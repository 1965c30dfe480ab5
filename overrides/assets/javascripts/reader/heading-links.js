// The link beside each heading copies the section's full address and says so; without a script it
// leads there.
import { say } from "./status.js";

export function offerLinks() {
  /** @type {HTMLElement | null} */
  const status = document.querySelector(".link-status");
  if (!status) return;
  const { copy, copied, failed } = status.dataset;

  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll("a.headerlink");
  for (const link of links) {
    const title = link.previousElementSibling?.textContent?.trim() ?? "";
    link.title = copy + title;
    link.setAttribute("aria-label", link.title);
    link.addEventListener("click", async (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      try {
        await navigator.clipboard.writeText(location.href.split(/[?#]/)[0] + link.hash);
        say(copied + title);
      } catch {
        // No permission, or no secure connection: at least the address bar shows it.
        location.hash = link.hash;
        say(failed ?? "");
      }
    });
  }
}
