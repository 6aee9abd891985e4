// What every page of the edition does: keys, menus that close, links to parts of the page, buttons that copy, the search.
import { load, made, own, page, put } from "/assets/edition/data.js";
import { explore, go, scrollStrip } from "/assets/edition/steps.js";
import { drags } from "/assets/dragging.js";
import { fold } from "/assets/folds.js";
import { jump } from "/assets/jump.js";
import { point } from "/assets/ringed.js";
import { listen } from "/assets/roots.js";
import { rove } from "/assets/roving.js";

listen(page);
for (const days of page.querySelectorAll(".strip, .timeline.cells")) days.dataset.range = "";
drags(page);
fold(page);
point(page);
rove(page);
for (const element of page.querySelectorAll("[data-tip]")) element.title = element.ariaLabel;

page.addEventListener("click", (event) => {
  const copier = event.target.closest("[data-copy]");
  if (copier) return void copy(copier);
  const part = event.target.closest("a[href^='#']");
  if (!part || part.hash.length < 2 || part.hash.includes("=")) return;
  event.preventDefault();
  jump(page, part.hash);
});

// Where the browser has no clipboard for the page, the text is selected instead.
async function copy(button) {
  const text = button.parentElement.querySelector("[data-text]");
  const said = text.dataset.text;
  const value = /^$|^[./#]|\.html(#|$)/.test(said)
    ? new URL(own.page === "explore" ? "" : said, location.href).href
    : said;
  const whole = own.page === "explore" && value !== said ? location.href : value;
  try {
    await navigator.clipboard.writeText(whole);
    button.textContent = button.dataset.done;
  } catch {
    text.hidden = false;
    text.textContent = whole;
    getSelection().selectAllChildren(text);
  }
}

page.querySelector("form.find")?.addEventListener("submit", (event) => {
  event.preventDefault();
  const words = event.target.elements.q.value.trim();
  location.assign(`${own.root}search.html${words && `#${new URLSearchParams({ q: words })}`}`);
});

// What the scripts that come later take from this one.
window.qantar.shared = { go, load, made, own, page, put, rove, scrollStrip };
if (own.page === "explore") explore();
if (own.page === "search") load("find", "../assets/");
