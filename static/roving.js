// Many links that are one stop of the Tab key: the arrow keys lead from one to the next, or to the next row of them.
export function rove(root) {
  for (const list of root.querySelectorAll("[data-roving]")) {
    const links = linksOf(list);
    stopAt(links, links.find((link) => link.ariaCurrent) ?? links[0]);
  }
  if (root.roves) return;
  root.roves = true;
  root.addEventListener("focusin", ({ target }) => {
    const list = target.closest("[data-roving]");
    if (list) stopAt(linksOf(list), target);
  });
  root.addEventListener("keydown", (event) => {
    const list = event.target.closest("[data-roving]");
    if (!list || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const next = following(list, event.target, event.key);
    if (next === undefined) return;
    event.preventDefault();
    next?.focus();
  });
}

const linksOf = (list) => [...list.querySelectorAll("a[href]")].filter((link) => !link.closest("[hidden]"));

function stopAt(links, stop) {
  for (const link of links) link.tabIndex = link === stop ? 0 : -1;
}

// The link that a key leads to: null where there is none in that direction, undefined for a key that leads nowhere.
function following(list, link, key) {
  const links = linksOf(list);
  const at = links.indexOf(link);
  if (key === "Home") return links[0];
  if (key === "End") return links.at(-1);
  if (key === "ArrowLeft") return links[at - 1] ?? null;
  if (key === "ArrowRight") return links[at + 1] ?? null;
  const row = link.closest("[data-row]");
  if (!row || !["ArrowUp", "ArrowDown"].includes(key)) return undefined;
  const others = key === "ArrowUp" ? links.slice(0, at).toReversed() : links.slice(at);
  return others.find((other) => other.closest("[data-row]") !== row) ?? null;
}
