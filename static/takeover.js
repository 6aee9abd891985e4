// How the page that the server wrote in advance gives way to the one of the app, and what of it is in view.
import { shown } from "/assets/roots.js";

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// The page that the server wrote in advance goes when the app has drawn its own as far as the reader has read, with all
// of its controls there: their scripts come one by one. Those of the charts take longer, and are not waited for.
export async function makeWay() {
  const first = document.getElementById("first-page");
  if (!first) return;
  const main = document.querySelector('[data-testid="stMain"]');
  main.tabIndex = -1; // the first stop is the first link in it
  const short = () => main.scrollHeight < scrollY + innerHeight;
  const bare = () => main.querySelector('[data-testid="stSkeleton"]');
  // On a busy machine a part may come after the last one, and would push away what stands below it.
  const apart = () => shown().length < main.querySelectorAll('[data-testid="stBidiComponentIsolated"]').length;
  // The styles of the app were asked for with its scripts, and may come after them.
  const unstyled = () => [...document.querySelectorAll('link[rel="stylesheet"]')].some(({ sheet }) => !sheet);
  for (let waits = 0; waits < 60 && (short() || apart() || unstyled() || (waits < 20 && bare())); waits++)
    await pause(50);
  const read = scrollY;
  const held = first.contains(document.activeElement) && document.activeElement;
  first.remove();
  if (read) main.scrollTop = read;
  if (held) handOver(held, main);
}

// What had the focus in the written page has it in the app, with what was typed there.
function handOver(held, main) {
  const { id, event } = held.dataset;
  const mark = id ? `[data-id="${CSS.escape(id)}"]` : event && `[data-event="${CSS.escape(event)}"]`;
  const same =
    mark &&
    shown()
      .map((root) => root.querySelector(mark))
      .find(Boolean);
  if (same && held.matches("input")) same.value = held.value;
  (same || main).focus({ preventScroll: true });
}

// The map has its canvas early, but holds up the browser until it has drawn: the first quiet moment comes after.
// Who has left the page meanwhile waits no longer.
export async function whenMapIsDrawn(root) {
  for (let quiet = 0; quiet < 3 && root.isConnected;) {
    const begun = performance.now();
    await pause(100);
    const canvas = document.querySelector('[data-testid="stDeckGlJsonChart"] canvas');
    quiet = canvas && performance.now() - begun < 150 ? quiet + 1 : 0;
  }
}

// Moves the page only if the beginning of an element can't be seen, and a strip only sideways. What stands above it may
// be drawn later and push it away, and a strip has its width only with its style sheet, so it is followed until the
// reader takes over. Who has begun to read stays there.
export function bringIntoView(element) {
  if (!element) return;
  const strip = element.closest("[data-scroll]");
  if (strip) {
    const middle = () => element.offsetLeft - strip.offsetLeft - strip.clientWidth / 2;
    return follow(element, [strip, element], () => (strip.scrollLeft = middle()));
  }
  if (document.getElementById("first-page") && scrollY) return;
  follow(element, [document.querySelector('[data-testid="stMainBlockContainer"]')], () => {
    const { top } = element.getBoundingClientRect();
    if (top < 0 || top > innerHeight * 0.8) element.scrollIntoView({ block: "start" });
  });
}

// Moves to an element now, and again whenever what it depends on has another size.
function follow(element, measured, move) {
  const follower = new ResizeObserver(() => (element.isConnected ? move() : follower.disconnect()));
  for (const one of measured) follower.observe(one);
  for (const kind of ["wheel", "pointerdown", "keydown"]) {
    addEventListener(kind, () => follower.disconnect(), { once: true, capture: true });
  }
}
