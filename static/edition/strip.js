// The strip of days, counted for what matches the other filters.
import { made, put } from "/assets/edition/data.js";
import { bounds, nameOf, same, single, strip } from "/assets/edition/period.js";
import { touches } from "/assets/edition/query.js";

export function showStrip(page, { data, say, others, view, hrefOf }) {
  const days = strip().map((period) => {
    const within = bounds(period);
    const of = (numbers) => numbers.filter((number) => touches(data, number, within));
    return { period, here: of(others), whole: of(data.ids.map((_, number) => number)).length };
  });
  const tallest = Math.max(1, ...days.map((day) => day.whole));
  const share = (n) => `${Math.round((10_000 * n) / tallest) / 100}%`;
  for (const { period, here, whole } of days) {
    const link = page.querySelector(`.strip a[data-id="${nameOf(period)}"]`);
    if (!link) continue;
    const parts = [
      ["other", whole - here.length],
      ["here", here.length],
    ].filter(([, n]) => n);
    const drawn = parts.map(([kind, n]) => made("i", { class: kind, style: `height:${share(n)}` }));
    link.querySelector(".stack").replaceChildren(...drawn);
    const label = link.querySelector(".label");
    label.querySelector("b")?.remove();
    label.textContent = label.textContent.trim();
    if (here.length) label.append(" ", made("b", {}, say.number(here.length)));
    link.ariaLabel = link.title = words(period, here, data, say);
    const chosen = covers(view.day, period);
    link.classList.toggle("chosen", chosen);
    put(link, "aria-current", chosen && "true");
    put(link, "data-show", chosen);
    link.setAttribute("href", hrefOf({ ...view, hours: null, day: same(view.day, period) ? null : period }));
  }
}

function words(period, here, data, say) {
  const standing = Object.entries(data.labels.status).flatMap(([status, label]) => {
    const n = here.filter((number) => data.status[number] === status).length;
    return n ? [`${label}: ${say.number(n)}`] : [];
  });
  return `${say.period(period)}: ${say.plural("events", here.length)}. ${standing.join(", ")}`.replace(/[. ]+$/, "");
}

function covers(chosen, column) {
  if (!chosen) return false;
  const day = single(column);
  if (!day) return same(chosen, column);
  return (!chosen[0] || chosen[0] <= day) && (!chosen[1] || day <= chosen[1]);
}
