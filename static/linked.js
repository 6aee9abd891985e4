// Served with its modules, SPRITE, which has the shapes of the map, and WIDTHS in front (components/frame/scripts.py).
import { asked, chosen, copy, filled, sends } from "/assets/acts.js";
import "/assets/paper.js";
import { headFor } from "/assets/history.js";
import { fold } from "/assets/folds.js";
import { jump } from "/assets/jump.js";
import { keep } from "/assets/kept.js";
import { answered, press, watch } from "/assets/line.js";
import { drags } from "/assets/dragging.js";
import { layOver } from "/assets/hours.js";
import { expect, followCard } from "/assets/opened.js";
import { movable } from "/assets/map.js";
import { point } from "/assets/ringed.js";
import { listen } from "/assets/roots.js";
import { playable } from "/assets/play.js";
import { rove } from "/assets/roving.js";
import { reword } from "/assets/reword.js";
import "/assets/shortcuts.js";
import { bringIntoView, makeWay } from "/assets/takeover.js";
import { tips } from "/assets/tips.js";

// Some browsers are set not to draw live maps, so as not to be recognised. Asked once, as asking takes a canvas.
const FLAT = (() => {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return !context;
})();

const width = () => {
  const ems = innerWidth / parseFloat(getComputedStyle(document.documentElement).fontSize);
  return ems < WIDTHS.phone ? "phone" : ems < WIDTHS.small ? "small" : "";
};

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
  if (root.markup === undefined) point(root);
  const go = (href, shift = false) => {
    expect();
    press(() => (headFor(href), setTriggerValue("go", { href, shift })), href);
  };
  root.choose = (template, days) => go(filled(template, days));
  if (!root.tip) {
    root.tip = tips(root);
    drags(root);
  }
  root.put = (markup) => {
    if (root.markup === markup) return;
    const focused = markOf(root.getRootNode().activeElement);
    const open = [...root.querySelectorAll("details[data-id][open], :popover-open")].map(name);
    const lists = [...root.querySelectorAll("[data-scroll]")].map((e) => [e.dataset.scroll, e.scrollLeft, e.scrollTop]);
    root.innerHTML = (/<use |url\(#/.test(markup) ? SPRITE : "") + markup;
    for (const e of root.querySelectorAll("[data-tip]")) e.title = e.ariaLabel;
    root.markup = markup;
    playable(root, go, () => width() !== "");
    for (const e of root.querySelectorAll("details[data-id], [popover]")) {
      if (open.includes(name(e))) e.popover ? e.showPopover() : (e.open = true);
    }
    for (const [name, left, top] of lists) {
      root.querySelector(`[data-scroll="${name}"]`)?.scrollTo(left, top);
    }
    rove(root);
    if (focused) {
      const marks = [...root.querySelectorAll("[data-id], [data-event]")];
      marks.find((mark) => markOf(mark) === focused)?.focus({ preventScroll: true });
    }
    const part = partOf(root, named);
    if (part) named = "";
    bringIntoView(part ?? root.querySelector("[data-show]"));
    followCard(root);
    fold(root);
    listen(root);
    layOver(root, setStateValue);
    movable(root, setStateValue);
    const rewording = root.querySelector("[data-reword]");
    if (rewording) reword(JSON.parse(rewording.dataset.reword));
    advance(root);
  };
  root.put(data.markup);
  if (data.complete) {
    // The first run of a page does not know the window yet.
    if (data.width === width() && data.flat === FLAT) makeWay();
    else setTimeout(makeWay, 5000);
    watch(root.querySelector(".line"), () => setTriggerValue("greeted", true));
    const settled = data.kept == null || keep(data, (text) => setTriggerValue("kept", text));
    if (settled) answered(data.session);
  }
  // By a number of its own, as one that is followed once more after a cut may have come the first time too.
  const add = (link, number = Math.random()) => press(() => setTriggerValue("keep", { link, number }));
  root.onchange = ({ target }) => {
    const href = chosen(target);
    if (href) go(href);
    else if (sends(target)) target.form.requestSubmit();
  };
  root.onsubmit = (event) => {
    event.preventDefault();
    go(asked(event.target));
  };
  root.onclick = (event) => {
    const player = event.target.closest("[data-play]");
    if (event.isTrusted) root.plays = Boolean(player) && !root.plays;
    if (player) return advance(root);
    const keeper = event.target.closest("[data-keep]");
    if (keeper) return add(keeper.dataset.keep);
    const copier = event.target.closest("[data-copy]");
    if (copier) return copy(copier);
    const anchor = event.target.closest("a[href^='#']");
    if (anchor) {
      event.preventDefault();
      return jump(root, anchor.getAttribute("href"));
    }
    const link = event.target.closest("a[href^='/']");
    if (!link || event.ctrlKey || event.metaKey || event.altKey || event.button) return;
    // By its attribute: a link in a drawing has a target of another kind.
    if (link.hasAttribute("download") || link.hasAttribute("target")) return;
    event.preventDefault();
    const href = link.getAttribute("href");
    const here = partOf(root, href.split("#")[1]);
    if (here) return here.scrollIntoView();
    named = href.split("#")[1] ?? "";
    go(href, event.shiftKey);
  };
}

// The part of a page that an address names after its "#": the last one that was followed, until it is there.
let named = location.hash.slice(1);
const partOf = (root, name) => (name ? root.querySelector(`#${CSS.escape(name)}`) : null);

const name = (e) => e.dataset.id ?? e.id;
const markOf = (e) => e?.dataset?.id ?? e?.dataset?.event;

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
