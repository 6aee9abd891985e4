// The events of a view, as data/queries/query.py filters them.
import { foldedWords } from "/assets/edition/folding.js";
import { bounds } from "/assets/edition/period.js";

// Makes of the data what is asked often.
export function prepared(data) {
  const { events } = data;
  data.ids = events.ids.split(" ");
  data.numberOf = new Map(data.ids.map((id, number) => [id, number]));
  data.placeNames = new Map(data.places);
  const placed = data.places.map(([id]) => id);
  data.at = events.at.map((set) => events.sets[set].map((place) => placed[place]));
  data.lane = events.lane.map((place) => placed[place]);
  const kinds = Object.keys(data.labels.voice);
  data.voice = events.voice.map((set) => events.sets[set].map((kind) => kinds[kind]));
  data.cat = events.cat.map((number) => Object.keys(data.labels.cat)[number]);
  data.status = events.status.map((number) => Object.keys(data.labels.status)[number]);
  const familyOf = Object.fromEntries(
    Object.entries(data.families).flatMap(([f, cats]) => cats.map((cat) => [cat, f])),
  );
  data.family = data.cat.map((cat) => familyOf[cat]);
  data.ends = events.begins.map((begins, number) => begins + events.lasts[number]);
  for (const name of ["deaths", "partOnly", "noHour"]) data[name] = new Set(events[name]);
  return data;
}

export function touches(data, number, [low, high]) {
  const [begins, ends] = [data.events.begins[number], data.ends[number]];
  return (begins === ends && begins >= low && begins < high) || (begins < high && ends > low);
}

// The numbers of the events, in the order of the record; `searched` is what words are looked up in.
export function matching(view, data, searched) {
  const tests = [];
  if (view.day) {
    const within = bounds(view.day, view.hours);
    tests.push((n) => touches(data, n, within));
  }
  if (view.place.length) tests.push((n) => data.at[n].some((place) => view.place.includes(place)));
  for (const key of ["cat", "status"]) if (view[key].length) tests.push((n) => view[key].includes(data[key][n]));
  if (view.sig < 3) tests.push((n) => data.events.sig[n] <= view.sig);
  if (view.voice.length) {
    const heard = (kind) => view.voice.includes(kind);
    tests.push((n) => (view.alone ? data.voice[n].every(heard) : data.voice[n].some(heard)));
  }
  if (view.of) tests.push((n) => data.events.of[view.of]?.includes(n));
  if (view.deaths) tests.push((n) => data.deaths.has(n));
  if (view.q) {
    for (const word of foldedWords(view.q, searched.letters)) {
      const having = eventsWith(word, searched);
      tests.push((n) => having.has(n));
    }
  }
  return data.ids.map((_, number) => number).filter((number) => tests.every((test) => test(number)));
}

function eventsWith(word, searched) {
  searched.each ??= searched.words.split(" ");
  const found = new Set();
  searched.each.forEach((known, at) => {
    if (!known.includes(word)) return;
    let number = 0;
    for (const step of searched.events[at]) found.add((number += step));
  });
  return found;
}

export function counted(numbers, valuesOf) {
  const counts = new Map();
  for (const number of numbers) {
    for (const value of [valuesOf(number)].flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
