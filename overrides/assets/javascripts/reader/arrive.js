// Arriving at a section that stands inside something closed: open it, then go there.
// Most browsers do so by themselves by now; a hash that was percent-encoded on its way, they don't.
export function openWhatIsArrivedAt() {
  const arrive = () => {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      // A stray % in the address: take it as it is.
    }
    const target = id && document.getElementById(id);
    if (!target) return;
    let opened = false;
    for (let at = target.closest("details"); at; at = at.parentElement?.closest("details") ?? null) {
      opened ||= !at.open;
      at.open = true;
    }
    if (opened) target.scrollIntoView();
  };
  addEventListener("hashchange", arrive);
  arrive();
}
