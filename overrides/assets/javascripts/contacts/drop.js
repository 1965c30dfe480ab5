// Takes files that a reader drops on the page.

/** @param {(files: FileList, target: Node | null) => void} take what to do with them; where they fell */
export function onDrop(take) {
  document.addEventListener("dragover", (event) => {
    // A file that misses its place would be opened instead of this page.
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    take(event.dataTransfer.files, event.target instanceof Node ? event.target : null);
  });
}
