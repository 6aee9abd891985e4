// Streamlit's own words, for which it takes no others: those of its upload and of its fields, in the reader's language.
// The words are patterns with what stands in their place, `$1` for a part that is kept.
const PLACES = '[data-testid="stFileUploader"], [data-testid="InputInstructions"], [role="tooltip"]';
const said = new WeakMap(); // what a text or a label was before
let words = [];
let watcher;

export function reword(patterns) {
  words = patterns.map(([pattern, instead]) => [new RegExp(`^${pattern}$`), instead]);
  for (const place of document.querySelectorAll(PLACES)) within(place);
  if (watcher || !words.length) return;
  watcher = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
      const place = element?.closest(PLACES);
      if (place) within(place);
      else for (const one of element?.querySelectorAll(PLACES) ?? []) within(one);
    }
  });
  const what = {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ["aria-label"],
  };
  watcher.observe(document.body, what);
}

function within(place) {
  const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode;
    put(node, node.data, (text) => (node.data = text));
  }
  for (const e of place.querySelectorAll("[aria-label]")) put(e, e.ariaLabel, (text) => (e.ariaLabel = text));
}

// Words that were put here before are taken for what they stand for.
function put(holder, now, write) {
  const before = said.get(holder);
  const own = before?.instead === now ? before.own : now;
  const found = words.find(([pattern]) => pattern.test(own));
  const instead = found ? own.replace(found[0], found[1]) : own;
  if (found) said.set(holder, { own, instead });
  if (instead !== now) write(instead);
}
