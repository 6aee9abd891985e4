// The stage of a talk: its slides, what keys, fingers and buttons do, and hover. The same script runs in the page that is
// served and in the file on a stick, so it asks nobody for anything.
import { onTouch, travel } from "./stage/camera.js";
import { meaning } from "./stage/keys.js";
import { beginNotes, closeNotes, openNotes, tell } from "./stage/notes.js";
import { endDays, playDays, playedAddress } from "./stage/play.js";
import { onTurn } from "./stage/touch.js";

const root = document.documentElement;
const stage = document.getElementById("stage");
const slides = [...document.querySelectorAll(".slide")];
const figure = document.getElementById("map");
const back = document.getElementById("back");
const tip = document.getElementById("tip");
const black = document.getElementById("black");
const keys = document.getElementById("keys");
const buttons = document.getElementById("bar");
const words = document.getElementById("words").dataset;
const CAMERA_MOVES = 700; // milliseconds
const still = matchMedia("(prefers-reduced-motion: reduce)");
let at = 0;
let digits = "";

// ---- the slide shown

function show(number) {
  endDays();
  at = Math.min(Math.max(number, 0), slides.length - 1);
  delete stage.dataset.settled;
  const slide = slides[at];
  slides.forEach((one, n) => {
    one.classList.toggle("here", n === at);
    one.setAttribute("aria-hidden", String(n !== at));
  });
  const onMap = slide.dataset.layer === "map";
  const wasOnMap = figure.classList.contains("here");
  figure.hidden = false;
  figure.classList.toggle("here", onMap);
  for (const marks of figure.querySelectorAll(".marks")) {
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

// ---- what is done

const DOES = {
  Home: () => show(0),
  End: () => show(slides.length - 1),
  Escape: leave,
  b: () => (black.hidden = !black.hidden),
  n: notes,
  f: fullScreen,
  t: turn,
  r: () => show(at),
  p: (seconds) => {
    const marks = figure.querySelector(".marks.here");
    if (slides[at].dataset.frames) playDays(slides[at], marks, Number(seconds) || 1);
  },
  q: () => stage.classList.toggle("follows"),
  o: () => slides[at].dataset.open && location.assign(playedAddress() || slides[at].dataset.open),
  "?": () => (keys.open ? keys.close() : keys.show()),
};

function step(by) {
  if (keys.open) return keys.close();
  black.hidden ? show(at + by) : (black.hidden = true);
}

function press(event) {
  if (event.key === " " && buttons.contains(event.target)) return;
  const key = meaning(event);
  if (key === "") return void (digits = "");
  const number = digits;
  digits = "";
  if (typeof key === "number") step(key);
  else if (/^\d$/.test(key)) digits = (number + key).slice(-3);
  else if (key !== "Enter") DOES[key](number);
  else if (number) show(Number(number) - 1);
  else return;
  event.preventDefault();
}

// In the notes window the same keys lead the stage; those of the browser, as to load anew, would only empty it.
function pressInNotes(event) {
  if (event.key === "F5") return event.preventDefault();
  if (event.key === "Escape") return closeNotes();
  press(event);
}

function leave() {
  if (keys.open) return keys.close();
  if (!black.hidden) return void (black.hidden = true);
  closeNotes();
  if (document.fullscreenElement) document.exitFullscreen();
  else if (root.dataset.leave) location.assign(root.dataset.leave);
}

// A browser may refuse, as when the key was pressed in the notes window.
function fullScreen() {
  document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen?.().catch(() => {});
}

function turn() {
  const dark =
    root.classList.contains("dark") ||
    (!root.classList.contains("light") && matchMedia("(prefers-color-scheme: dark)").matches);
  root.classList.toggle("dark", !dark);
  root.classList.toggle("light", dark);
}

function notes() {
  if (openNotes()) return;
  tip.textContent = words.blocked;
  tip.hidden = false;
  Object.assign(tip.style, { left: "40px", top: "40px" });
}

// ---- the beginning

// As large as the window allows. The buttons lie where it leaves room: below the slide, or beside it, over its margin.
function fit() {
  const scale = Math.min(innerWidth / 1280, innerHeight / 720);
  const below = (innerHeight - 720 * scale) / 2;
  root.style.setProperty("--fit", scale);
  root.style.setProperty("--margin", `${(innerWidth - 1280 * scale) / 2 + 36 * scale}px`);
  buttons.dataset.at = below >= 48 ? "below" : "beside";
}

addEventListener("keydown", press);
addEventListener("resize", fit);
// In another language the talk goes on where it is.
document.getElementById("languages")?.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link) link.hash = location.hash;
});
addEventListener("hashchange", () => show(Number(location.hash.slice(1)) - 1 || 0));
back.addEventListener("click", () => show(at));
buttons.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (!button) return;
  button.blur();
  button.dataset.step ? step(Number(button.dataset.step)) : DOES[button.dataset.key]();
});
onTouch(() => (back.hidden = false));
onTurn(step);
beginNotes(() => ({ number: at + 1, total: slides.length, slide: slides[at], next: slides[at + 1] }), pressInNotes);
fit();
show(Number(location.hash.slice(1)) - 1 || 0);
