// Ticks of the checklists. They stay on this device, under ids that all languages share; nothing
// is sent anywhere.
export function keepTicks() {
  /** @type {NodeListOf<HTMLUListElement>} */
  const lists = document.querySelectorAll("ul.checklist");

  // In the document of all pages (print/) an id has the name of its page in front: "page--id".
  /** @param {HTMLInputElement} box */
  const key = (box) =>
    `tick:${box.closest("ul")?.dataset.list}/${box.closest("li")?.id.split("--").pop()}`;

  for (const list of lists) {
    const boxes = [...list.querySelectorAll("input")];
    const tools = list.nextElementSibling;
    const status = tools?.querySelector("[role=status]");
    if (!(tools instanceof HTMLElement) || !(status instanceof HTMLElement)) continue;

    const count = () => {
      const ticked = boxes.filter(({ checked }) => checked).length;
      tools.hidden = ticked === 0 && !status.textContent;
      status.textContent = ticked ? `${ticked}/${boxes.length}` : status.textContent;
    };
    for (const box of boxes) {
      box.disabled = false;
      try {
        box.checked = localStorage.getItem(key(box)) === "1";
      } catch {
        // No storage (private window): ticks last as long as the page.
      }
      box.addEventListener("change", () => {
        try {
          if (box.checked) localStorage.setItem(key(box), "1");
          else localStorage.removeItem(key(box));
        } catch {
          // As above.
        }
        count();
      });
    }
    tools.querySelector("button")?.addEventListener("click", () => {
      for (const box of boxes) {
        box.checked = false;
        box.dispatchEvent(new Event("change"));
      }
      status.textContent = status.dataset.cleared ?? "";
      boxes[0]?.focus();
    });
    count();
  }
}
