// What is chosen, out of an address and back, as data/queries/view.py has it; and the file that shows it.
import { own } from "/assets/edition/data.js";
import { nameOf, parsePeriod, single } from "/assets/edition/period.js";

export const EVERYTHING = {
  day: null,
  hours: null,
  place: [],
  cat: [],
  status: [],
  sig: 3,
  q: "",
  voice: [],
  alone: false,
  of: "",
  deaths: false,
  at: "",
  lanes: "",
};

// How each choice is read: gives the value, undefined where there is none; what of a list is wrong goes to `wrong`.
function readers(data) {
  const one = (known) => (text) => known(text) || fail();
  const fail = () => {
    throw new RangeError();
  };
  const some = (known) => (text, wrong) => {
    const parts = new Set(
      text.split(".").flatMap((item) => (Object.hasOwn(data.divided, item) ? data.divided[item] : item)),
    );
    const items = [...parts].filter(Boolean);
    wrong.push(...items.filter((item) => !known(item)));
    const sound = items.filter(known);
    return sound.length ? sound : undefined;
  };
  const yes = one((text) => text === "1");
  return {
    day: (text) => parsePeriod(text, data.years),
    hours: (text) => hoursOf(text) ?? fail(),
    place: some((item) => data.placeNames.has(item)),
    cat: some((item) => Object.hasOwn(data.labels.cat, item)),
    status: some((item) => Object.hasOwn(data.labels.status, item)),
    sig: one((text) => Object.hasOwn(data.labels.sig, text) && Number(text)),
    q: (text) => [...text.trim().split(/\s+/).join(" ")].slice(0, data.longest.text).join("").trim() || undefined,
    voice: some((item) => Object.hasOwn(data.labels.voice, item)),
    alone: yes,
    of: one((text) => Object.hasOwn(data.cases, text) && text),
    deaths: yes,
    at: one((text) => ["kazakhstan", ...data.files.maps].includes(text) && text),
    lanes: one((text) => ["category", "place"].includes(text) && text),
    event: one((text) => data.numberOf.has(text) && text),
    lang: one((text) => data.languages.includes(text) && text),
  };
}

function hoursOf(text) {
  const found = /^(\d\d)([0-5]\d)-(\d\d)([0-5]\d)$/.exec(text)?.slice(1).map(Number);
  if (!found) return null;
  const hours = [found[0] * 60 + found[1], found[2] * 60 + found[3]];
  return hours[0] < hours[1] && hours[1] <= 1440 && hours.every((minutes) => minutes % 30 === 0) ? hours : null;
}

const FITS = { hours: (view) => single(view.day), alone: (view) => view.voice.length };

// Never fails: what is wrong comes back as rejected, the rest holds.
export function readView(query, data) {
  const [view, rejected, read] = [{ ...EVERYTHING, event: "", lang: "" }, [], {}];
  const [reader, others] = [readers(data), new RegExp(`^(?:${data.passedOver})$`)];
  for (const [name, text] of new Map(new URLSearchParams(query))) {
    if (others.test(name.toLowerCase()) || !text) continue;
    const key = name.replace(/^amp;/, "");
    if (!data.keys.includes(key)) rejected.push({ key, value: text, why: "noSuchChoice" });
    else if (data.ofTheApp.includes(key)) rejected.push({ key, value: text, why: "needsTheApp" });
    if (!Object.hasOwn(reader, key)) continue;
    const wrong = [];
    try {
      if (text.length > data.longest.value) throw new RangeError(key);
      view[key] = reader[key](text, wrong) ?? EVERYTHING[key];
      read[key] = text;
    } catch {
      wrong.push(text);
    }
    rejected.push(...wrong.map((value) => ({ key, value })));
  }
  for (const [key, fits] of Object.entries(FITS)) {
    if (!(key in read) || fits(view)) continue;
    rejected.push({ key, value: read[key] });
    view[key] = EVERYTHING[key];
  }
  return { view, rejected };
}

const two = (number) => String(number).padStart(2, "0");
const clock = (minutes, between = "") => two(Math.floor(minutes / 60)) + between + two(minutes % 60);
export const clockWords = (minutes) => clock(minutes, ":");

const WRITTEN = {
  day: nameOf,
  hours: (hours) => hours.map((minutes) => clock(minutes)).join("-"),
  alone: () => "1",
  deaths: () => "1",
};

// Only what differs from the whole record and goes with the rest, in the order of the app's keys.
export function written(view) {
  const query = new URLSearchParams();
  for (const key of Object.keys(EVERYTHING)) {
    const value = view[key];
    if (String(value ?? "") === String(EVERYTHING[key] ?? "") || (FITS[key] && !FITS[key](view))) continue;
    query.set(key, WRITTEN[key]?.(value) ?? (Array.isArray(value) ? value.join(".") : value));
  }
  return query.toString().replaceAll("*", "%2A").replaceAll("%7E", "~");
}

// The file that is nearest to a view, and the view that it shows by itself: that of its days, else of its one place.
export function fileOf(view, data) {
  if (view.event) return [`events/${view.event}.html`, ""];
  const day = view.day && nameOf(view.day);
  if (day && data.files.days.includes(day)) return [`days/${day}.html`, written({ ...EVERYTHING, day: view.day })];
  const [place, ...more] = view.place;
  if (place && !more.length && data.files.places.includes(place)) return [`places/${place}.html`, `place=${place}`];
  if (data.files.maps.includes(view.at)) return [`maps/${view.at}.html`, `at=${view.at}`];
  return view.lanes === "place" ? ["places.html", "lanes=place"] : ["index.html", ""];
}

export function hrefOf(view, data) {
  const [file, shown] = fileOf(view, data);
  // A map or lanes of another kind have files of their own; every other page is looked at as it was drawn.
  const looks = { at: file.startsWith("maps/") ? view.at : "", lanes: file === "places.html" ? view.lanes : "" };
  const query = written({ ...view, ...looks });
  return own.root + file + (query === shown ? "" : `#${query}`);
}
