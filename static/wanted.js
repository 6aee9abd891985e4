// Loads the app over the written page: where it is wanted (whether.js) once that is read, else when its button is pressed.
const PATIENCE = 60_000; // milliseconds
const state = document.documentElement.dataset;

const written = () => document.getElementById("first-page");
const offer = () => written()?.querySelector("[data-wanted] button");

// To be called once, when the page is there. What could not be written in advance only the app can show.
export function begin() {
  if (!offer()) return load();
  offer().onclick = () => {
    keep();
    load();
  };
  if (state.app === "yes") whenIdle(load);
  // A page that comes back as it was may be from before the choice.
  addEventListener("pageshow", ({ persisted }) => persisted && kept() && load());
}

const KEY = "qantar-app";
const kept = () => quietly(() => sessionStorage.getItem(KEY) === "yes");
const keep = () => quietly(() => sessionStorage.setItem(KEY, "yes"));

function quietly(act) {
  try {
    return act();
  } catch {
    // A browser that keeps nothing is asked again on the next page.
  }
}

function whenIdle(act) {
  if (document.readyState !== "complete") return addEventListener("load", () => whenIdle(act), { once: true });
  if ("requestIdleCallback" in window) requestIdleCallback(act, { timeout: 2000 });
  else setTimeout(act, 200);
}

// Streamlit's own tags wait in a template until then.
function load() {
  const tags = document.getElementById("app");
  if (!tags) return;
  spareIcons();
  const app = tags.content.cloneNode(true);
  for (const script of app.querySelectorAll("script")) script.onerror = fail;
  tags.remove();
  document.head.append(app);
  say("coming");
  setTimeout(fail, PATIENCE);
}

// Streamlit's front end fetches its font of icons at once, 370 KB; the browser does so by itself where one is shown.
function spareIcons() {
  const fetchFont = document.fonts.load.bind(document.fonts);
  document.fonts.load = (font, ...text) => (font.includes("Material") ? Promise.resolve([]) : fetchFont(font, ...text));
}

// Scripts that did not come once are not asked for again by the same page: the button loads it anew.
function fail() {
  if (!offer()) return;
  state.app = "no";
  say("failed");
  offer().onclick = async () => {
    const there = await fetch("/healthz", { cache: "no-store" }).catch(() => null);
    keep();
    if (there?.ok) location.reload();
  };
}

function say(words) {
  if (offer()) offer().nextElementSibling.textContent = offer().dataset[words];
}
