"""The numbers that were claimed: ranges, who gave the lowest and the highest, and how one led to the next.

A number belongs to whoever gave it. Nothing is added up or averaged: a headline is the range of what stands, with
names.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce

from data.loading.chains import lengths
from data.loading.record import Record
from data.loading.rows import ClaimRow
from data.queries.claims import claimant_name, has_fallen
from data.queries.view import View
from data.times import last_day
from data.vocabulary import AUTHORITIES, MAIN_MEASURE, ONE_OFF, PARTS_OF_MEASURE

DEFAULT_MEASURE, DEFAULT_PLACE = "killed_total", "kazakhstan"


@dataclass(frozen=True)
class Interval:
    """From `low` to `high`, both included; None is open: "at least" or "at most"."""

    low: float | None
    high: float | None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.high < self.low:
            raise ValueError("the upper end lies under the lower")

    def __contains__(self, value: float) -> bool:
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

    def __or__(self, other: "Interval") -> "Interval":
        """The smallest interval with all of both."""
        lows, highs = (self.low, other.low), (self.high, other.high)
        return Interval(
            None if None in lows else min(lows),  # type: ignore[type-var]
            None if None in highs else max(highs),  # type: ignore[type-var]
        )

    @property
    def ends(self) -> tuple[float, ...]:
        """The ends that are known."""
        return tuple(end for end in (self.low, self.high) if end is not None)


def interval_of(claim: ClaimRow) -> Interval | None:
    """The number of a claim, or None where it gives none."""
    low, high = claim["value_min"], claim["value_max"]
    return None if low is None and high is None else Interval(low, high)


@dataclass(frozen=True)
class Said:
    """A claim with a number, the day it was said (of a month or year the last) and the day it stopped standing."""

    claim: ClaimRow
    interval: Interval
    day: date
    until: date | None

    @classmethod
    def of(cls, claim: ClaimRow, record: Record) -> "Said | None":
        """A claim of the record so read, or None where it gives no number or no day is known."""
        interval = interval_of(claim)
        if interval is None or not claim["said_by"]:
            return None
        fell = [claim["withdrawn_on"]]
        if claim["superseded_by"]:
            fell.append(record.claim_rows[claim["superseded_by"]]["said_by"])
        until = min((last_day(day) for day in fell if day), default="") if has_fallen(claim) else ""
        return cls(claim, interval, date.fromisoformat(claim["said_by"]), date.fromisoformat(until) if until else None)

    @property
    def by_authorities(self) -> bool:
        return self.claim["claimant_role"] in AUTHORITIES

    @property
    def name(self) -> str:
        """Who said it, without the bracket."""
        return claimant_name(self.claim["claimant"])

    @property
    def stands(self) -> bool:
        return not has_fallen(self.claim)


@dataclass(frozen=True)
class Series:
    """Numbers that follow each other: each replaced by a later one, or said again by the same claimant."""

    said: tuple[Said, ...]
    part: bool
    """Whether they count a part of what the chart counts."""


@dataclass(frozen=True)
class Numbers:
    """All numbers of one measure at one place, and of the measures that count a part of it."""

    measure: str
    place_id: str
    series: tuple[Series, ...]

    @property
    def first_day(self) -> date:
        """The day of the earliest number."""
        return min(said.day for series in self.series for said in series.said)

    @property
    def whole(self) -> list[Said]:
        """The numbers of the measure itself, by the day they were said."""
        return [said for series in self.series if not series.part for said in series.said]


def numbers(record: Record, measure: str, place_id: str, parts: bool = True) -> Numbers:
    """The series of a measure at a place, with or without its `parts`, in the order in which each began."""
    measures = (measure, *(PARTS_OF_MEASURE.get(measure, ()) if parts else ()))
    rows = [row for row in record.claim_rows.values() if row["place_id"] == place_id and row["measure"] in measures]
    said = {row["claim_id"]: found for row in rows if (found := Said.of(row, record))}
    followers = lengths({key: next for key, one in said.items() if (next := one.claim["superseded_by"]) in said})
    groups = [
        Series(tuple(sorted(group, key=lambda one: _order(one, followers))), group[0].claim["measure"] != measure)
        for group in _connected(said)
    ]
    return Numbers(measure, place_id, tuple(sorted(groups, key=lambda series: (series.part, series.said[0].day))))


def _connected(said: dict[str, Said]) -> list[list[Said]]:
    """Claims of one measure grouped by "replaced by", and by claimant where a number goes on until the next."""
    group_of: dict[str, list[str]] = {claim: [claim] for claim in said}

    def join(one: str, other: str) -> None:
        less, more = sorted((group_of[one], group_of[other]), key=len)
        if less is not more:
            more.extend(less)
            group_of.update(dict.fromkeys(less, more))

    latest: dict[tuple[str, str], str] = {}
    for claim_id, found in said.items():
        measure = found.claim["measure"]
        successor = said.get(found.claim["superseded_by"])
        if successor and successor.claim["measure"] == measure:
            join(claim_id, successor.claim["claim_id"])
        if goes_on(measure):
            join(claim_id, latest.setdefault((measure, found.name), claim_id))
    distinct = {id(members): members for members in group_of.values()}
    return [[said[member] for member in members] for members in distinct.values()]


def _order(one: Said, followers: Mapping[str, int]) -> tuple[date, int, str]:
    """By day; of those said on one day, the one that others replaced comes first."""
    claim_id = one.claim["claim_id"]
    return one.day, -followers.get(claim_id, 0), claim_id


def latest(found: Numbers, most: int) -> Numbers:
    """The numbers that were said last, at most so many, in their series."""
    said = sorted((said.day, said.claim["claim_id"]) for series in found.series for said in series.said)
    kept = {claim_id for _, claim_id in said[-most:]}
    cut = [
        replace(series, said=tuple(said for said in series.said if said.claim["claim_id"] in kept))
        for series in found.series
    ]
    return replace(found, series=tuple(series for series in cut if series.said))


def goes_on(measure: str) -> bool:
    """Whether a number holds until another comes, as a toll does; the size of a crowd belongs to its hour."""
    return measure not in ONE_OFF and not measure.endswith("_incident")


@dataclass(frozen=True)
class Range:
    """What one side says: the hull of its numbers, and who gave the lowest and the highest, the last among equals."""

    interval: Interval
    lowest: Said
    highest: Said


def range_of(said: Iterable[Said]) -> Range | None:
    """The range of the numbers that stand, or None where none does."""
    standing = [one for one in said if one.stands]
    if not standing:
        return None
    return Range(
        reduce(lambda whole, other: whole | other, (one.interval for one in standing)),
        max(standing, key=lambda one: (-min(one.interval.ends), one.day)),
        max(standing, key=lambda one: (max(one.interval.ends), one.day)),
    )


def offered(record: Record) -> dict[str, list[str]]:
    """The measures that have numbers, those with most first, and the places of each in the same order."""
    counts: dict[str, dict[str, int]] = {}
    for row in record.claim_rows.values():
        if row["measure"]:
            places = counts.setdefault(row["measure"], {})
            places[row["place_id"]] = places.get(row["place_id"], 0) + 1
    ranked = sorted(counts, key=lambda measure: (measure != DEFAULT_MEASURE, -sum(counts[measure].values()), measure))
    return {m: sorted(counts[m], key=lambda place: (-counts[m][place], place)) for m in ranked}


def of_view(record: Record, view: View) -> tuple[str, str]:
    """The measure and place whose numbers stand for a view: those of its open claim where it chooses none."""
    claim = record.claim_rows.get(view.claim)
    measure = view.measure or (claim["measure"] if claim else "")
    return chosen(record, measure, view.topic, view.places or ((claim["place_id"],) if claim else ()))


def topics_of(record: Record) -> dict[str, str]:
    """The topic of each measure that has numbers: that of most of its claims."""
    counts: dict[str, Counter[str]] = {}
    for row in record.claim_rows.values():
        if row["measure"]:
            counts.setdefault(row["measure"], Counter())[row["topic"]] += 1
    return {measure: max(found, key=lambda topic: (found[topic], topic)) for measure, found in counts.items()}


def chosen(record: Record, measure: str, topic: str, places: tuple[str, ...]) -> tuple[str, str]:
    """The measure and place whose numbers are shown for what a view asks for.

    Without a measure it is the main one of the topic, or the deaths. Without a single place it is the country where
    the whole record has numbers for it, else the place with most.
    """
    measure = measure or MAIN_MEASURE.get(topic, DEFAULT_MEASURE)
    if len(places) == 1:
        return measure, places[0]
    found = offered(record.whole).get(measure, [])
    return measure, DEFAULT_PLACE if DEFAULT_PLACE in found or not found else found[0]
