// The line to the server. While it is cut the page says so. The last press that found it cut, or was not answered, is
// followed when it is back; a press that lives in the page only, as a choice in a list, is asked for again.
const GREETING = 10_000; // milliseconds that a press on a link waits for an answer, before its address is loaded
const BETWEEN_TRIES = 3_000;
const WIDGETS = "[data-testid='stButton'], [data-testid='stButtonGroup'], [data-testid='stCheckbox'], [role='option']";
const FIELDS = "[data-testid='stTextInput'] input, [data-testid='stTextArea'] textarea";

let line = null; // the element that says so, and its words
let greet = null; // asks the server for a run of the page
let state = "up"; // or "cut", or "greeting": the server is there, and has not said yet what it knows
let session = "";
let held = null; // the press to follow when the line is up
let sent = null; // the press that waits for its answer
let typed = null; // a text that has not left its field yet

const app = () => document.querySelector(".stApp");
const connected = () => app().getAttribute("data-test-connection-state") === "CONNECTED";
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// Watches the line from the first whole page on. `ask` makes the server run the page again.
export function watch(element, ask) {
  line = element;
  greet = ask;
  if (watch.on) return;
  watch.on = true;
  new MutationObserver(changed).observe(app(), { attributeFilter: ["data-test-connection-state"] });
  // Streamlit's own words for a cut line lie over the page.
  new MutationObserver(() => state === "cut" && closeDialog()).observe(document.body, { childList: true });
  document.addEventListener("input", ({ target }) => target.matches?.(FIELDS) && (typed = text(target)), true);
  document.addEventListener("change", ({ target }) => target.matches?.(FIELDS) && left(text(target)), true);
  document.addEventListener("click", pressed, true);
}

// The server has answered with a page, from a session that may be new: it then knows only what the page has told it.
export function answered(of) {
  const anew = Boolean(session) && session !== of;
  session = of;
  const follows = held ?? (anew ? sent : null);
  sent = held = null;
  say("");
  if (state !== "greeting" && !anew) return;
  state = "up";
  if (follows) setTimeout(() => follows.follow(anew));
}

// Does what a press asks for, now or when the line is back. A link has its `href` besides.
export function press(follow, href = "") {
  const one = { follow, href };
  if (state !== "up") return hold(one);
  sent = one;
  follow();
  if (href) setTimeout(() => sent === one && load(one), GREETING);
}

function changed() {
  if (connected()) {
    if (state !== "cut") return;
    state = "greeting";
    greet();
  } else if (state !== "cut") {
    state = "cut";
    say(line.dataset.cut);
    hold(held ?? typed ?? sent);
  }
}

function hold(one) {
  held = one;
  if (!one) return;
  say(`${line.dataset.cut} ${line.dataset.held}`);
  if (one.href) load(one);
}

// A link is an address, which the server answers at once: it is followed so where the line itself does not come back.
async function load(one) {
  const waits = () => one === held || one === sent;
  const unheard = () => (one === held ? state === "cut" : app().getAttribute("data-test-script-state") !== "running");
  while (waits()) {
    await pause(BETWEEN_TRIES);
    const there = await fetch("/healthz", { cache: "no-store" }).catch(() => null);
    if (there?.ok && waits() && unheard()) return location.assign(one.href);
  }
}

// ---- the widgets of the page: Streamlit sends what they say, and does not say whether it came

function pressed(event) {
  const widget = event.target.closest?.(WIDGETS);
  const holder = widget?.closest("[class*='st-key-']");
  if (!holder) return;
  const button = event.target.closest("[data-testid='stButton'] button");
  const key = [...holder.classList].find((name) => name.startsWith("st-key-"));
  // What else was chosen is still in the browser, and a session that is not new has been told of it.
  const follow = (anew) => {
    if (button) document.querySelector(`.${CSS.escape(key)} button`)?.click();
    else if (anew) say(line.dataset.again);
  };
  const one = { follow, href: "" };
  if (state === "up") return void (sent = one);
  event.stopImmediatePropagation();
  event.preventDefault();
  hold(one);
}

// A text, to be written once more into the field of the same place.
function text(field) {
  const [value, at] = [field.value, fields().indexOf(field)];
  const write = () => {
    const again = fields()[at];
    if (!again) return say(line.dataset.again);
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(again), "value");
    again.focus();
    set.call(again, value);
    again.dispatchEvent(new Event("input", { bubbles: true }));
    again.blur();
  };
  return { follow: write, href: "" };
}

function left(one) {
  typed = null;
  state === "up" ? (sent = one) : hold(one);
}

const fields = () => [...document.querySelectorAll(FIELDS)];

function closeDialog() {
  document.querySelector("[role='dialog'] button[aria-label='Close']")?.click();
}

function say(words) {
  if (line) line.textContent = words;
}
