"""The dead of a view, one by one, and how they stand to what others counted. Deaths are filtered here alone.

What is counted here is how many deaths the record tells of, never how many people died: that number belongs to whoever
gave it. Numbers of one claimant and day are set beside the whole that they are parts of, and nothing else is added up.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from data.folding import folded, words_of
from data.loading.record import Record
from data.loading.rows import DeathRow
from data.loading.translations import TRANSLATED, in_every_language
from data.period import Period
from data.queries.numbers import DEFAULT_MEASURE, DEFAULT_PLACE, Said
from data.queries.view import View
from data.times import last_day

OF_OTHER_KINDS = ("killed_total", "killed_incident", "killed_minors", "killed_army")
"""Measures of the dead that are no class beside the other classes."""
OF_BYSTANDERS = ("killed_accidentally", "killed_civilians")
"""The classes with room for those who took no part."""


def deaths(record: Record, view: View) -> list[DeathRow]:
    """The deaths of a view: by place, day, role, who tells of them, and words. They come by day, then by id."""
    words, chosen = words_of(view.text), set(view.places)

    def matches(death: DeathRow) -> bool:
        return (
            view.dead_role in ("", death["role"])
            and (not view.told_by or view.told_by in death["said_by"])
            and (not chosen or record.lies_in(death["place_id"], chosen))
            and (view.period is None or _died_in(death, view.period))
            and (not words or all(word in _text(record, death) for word in words))
        )

    return sorted(filter(matches, record.death_rows.values()), key=lambda death: (*days_of(death), death["death_id"]))


def days_of(death: DeathRow) -> tuple[str, str]:
    """The first and the last day that a death may have been on; where nothing is known, none, after all others."""
    died = death["died_on"]
    return (died + "-01-01"[len(died) - 4 :] if len(died) < 10 else died, last_day(died)) if died else ("9999", "")


def _died_in(death: DeathRow, period: Period) -> bool:
    first, last = days_of(death)
    return (not period.first or last >= period.first.isoformat()) and (
        not period.last or first <= period.last.isoformat()
    )


def persons(rows: Iterable[DeathRow]) -> int:
    """How many people some deaths are of."""
    return sum(death["persons"] for death in rows)


def town_of(record: Record, death: DeathRow) -> str:
    """The place that a death is told under: its city or town, else the place itself."""
    places = record.place_rows
    return next(
        (p for p in record.within[death["place_id"]] if places[p]["kind"] in ("city", "town")), death["place_id"]
    )


def official(record: Record, place_id: str) -> Said | None:
    """The newest number of the authorities for everybody killed in a place, of those that stand."""
    said = [one for one in _totals(record) if one.claim["place_id"] == place_id and one.stands]
    return max(said, key=lambda one: (one.day, one.claim["claim_id"]), default=None)


@dataclass(frozen=True)
class PlaceCount:
    """The deaths told of in a place, and the number that the authorities have for it, if they gave one."""

    place_id: str
    deaths: tuple[DeathRow, ...]
    said: Said | None

    @property
    def persons(self) -> int:
        return persons(self.deaths)

    @property
    def most(self) -> float:
        """The larger of the two numbers."""
        return max(self.persons, *(self.said.interval.ends if self.said else ()), 0)


def by_place(record: Record) -> list[PlaceCount]:
    """Each death at the nearest place for which the authorities have a number, else at its town; the most first.

    A number for a region gives way to a later one for a place in it.
    """
    places = dict.fromkeys(one.claim["place_id"] for one in _totals(record))
    every = {place: one for place in places if place != DEFAULT_PLACE and (one := official(record, place))}
    said = {
        place: own
        for place, own in every.items()
        if not any(place in record.within[other][1:] and later.day > own.day for other, later in every.items())
    }
    found: dict[str, list[DeathRow]] = {place: [] for place in said}
    for death in record.death_rows.values():
        counted = next((place for place in record.found_by(death["place_id"]) if place in said), "")
        found.setdefault(counted or town_of(record, death), []).append(death)
    counts = [PlaceCount(place, tuple(rows), said.get(place)) for place, rows in found.items()]
    return sorted(counts, key=lambda one: (-one.most, one.place_id))


@dataclass(frozen=True)
class Parts:
    """A whole, and the parts of it that the same claimant gave on the same day."""

    whole: Said
    parts: tuple[Said, ...]

    @property
    def sum(self) -> float:
        """The parts together."""
        return sum(map(_number, self.parts))

    @property
    def left(self) -> float:
        """What the parts leave of the whole; below zero where they are more."""
        return _number(self.whole) - self.sum


def by_class(record: Record) -> list[Parts]:
    """The dead of the country in the classes that the authorities gave, of each day whose classes make no whole."""
    return _parts(record, lambda one: one.claim["place_id"] == DEFAULT_PLACE)


def by_town(record: Record) -> list[Parts]:
    """The dead of the country by place as the authorities gave them, of each day whose places make no whole."""
    return _parts(record, lambda one: one.claim["measure"] == DEFAULT_MEASURE)


def apart(record: Record) -> list[list[Said]]:
    """The numbers of the authorities for the whole country that differ though they were given on one day."""
    days: dict[date, dict[tuple[float, ...], Said]] = {}
    for one in _totals(record):
        if one.claim["place_id"] == DEFAULT_PLACE:
            days.setdefault(one.day, {})[one.interval.ends] = one
    return [list(said.values()) for _, said in sorted(days.items()) if len(said) > 1]


def lowered(record: Record) -> list[tuple[Said, Said]]:
    """The numbers of the dead that the authorities replaced by smaller ones of the same kind and place, by day."""
    said = {one.claim["claim_id"]: one for one in _of_authorities(record)}
    pairs = [(one, later) for one in said.values() if (later := said.get(one.claim["superseded_by"]))]
    fell = [
        (one, later)
        for one, later in pairs
        if _kind(one) == _kind(later) and max(later.interval.ends) < min(one.interval.ends)
    ]
    return sorted(fell, key=lambda pair: pair[1].day)


def _parts(record: Record, counts: Callable[[Said], bool]) -> list[Parts]:
    said = [one for one in _of_authorities(record) if _exact(one) and one.claim["stands"] != "withdrawn"]
    wholes = [one for one in said if _kind(one) == (DEFAULT_MEASURE, DEFAULT_PLACE)]
    kinds = [one for one in said if one not in wholes and counts(one)]
    found = []
    for whole in wholes:
        parts = tuple(
            one
            for one in kinds
            if (one.day, one.name) == (whole.day, whole.name)
            and (one.claim["measure"] not in OF_OTHER_KINDS or one.claim["place_id"] != DEFAULT_PLACE)
        )
        if len(parts) > 1 and sum(map(_number, parts)) != _number(whole):
            found.append(Parts(whole, parts))
    return sorted(found, key=lambda one: one.whole.day)


def _of_authorities(record: Record) -> Iterator[Said]:
    """What the authorities said of the dead, in the order of the record."""
    for claim in record.claim_rows.values():
        if claim["measure"].startswith("killed_") and (one := Said.of(claim, record)) and one.by_authorities:
            yield one


def _totals(record: Record) -> list[Said]:
    return [one for one in _of_authorities(record) if one.claim["measure"] == DEFAULT_MEASURE]


def _kind(said: Said) -> tuple[str, str]:
    return said.claim["measure"], said.claim["place_id"]


def _exact(said: Said) -> bool:
    return said.interval.low == said.interval.high


def _number(said: Said) -> float:
    return said.interval.ends[0]


def _text(record: Record, death: DeathRow) -> str:
    """All that is told of a death, folded to be searched."""
    places = (record.place_rows[place] for place in record.within[death["place_id"]])
    return folded(
        " ".join(
            [
                *record.spellings.get(death["person_id"], ()),
                *in_every_language(death, *TRANSLATED["deaths"]),
                death["age"],
                *(name for place in places for name in (place["name_en"], place["name_ru"], place["name_kk"])),
            ]
        )
    )
