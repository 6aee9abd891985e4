// Keys that follow a link of the page, and menus that close when one looks elsewhere.
import { shown } from "/assets/roots.js";

export const first = (selector) => {
  for (const root of shown()) {
    const found = root.querySelector(selector);
    if (found) return found;
  }
};

const STEPS = { ArrowLeft: "-1", ArrowRight: "1" };
const TYPES = "input, textarea, select, [contenteditable]";
const TAKES_ARROWS = `${TYPES}, [role='radio'], [role='combobox'], [role='listbox'] *, canvas`;

addEventListener("keydown", (event) => {
  const target = event.composedPath()[0];
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  // Some keyboards have the "/" above another sign.
  if (event.shiftKey && event.key !== "/") return;
  if (target.closest?.(STEPS[event.key] ? TAKES_ARROWS : TYPES) && event.key !== "Escape") return;
  const link =
    event.key === "Escape" && closeMenus(() => true)
      ? null
      : first(STEPS[event.key] ? `[data-step="${STEPS[event.key]}"][href]` : keyed(event.key));
  if (!link) return;
  event.preventDefault();
  if (link.matches("input")) link.focus();
  else link.click();
});

const keyed = (key) => `[data-key~="${CSS.escape(key.length > 1 ? key : key.toLowerCase())}"]`;

// Closes the open menus of which this is true; says whether there were any.
function closeMenus(when) {
  const open = shown()
    .flatMap((root) => [...root.querySelectorAll("[data-menu][open]")])
    .filter(when);
  for (const menu of open) {
    if (menu.contains(menu.getRootNode().activeElement)) menu.querySelector("summary").focus();
    menu.open = false;
  }
  return open.length > 0;
}
addEventListener("pointerdown", (event) => closeMenus((menu) => !event.composedPath().includes(menu)));
