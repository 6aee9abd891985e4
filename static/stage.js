// The stage of a talk: keys, the camera of the map, hover, and the notes window. The same script runs in the page that is
// served and in the file on a stick, so it asks nobody for anything.
const stage = document.getElementById("stage");
const slides = [...document.querySelectorAll(".slide")];
const map = document.getElementById("map");
const svg = map.querySelector("svg");
const back = document.getElementById("back");
const tip = document.getElementById("tip");
const black = document.getElementById("black");
const keys = document.getElementById("keys");
const words = document.getElementById("words").dataset;
const WIDTH = Number(svg.dataset.width);
const CAMERA_MOVES = 700; // milliseconds
const still = matchMedia("(prefers-reduced-motion: reduce)");
let at = 0;
let digits = "";
let notes = null;
let began = 0;
let moving = 0;
let box = svg.getAttribute("viewBox").split(" ").map(Number);

// ---- the slide shown

function show(number) {
  at = Math.min(Math.max(number, 0), slides.length - 1);
  delete stage.dataset.settled;
  const slide = slides[at];
  slides.forEach((one, n) => {
    one.classList.toggle("here", n === at);
    one.setAttribute("aria-hidden", String(n !== at));
  });
  const onMap = slide.dataset.layer === "map";
  const wasOnMap = map.classList.contains("here");
  map.hidden = false;
  map.classList.toggle("here", onMap);
  for (const marks of map.querySelectorAll(".marks")) {
    marks.classList.toggle("here", onMap && marks.dataset.slide === String(at + 1));
  }
  tip.hidden = black.hidden = true;
  back.hidden = true;
  history.replaceState(null, "", `#${at + 1}`);
  tell();
  const target = slide.dataset.box?.split(" ").map(Number);
  const moved = target ? travel(target, wasOnMap && !still.matches ? CAMERA_MOVES : 0) : Promise.resolve();
  moved.then(faded).then(() => (stage.dataset.settled = String(at + 1)));
}

// When every fade has ended and the picture is drawn.
async function faded() {
  const fades = document.getAnimations().map((animation) => animation.finished.catch(() => {}));
  await Promise.all(fades);
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}

// ---- the camera of the map

function look(next) {
  box = next;
  svg.setAttribute("viewBox", box.join(" "));
  // Marks and names keep their size on the screen, whatever the camera sees.
  svg.style.setProperty("--k", box[2] / WIDTH);
}

// From one view to another: the middle moves in a line, the zoom evenly.
function travel(target, time) {
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
  back.hidden = false;
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
svg.addEventListener("dblclick", (event) => zoom(pointAt(event), 0.5));

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

// ---- hover

stage.addEventListener("pointermove", (event) => {
  const target = event.target.closest?.(":has(> title):not(head)");
  const title = target?.querySelector(":scope > title").textContent ?? "";
  tip.hidden = !title;
  if (!title) return;
  tip.textContent = title;
  const scale = stage.getBoundingClientRect().width / 1280;
  const frame = stage.getBoundingClientRect();
  const [x, y] = [(event.clientX - frame.left) / scale, (event.clientY - frame.top) / scale];
  tip.style.left = `${Math.min(x + 18, 1280 - tip.offsetWidth - 8)}px`;
  tip.style.top = `${y + 24 + tip.offsetHeight > 720 ? y - tip.offsetHeight - 12 : y + 24}px`;
});

// A mark of a figure leads to the app, where there is one; a file on a stick has none.
stage.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='/']");
  if (!link) return;
  event.preventDefault();
  if (slides[at].dataset.open) location.assign(withTalk(link.getAttribute("href")));
});

function withTalk(href) {
  const talk = new URL(slides[at].dataset.open, location).searchParams.get("talk");
  const url = new URL(href, location);
  if (talk) url.searchParams.set("talk", talk);
  return url.pathname + url.search;
}

// ---- keys

const STEPS = { ArrowRight: 1, ArrowDown: 1, " ": 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (/^\d$/.test(key)) digits = (digits + key).slice(-3);
  else if (key === "Enter") {
    if (!digits) return;
    show(Number(digits) - 1);
    digits = "";
  } else {
    digits = "";
    if (key in STEPS) black.hidden ? show(at + STEPS[key]) : (black.hidden = true);
    else if (key === "Home") show(0);
    else if (key === "End") show(slides.length - 1);
    else if (key === "b" || key === ".") black.hidden = !black.hidden;
    else if (key === "n") openNotes();
    else if (key === "f") fullScreen();
    else if (key === "t") turn();
    else if (key === "r") show(at);
    else if (key === "q") stage.classList.toggle("follows");
    else if (key === "o" && slides[at].dataset.open) location.assign(slides[at].dataset.open);
    else if (key === "?") keys.open ? keys.close() : keys.show();
    else if (key === "Escape") leave();
    else return;
  }
  event.preventDefault();
}

function leave() {
  if (keys.open) return keys.close();
  if (!black.hidden) return void (black.hidden = true);
  notes?.close();
  if (document.fullscreenElement) document.exitFullscreen();
  else if (document.documentElement.dataset.leave) location.assign(document.documentElement.dataset.leave);
}

function fullScreen() {
  document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
}

function turn() {
  const dark =
    document.documentElement.classList.contains("dark") ||
    (!document.documentElement.classList.contains("light") && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.classList.toggle("dark", !dark);
  document.documentElement.classList.toggle("light", dark);
}

// ---- the notes window: an empty window that this one fills, so that nothing has to be sent anywhere

function openNotes() {
  if (notes && !notes.closed) return notes.focus();
  notes = open("", "qantar-notes", "width=900,height=700");
  if (!notes) {
    tip.textContent = words.blocked;
    tip.hidden = false;
    Object.assign(tip.style, { left: "40px", top: "40px" });
    return;
  }
  began ||= Date.now();
  const page = notes.document;
  page.title = `${words.notes} · ${document.title}`;
  page.documentElement.lang = document.documentElement.lang;
  page.body.innerHTML = "";
  const style = page.createElement("style");
  style.textContent =
    "body{font:22px/1.5 sans-serif;margin:1.2rem 1.6rem;background:#14161a;color:#ece8e1}h1{font-size:28px;margin:0 0 .6rem}" +
    "header,footer{display:flex;justify-content:space-between;gap:2rem;color:#a8a49c;font-size:20px}" +
    "header b{color:#ece8e1;font-size:26px}footer{border-top:1px solid #555;margin-top:1.2rem;padding-top:.6rem}";
  page.head.append(style);
  page.body.innerHTML =
    '<header><b id="clock"></b><span id="elapsed"></span><span id="place"></span></header>' +
    '<h1></h1><div id="said"></div><footer id="next"></footer>';
  page.addEventListener("keydown", press);
  tell();
}

// Writes the notes of the slide into their window.
function tell() {
  if (!notes || notes.closed) return;
  const page = notes.document;
  const slide = slides[at];
  const next = slides[at + 1]?.querySelector("h1").textContent ?? words.end;
  page.querySelector("h1").textContent = slide.querySelector("h1").textContent;
  page.getElementById("said").replaceChildren(page.importNode(slide.querySelector("template").content, true));
  page.getElementById("place").textContent = `${at + 1} / ${slides.length}`;
  page.getElementById("next").textContent = `${words.next}: ${next}`;
  tick();
}

function tick() {
  if (!notes || notes.closed) return;
  const page = notes.document;
  const seconds = Math.floor((Date.now() - began) / 1000);
  const two = (number) => String(number).padStart(2, "0");
  const clock = new Date();
  page.getElementById("clock").textContent = `${two(clock.getHours())}:${two(clock.getMinutes())}`;
  page.getElementById("elapsed").textContent = `${Math.floor(seconds / 60)}:${two(seconds % 60)} ${words.elapsed}`;
}

// ---- the beginning

function fit() {
  stage.style.setProperty("--fit", Math.min(innerWidth / 1280, innerHeight / 720));
}

addEventListener("keydown", press);
addEventListener("resize", fit);
addEventListener("hashchange", () => show(Number(location.hash.slice(1)) - 1 || 0));
addEventListener("pagehide", () => notes?.close());
back.addEventListener("click", () => show(at));
setInterval(tick, 500);
fit();
show(Number(location.hash.slice(1)) - 1 || 0);
