"""What the script of a file needs to filter the events as the app does: the events in numbers, and the words.

The file is a script itself, as a page that is opened from a disk may not fetch: it hands its data to `qantar`.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from textwrap import shorten
from typing import Any

from components.explore.chosen import CASE_TITLE
from components.explore.menus import MOST_PLACES
from components.language import Language
from components.map import marks
from components.map.box import DISPLAYS
from components.map.groups import LARGEST, PER_ROOT, SMALLEST
from components.map.rows import SQUARE
from components.map.shelf import SIZE
from components.scripts.phrases import plural_forms, writing
from components.timeline import lanes
from components.timeline.plan import groups_beside
from components.timeline.scale import columns_of, scale_of
from components.words import labels
from components.words.places import place_words
from components.words.sentence import case_words
from components.words.when import column_words
from data import vocabulary as v
from data.cells import YEARS, has_minute
from data.loading.record import Record
from data.loading.rows import EventRow
from data.period import Period
from data.queries.query import found_by, query
from data.queries.view import CAMERAS, KEYS, LONGEST_VALUE, OF_OTHERS, View
from data.queries.view_codecs import LONGEST_TEXT

EPOCH = datetime(2022, 1, 1)
"""Times are counted from here, in minutes of local time."""
FILTERS = ("day", "hours", "place", "cat", "status", "sig", "q", "voice", "alone", "of", "deaths")
"""The keys of an address by which the edition filters."""
OF_THE_APP = ("beside", "known", "undated")
"""The keys that make another page of an address, which only the app can draw."""


def explore_script(record: Record, language: Language, periods: Sequence[Period], places: Sequence[str]) -> str:
    """The file of a language: `periods` and `places` are those of which Explore has files of their own."""
    return called("explore", explore_data(record, language, periods, places))


def called(name: str, data: object) -> str:
    """A script that hands data to what waits for it by this name."""
    return f"qantar.{name}({json.dumps(data, ensure_ascii=False, separators=(',', ':'))});\n"


def explore_data(
    record: Record, language: Language, periods: Sequence[Period], places: Sequence[str]
) -> dict[str, Any]:
    """The events column by column, in the order of the record, with what they may be filtered by and its words."""
    return {
        "keys": list(KEYS),
        "filters": FILTERS,
        "ofTheApp": OF_THE_APP,
        "passedOver": OF_OTHERS,
        "longest": {"value": LONGEST_VALUE, "text": LONGEST_TEXT},
        "divided": v.DIVIDED_CATEGORIES,
        "files": {"days": list(map(str, periods)), "places": list(places), "maps": CAMERAS[1:]},
        "languages": v.LANGUAGES,
        "years": [YEARS[0], YEARS[-1]],
        "events": _events(record, language),
        "places": [[place, place_words(row, language)] for place, row in record.place_rows.items()],
        "families": {name: list(members) for name, members in v.FAMILIES.items()},
        "labels": _labels(language),
        "cases": {
            case: shorten(case_words(record, case, language), CASE_TITLE, placeholder="…”") for case in record.case_rows
        },
        "axes": {
            str(period or ""): _axis(record, period, language)
            for period in (None, *periods)
            if not (period and period.day)
        },
        "hours": _hours(record, language),
        "map": _map(),
        "timeline": {
            "beside": lanes.BESIDE,
            "inCell": lanes.IN_CELL,
            "fewInCell": lanes.FEW_IN_CELL,
            "mostInCell": lanes.MOST_IN_CELL,
            "mostBeside": lanes.MOST_BESIDE,
            "ofNumber": lanes.OF_NUMBER,
        },
        "mostPlaces": MOST_PLACES,
        "writing": writing(language),
        "words": _words(language),
        "plurals": _plurals(language),
    }


def _events(record: Record, language: Language) -> dict[str, Any]:
    """Columns of the events, and by their numbers what only some of them have."""
    rows = list(record.event_rows.values())
    number_of = {event_id: number for number, event_id in enumerate(record.event_rows)}
    place_of = {place: number for number, place in enumerate(record.place_rows)}
    found_at = [sorted(place_of[place] for place in found_by(record, row)) for row in rows]
    heard = [sorted({v.VOICE_KINDS.index(kind) for kind in record.voices.kinds_of(row["voices"])}) for row in rows]
    sets: dict[tuple[int, ...], int] = {}
    return {
        "ids": " ".join(record.event_rows),
        "begins": [minutes(row["begins"]) for row in rows],
        "lasts": [minutes(row["ends"]) - minutes(row["begins"]) for row in rows],
        "cat": [v.CATEGORIES.index(row["category"]) for row in rows],
        "status": [v.STATUSES.index(row["status"]) for row in rows],
        "sig": [row["significance"] for row in rows],
        "at": _numbered(found_at, sets),
        "voice": _numbered(heard, sets),
        "sets": list(sets),
        "lane": [place_of[row["spot_id"] or row["region_id"] or row["place_id"]] for row in rows],
        "deaths": [number for number, row in enumerate(rows) if row["about_deaths"] == "yes"],
        "partOnly": [number for number, row in enumerate(rows) if row["time_precision"] == "part_of_day"],
        "noHour": [
            number
            for number, row in enumerate(rows)
            if row["time_precision"] != "part_of_day" and not has_minute(row["start"])
        ],
        "of": _by_case(rows),
        "follows": {
            number_of[row["event_id"]]: [number_of[row["follows"]], column_words(row, language)]
            for row in rows
            if row["follows"] in number_of and row["timing"] != "time"
        },
    }


def minutes(moment: datetime) -> int:
    """A local time in minutes since EPOCH."""
    return (moment - EPOCH) // timedelta(minutes=1)


def _numbered(values: Iterable[Sequence[int]], sets: dict[tuple[int, ...], int]) -> list[int]:
    """The number of each set among all that there are."""
    return [sets.setdefault(tuple(value), len(sets)) for value in values]


def _by_case(rows: Sequence[EventRow]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        for case in row["case_ids"]:
            found.setdefault(case, []).append(number)
    return found


def _axis(record: Record, period: Period | None, language: Language) -> dict[str, Any]:
    """The axis of a timeline of columns: where these begin, its end, and what there may be beside it."""
    shown = query(record, View(period=period))
    scale = scale_of(shown, language)
    named, _ = groups_beside(scale, shown.view, language)
    return {
        "columns": [minutes(begins) for begins, _, _ in columns_of(scale, language)],
        "ends": minutes(scale.ends),
        "beside": [[words, str(days)] for words, days in named],
    }


def _hours(record: Record, language: Language) -> list[str]:
    """What there may be beside the axis of a day."""
    shown = query(record, View(period=Period.of(EPOCH.date())))
    return [words for words, _ in groups_beside(scale_of(shown, language), shown.view, language)[0]]


def _map() -> dict[str, Any]:
    """What the marks of a map are drawn by: see components/map/groups.py and marks.py."""
    return {
        "smallest": SMALLEST,
        "largest": LARGEST,
        "perRoot": PER_ROOT,
        "square": SQUARE,
        "sliced": marks.SLICED,
        "line": marks.LINE,
        "shelf": SIZE,
        "magnified": {"narrow": DISPLAYS[True].magnified, "wide": DISPLAYS[False].magnified},
        "fillings": v.FILLINGS,
        "fillingOf": v.FILLING_OF,
        "statuses": marks.MARK_STATUSES,
    }


def _labels(language: Language) -> dict[str, dict[str, str]]:
    """The values that may be chosen, in their order, with their words."""
    return {
        "cat": {value: labels.category(language, value) for value in v.CATEGORIES},
        "family": {value: labels.family(language, value) for value in v.FAMILIES},
        "status": {value: labels.status(language, value) for value in v.STATUSES},
        "voice": {value: labels.voice_kind(language, value) for value in v.VOICE_KINDS},
        "sig": {str(value): labels.significance(language, value) for value in v.SIGNIFICANCES},
    }


def _words(language: Language) -> dict[str, str]:
    """The words, as templates with names in braces, that stand elsewhere in the catalogues for the same."""
    _ = language.text
    return {
        "all": _("All {total} events"),
        "before": _("before January 2022"),
        "after": _("after January 2022"),
        "from": _("from {day}"),
        "until": _("until {day}"),
        "chosen": _("Chosen"),
        "takeOff": _("Take off: {words}"),
        "takeAllOff": _("Take all off"),
        "toCase": _("To the case"),
        "alone": _("{kind} alone"),
        "reportedBy": _("reported by {kind}"),
        "aboutDeaths": _("about deaths"),
        "quoted": _("“{words}”"),
        "nobodyElse": _("and by nobody else"),
        "afterThat": _("after that"),
        "around": _("{place} and around"),
        "spotNotKnown": _("{place}, spot not known"),
        "beforeAxis": _("Before: {n}"),
        "beforeDay": _("Before"),
        "afterDay": _("After"),
        "previousDay": _("Previous day: {day}"),
        "nextDay": _("Next day: {day}"),
        "timeline": _("Timeline: {what}"),
        "noneThatDay": _("The record has no event for this day. That does not mean that nothing happened."),
        "noneMatches": _("No event matches these filters."),
        "showAll": _("Show all events"),
        "notUnderstood": _("Parts of this address were not understood and left out; the rest holds."),
        "noSuchChoice": _("{key}: there is no such choice"),
        "noSuchEvent": _("{key}={value}: the record has no such event; search its words in the list"),
        "noSuchCase": _("{key}={value}: the record has no such case; all cases are on their page"),
        "tooLong": _("{key}={value}: too long to be searched"),
        "noSuchValue": _("{key}={value}: not a value it can have"),
        "needsTheApp": _("{key}={value}: only the app can show this; these are files without it"),
    }


def _plurals(language: Language) -> dict[str, dict[str, str]]:
    """The words that depend on a number, in all their forms."""
    return {
        "events": plural_forms(language, "{n} event", "{n} events"),
        "disputed": plural_forms(language, "{n} disputed", "{n} disputed"),
        "moreEvents": plural_forms(language, "{n} more event", "{n} more events"),
        "early": plural_forms(language, "{n} event before 2022", "{n} events before 2022"),
        "show": plural_forms(language, "Show {n} event", "Show {n} events"),
        "more": plural_forms(language, "and {n} more", "and {n} more"),
    }
