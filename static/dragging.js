// Days are chosen from one to another by dragging over them: `data-range` is an address with `{value}` for the days
// chosen, `data-day` one of the days. A finger scrolls instead.
export function drags(root) {
  root.addEventListener("dragstart", (event) => {
    if (event.target.closest("[data-range]")) event.preventDefault();
  });
  root.addEventListener("pointerdown", (event) => {
    const area = event.target.closest("[data-range]");
    if (!area || event.button || event.shiftKey || event.pointerType === "touch") return;
    const days = [...area.querySelectorAll("[data-day]")];
    const first = dayAt(days, event.clientX);
    if (first < 0) return;
    let last = first;
    const within = (day, number) => number >= Math.min(first, last) && number <= Math.max(first, last);
    const over = new AbortController();
    const on = { signal: over.signal };
    const mark = () => days.forEach((day, i) => day.classList.toggle("within", last !== first && within(day, i)));
    const move = ({ clientX }) => {
      const at = dayAt(days, clientX);
      if (at >= 0) last = at;
      mark();
    };
    const end = () => {
      over.abort();
      const chosen = days.filter(within).map((day) => day.dataset.day);
      if (last !== first) root.choose(area.dataset.range, `${chosen[0]}..${chosen.at(-1)}`);
      last = first;
      mark();
    };
    addEventListener("pointermove", move, on);
    addEventListener("pointerup", end, on);
    addEventListener("pointercancel", () => over.abort(), on);
  });
}

function dayAt(days, x) {
  return days.findIndex((day) => {
    const { left, right } = day.getBoundingClientRect();
    return x >= left && x < right;
  });
}
