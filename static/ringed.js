// What is pointed at, or has the focus, is ringed wherever else it stands: an event in list, timeline and map, a place on
// the map and beside it.
import { shown } from "/assets/roots.js";

const everywhere = (selector) => shown().flatMap((root) => [...root.querySelectorAll(selector)]);

function alike({ dataset }) {
  const found = [];
  if (dataset.event) found.push(`[data-event="${CSS.escape(dataset.event)}"]`);
  for (const place of (dataset.places ?? "").split(" ").filter(Boolean)) {
    found.push(`[data-place="${CSS.escape(place)}"]`);
  }
  if (dataset.place) {
    found.push(`[data-place="${CSS.escape(dataset.place)}"]`);
    found.push(`[data-places~="${CSS.escape(dataset.place)}"]`);
  }
  return everywhere(found.join(","));
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
