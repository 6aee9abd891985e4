// The page as the server wrote it, where the app is not there, or not yet: what leads to an address follows it, by lists,
// keys and dragging too, and text can be copied. Served with its modules in front (components/frame/scripts.py).
import { asked, chosen, copy, filled, sends } from "/assets/acts.js";
import { drags } from "/assets/dragging.js";
import { fold } from "/assets/folds.js";
import "/assets/paper.js";
import { point } from "/assets/ringed.js";
import { listen } from "/assets/roots.js";
import { rove } from "/assets/roving.js";
import "/assets/shortcuts.js";
import { bringIntoView } from "/assets/takeover.js";
import { tips } from "/assets/tips.js";
import { begin } from "/assets/wanted.js";

const go = (href) => location.assign(href);
const root = document.getElementById("first-page");
if (root) {
  listen(root);
  root.choose = (template, days) => go(filled(template, days));
  drags(root);
  rove(root);
  fold(root);
  point(root);
  tips(root.querySelector("main"));
  for (const e of root.querySelectorAll("[data-tip]")) e.title = e.ariaLabel;
  for (const e of root.querySelectorAll("[data-scroll] [data-show]")) bringIntoView(e);
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
    const copier = event.target.closest("[data-copy]");
    if (copier) return copy(copier);
    const day = event.shiftKey && event.target.closest("[data-range] a[data-day]");
    if (!day) return;
    event.preventDefault();
    stretch(day);
  };
}
begin();

// From the days that are chosen to one more, with all between.
function stretch(day) {
  const area = day.closest("[data-range]");
  const days = [...area.querySelectorAll("a[data-day]")];
  const ends = days.filter((one) => one === day || one.classList.contains("chosen"));
  root.choose(area.dataset.range, `${ends[0].dataset.day}..${ends.at(-1).dataset.day}`);
}
