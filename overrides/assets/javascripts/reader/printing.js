// The button on the document of all pages that opens the browser's own dialog for printing.
export function offerPrinting() {
  /** @type {HTMLButtonElement | null} */
  const button = document.querySelector("button.print-now");
  if (!button || !window.print) return;
  button.addEventListener("click", () => print());
  button.hidden = false;
}
