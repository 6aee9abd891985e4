// The page of a search over everything: what MiniSearch finds of the words after "q=", under its kinds.
import { load, made, own, page } from "/assets/edition/data.js";
import { soundingWords } from "/assets/edition/sounding.js";
import { filled, wordsOf } from "/assets/edition/words.js";

const PLACES = {
  person: "people/{id}.html",
  place: "places/{id}.html",
  event: "events/{id}.html",
  case: "cases/{id}.html",
  claim: "claims/{id}.html",
  death: "dead.html#death-{id}",
  source: "sources/{id}.html",
};
const SHORTEST = 3;
const CYRILLIC = /[\u0400-\u04ff]/;

let found = null; // the index with its data

async function ready() {
  const library = new Promise((resolve, reject) => {
    const script = made("script", { src: `${own.root}../assets/minisearch.js` });
    Object.assign(script, { onload: resolve, onerror: reject });
    document.head.append(script);
  });
  const [data] = await Promise.all([load("search"), library]);
  const spread = written(data.index);
  const index = MiniSearch.loadJS(spread, {
    fields: ["names", "texts"],
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term,
  });
  const words = spread.index.map(([word]) => word);
  data.index = null;
  page.querySelector(".sprite") ?? page.insertAdjacentHTML("afterbegin", data.sprite);
  return { data, index, words, say: wordsOf(data), kinds: Object.keys(data.kinds) };
}

// The index as MiniSearch writes one out; it came in lines that take a third of the room.
function written({ fields, lengths, words, lines, version }) {
  const entries = (steps) => {
    let entry = 0;
    const parts = steps.split(" ").map((one) => one.split(":"));
    return Object.fromEntries(parts.map(([step, often = 1]) => [(entry += +step), +often]));
  };
  const both = (of) =>
    Object.fromEntries(of.split("/").flatMap((steps, field) => (steps ? [[field, entries(steps)]] : [])));
  const mean = (field) => lengths.reduce((sum, length) => sum + length[field], 0) / (lengths.length || 1);
  return {
    documentCount: lengths.length,
    nextId: lengths.length,
    documentIds: Object.fromEntries(lengths.map((_, number) => [number, number])),
    fieldIds: Object.fromEntries(fields.map((field, number) => [field, number])),
    fieldLength: Object.fromEntries(lengths.entries()),
    averageFieldLength: fields.map((_, field) => mean(field)),
    storedFields: {},
    dirtCount: 0,
    index: words.split(" ").map((word, at) => [word, both(lines[at])]),
    serializationVersion: version,
  };
}

// A word as it sounds, also as a part of another; of a Cyrillic one its beginning too, as its ending may differ.
// What nothing has is taken for what is spelt much like it.
function askedFor({ word, sounds }, { data: { stem }, index, words }) {
  // Of a longer word the sound may be too short to tell anything apart.
  const form = sounds.length < Math.min(SHORTEST, word.length) ? word : sounds;
  const forms = [{ queries: [form], prefix: true, weights: { fuzzy: 0.2, prefix: 0.5 } }];
  const parts = form.length < SHORTEST ? [] : words.filter((one) => one.indexOf(form) > 0);
  if (parts.length) forms.push({ queries: parts, boostTerm: () => 0.2 });
  const shorter = sounds.slice(0, Math.max(stem.shortest, sounds.length - stem.ending));
  if (CYRILLIC.test(word) && shorter.length < sounds.length) {
    forms.push({ queries: [shorter], prefix: true, boostTerm: () => 0.1 });
  }
  const asked = { combineWith: "OR", queries: forms };
  if (form.length >= stem.shortest && !index.search(asked).length) forms[0].fuzzy = 0.2;
  return asked;
}

function hitsOf(words, known) {
  const query = { combineWith: "AND", queries: words.map((word) => askedFor(word, known)) };
  return words.length ? known.index.search(query, { boost: { names: 4 } }) : [];
}

export async function search() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const typed = (asked.get("q") ?? "").trim();
  const article = page.querySelector(".found");
  for (const field of page.querySelectorAll("input[name='q']")) field.value = typed;
  article.querySelector("[data-results]")?.remove();
  const intro = article.querySelector(":scope > p");
  intro.hidden = Boolean(typed);
  if (!typed) return;
  found ??= ready();
  const known = await found;
  if (typed !== (new URLSearchParams(location.hash.slice(1)).get("q") ?? "").trim()) return;
  const { data, say, kinds } = known;
  const all = soundingWords([...typed].slice(0, data.most.letters).join(""), data);
  const words = all
    .filter(({ word }, at) => all.findIndex((one) => one.word === word) === at)
    .slice(0, data.most.words);
  const hits = hitsOf(words, known);
  const among = kinds.includes(asked.get("in")) ? asked.get("in") : "";
  const told = hits.length ? results(hits, among, typed, known) : nothing(typed, words, known);
  if (words.length < all.length || [...typed].length > data.most.letters) {
    const most = { letters: say.number(data.most.letters), words: say.number(data.most.words) };
    told.unshift(made("p", { class: "note" }, say.text("tooLong", most)));
  }
  article.append(made("div", { "data-results": true }, ...told));
}

const hashOf = (q, kind) => `#${new URLSearchParams({ q, ...(kind && { in: kind }) })}`;

function results(hits, among, typed, { data, say, kinds }) {
  const groups = kinds.flatMap((kind, number) => {
    const here = hits.filter(({ id }) => data.rows[id][0] === number);
    return here.length && (!among || among === kind) ? [{ kind, here }] : [];
  });
  const total = made("p", { class: "muted", role: "status" }, say.plural("hits", hits.length));
  if (among) total.append(" · ", made("a", { href: hashOf(typed), "data-id": "all-kinds" }, say.text("allKinds")));
  const number = (here) => made("span", { class: "muted" }, say.number(here.length));
  const jumps = groups.map(({ kind, here }) => made("a", { href: `#${kind}` }, `${data.kinds[kind]} `, number(here)));
  const label = say.text("onThisPage");
  return [
    total,
    ...(groups.length > 1 ? [made("nav", { class: "jumps screen", "aria-label": label }, ...jumps)] : []),
    ...groups.map(({ kind, here }) => {
      const shown = among ? here : here.slice(0, data.first);
      const section = made(
        "section",
        { "aria-labelledby": kind },
        made("h2", { id: kind }, `${data.kinds[kind]} `, number(here)),
        made("ul", { class: "hits" }, ...shown.map((hit) => line(hit, data))),
      );
      if (shown.length < here.length) {
        const words = say.text("showAll", { n: say.number(here.length) });
        section.append(made("p", {}, made("a", { href: hashOf(typed, kind), "data-id": `all-${kind}` }, words)));
      }
      return section;
    }),
  ];
}

function line({ id, terms }, data) {
  const [kind, name, title, meta, mark] = data.rows[id];
  const href = own.root + filled(Object.values(PLACES)[kind], { id: name });
  const item = made("li", {}, made("a", { href }, ...marked(title, terms, data)));
  if (mark !== undefined) item.insertAdjacentHTML("afterbegin", data.marks[mark]);
  const excerpt =
    terms.length && !hasOne(title, terms, data) && !hasOne(meta, terms, data) && excerptOf(id, terms, data);
  if (meta) item.append(made("span", { class: "meta" }, ...marked(meta, terms, data)));
  if (excerpt) item.append(made("span", { class: "meta told" }, ...marked(excerpt, terms, data)));
  return item;
}

const WORDS = /[\p{L}\p{M}\p{N}_]+/gu;

// Where the first word stands that was found, -1 where none is.
function placeOf(text, terms, data) {
  for (const part of text.matchAll(WORDS)) {
    if (soundingWords(part[0], data).some(({ sounds }) => terms.includes(sounds))) return part.index;
  }
  return -1;
}

const hasOne = (text, terms, data) => placeOf(text, terms, data) >= 0;

// Whole words of the first passage that has one that was found, round it.
function excerptOf(id, terms, data) {
  for (const text of data.passages[id]) {
    const at = placeOf(text, terms, data);
    if (at < 0) continue;
    const begins = at > data.around ? text.indexOf(" ", at - data.around) + 1 : 0;
    const last = text.lastIndexOf(" ", at + data.around);
    const ends = text.length <= at + data.around ? text.length : last > at ? last : at + data.around;
    return `${begins ? "… " : ""}${text.slice(begins, ends)}${ends < text.length ? " …" : ""}`;
  }
  return "";
}

// A text with the words marked that were found.
function marked(text, terms, data) {
  const sought = new Set(terms);
  return text.split(/([\p{L}\p{M}\p{N}_]+)/u).map((part, at) => {
    const has = at % 2 && soundingWords(part, data).some(({ sounds }) => sought.has(sounds));
    return has ? made("mark", {}, part) : part;
  });
}

function nothing(typed, words, known) {
  const { data, index, say } = known;
  if (!words.length) return [made("p", { class: "none", role: "status" }, say.text("noWord", { words: typed }))];
  const forms = [...new Set(words.flatMap(({ word, sounds }) => [word, sounds]))].join(", ");
  const kinds = say.list(Object.values(data.kinds));
  const said = [
    made("p", { class: "none", role: "status" }, say.text("nothing", { words: typed })),
    made("p", { class: "muted" }, `${say.text("lookedFor", { kinds, forms })} ${say.text("fewer")}`),
  ];
  const near = index.search(words.map(({ sounds }) => sounds).join(" "), { fields: ["names"], fuzzy: 0.4 });
  const names = near.filter(({ id }) => data.rows[id][0] < 2).slice(0, 5);
  const links = names.flatMap(({ id }, at) => [
    at ? ", " : " ",
    made("a", { href: hashOf(data.rows[id][2]) }, data.rows[id][2]),
  ]);
  if (names.length) said.push(made("p", {}, say.text("alike"), ...links));
  return said;
}

page.querySelector(".found form").addEventListener("submit", (event) => {
  event.preventDefault();
  const q = event.target.elements.q.value.trim();
  location.hash = q ? hashOf(q) : "#";
});
addEventListener("hashchange", search);
search();
