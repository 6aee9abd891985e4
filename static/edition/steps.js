// Steps within a page of Explore: what a link, a key, a list or a form chooses stands after the "#" of the address, and is
// shown by the script that filters. It comes when it is first asked for.
import { load, page } from "/assets/edition/data.js";

const filter = () => load("filter", "../assets/");
const show = async (anyway) => (await filter()).show(page, anyway);

const here = (url) => url.href.split("#")[0] === location.href.split("#")[0];

// Follows an address; what this page shows itself is shown in place, and is one step of the history.
export function go(href) {
  const url = new URL(href, location.href);
  if (!here(url)) return void location.assign(url);
  history.pushState(null, "", url);
  show();
}

async function follow(event) {
  const link = event.target.closest("a[href]");
  if (!link || event.ctrlKey || event.metaKey || event.altKey || event.button) return;
  if (event.shiftKey && link.matches(".strip a")) {
    event.preventDefault();
    return void (await filter()).choose(page, link.dataset.id, true);
  }
  const url = new URL(link.getAttribute("href"), location.href);
  if (event.shiftKey || event.defaultPrevented || !here(url) || (url.hash && !url.hash.includes("="))) return;
  event.preventDefault();
  go(url);
}

async function find(event) {
  if (!event.target.matches(".choosing form.search")) return;
  event.preventDefault();
  const words = event.target.elements.q.value.trim().split(/\s+/).join(" ");
  (await filter()).find(page, words);
}

// Sideways only: the page stays where it is.
export function scrollStrip() {
  const day = page.querySelector(".strip [data-show]");
  const list = day?.closest("[data-scroll]");
  if (list) list.scrollLeft = day.offsetLeft - list.offsetLeft - list.clientWidth / 2;
}

export function explore() {
  for (const kind of ["popstate", "hashchange"]) {
    addEventListener(kind, () => (location.hash.includes("=") || window.qantar.filtered) && show());
  }
  page.addEventListener("click", follow);
  page.addEventListener("submit", find);
  page.addEventListener("change", ({ target }) => "pick" in target.dataset && go(target.value));
  const opens = ({ target }) => {
    if (!target.closest?.(".choosing")) return;
    page.removeEventListener("toggle", opens, true);
    show(true);
  };
  page.addEventListener("toggle", opens, true);
  page.choose = async (_, days) => (await filter()).choose(page, days);
  scrollStrip();
  if (location.hash.includes("=")) show();
}
