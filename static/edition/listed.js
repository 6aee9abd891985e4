// The list of events: rows that do not match are hidden, and headings that have none left.

// What the page drew, by the ids of the events: the row, and the places of the map that it stands in.
export function listedIn(page) {
  const rows = new Map();
  for (const link of page.querySelectorAll(".list li > a[data-event]")) {
    const time = link.querySelector(".time");
    rows.set(link.dataset.event, { link, row: link.parentElement, time, places: placesOf(link) });
  }
  return rows;
}

const placesOf = (link) => (link.dataset.places ?? "").split(" ").filter(Boolean);

export function showList(page, rows, { data, say, found, others, view, hrefOf, narrowed }) {
  const shown = new Set(found.map((number) => data.ids[number]));
  for (const [id, { row }] of rows) row.hidden = !shown.has(id);
  for (const list of page.querySelectorAll(".list")) {
    for (const box of [list, ...list.querySelectorAll("details")]) headings(box);
    tellOrder(list, rows, data, say);
    const early = list.querySelector("details[data-id='early']");
    if (early) foldEarly(early, say, narrowed);
    sayEmpty(list, { data, say, found, others, view, hrefOf });
  }
}

const visible = (list) => [...list.children].filter((row) => !row.hidden).length;

// A day has its heading while it has a row, and what is known of the hours is said where there are several.
function headings(box) {
  let [day, group, ofDay] = [null, null, []];
  const close = () => {
    const total = ofDay.reduce((sum, [, list]) => sum + visible(list), 0);
    if (day) day.hidden = !total;
    for (const [heading, list] of ofDay) if (heading) heading.hidden = total < 2 || !visible(list);
    ofDay = [];
  };
  for (const child of box.children) {
    if (child.tagName === "H2") {
      close();
      [day, group] = [child, null];
    } else if (child.tagName === "H3") group = child;
    else if (child.tagName === "UL") {
      ofDay.push([group, child]);
      group = null;
    }
  }
  close();
}

// "After that" is said only below the event that it means.
function tellOrder(list, rows, data, say) {
  for (const [number, [before, words]] of Object.entries(data.events.follows)) {
    const told = rows.get(data.ids[number]);
    if (!told?.time || !list.contains(told.row)) continue;
    told.first ??= told.time.textContent;
    let above = told.row.previousElementSibling;
    while (above?.hidden) above = above.previousElementSibling;
    const follows = above && rows.get(data.ids[before])?.row === above;
    told.time.textContent = follows ? say.text("afterThat") : told.first === say.text("afterThat") ? words : told.first;
  }
}

function foldEarly(early, say, narrowed) {
  const n = early.querySelectorAll("li:not([hidden])").length;
  early.firstElementChild.textContent = say.plural("early", n);
  early.hidden = !n;
  if (narrowed !== (early.dataset.narrowed === "1")) early.open = narrowed;
  early.dataset.narrowed = narrowed ? "1" : "";
}

function sayEmpty(list, { data, say, found, others, view, hrefOf }) {
  let none = list.querySelector(".none");
  if (!none && found.length) return;
  if (!none) {
    none = document.createElement("p");
    none.className = "none";
    list.append(none);
  }
  none.hidden = found.length > 0;
  const allDays = view.day && !view.hours && others.length === data.ids.length;
  const link = document.createElement("a");
  link.href = hrefOf(null);
  link.textContent = say.text("showAll");
  none.replaceChildren(`${say.text(allDays ? "noneThatDay" : "noneMatches")} `, link);
}
