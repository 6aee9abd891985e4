// Days of the record, as data/period.py has them: a period is its first and its last day, empty where it is open.
const DAY = 24 * 60;
const [FIRST, LAST] = ["2022-01-01", "2022-01-31"];
const NAMED = { before: ["", "2021-12-31"], after: ["2022-02-01", ""] };

// A day in minutes since 1 January 2022.
export const minutesOf = (day) => Date.parse(`${day}T00:00Z`) / 60_000 - Date.parse(`${FIRST}T00:00Z`) / 60_000;
export const dayOf = (minutes) => shifted(FIRST, Math.floor(minutes / DAY));
const shifted = (day, days) => new Date(Date.parse(`${day}T00:00Z`) + days * DAY * 60_000).toISOString().slice(0, 10);

export const same = (one, other) => String(one ?? "") === String(other ?? "");
export const single = (period) => (period && period[0] === period[1] ? period[0] : "");
export const inJanuary = (day) => day >= FIRST && day <= LAST;
export const january = () => Array.from({ length: 31 }, (_, number) => shifted(FIRST, number));

export function nameOf(period) {
  const name = Object.keys(NAMED).find((one) => same(NAMED[one], period));
  return name ?? (single(period) || period.join(".."));
}

// Throws where it is none.
export function parsePeriod(text, years) {
  if (Object.hasOwn(NAMED, text)) return NAMED[text];
  const at = text.indexOf("..");
  const period = at < 0 ? [text, text] : [text.slice(0, at), text.slice(at + 2)];
  if (!period.some(Boolean) || period.some((day) => day && !isDay(day, years))) throw new RangeError(text);
  if (period[0] && period[1] && period[1] < period[0]) throw new RangeError(text);
  return period;
}

function isDay(text, [first, last]) {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(`${text}T00:00Z`))) return false;
  return shifted(text, 0) === text && +text.slice(0, 4) >= first && +text.slice(0, 4) <= last;
}

// A half-open interval in minutes.
export function bounds(period, hours) {
  const begins = period[0] ? minutesOf(period[0]) : -Infinity;
  if (hours && single(period)) return hours.map((minutes) => begins + minutes);
  return [begins, period[1] ? minutesOf(period[1]) + DAY : Infinity];
}

// The day after a period (1) or before it (-1), with "before" and "after" at the ends of January.
export function step(period, days, years) {
  const one = (day) => [day, day];
  if (!period) return one(days > 0 ? FIRST : LAST);
  for (const [name, back] of [
    ["before", 1],
    ["after", -1],
  ]) {
    if (same(period, NAMED[name])) return days === back ? one(name === "before" ? FIRST : LAST) : period;
  }
  const edge = days > 0 ? period[1] || period[0] : period[0] || period[1];
  if (edge === LAST && days > 0) return NAMED.after;
  if (edge === FIRST && days < 0) return NAMED.before;
  const next = shifted(edge, days);
  return isDay(next, years) ? one(next) : period;
}

// From the chosen days to those clicked; these alone where no range can be made.
export function stretched(chosen, clicked) {
  const ends = [...(chosen ?? [""]), ...clicked];
  if (ends.some((day) => !day)) return clicked;
  ends.sort();
  return [ends[0], ends.at(-1)];
}

export const strip = () => [NAMED.before, ...january().map((day) => [day, day]), NAMED.after];
export const NAMED_PERIODS = NAMED;
