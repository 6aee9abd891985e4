"""How a choice is read from an address, against what the record knows, and written to it."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from data.period import Period, read_day
from data.vocabulary import SIGNIFICANCES

LONGEST_TEXT, _LONGEST_NAME = 200, 80


@dataclass(frozen=True)
class Known:
    """The ids an address may name, and the first and last day it may ask about what was known."""

    places: frozenset[str]
    events: frozenset[str]
    cases: frozenset[str]
    claims: frozenset[str]
    people: frozenset[str]
    sources: frozenset[str]
    measures: frozenset[str]
    claimants: frozenset[str]
    days: tuple[date, date]


class OutsideTheRecordError(ValueError):
    """A day that lies before the first or after the last of the record."""


@dataclass(frozen=True)
class Codec:
    """Reads and writes one choice.

    `read` gives the value, None where there is none, and the items of a list that were wrong; it raises ValueError.
    `write` is given a value other than the default.
    """

    read: Callable[[str, Known], tuple[Any, list[str]]]
    write: Callable[[Any], str] = str


Choices = Collection[str] | Callable[[Known], Collection[str]]
"""A closed list, or what the record has of something."""


def _allowed(choices: Choices, known: Known) -> Collection[str]:
    return choices(known) if callable(choices) else choices


def parsed(parse: Callable[[str], Any], write: Callable[[Any], str] = str) -> Codec:
    """What a function makes of the text; it raises ValueError."""
    return Codec(lambda text, _: (parse(text), []), write)


def one_of(choices: Choices) -> Codec:
    """One of some choices."""

    def read(text: str, known: Known) -> tuple[str, list[str]]:
        if text not in _allowed(choices, known):
            raise ValueError
        return text, []

    return Codec(read)


_UNDIVIDED: Mapping[str, tuple[str, ...]] = {}


def some_of(choices: Choices, divided: Mapping[str, tuple[str, ...]] = _UNDIVIDED) -> Codec:
    """Some of the choices, joined by full stops, each once; one that was `divided` stands for its parts."""

    def read(text: str, known: Known) -> tuple[tuple[str, ...] | None, list[str]]:
        parts = (part for item in text.split(".") for part in divided.get(item, (item,)))
        items, allowed = list(dict.fromkeys(filter(None, parts))), _allowed(choices, known)
        sound = tuple(item for item in items if item in allowed)
        return sound or None, [item for item in items if item not in allowed]

    return Codec(read, ".".join)


Beside = Period | str | None
"""What stands beside a choice of days or of a place: other days, or the id of another place."""


def _beside(text: str, known: Known) -> tuple[Beside, list[str]]:
    return (text if text in known.places else Period.parse(text)), []


def _known_day(text: str, known: Known) -> tuple[date, list[str]]:
    day = read_day(text)
    if not known.days[0] <= day <= known.days[1]:
        raise OutsideTheRecordError
    return day, []


def _hours(text: str) -> tuple[int, int]:
    """Minutes after midnight, from and until, out of `1530-1800`; whole and half hours only."""
    match = re.fullmatch(r"(\d\d)([0-5]\d)-(\d\d)([0-5]\d)", text)
    if not match:
        raise ValueError
    a, b, c, d = map(int, match.groups())
    first, last = a * 60 + b, c * 60 + d
    if not 0 <= first < last <= 24 * 60 or first % 30 or last % 30:
        raise ValueError
    return first, last


def _write_hours(hours: tuple[int, int]) -> str:
    return "-".join(f"{minutes // 60:02d}{minutes % 60:02d}" for minutes in hours)


def _significance(text: str) -> int:
    if text not in map(str, SIGNIFICANCES):
        raise ValueError
    return int(text)


def _slide(text: str) -> str:
    """A talk's name and the number of one of its slides, as `ten-days.5`."""
    if len(text) > _LONGEST_NAME or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.[1-9][0-9]{0,2}", text):
        raise ValueError
    return text


def _yes(text: str) -> bool:
    if text != "1":
        raise ValueError
    return True


def _text(text: str) -> str | None:
    return " ".join(text.split())[:LONGEST_TEXT].strip() or None


def _step(text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]?", text):
        raise ValueError
    return int(text)


def _count(text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,3}", text):
        raise ValueError
    return int(text)


PERIOD, DAY, KNOWN_DAY = parsed(Period.parse), parsed(read_day), Codec(_known_day)
BESIDE = Codec(_beside)
HOURS = parsed(_hours, _write_hours)
YES = parsed(_yes, lambda _: "1")
TEXT, SLIDE = parsed(_text), parsed(_slide)
SIGNIFICANCE, COUNT = parsed(_significance), parsed(_count)
STEP = parsed(_step)
