// Plays the days of the view, or the hours of its day: the drawn maps and timelines, asked for all at once, are put in the
// place of the app's one after another. Where it rests the session is led to what is seen.
import { first } from "/assets/shortcuts.js";

const asked = new Map(); // the frames by their address
let control = null; // the root that has the player
let frames = null; // what is played, once it has been asked for
let at = 0;
let open = false;
let seconds = 1;
let timer = 0; // while it runs
let led = false; // the session is on its way to what is seen

const player = () => control?.querySelector("[data-days]");
const part = (name) => player().querySelector(`[data-${name}]`);

// To be called when a root has new markup; `follow` leads the session to an address, `narrow` is whether the window is.
export function playable(root, follow, narrow) {
  if (!root.querySelector("[data-days]")) return;
  control = root;
  led = false;
  root.follow = follow;
  root.narrow = narrow;
  part("begin").onpointerenter = part("begin").onfocus = () => load(address()).catch(() => {});
  part("begin").onclick = start;
  part("toggle").onclick = () => (timer ? halt() : start());
  part("end").onclick = close;
  part("at").oninput = ({ target }) => seek(Number(target.value));
  part("at").onchange = hand;
  part("speed").value = String(seconds);
  part("speed").onchange = () => (seconds = Number(part("speed").value));
  if (part("of")) part("of").onchange = () => (pause(), start());
  if (open && !timer) take();
  sync();
}

function address() {
  const of = part("of")?.value ?? "days";
  return player().dataset[of].replace("/wide.", control.narrow() ? "/narrow." : "/wide.");
}

// Asks for frames; what could not be had is asked for again the next time.
function load(link) {
  if (!asked.has(link)) {
    const coming = fetch(link).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer)));
    asked.set(link, coming.then(whole));
    asked.get(link).catch(() => asked.delete(link));
  }
  return asked.get(link);
}

// Puts the outlines that are sent once into every frame.
function whole({ frames: found, paths, rest }) {
  const filled = (markup) => markup.replace(/ d="#(\d+)"/g, (_, number) => ` d="${paths[number]}"`);
  return { rest, frames: found.map((one) => ({ ...one, map: filled(one.map), timeline: filled(one.timeline) })) };
}

// Takes the frames of the view, from the one that the page shows or is being led to; false where there are none.
async function take() {
  const link = address();
  player().dataset.waits = "";
  const found = await load(link).catch(() => null);
  if (player()) delete player().dataset.waits;
  if (!found || !player() || link !== address()) return false;
  const same = frames === found.frames;
  frames = found.frames;
  const here = frames.findIndex(({ key }) => player().dataset.here.split(" ").includes(key));
  if (!same || !led) at = here < 0 ? (same ? at : 0) : here;
  part("rest").textContent = found.rest;
  sync();
  return true;
}

async function start() {
  if (!(await take())) return;
  open = true;
  run();
  part("toggle").focus({ preventScroll: true });
}

function run() {
  if (at === frames.length - 1) at = 0;
  show(at);
  const next = () => {
    if (!control.isConnected) return pause();
    show(at + 1);
    if (at === frames.length - 1) halt();
    else timer = setTimeout(next, 1000 * seconds);
  };
  timer = setTimeout(next, 1000 * seconds);
  sync();
}

function show(number) {
  at = number;
  const { key, sentence, map, timeline } = frames[at];
  first(".map")?.closest(".q").put(map);
  first(".timeline")?.closest(".q").put(timeline);
  const heading = first(".sentence h1");
  if (heading) heading.textContent = sentence;
  const columns = first(".strip")?.querySelectorAll("a") ?? [];
  const day = [...columns].find((column) => column.dataset.id === key);
  if (day) for (const column of columns) column.classList.toggle("chosen", column === day);
  sync();
}

function seek(number) {
  pause();
  show(number);
}

function pause() {
  clearTimeout(timer);
  timer = 0;
  sync();
}

// Leads the session to what is seen.
function hand() {
  const link = frames[at].address;
  led = link !== location.pathname + location.search;
  if (led) control.follow(link);
}

function halt() {
  pause();
  hand();
}

function close() {
  open = false;
  halt();
  part("begin").focus({ preventScroll: true });
}

// The player says what goes on.
function sync() {
  document.documentElement.toggleAttribute("data-playing", Boolean(timer));
  if (!player()) return;
  part("begin").hidden = open;
  part("bar").hidden = !open;
  if (!frames) return;
  const { label } = frames[at];
  part("label").textContent = label;
  part("toggle").textContent = timer ? part("toggle").dataset.pause : part("toggle").dataset.run;
  Object.assign(part("at"), { max: String(frames.length - 1), value: String(at), ariaValueText: label });
}

// While it runs the keys and what is pressed besides stop it.
addEventListener(
  "keydown",
  (event) => {
    if (!timer || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.composedPath()[0];
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === "Escape") close();
    else if (by && !target.closest?.("input, select")) {
      seek(Math.min(Math.max(at + by, 0), frames.length - 1));
      hand();
    } else if (event.key === " " && !target.closest?.("button, select, [type='search']")) halt();
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  },
  true,
);
addEventListener(
  "pointerdown",
  (event) => {
    if (!timer || event.composedPath().includes(player())) return;
    // A link leads the session on by itself.
    event.composedPath()[0].closest?.("a[href]") ? pause() : halt();
  },
  true,
);
