// The notes window: an empty window that the stage fills, so that nothing has to be sent anywhere.
const NAME = "qantar-notes";
const STYLE =
  "body{font:22px/1.5 sans-serif;margin:1.2rem 1.6rem;background:#14161a;color:#ece8e1}h1{font-size:28px;margin:0 0 .6rem}" +
  "header,footer{display:flex;justify-content:space-between;gap:2rem;color:#a8a49c;font-size:20px}" +
  ".languages a{color:inherit;margin-right:.8rem}.languages a[aria-current]{color:#ece8e1;text-decoration:none}" +
  "header b{color:#ece8e1;font-size:26px}footer{border-top:1px solid #555;margin-top:1.2rem;padding-top:.6rem}";
const BODY =
  '<header><b id="clock"></b><span id="elapsed"></span><span id="place"></span><span id="switch"></span></header>' +
  '<h1></h1><div id="said"></div><footer id="next"></footer>';
const words = document.getElementById("words").dataset;
let notes = null;
let began = 0;
let told = null; // the slide whose notes they are
let asked = () => null;
let pressed = () => {};

// `slide` gives what is shown: its number from 1, how many there are, and the elements of it and of the next.
export function beginNotes(slide, press) {
  asked = slide;
  pressed = press;
  // Notes that were open before the stage was loaded anew are there still, and are this stage's now.
  if (stored()) notes = reached(open("", NAME));
  store(Boolean(notes));
  addEventListener("pagehide", () => isOpen() && (notes.document.getElementById("place").textContent = words.away));
  setInterval(tell, 500);
}

// Opens them, or brings them to the front; false where the browser lets no window open.
export function openNotes() {
  if (isOpen()) notes.focus();
  // From a file on a disk, those of a stage loaded before can't be written into.
  else notes = reached(open("", NAME, SIZE)) ?? open("", NAME, SIZE);
  began ||= Date.now();
  store(Boolean(notes));
  tell();
  return Boolean(notes);
}
const SIZE = "width=900,height=700";

export function closeNotes() {
  if (isOpen()) notes.close();
  notes = null;
  store(false);
}

// A window if it can be written into; one of another page is closed.
function reached(window) {
  try {
    return window?.document ? window : null;
  } catch {
    window.close();
    return null;
  }
}

function isOpen() {
  return Boolean(notes && !notes.closed && reached(notes));
}

// Writes the notes of the slide into their window, also after that was loaded anew.
export function tell() {
  if (!isOpen()) return void (notes && closeNotes());
  const page = notes.document;
  const { number, total, slide, next } = asked();
  if (!page.getElementById("said")) fill(page);
  page.onkeydown = pressed;
  if (told !== slide) {
    told = slide;
    page.querySelector("h1").textContent = slide.querySelector("h1").textContent;
    page.getElementById("said").replaceChildren(page.importNode(slide.querySelector("template").content, true));
    page.getElementById("place").textContent = `${number} / ${total}`;
    page.getElementById("next").textContent = `${words.next}: ${next?.querySelector("h1").textContent ?? words.end}`;
    speak(page);
    notes.scrollTo(0, 0);
  }
  const seconds = Math.floor((Date.now() - began) / 1000);
  const two = (value) => String(value).padStart(2, "0");
  const clock = new Date();
  page.getElementById("clock").textContent = `${two(clock.getHours())}:${two(clock.getMinutes())}`;
  page.getElementById("elapsed").textContent = `${Math.floor(seconds / 60)}:${two(seconds % 60)} ${words.elapsed}`;
}

// What of the window is in the language of the stage, and the switch, which leads the stage to the same slide in another.
function speak(page) {
  page.title = `${words.notes} · ${document.title}`;
  page.documentElement.lang = document.documentElement.lang;
  const languages = document.querySelector("#languages > *");
  if (!languages) return;
  page.getElementById("switch").replaceChildren(page.importNode(languages, true));
  page.getElementById("switch").onclick = (event) => {
    const link = event.target.closest("a");
    event.preventDefault();
    if (link) location.assign(link.getAttribute("href") + location.hash);
  };
}

function fill(page) {
  told = null;
  const style = page.createElement("style");
  style.textContent = STYLE;
  page.head.replaceChildren(style);
  page.body.innerHTML = BODY;
}

// Whether they are open, and since when, for the next stage of this tab.
function stored() {
  try {
    began = Number(sessionStorage.getItem(NAME)) || 0;
  } catch {
    // A browser that keeps nothing: N opens them again.
  }
  return began;
}

function store(are) {
  try {
    are ? sessionStorage.setItem(NAME, String(began)) : sessionStorage.removeItem(NAME);
  } catch {
    // The same.
  }
}
