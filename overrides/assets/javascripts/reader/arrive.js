// Arriving at a section: take off what was added to the link on its way. Apps that share a link add
// marks or words of their own: `#contacts）`, `#contacts&from=…`.
import { decoded } from "./decoded.js";

export function dropWhatWasAdded() {
  const arrive = () => {
    const id = decoded(location.hash.slice(1));
    if (!id || document.getElementById(id)) return;
    const [own] = /^[a-z0-9-]*/.exec(id) ?? [""];
    // Arrives once more, with the section's own address.
    if (own && own !== id && document.getElementById(own)) location.replace(`#${own}`);
  };
  addEventListener("hashchange", arrive);
  arrive();
}
