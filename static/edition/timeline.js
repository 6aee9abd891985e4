// The timeline: its marks are hidden or shown where they stand, and its numbers counted again.
import { made, put } from "/assets/edition/data.js";
import { dayOf, minutesOf, nameOf, parsePeriod, single } from "/assets/edition/period.js";

const MIDNIGHT = 1440;
const FEBRUARY = 31 * MIDNIGHT;

// What is drawn, cell by cell: each with all events of the page that stand in it. What stood for many as a number alone
// is given marks too, to be seen when few of them are left.
export function drawnIn(section, { data, rows, all, shown }) {
  const day = shown.day ? nameOf(shown.day) : "";
  const hours = Boolean(single(shown.day));
  const axis = hours
    ? {
        columns: [],
        ends: minutesOf(day) + MIDNIGHT,
        begins: minutesOf(day),
        beside: data.hours.map((words) => [words]),
      }
    : { ...data.axes[day], begins: data.axes[day].columns[0] };
  const group = groups(axis, hours, data);
  const on = all.filter((n) => data.events.begins[n] >= axis.begins || data.ends[n] > axis.begins);
  const lefts = [...section.querySelectorAll(".axis i:not(.cut)")].map((line) => line.style.left);
  const laneOf = lanes(section, shown, data);
  const cells = [];
  for (const lane of section.querySelectorAll(".lane")) {
    const within = on.filter((n) => laneOf(n) === lane);
    for (const cell of lane.querySelectorAll(".cell")) {
      const column = lefts.indexOf(cell.style.left);
      const events = within.filter((n) => group(n) === null && columnOf(n, axis, shown, data) === column);
      cells.push({ cell, events, column, lane });
    }
    const beside = lane.querySelector(".apart");
    const events = [0, 1].flatMap((number) => within.filter((n) => group(n) === number));
    const first = within.filter((n) => group(n) === 0).length;
    if (beside) cells.push({ cell: beside, events, alone: aloneIn(within[0], lane, shown, data), first });
  }
  for (const one of cells) complete(one, rows, data);
  return { section, axis, group, on, cells, before: all.filter((n) => !on.includes(n)) };
}

// The lane that an event stands in: that of its kind or of its place, the last one where that has none of its own.
function lanes(section, shown, data) {
  const all = [...section.querySelectorAll(".lane")];
  const named = new Map(all.map((lane) => [lane.querySelector("b").textContent, lane]));
  if (shown.lanes !== "place") return (n) => named.get(data.labels.cat[data.cat[n]]);
  return (n) => named.get(data.placeNames.get(data.lane[n])) ?? all.at(-1);
}

// What is chosen in the view of a lane alone.
function aloneIn(n, lane, shown, data) {
  if (shown.lanes !== "place") return { cat: [data.cat[n]] };
  const named = data.placeNames.get(data.lane[n]) === lane.querySelector("b").textContent;
  return { lanes: "", ...(named && { place: [data.lane[n]] }) };
}

function groups(axis, hours, data) {
  if (hours) return (n) => (data.partOnly.has(n) ? 0 : data.noHour.has(n) ? 1 : null);
  if (!axis.beside.length) return () => null;
  return (n) => (data.events.begins[n] < axis.ends ? null : Number(data.events.begins[n] >= FEBRUARY));
}

function columnOf(n, axis, shown, data) {
  const from = Math.max(data.events.begins[n], shown.day?.[0] ? minutesOf(shown.day[0]) : -Infinity);
  return Math.max(axis.columns.filter((begins) => begins <= from).length - 1, 0);
}

function complete({ cell, events }, rows, data) {
  const last = cell.querySelector(":scope > :is(.number, .more)");
  for (const n of events) {
    const [id, told] = [data.ids[n], rows.get(data.ids[n])];
    if (!told || cell.querySelector(`:scope > [data-event="${id}"]`)) continue;
    const title = ["title", "meta"].map((part) => told.link.querySelector(`.${part}`).textContent.trim()).join("\n");
    const mark = made("a", {
      class: `sq f-${data.family[n]} s-${data.status[n]}`,
      href: told.link.getAttribute("href"),
      "data-event": id,
      "data-places": told.places.join(" "),
      title,
      hidden: true,
    });
    last ? last.before(mark) : cell.append(mark);
  }
}

export function showTimeline(drawn, { data, say, found, view, hrefOf, words }) {
  const { section, axis, group, on } = drawn;
  const seen = new Set(found);
  section.ariaLabel = say.text("timeline", { what: words });
  for (const mark of section.querySelectorAll(".plot > a[data-event]")) {
    mark.hidden = !seen.has(data.numberOf.get(mark.dataset.event));
    const whisker = mark.previousElementSibling;
    if (whisker?.matches(".whisker")) whisker.hidden = mark.hidden;
  }
  for (const one of drawn.cells) "column" in one ? showCell(one, drawn, seen) : showBeside(one, seen);
  showHeads();

  function showCell({ cell, events, column, lane }) {
    const { inCell, fewInCell, mostInCell } = data.timeline;
    const here = events.filter((n) => seen.has(n));
    markThose(cell, here.length <= mostInCell ? here : []);
    cell.hidden = !here.length;
    cell.classList.toggle("some", here.length > inCell && here.length <= fewInCell);
    cell.classList.toggle("many", here.length > fewInCell);
    const number = cell.querySelector(":scope > .number");
    if (!number) return;
    number.hidden = here.length <= inCell;
    number.textContent = say.number(here.length);
    const days = [dayOf(axis.columns[column]), dayOf((axis.columns[column + 1] ?? axis.ends) - 1)];
    number.title = `${lane.querySelector("b").textContent}, ${say.period(days)}: ${say.plural("events", here.length)}`;
    number.setAttribute("href", hrefOf({ ...view, day: days, hours: null }));
  }

  function showBeside({ cell, events, alone, first }) {
    const { beside, mostBeside, ofNumber } = data.timeline;
    const here = events.filter((n) => seen.has(n));
    const room = here.length <= mostBeside ? here.length : mostBeside - ofNumber;
    const ofFirst = events.slice(0, first).filter((n) => seen.has(n)).length;
    markThose(cell, here.slice(0, room), here[ofFirst > 0 ? ofFirst : -1]);
    cell.classList.toggle("two-rows", here.length > beside);
    const more = cell.querySelector(":scope > .more");
    if (!more) return;
    more.hidden = here.length === room;
    more.textContent = `+${say.number(here.length - room)}`;
    more.title = say.plural("moreEvents", here.length - room);
    more.setAttribute("href", hrefOf({ ...view, ...alone }));
  }

  function markThose(cell, numbers, parted) {
    const ids = new Set(numbers.map((n) => data.ids[n]));
    for (const square of cell.querySelectorAll(":scope > .sq")) {
      square.hidden = !ids.has(square.dataset.event);
      square.classList.toggle("parted", square.dataset.event === data.ids[parted]);
    }
  }

  function showHeads() {
    const heads = [...section.querySelectorAll(".heads > *")];
    axis.beside.forEach(([template, days], number) => {
      if (!on.some((n) => group(n) === number)) return;
      const n = found.filter((one) => on.includes(one) && group(one) === number).length;
      const head = heads.shift();
      if (!head) return;
      head.textContent = template.replace("{n}", say.number(n));
      head.hidden = !n;
      if (days) put(head, "href", hrefOf({ ...view, day: parsePeriod(days, data.years), hours: null }));
    });
    const before = section.querySelector(".before > a");
    if (!before) return;
    const n = drawn.before.filter((one) => seen.has(one)).length;
    before.textContent = say.text("beforeAxis", { n: say.number(n) });
    before.hidden = !n;
    before.setAttribute("href", hrefOf({ ...view, day: ["", "2021-12-31"], hours: null }));
  }
}
