/**
 * Copy a text; where the browser forbids it (from disk, over plain HTTP), by the old command.
 * @param {HTMLElement} shown that has the text
 */
export async function copyFrom(shown) {
  try {
    await navigator.clipboard.writeText(shown.innerText);
  } catch {
    getSelection()?.selectAllChildren(shown);
    document.execCommand("copy");
    getSelection()?.removeAllRanges();
  }
}
