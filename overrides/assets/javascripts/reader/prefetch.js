// Readers who save data, or have little of it, get no page before they open it
// (partials/prefetch.html has the rules by which a browser asks for one beforehand).
export function sparePrefetching() {
  // @ts-ignore: not in all browsers
  const { saveData, effectiveType = "" } = navigator.connection || {};
  if (!saveData && !effectiveType.includes("2g")) return;
  document.querySelector("script[type=speculationrules]")?.remove();
}
