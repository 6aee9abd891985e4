// The heading, what is chosen as chips that take themselves off, and the menus with what each of their lines would leave.
import { made, put } from "/assets/edition/data.js";
import { inJanuary, january, same, single } from "/assets/edition/period.js";
import { counted, matching } from "/assets/edition/query.js";
import { clockWords, EVERYTHING } from "/assets/edition/view.js";

const without = (values, value) => values.filter((one) => one !== value);
const toggled = (values, value) => (values.includes(value) ? without(values, value) : [...values, value]);

export function showChoosing(page, shown) {
  const choosing = page.querySelector(".choosing");
  if (!choosing) return;
  const heading = choosing.querySelector("h1");
  if (heading.textContent !== shown.words) heading.textContent = shown.words;
  showChips(choosing, shown);
  showMenus(choosing, shown);
  choosing.querySelector(".done").textContent = shown.say.plural("show", shown.found.length);
}

function chipsOf({ data, say, view }) {
  const chips = [];
  const add = (id, words, changes) => chips.push({ id, words, view: { ...view, ...changes } });
  const labelled = (key, id, label) => {
    for (const value of view[key]) {
      const left = without(view[key], value);
      add(`${id}-${value}`, label(value), { [key]: left, ...(key === "voice" && !left.length && { alone: false }) });
    }
  };
  const day = single(view.day);
  const written = day && inJanuary(day) ? say.day(day) : view.day && say.period(view.day);
  if (view.day) add("period", written, { day: null, hours: null });
  if (view.hours) add("hours", view.hours.map(clockWords).join("–"), { hours: null });
  labelled("place", "places", (value) => data.placeNames.get(value));
  labelled("cat", "categories", (value) => data.labels.cat[value]);
  labelled("status", "statuses", (value) => data.labels.status[value]);
  const heard = view.alone ? "alone" : "reportedBy";
  labelled("voice", "voices", (value) => say.text(heard, { kind: data.labels.voice[value] }));
  if (view.of) add("case", data.cases[view.of], { of: "" });
  if (view.deaths) add("deaths", say.text("aboutDeaths"), { deaths: false });
  if (view.sig < EVERYTHING.sig) add("significance", data.labels.sig[view.sig], { sig: EVERYTHING.sig });
  if (view.q) add("text", say.text("quoted", { words: view.q }), { q: "" });
  return chips;
}

function showChips(choosing, { data, say, view, hrefOf, root }) {
  const chips = chipsOf({ data, say, view });
  const held = document.activeElement?.closest(".chips [data-id]")?.dataset.id;
  choosing.classList.toggle("many", chips.length > 1);
  choosing.querySelector(".chips")?.remove();
  if (chips.length) {
    const link = (id, href, ...words) => made("li", {}, made("a", { class: "chip", "data-id": id, href }, ...words));
    const items = chips.map((chip) => {
      const item = link(
        `off-${chip.id}`,
        hrefOf(chip.view),
        `${chip.words} `,
        made("span", { "aria-hidden": "true" }, "×"),
      );
      item.firstChild.classList.add("in-use");
      item.firstChild.ariaLabel = say.text("takeOff", { words: chip.words });
      return item;
    });
    if (view.of) items.push(link("to-case", `${root}cases/${view.of}.html`, say.text("toCase")));
    if (chips.length > 1) items.push(link("reset", hrefOf(null), say.text("takeAllOff")));
    choosing
      .querySelector(".sentence")
      .append(made("ul", { class: "chips", "aria-label": say.text("chosen") }, ...items));
  }
  if (!held) return;
  const next =
    choosing.querySelector(`[data-id="${held}"]`) ?? choosing.querySelector(".chips a") ?? choosing.querySelector("h1");
  if (next.tagName === "H1") next.tabIndex = -1;
  next.focus({ preventScroll: true });
}

function showMenus(choosing, { data, say, view, found, searched, hrefOf }) {
  const menu = (id) => choosing.querySelector(`[data-id="menu-${id}"] .unfolded`);
  const line = ({ words, number, to, chosen }, id) => {
    const link = made(
      "a",
      { href: hrefOf(to), "data-id": id, class: chosen && "open", "aria-current": chosen && "true" },
      words,
    );
    if (number !== undefined) link.append(" ", made("b", {}, say.number(number)));
    return made("li", {}, link);
  };
  const fill = (list, id, options) => list?.replaceChildren(...options.map((one, at) => line(one, `${id}-${at + 1}`)));

  const several = (key, valuesOf, words, order) => {
    const chosen = view[key];
    const undone = { ...view, [key]: [], ...(key === "voice" && { alone: false }) };
    const counts = counted(chosen.length ? matching(undone, data, searched) : found, valuesOf);
    const n = (value) => counts.get(value) ?? 0;
    const before = (one, other) => n(other) - n(one) || (words(one) < words(other) ? -1 : 1);
    let values = (order ?? [...counts.keys()].toSorted(before)).filter(n);
    if (!order) values = values.slice(0, data.mostPlaces);
    return [...chosen.filter((one) => !values.includes(one)), ...values].map((value) => {
      const left = toggled(chosen, value);
      const to = { ...view, [key]: left, ...(key === "voice" && !left.length && { alone: false }) };
      return { words: words(value), number: n(value), to, chosen: chosen.includes(value) };
    });
  };
  const labels = (key) => [(value) => data.labels[key][value], Object.keys(data.labels[key])];

  fill(
    menu("places")?.querySelector("ul"),
    "places",
    several(
      "place",
      (n) => data.at[n],
      (id) => data.placeNames.get(id),
    ),
  );
  fill(
    menu("categories")?.querySelector("ul"),
    "categories",
    several("cat", (n) => data.cat[n], ...labels("cat")),
  );
  const voices = several("voice", (n) => data.voice[n], ...labels("voice"));
  const nobodyElse = { words: say.text("nobodyElse"), to: { ...view, alone: !view.alone }, chosen: view.alone };
  fill(menu("voices")?.querySelector("ul"), "voices", view.voice.length ? [...voices, nobodyElse] : voices);
  const [statuses, significances] = menu("more")?.querySelectorAll("ul") ?? [];
  fill(
    statuses,
    "statuses",
    several("status", (n) => data.status[n], ...labels("status")),
  );
  const significance = Object.entries(data.labels.sig).map(([value, words]) => ({
    words,
    to: { ...view, sig: +value },
    chosen: +value === view.sig,
  }));
  fill(significances, "significance", significance);
  const deaths = choosing.querySelector(".menus > [data-id='deaths']");
  if (deaths) {
    deaths.hidden = view.deaths;
    deaths.setAttribute("href", hrefOf({ ...view, deaths: true }));
    deaths.querySelector("b").textContent = say.number(found.filter((n) => data.deaths.has(n)).length);
  }
  const words = menu("text")?.querySelector("[name='q']");
  if (words) words.value = view.q;
  showPickers(menu("more"), { say, view, hrefOf });
}

// From which day to which, and on a single day from which hour to which.
function showPickers(menu, { say, view, hrefOf }) {
  const pickers = [...(menu?.querySelectorAll("select[data-pick]") ?? [])];
  const days = january();
  const [first, last] = view.day ?? [];
  const known = (day) => days.includes(day);
  const fill = (picker, options) => {
    picker?.replaceChildren(
      ...options.map(([words, to, chosen]) => {
        const option = made("option", { value: hrefOf(to) }, words);
        option.selected = chosen;
        return option;
      }),
    );
  };
  const any = (here) => [pickers[0].options[0].textContent, { ...view, day: null, hours: null }, !known(here)];
  const from = (day, here, other, late) => {
    const chosen = known(other) && late(other) ? [day, day] : [day, known(other) ? other : day].toSorted();
    return [say.day(day), { ...view, day: chosen, hours: null }, here === day];
  };
  if (!pickers.length) return;
  const whole = any(first);
  fill(pickers[0], [whole, ...days.map((day) => from(day, first, last, (other) => day > other))]);
  fill(pickers[1], [
    [whole[0], whole[1], !known(last)],
    ...days.map((day) => from(day, last, first, (other) => day < other)),
  ]);
  const [begins, ends] = view.hours ?? [0, 1440];
  const times = (low, high) => Array.from({ length: (high - low) / 30 + 1 }, (_, number) => low + number * 30);
  const hour = (minutes, hours, here) => {
    const isWhole = same(hours, [0, 1440]);
    return [clockWords(minutes), { ...view, hours: isWhole ? null : hours }, minutes === here];
  };
  fill(
    pickers[2],
    times(0, ends - 30).map((minutes) => hour(minutes, [minutes, ends], begins)),
  );
  fill(
    pickers[3],
    times(begins + 30, 1440).map((minutes) => hour(minutes, [begins, minutes], ends)),
  );
}

// The key: each of its families and standings is a filter too.
export function showKey(page, { data, view, hrefOf }) {
  const line = page.querySelector(".key-line");
  const set = (id, on, to) => {
    const link = line?.querySelector(`[data-id="key-${id}"]`);
    if (!link) return;
    link.classList.toggle("open", on);
    put(link, "aria-current", on && "true");
    link.setAttribute("href", hrefOf(to));
  };
  for (const [family, members] of Object.entries(data.families)) {
    const on = members.every((one) => view.cat.includes(one));
    const left = view.cat.filter((one) => !members.includes(one));
    set(family, on, { ...view, cat: on ? left : [...left, ...members] });
  }
  for (const status of Object.keys(data.labels.status)) {
    set(status, view.status.includes(status), { ...view, status: toggled(view.status, status) });
  }
}
