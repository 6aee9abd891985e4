// What only paper needs: all that is folded, and full addresses, which the server doesn't know.
import { shown } from "/assets/roots.js";

let folded = [];

addEventListener("beforeprint", () => {
  const found = (selector) => shown().flatMap((root) => [...root.querySelectorAll(selector)]);
  for (const e of found("[data-site]")) e.textContent = location.origin + e.dataset.site;
  folded = found("details:not([open], [data-menu])");
  for (const e of folded) e.open = true;
});
addEventListener("afterprint", () => {
  for (const e of folded) e.open = false;
});
