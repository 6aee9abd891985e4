// What is pointed at, or has the focus, is ringed wherever else it stands: an event in list, timeline and map, a place on
// the map and beside it.
import { shown } from "/assets/roots.js";

const everywhere = (selector) => shown().flatMap((root) => [...root.querySelectorAll(selector)]);

const ids = (written = "") => written.split(" ").filter(Boolean).map(CSS.escape);

// A mark stands for several places, where they lie in one another.
function alike({ dataset }) {
  const found = ids(dataset.event).map((event) => `[data-event="${event}"]`);
  for (const place of ids(`${dataset.place ?? ""} ${dataset.places ?? ""}`)) found.push(`[data-place~="${place}"]`);
  for (const place of ids(dataset.place)) found.push(`[data-places~="${place}"]`);
  return found.length ? everywhere(found.join(",")) : [];
}

function ring({ target }) {
  for (const element of everywhere(".ringed")) element.classList.remove("ringed");
  const pointed = target.closest?.("[data-event], [data-place]");
  if (pointed) for (const element of alike(pointed)) element.classList.add("ringed");
}

// To be called once for a root.
export function point(root) {
  for (const kind of ["pointerover", "focusin"]) root.addEventListener(kind, ring);
}
