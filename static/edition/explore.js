// A page of Explore: shows what the address chooses after its "#". The page was drawn by the builders of the app; nothing
// is laid out anew, what does not match is hidden, and all that counts is counted again.
import { tellRejected } from "/assets/edition/address.js";
import { showChoosing, showKey } from "/assets/edition/choosing.js";
import { load, own, put } from "/assets/edition/data.js";
import { listedIn, showList } from "/assets/edition/listed.js";
import { mapsIn, showMap } from "/assets/edition/mapped.js";
import { parsePeriod, single, step, stretched, same } from "/assets/edition/period.js";
import { matching, prepared } from "/assets/edition/query.js";
import { showStrip } from "/assets/edition/strip.js";
import { drawnIn, showTimeline } from "/assets/edition/timeline.js";
import { EVERYTHING, fileOf, hrefOf, readView, written } from "/assets/edition/view.js";
import { headline, wordsOf } from "/assets/edition/words.js";
import { go, scrollStrip } from "/assets/edition/steps.js";
import { rove } from "/assets/roving.js";

let drawn = null; // the data, and what the page had drawn
let current = null; // the view that is shown

async function ready(page) {
  if (drawn) return drawn;
  const data = await load("explore");
  if (drawn) return drawn;
  prepared(data);
  const shown = readView(own.view, data).view;
  const rows = listedIn(page);
  const all = matching(shown, data);
  const timelines = [...page.querySelectorAll(".timeline")].map((one) => drawnIn(one, { data, rows, all, shown }));
  drawn = { data, say: wordsOf(data), rows, timelines, maps: mapsIn(page), shown };
  current ??= shown;
  return drawn;
}

let told = ""; // what stood after the "#" when the page was last shown

// An address without "=" names a part of the page.
const chosen = () => (location.hash.includes("=") ? location.hash.slice(1) : "");

// What a page shows by itself is left as it was drawn, unless it is asked for `anyway`: its lists of days are filled then.
async function show(page, anyway = false) {
  const query = chosen();
  const shownOnce = page.dataset.shown !== undefined;
  if (query === told && (shownOnce || !(query || anyway))) return;
  told = query;
  window.qantar.filtered = true;
  const { data, say, rows, timelines, maps, shown } = await ready(page);
  const { view, rejected } = query ? readView(query, data) : { view: shown, rejected: [] };
  if (leadsAway(view, data)) return;
  const searched = view.q ? await load("words") : null;
  if (told !== query) return;
  current = view;
  const found = matching(view, data, searched);
  const disputed = found.filter((number) => data.status[number] === "disputed").length;
  const at = {
    data,
    say,
    rows,
    view,
    found,
    searched,
    root: own.root,
    others: view.day ? matching({ ...view, day: null, hours: null }, data, searched) : found,
    hrefOf: (to) => hrefOf(to ?? EVERYTHING, data),
    words: headline(view, found.length, disputed, data.ids.length, say),
    narrowed: written(view) !== "",
  };
  showChoosing(page, at);
  showKey(page, at);
  showStrip(page, at);
  for (const timeline of timelines) showTimeline(timeline, at);
  for (const map of maps) showMap(map, at);
  showList(page, rows, at);
  showSteps(page, at);
  tellRejected(page, rejected, say);
  for (const link of page.querySelectorAll(".languages a")) {
    link.setAttribute("href", link.getAttribute("href").replace(/#.*|$/, query && `#${written(view)}`));
  }
  document.title = `${at.words} · Qantar`;
  rove(page);
  scrollStrip();
  page.dataset.shown = query;
}

// Another file may be nearer to the view: it is shown there.
function leadsAway(view, data) {
  const [file] = fileOf(view, data);
  const language = view.lang && view.lang !== data.writing.code ? `../${view.lang}/` : "";
  if (!language && file === fileOf(drawn.shown, data)[0]) return false;
  location.replace(own.root + language + file + (view.event ? "" : location.hash));
  return true;
}

function showSteps(page, { data, say, view, hrefOf: to }) {
  for (const link of page.querySelectorAll("[data-step]")) {
    const days = +link.dataset.step;
    const next = step(view.day, days, data.years);
    const brief = single(next) ? say.brief(single(next)) : say.text(next[0] ? "afterDay" : "beforeDay");
    const leads = !same(next, view.day);
    link.ariaLabel = say.text(days < 0 ? "previousDay" : "nextDay", { day: brief });
    link.textContent = days < 0 ? `‹ ${brief}` : `${brief} ›`;
    put(link, "href", leads && to({ ...view, hours: null, day: next }));
    put(link, "role", !leads && "link");
    put(link, "aria-disabled", !leads && "true");
  }
}

// The days from the chosen ones to those of a name, as they are dragged over or clicked with Shift; these alone of a name
// that has days of its own.
async function choose(page, name, further = false) {
  const { data } = await ready(page);
  const days = parsePeriod(name, data.years);
  go(hrefOf({ ...current, hours: null, day: further ? stretched(current.day, days) : days }, data));
}

async function find(page, words) {
  const { data } = await ready(page);
  go(hrefOf({ ...current, q: words }, data));
}

window.qantar.filter({ show, choose, find });
