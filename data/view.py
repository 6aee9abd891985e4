"""What is on screen, as one small value, and its form in the address.

Every choice has a short stable key there. Lists are joined by full stops, which need no escaping. What an address
says wrongly is left out and reported; it is never an error.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Self

from data import vocabulary as v
from data.period import Period, read_day, step

LANGUAGES = ("en",)
CAMERAS = ("kazakhstan", "west", "almaty", "centre")
LANES = ("category", "place")
LAYERS = ("map", "timeline", "numbers", "docket")
"""What fills a slide of a talk."""
PAGE_OF_LIST = 25
_LONGEST_TEXT = 200


@dataclass(frozen=True)
class View:
    """The reader's choices. The default shows the whole record; see `KEYS` for the address."""

    period: Period | None = None
    hours: tuple[int, int] | None = None
    places: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    significance: int = 3
    text: str = ""
    voices: tuple[str, ...] = ()
    alone: bool = False
    as_known_on: date | None = None
    undated: bool = False
    event: str = ""
    case: str = ""
    claim: str = ""
    against: str = ""
    topic: str = ""
    role: str = ""
    claimant: str = ""
    stands: str = ""
    measure: str = ""
    camera: str = "kazakhstan"
    lanes: str = "category"
    layer: str = ""
    shown: int = PAGE_OF_LIST
    language: str = "en"
    seen: date | None = None
    talk: str = ""

    def to_query(self) -> dict[str, str]:
        """The address's parameters: only what differs from the default, in a fixed order."""
        values = ((key, getattr(self, name), getattr(_DEFAULT, name)) for key, name in KEYS.items())
        return {key: _written(value) for key, value, default in values if value != default}

    def stepped(self, days: int) -> Self:
        """The view of the next day (`days` = 1) or the one before (-1), from the beginning of its list."""
        return self.but(period=step(self.period, days), hours=None, event="", shown=View().shown)

    def but(self, **changes: Any) -> Self:
        """This view with some choices changed. The date that a link was made belongs to that link alone."""
        return replace(self, **{"seen": None, **changes})

    def reset(self) -> Self:
        """Every filter undone; the language and the way of looking stay."""
        return type(self)(
            language=self.language,
            lanes=self.lanes,
            as_known_on=self.as_known_on,
            undated=self.undated,
            talk=self.talk,
        )


KEYS = {
    "day": "period",
    "hours": "hours",
    "place": "places",
    "cat": "categories",
    "status": "statuses",
    "sig": "significance",
    "q": "text",
    "voice": "voices",
    "alone": "alone",
    "known": "as_known_on",
    "undated": "undated",
    "event": "event",
    "case": "case",
    "claim": "claim",
    "with": "against",
    "topic": "topic",
    "role": "role",
    "claimant": "claimant",
    "stands": "stands",
    "measure": "measure",
    "at": "camera",
    "lanes": "lanes",
    "layer": "layer",
    "show": "shown",
    "lang": "language",
    "seen": "seen",
    "talk": "talk",
}
"""The address's keys, which never change once published, and the field each stands for."""
_DEFAULT = View()
assert set(KEYS.values()) == {field.name for field in fields(View)}


@dataclass(frozen=True)
class Rejected:
    """A part of an address that was left out: an unknown key, or a value that the key can't have.

    `record_days` are the first and last day of the record, for a day that lies outside of them; `not_before` is the
    day on which something was not known yet.
    """

    key: str
    value: str
    unknown_key: bool = False
    record_days: tuple[date, date] | None = None
    not_before: date | None = None


@dataclass(frozen=True)
class Known:
    """The ids an address may name, and the first and last day it may ask about what was known."""

    places: frozenset[str]
    events: frozenset[str]
    cases: frozenset[str]
    claims: frozenset[str]
    measures: frozenset[str]
    claimants: frozenset[str]
    days: tuple[date, date]


def parse_view(query: Mapping[str, str], known: Known) -> tuple[View, tuple[Rejected, ...]]:
    """Read the parameters of an address. Never raises: what is wrong comes back as rejected, the rest holds."""
    chosen: dict[str, Any] = {}
    rejected = []
    for key, value in query.items():
        if key not in KEYS:
            rejected.append(Rejected(key, value, unknown_key=True))
            continue
        try:
            sound, wrong = _read(key, value, known)
        except ValueError:
            rejected.append(Rejected(key, value))
            continue
        if key == "known" and not known.days[0] <= sound <= known.days[1]:
            rejected.append(Rejected(key, value, record_days=known.days))
            continue
        if sound is not None:
            chosen[KEYS[key]] = sound
        rejected += [Rejected(key, item) for item in wrong]
    view = View(**chosen)
    if view.hours and not (view.period and view.period.day):
        rejected.append(Rejected("hours", query["hours"]))
        view = replace(view, hours=None)
    if view.alone and not view.voices:
        rejected.append(Rejected("alone", query["alone"]))
        view = replace(view, alone=False)
    if view.against and (not view.claim or view.against == view.claim):
        rejected.append(Rejected("with", query["with"]))
        view = replace(view, against="")
    return view, tuple(rejected)


def _read(key: str, text: str, known: Known) -> tuple[Any, list[str]]:
    """The value of one key and the items of its list that were wrong; raises ValueError."""
    lists = {"place": known.places, "cat": v.CATEGORIES, "status": v.STATUSES, "voice": v.VOICE_KINDS}
    choices = {
        "event": known.events,
        "case": known.cases,
        "claim": known.claims,
        "with": known.claims,
        "topic": v.TOPICS,
        "role": v.CLAIMANT_ROLES,
        "claimant": known.claimants,
        "stands": v.CLAIM_STATES,
        "measure": known.measures,
        "at": CAMERAS,
        "lanes": LANES,
        "layer": LAYERS,
        "lang": LANGUAGES,
    }
    if key in lists:
        items = list(dict.fromkeys(filter(None, text.split("."))))
        sound = tuple(item for item in items if item in lists[key])
        return sound or None, [item for item in items if item not in lists[key]]
    if key in choices:
        if text not in choices[key]:
            raise ValueError
        return text, []
    readers = {
        "day": Period.parse,
        "hours": _hours,
        "sig": _significance,
        "q": _text,
        "known": read_day,
        "seen": read_day,
        "talk": _talk,
        "undated": _yes,
        "alone": _yes,
        "show": _shown,
    }
    return readers[key](text), []


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


def _significance(text: str) -> int:
    if text not in {str(value) for value in v.SIGNIFICANCES}:
        raise ValueError
    return int(text)


def _talk(text: str) -> str:
    """A talk's name and the number of one of its slides, as `ten-days.5`."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.[1-9]\d{0,2}", text):
        raise ValueError
    return text


def _yes(text: str) -> bool:
    if text != "1":
        raise ValueError
    return True


def _text(text: str) -> str | None:
    return " ".join(text.split())[:_LONGEST_TEXT].strip() or None


def _shown(text: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,3}", text):
        raise ValueError
    return int(text)


def _written(value: Any) -> str:
    if value is True:
        return "1"
    if isinstance(value, tuple) and value and isinstance(value[0], int):
        return "-".join(f"{minutes // 60:02d}{minutes % 60:02d}" for minutes in value)
    return ".".join(value) if isinstance(value, tuple) else str(value)
