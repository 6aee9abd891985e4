// The marks of a map, as components/map/marks.py and groups.py draw them, by the numbers that they hand over.
const TURN = 2 * Math.PI;
const tenth = (number) => Math.round(number * 10) / 10;
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

// Events of a group by family, so many of each filling; families without any are left out.
export function countsOf(numbers, data) {
  const counts = {};
  for (const family of Object.keys(data.families)) {
    const here = numbers.filter((n) => data.family[n] === family);
    const fillings = data.map.fillings.map(
      (one) => here.filter((n) => data.map.fillingOf[data.status[n]] === one).length,
    );
    if (here.length) counts[family] = fillings;
  }
  return counts;
}

// The diameter of a mark for so many events, where these are all that there are.
export function diameters(totals, magnified, { smallest, largest, perRoot }) {
  const root = Math.min(perRoot, largest / Math.sqrt(Math.max(1, ...totals)));
  return (total) => tenth(magnified * Math.max(smallest, root * Math.sqrt(total)));
}

const leading = (counts) =>
  Object.keys(counts).reduce((one, other) => (sum(counts[other]) > sum(counts[one]) ? other : one));

function simplified(counts, size, { sliced }) {
  if (size >= sliced) return counts;
  const family = leading(counts);
  const most = counts[family].indexOf(Math.max(...counts[family]));
  const total = sum(Object.values(counts).flat());
  return { [family]: counts[family].map((_, number) => (number === most ? total : 0)) };
}

function slice(begins, ends, radius) {
  const r = radius.toFixed(2);
  if (ends - begins > 0.999) return `M0 ${(-radius).toFixed(2)}a${r} ${r} 0 1 1-.01 0z`;
  const at = (turn) => `${(radius * Math.sin(TURN * turn)).toFixed(2)} ${(-radius * Math.cos(TURN * turn)).toFixed(2)}`;
  return `M0 0L${at(begins)}A${r} ${r} 0 ${ends - begins > 0.5 ? 1 : 0} 1 ${at(ends)}Z`;
}

// Slices as family, status and path.
function wedgesOf(counts, size, magnified, map) {
  const drawn = simplified(counts, size / magnified, map);
  const [total, radius] = [sum(Object.values(drawn).flat()), (size - map.line * magnified) / 2];
  let turn = 0;
  return Object.entries(drawn).flatMap(([family, numbers]) =>
    numbers.flatMap((n, filling) => {
      if (!n) return [];
      const begins = turn;
      return [[family, map.statuses[filling], slice(begins, (turn += n / total), radius)]];
    }),
  );
}

function squareOf(counts, size, magnified, map) {
  const half = Math.round((size - map.line * magnified) * 50) / 100;
  const hollow = map.statuses[map.fillings.indexOf("hollow")];
  return [[leading(counts), hollow, `M${-half} ${-half}H${half}V${half}H${-half}z`]];
}

// Puts the slices of a mark in the place of those that it has.
export function draw(mark, counts, size, magnified, map) {
  for (const wedge of mark.querySelectorAll(":scope > .wedge")) wedge.remove();
  const halo = mark.querySelector(":scope > .halo");
  const square = halo.tagName === "rect";
  const found = (square ? squareOf : wedgesOf)(counts, size, magnified, map);
  const paths = found.map(([family, status, path]) => {
    const wedge = document.createElementNS("http://www.w3.org/2000/svg", "path");
    const filling = map.fillingOf[status];
    wedge.setAttribute("class", `wedge f-${family} s-${status}`);
    if (filling === "half" || filling === "hatched") wedge.setAttribute("fill", `url(#${filling}-${family})`);
    wedge.setAttribute("stroke-width", map.line * magnified);
    wedge.setAttribute("d", path);
    return wedge;
  });
  halo.after(...paths);
  const sized = square
    ? { x: -size / 2 - 1, y: -size / 2 - 1, width: size + 2, height: size + 2 }
    : { r: size / 2 + 1 };
  for (const [name, value] of Object.entries(sized)) halo.setAttribute(name, value);
  mark.querySelector(":scope > .ring")?.setAttribute("r", size / 2 + 4);
  mark.querySelector(":scope > .target")?.setAttribute("r", Math.max(size / 2, 12));
}

// A group in words, on three lines.
export function groupWords(numbers, data, say) {
  const counted = (labels, values) =>
    Object.entries(labels)
      .map(([value, label]) => [label.toLowerCase(), numbers.filter((n) => values[n] === value).length])
      .flatMap(([label, n]) => (n ? [`${label} ${say.number(n)}`] : []))
      .join(", ");
  const lines = [counted(data.labels.status, data.status), counted(data.labels.family, data.family)];
  return [say.plural("events", numbers.length), ...lines].join("\n");
}
