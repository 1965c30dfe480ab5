// Arriving at a section: open what it stands in, and take off what was added to the link on its way.
// Most browsers open what is closed by themselves by now; a hash that was percent-encoded, they
// don't. And apps that share a link add marks or words of their own: `#contacts）`, `#contacts&from=…`.
export function openWhatIsArrivedAt() {
  const arrive = () => {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      // A stray % in the address: take it as it is.
    }
    const target = id && document.getElementById(id);
    if (!target) {
      const [own] = /^[a-z0-9-]*/.exec(id) ?? [""];
      // Arrives once more, with the section's own address.
      if (own && own !== id && document.getElementById(own)) location.replace(`#${own}`);
      return;
    }
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
