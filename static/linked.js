// Served as /linked.js, with the shapes of the sprite put in front as SPRITE.
// Some browsers are set not to draw live maps, so as not to be recognised. Asked once, as asking takes a canvas.
const FLAT = (() => {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return !context;
})();

const width = () => (innerWidth < 700 ? "phone" : innerWidth < 1000 ? "small" : "");

// Shows the markup, keeps the focus through an update, and hands plain clicks on links within the site to the server.
export default function ({ parentElement, data, setStateValue, setTriggerValue }) {
  const root = parentElement.querySelector(".q");
  if (data.language) {
    document.documentElement.lang = data.language;
    if (!root.tell) addEventListener("resize", () => root.isConnected && root.tell());
    root.tell = () => {
      if (width() !== (root.width ?? "")) setStateValue("width", (root.width = width()));
    };
    root.tell();
    if (FLAT && !root.flat) setStateValue("flat", (root.flat = true));
  }
  if (root.markup !== data.markup) {
    const focused = root.getRootNode().activeElement?.getAttribute?.("data-id");
    const lists = [...root.querySelectorAll("[data-scroll]")].map((e) => [e.dataset.scroll, e.scrollLeft]);
    root.innerHTML = (data.markup.includes("<use ") ? SPRITE : "") + data.markup;
    for (const e of root.querySelectorAll("[data-tip]")) e.title = e.ariaLabel;
    root.markup = data.markup;
    for (const [name, left] of lists) {
      const list = root.querySelector(`[data-scroll="${name}"]`);
      if (list) list.scrollLeft = left;
    }
    if (focused) root.querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    bringIntoView(root.querySelector("[data-show]"));
    advance(root);
  }
  if (data.complete) {
    // The first run of a page does not know the window yet.
    if (data.width === width() && data.flat === FLAT) makeWay();
    else setTimeout(makeWay, 5000);
  }
  if (data.kept != null) keep(root, data.kept, (text) => setTriggerValue("kept", text));
  if (data.stands_in && !root.waits) {
    root.waits = true;
    whenMapIsDrawn(root).then(() => (root.hidden = true));
  }
  root.onchange = ({ target }) => {
    if (target.dataset.go) setTriggerValue("go", { href: filled(target.dataset.go, target.value), shift: false });
  };
  root.onclick = (event) => {
    const player = event.target.closest("[data-play]");
    if (event.isTrusted) root.plays = Boolean(player) && !root.plays;
    if (player) return advance(root);
    const keeper = event.target.closest("[data-keep]");
    if (keeper) return setTriggerValue("keep", keeper.dataset.keep);
    const copier = event.target.closest("[data-copy]");
    if (copier) return copy(copier);
    const anchor = event.target.closest("a[href^='#']");
    if (anchor) {
      event.preventDefault();
      return root.querySelector(anchor.getAttribute("href"))?.scrollIntoView();
    }
    const link = event.target.closest("a[href^='/']");
    if (!link || event.ctrlKey || event.metaKey || event.altKey || event.button) return;
    if (link.hasAttribute("download") || link.target) return;
    event.preventDefault();
    setTriggerValue("go", { href: link.getAttribute("href"), shift: event.shiftKey });
  };
}

// The page that the server wrote in advance goes when the app has drawn its own as far as the reader has read, with all
// of its controls there: their scripts come one by one. Those of the charts take longer, and are not waited for.
async function makeWay() {
  const first = document.getElementById("first-page");
  if (!first) return;
  const main = document.querySelector('[data-testid="stMain"]');
  const short = () => main.scrollHeight < scrollY + innerHeight;
  const bare = () => main.querySelector('[data-testid="stSkeleton"]');
  for (let waits = 0; waits < 60 && (short() || (waits < 20 && bare())); waits++) await pause(50);
  const read = scrollY;
  first.remove();
  if (read) main.scrollTop = read;
}

// Keeps a text for this tab. After the page was loaded anew the server knows nothing of it, and is given it back.
function keep(root, text, giveBack) {
  try {
    const kept = root.keeps ? null : sessionStorage.getItem("kept");
    root.keeps = true;
    if (kept && !text) return giveBack(kept);
    if (text) sessionStorage.setItem("kept", text);
    else sessionStorage.removeItem("kept");
  } catch {
    // A browser that keeps nothing for any page: the text ends with the page.
  }
}

// Plays the steps of a control: each is taken when the page has shown the one before. Any other click stops it.
function advance(root) {
  const button = root.querySelector("[data-play]");
  const next = root.querySelector("[data-id='known-later']");
  root.plays &&= Boolean(button && next);
  clearTimeout(root.timer);
  if (!root.plays) return void (button && (button.textContent = button.dataset.play));
  button.textContent = button.dataset.stop;
  root.timer = setTimeout(() => root.isConnected && next.click(), 1500);
}

// An address with the value that was chosen put in, or without its key where nothing was.
function filled(template, value) {
  if (value) return template.replace("{value}", encodeURIComponent(value));
  return template.replace(/[^?&]*\{value\}&?/, "").replace(/[?&]$/, "");
}

// Moves the page only if the beginning of an element can't be seen, and a strip only sideways. What stands above it may
// be drawn later and push it away, so it is followed until the reader takes over. Who has begun to read stays there.
function bringIntoView(element) {
  if (!element) return;
  const strip = element.closest("[data-scroll]");
  if (strip) return void (strip.scrollLeft = element.offsetLeft - strip.offsetLeft - strip.clientWidth / 2);
  if (document.getElementById("first-page") && scrollY) return;
  const follower = new ResizeObserver(() => {
    if (!element.isConnected) return follower.disconnect();
    const { top } = element.getBoundingClientRect();
    if (top < 0 || top > innerHeight * 0.8) element.scrollIntoView({ block: "start" });
  });
  follower.observe(document.querySelector('[data-testid="stMainBlockContainer"]'));
  for (const kind of ["wheel", "pointerdown", "keydown"]) {
    addEventListener(kind, () => follower.disconnect(), { once: true, capture: true });
  }
}

// The map has its canvas early, but holds up the browser until it has drawn: the first quiet moment comes after.
// Who has left the page meanwhile waits no longer.
async function whenMapIsDrawn(root) {
  for (let quiet = 0; quiet < 3 && root.isConnected;) {
    const begun = performance.now();
    await pause(100);
    const canvas = document.querySelector('[data-testid="stDeckGlJsonChart"] canvas');
    quiet = canvas && performance.now() - begun < 150 ? quiet + 1 : 0;
  }
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// Copies the text beside a button; where the browser has no clipboard for the page, it is selected instead.
async function copy(button) {
  const text = button.parentElement.querySelector("[data-text]");
  const value = text.dataset.text.startsWith("/") ? location.origin + text.dataset.text : text.dataset.text;
  try {
    await navigator.clipboard.writeText(value);
    button.textContent = button.dataset.done;
  } catch {
    text.hidden = false;
    text.textContent = value;
    getSelection().selectAllChildren(text);
  }
}
