// A button that copies a letter or a command. Without a script, or where the browser forbids it,
// the text can be selected as ever.
import { copyFrom } from "./clipboard.js";

export function offerCopying() {
  const template = document.getElementById("copy-button");
  if (!(template instanceof HTMLTemplateElement) || !document.execCommand) return;

  for (const code of document.querySelectorAll("pre > code")) {
    const button = /** @type {HTMLElement} */ (template.content.cloneNode(true)).querySelector("button");
    if (!button || !(code instanceof HTMLElement)) continue;
    const status = document.createElement("span");
    status.setAttribute("role", "status");
    const label = button.textContent;
    button.addEventListener("click", async () => {
      await copyFrom(code);
      button.textContent = status.textContent = button.dataset.done ?? "";
      setTimeout(() => {
        button.textContent = label;
        status.textContent = "";
      }, 2000);
    });
    status.className = "unseen";
    code.before(button, status);
  }
}
