// Turning slides by a finger, and the buttons, which come when a finger or the mouse moves and go again.
const SHOWN = 3000; // milliseconds
const SWIPE = 40; // pixels
const FLICK = 300; // milliseconds: what takes longer moves the map, where it is on the map
const bar = document.getElementById("bar");
let hides = 0;
let from = null;

// `step` is given 1 or -1.
export function onTurn(step) {
  const onOther = ({ target }) => target.closest?.("a, button, dialog");
  addEventListener("pointerdown", (event) => {
    show();
    // A second finger is there to zoom.
    from = event.pointerType === "touch" && event.isPrimary && !onOther(event) ? event : null;
  });
  addEventListener("pointerup", (event) => {
    if (!from || !event.isPrimary) return;
    const [x, y] = [event.clientX - from.clientX, event.clientY - from.clientY];
    const movesMap = from.target.closest?.("#map") && event.timeStamp - from.timeStamp > FLICK;
    from = null;
    if (Math.hypot(x, y) < 10) return step(event.clientX < innerWidth / 2 ? -1 : 1);
    if (!movesMap && Math.abs(x) > SWIPE && Math.abs(x) > 1.5 * Math.abs(y)) step(x < 0 ? 1 : -1);
  });
  addEventListener("pointercancel", () => (from = null));
  addEventListener("pointermove", show);
}

function show() {
  bar.classList.add("shown");
  clearTimeout(hides);
  hides = setTimeout(() => bar.classList.remove("shown"), SHOWN);
}
