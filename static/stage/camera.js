// The camera of the map: from one view to the next, and wherever a mouse or fingers take it.
const map = document.getElementById("map");
const svg = map.querySelector("svg");
const WIDTH = Number(svg.dataset.width);
let moving = 0;
let box = svg.getAttribute("viewBox").split(" ").map(Number);
let whenTouched = () => {};

// What is done when the reader has taken the camera.
export function onTouch(action) {
  whenTouched = action;
}

function look(next) {
  box = next;
  svg.setAttribute("viewBox", box.join(" "));
  // Marks and names keep their size on the screen, whatever the camera sees.
  svg.style.setProperty("--k", box[2] / WIDTH);
}

// From one view to another: the middle moves in a line, the zoom evenly.
export function travel(target, time) {
  const number = ++moving;
  if (!time || target.every((value, n) => value === box[n])) {
    look(target);
    return Promise.resolve();
  }
  const from = box;
  const start = performance.now();
  const middle = ([x, y, w, h]) => [x + w / 2, y + h / 2];
  const [a, b] = [middle(from), middle(target)];
  return new Promise((done) => {
    const frame = (now) => {
      if (number !== moving) return done();
      const share = Math.min((now - start) / time, 1);
      const eased = share < 0.5 ? 2 * share * share : 1 - 2 * (1 - share) ** 2;
      const width = from[2] * (target[2] / from[2]) ** eased;
      const height = from[3] * (target[3] / from[3]) ** eased;
      // The middle goes as far as the view has changed its size, so that it does not race past while zoomed in.
      const grown = from[2] === target[2] ? eased : (width - from[2]) / (target[2] - from[2]);
      const x = a[0] + (b[0] - a[0]) * grown;
      const y = a[1] + (b[1] - a[1]) * grown;
      look(share < 1 ? [x - width / 2, y - height / 2, width, height] : target);
      share < 1 ? requestAnimationFrame(frame) : done();
    };
    requestAnimationFrame(frame);
  });
}

function touched() {
  moving++;
  whenTouched();
}

// A point of the window in the units of the map.
function pointAt(event) {
  const frame = svg.getBoundingClientRect();
  return [
    box[0] + ((event.clientX - frame.left) / frame.width) * box[2],
    box[1] + ((event.clientY - frame.top) / frame.height) * box[3],
  ];
}

function zoom(point, factor) {
  const width = Math.min(Math.max(box[2] * factor, 0.5), 2000);
  const by = width / box[2];
  look([point[0] - (point[0] - box[0]) * by, point[1] - (point[1] - box[1]) * by, width, box[3] * by]);
  touched();
}

svg.addEventListener(
  "wheel",
  (event) => {
    event.preventDefault();
    zoom(pointAt(event), 2 ** (event.deltaY / 400));
  },
  { passive: false },
);
// Two taps turn two slides; they are no double click.
svg.addEventListener("dblclick", (event) => event.pointerType !== "touch" && zoom(pointAt(event), 0.5));

const fingers = new Map();
svg.addEventListener("pointerdown", (event) => {
  fingers.set(event.pointerId, event);
});
svg.addEventListener("pointermove", (event) => {
  const before = fingers.get(event.pointerId);
  if (!before) return;
  const frame = svg.getBoundingClientRect();
  if (fingers.size === 1) {
    const by = [event.clientX - before.clientX, event.clientY - before.clientY];
    if (!before.drags && Math.hypot(...by) < 4) return;
    svg.setPointerCapture(event.pointerId);
    look([box[0] - (by[0] / frame.width) * box[2], box[1] - (by[1] / frame.height) * box[3], box[2], box[3]]);
    touched();
  } else {
    const [one, other] = [...fingers.values()];
    const apart = (a, b) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
    const now = one.pointerId === event.pointerId ? apart(event, other) : apart(one, event);
    zoom(pointAt(event), apart(one, other) / Math.max(now, 1));
  }
  event.drags = true;
  fingers.set(event.pointerId, event);
});
for (const end of ["pointerup", "pointercancel", "pointerleave"]) {
  svg.addEventListener(end, (event) => {
    // The click that ends a drag is no click on what lies under it.
    if (fingers.get(event.pointerId)?.drags) addEventListener("click", stop, { capture: true, once: true });
    setTimeout(() => removeEventListener("click", stop, { capture: true }));
    fingers.delete(event.pointerId);
  });
}
function stop(event) {
  event.preventDefault();
  event.stopPropagation();
}
