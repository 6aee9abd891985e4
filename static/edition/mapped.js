// The map, as a wide window and a narrow one show it: marks are drawn anew for what matches, and those of nothing go.
import { put } from "/assets/edition/data.js";
import { countsOf, diameters, draw, groupWords } from "/assets/edition/marks.js";
import { same } from "/assets/edition/period.js";

// What is drawn: the marks of each layer with where their names stand at first.
export function mapsIn(page) {
  return [...page.querySelectorAll(".map")].map((box) => {
    const layers = [...box.querySelectorAll(".spots")].map((layer) => {
      const marks = [...layer.querySelectorAll(".spot > a[data-place]")].map(markOf);
      return { marks, narrow: layer.classList.contains("narrow"), stem: stemOf(box, layer, marks) };
    });
    return { layers, shelf: [...box.querySelectorAll(".shelf [data-place]")], beside: box.querySelector(".shelf") };
  });
}

function markOf(link) {
  const name = link.parentElement.querySelector("text");
  return {
    link,
    spot: link.parentElement,
    name,
    radius: +link.querySelector(".ring").getAttribute("r") - 4,
    square: Boolean(link.querySelector("rect.halo")),
    short: Boolean(name?.textContent.includes(" … ")),
    stood: name && [+name.getAttribute("x"), +name.getAttribute("y")],
    places: link.dataset.place.split(" "),
  };
}

// A mark that was pushed from its point has a stem; where that ends says which mark it is of.
function stemOf(box, layer, marks) {
  const [, , width, height] = box.querySelector(".base").getAttribute("viewBox").split(" ").map(Number);
  const ofLayer = (stem) =>
    ["if-small", "not-small"].some((one) => [stem, layer].every((it) => it.classList.contains(one)));
  const path = [...box.querySelectorAll(".base .stem")].find(ofLayer);
  if (!path) return null;
  const off = (spot, name, end, size) => Math.abs(+spot.style.getPropertyValue(name) - (end - size / 2));
  const parts = path
    .getAttribute("d")
    .match(/M[^M]+/g)
    .map((part) => {
      const [x, y] = part.split("L")[1].split(" ").map(Number);
      return [
        part,
        marks.find(({ spot }) => off(spot, "--x", x, width) < 0.11 && off(spot, "--y", y, height) < 0.11)?.spot,
      ];
    });
  return { path, parts };
}

export function showMap({ layers, shelf, beside }, { data, say, found, rows, view, hrefOf }) {
  const at = new Map();
  for (const number of found) {
    for (const place of rows.get(data.ids[number])?.places ?? []) at.set(place, [...(at.get(place) ?? []), number]);
  }
  const eventsOf = (places) => places.flatMap((place) => at.get(place) ?? []);
  for (const layer of layers) showLayer(layer);
  for (const link of shelf) showBeside(link);
  if (beside) beside.hidden = shelf.every((link) => link.parentElement.hidden);

  function showLayer({ marks, narrow, stem }) {
    const magnified = data.map.magnified[narrow ? "narrow" : "wide"];
    // A square is as large as it would be among single places, those too that the map does not reach.
    const off = new Set(shelf.map((link) => link.dataset.place));
    const each = [...at].filter(([place]) => !off.has(place)).map(([, numbers]) => numbers.length);
    const sizeOfSquares = diameters(each, magnified, data.map);
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
    const left = stem?.parts.filter(([, spot]) => !spot?.hasAttribute("hidden")).map(([part]) => part);
    stem?.path.setAttribute("d", left.join(""));
  }

  function tell({ link, places, name, short, stood, radius }, events, size) {
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
