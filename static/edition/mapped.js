// The maps of a page, of a wide window and of a narrow one: marks are drawn anew for what matches, and those of nothing go.
import { put } from "/assets/edition/data.js";
import { countsOf, diameters, draw, groupWords } from "/assets/edition/marks.js";
import { same } from "/assets/edition/period.js";

// What is drawn: the marks of each map with where their names stand at first.
export function mapsIn(page) {
  return [...page.querySelectorAll(".map")].map((box) => {
    const marks = [...box.querySelectorAll(".spot > a[data-place]")].map((link) => {
      const name = link.parentElement.querySelector("text");
      const radius = +link.querySelector(".ring").getAttribute("r") - 4;
      return {
        link,
        spot: link.parentElement,
        name,
        radius,
        square: Boolean(link.querySelector("rect.halo")),
        short: Boolean(name?.textContent.includes(" … ")),
        at: name && [+name.getAttribute("x"), +name.getAttribute("y")],
        places: link.dataset.place.split(" "),
      };
    });
    const narrow = Boolean(box.querySelector(".map-figure.narrow"));
    return { box, marks, narrow, shelf: [...box.querySelectorAll(".shelf [data-place]")], stems: stemsIn(box) };
  });
}

// A mark that was pushed from its point has a stem; its end says which mark it is of.
function stemsIn(box) {
  const [, , width, height] = box.querySelector(".base").getAttribute("viewBox").split(" ").map(Number);
  const spots = [...box.querySelectorAll(".spot:has(> a[data-place])")];
  const off = (spot, name, end, size) => Math.abs(+spot.style.getPropertyValue(name) - (end - size / 2));
  return [...box.querySelectorAll(".base .stem")].flatMap((stem) => {
    const [x, y] = stem.getAttribute("d").split("L")[1].split(" ").map(Number);
    const spot = spots.find((one) => off(one, "--x", x, width) < 0.11 && off(one, "--y", y, height) < 0.11);
    return spot ? [[stem, spot]] : [];
  });
}

export function showMap({ box, marks, narrow, shelf, stems }, { data, say, found, rows, view, hrefOf }) {
  const at = new Map();
  for (const number of found) {
    for (const place of rows.get(data.ids[number])?.places ?? []) at.set(place, [...(at.get(place) ?? []), number]);
  }
  const eventsOf = (places) => places.flatMap((place) => at.get(place) ?? []);
  const magnified = data.map.magnified[narrow ? "narrow" : "wide"];
  const sizeOfSquares = diameters(
    marks.flatMap(({ places }) => places.map((one) => eventsOf([one]).length)),
    magnified,
    data.map,
  );
  const discs = marks.filter(({ square }) => !square).map(({ places }) => eventsOf(places).length);
  const sizeOfDiscs = diameters(discs, magnified, data.map);
  for (const mark of marks) {
    const events = eventsOf(mark.places);
    put(mark.spot, "hidden", !events.length);
    if (!events.length) continue;
    const size = mark.square
      ? Math.round(sizeOfSquares(events.length) * data.map.square * 10) / 10
      : sizeOfDiscs(events.length);
    draw(mark.link, countsOf(events, data), size, magnified, data.map);
    tell(mark, events, size);
    choose(mark.link, mark.places, "chosen");
  }
  for (const [stem, spot] of stems) put(stem, "hidden", spot.hasAttribute("hidden"));
  for (const link of shelf) showBeside(link);
  const section = box.querySelector(".shelf");
  if (section) section.hidden = shelf.every((link) => link.parentElement.hidden);

  function tell({ link, places, name, short, at: stood, radius }, events, size) {
    const having = places.filter((place) => at.has(place));
    having.sort((one, other) => at.get(other).length - at.get(one).length);
    const first = data.placeNames.get(having[0]);
    const [called, n] = [having.length > 1 ? say.text("around", { place: first }) : first, say.number(events.length)];
    const parts = having.map((place) => `${data.placeNames.get(place)} ${say.number(at.get(place).length)}`);
    const words = [called, groupWords(events, data, say), ...(having.length > 1 ? [say.list(parts)] : [])];
    link.querySelector("title").textContent = words.join("\n");
    link.setAttribute("aria-label", `${called} ${n}`);
    if (!name) return;
    name.textContent = short && having.length > 1 ? `${first} … ${n}` : `${called} ${n}`;
    const [x, y] = stood;
    // A name stands as far from a smaller mark as it did from the larger one.
    const nearer = { start: -1, end: 1 }[name.getAttribute("text-anchor")];
    if (nearer) name.setAttribute("x", Math.round((x + nearer * (radius - size / 2)) * 10) / 10);
    else name.setAttribute("y", Math.round((y + Math.sign(-y) * (radius - size / 2)) * 10) / 10);
  }

  function showBeside(link) {
    const events = eventsOf([link.dataset.place]);
    link.parentElement.hidden = !events.length;
    if (!events.length) return;
    const name = [...link.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    link.querySelector("b").textContent = say.number(events.length);
    link.ariaLabel = link.title = `${name.data.trim()}\n${groupWords(events, data, say)}`;
    draw(link.querySelector("svg"), countsOf(events, data), data.map.shelf, 1, data.map);
    choose(link, [link.dataset.place], "open");
    put(link, "aria-current", link.classList.contains("open") && "true");
  }

  function choose(link, places, looks) {
    link.classList.toggle(
      looks,
      places.some((place) => view.place.includes(place)),
    );
    link.setAttribute("href", hrefOf({ ...view, place: same(places, view.place) ? [] : places, at: "" }));
  }
}
