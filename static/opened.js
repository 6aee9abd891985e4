// Where the focus goes when the card of an event opens, changes or closes: to its heading, and back to its entry.
let card = null;
let chosen = false;

// Something was pressed: what opens now was asked for, and is not what the page came with.
export const expect = () => (chosen = true);

// To be called when a root has new markup.
export function followCard(root) {
  const opened = root.querySelector("[data-card]");
  if (opened) {
    if (chosen && opened.dataset.card !== card) {
      opened.querySelector("[tabindex='-1']")?.focus({ preventScroll: true });
    }
    card = opened.dataset.card;
    return;
  }
  const entry = card && root.querySelector(`.list [data-event="${CSS.escape(card)}"]`);
  if (!entry || entry.classList.contains("open")) return;
  card = null;
  const held = document.activeElement;
  if (held === document.body || held?.shadowRoot?.querySelector("[data-card]")) entry.focus({ preventScroll: true });
}
