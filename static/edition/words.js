// Words out of the catalogues, as the data have them, with numbers and days put in as the language writes them.
import { NAMED_PERIODS, same } from "/assets/edition/period.js";

export const filled = (template, values) => template.replace(/\{(\w+)\}/g, (mark, name) => values[name] ?? mark);

export function wordsOf(data) {
  const { writing, words, plurals } = data;
  const rules = new Intl.PluralRules(writing.code);
  const listing = new Intl.ListFormat(writing.code);
  const number = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, writing.thousands);
  const plural = (name, n) =>
    filled(plurals[name][rules.select(n)] ?? Object.values(plurals[name])[0], { n: number(n) });
  const text = (name, values = {}) => filled(words[name], values);
  const dated = (pattern, months) => (day) =>
    filled(writing[pattern], { d: +day.slice(8), m: writing[months][+day.slice(5, 7) - 1], y: +day.slice(0, 4) });
  const [full, day, brief] = [dated("full", "months"), dated("day", "months"), dated("brief", "briefly")];
  const period = (chosen) => {
    const [first, last] = chosen;
    for (const name of ["before", "after"]) if (same(chosen, NAMED_PERIODS[name])) return text(name);
    if (!last) return text("from", { day: full(first) });
    if (!first) return text("until", { day: full(last) });
    if (first === last) return full(first);
    return first.slice(0, 7) === last.slice(0, 7)
      ? `${+first.slice(8)}–${full(last)}`
      : `${full(first)} – ${full(last)}`;
  };
  return { number, plural, text, full, day, brief, period, list: (items) => listing.format(items) };
}

const NO_BREAK = "\u00a0";

// As "5 January 2022 · 85 events · 11 disputed".
export function headline(view, found, disputed, total, say) {
  const count = found === total ? say.text("all", { total: say.number(total) }) : say.plural("events", found);
  const parts = [...(view.day ? [say.period(view.day)] : []), count];
  if (disputed) parts.push(say.plural("disputed", disputed));
  return parts.map((part) => (part.length < 24 ? part.replaceAll(" ", NO_BREAK) : part)).join(" · ");
}
