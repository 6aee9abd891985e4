"""A day, or some days, as a text: what happened hour by hour, what of it is disputed, what was said."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from markupsafe import Markup

from components.address import address, event_address
from components.drawing.glyphs import glyph
from components.language import Language
from components.map.scene import Scene
from components.map.silence import silence_note
from components.map.svg import map_figure
from components.markup import render
from components.record.event_list import begins_on, day_words, follows_above, why_empty
from components.words import labels
from components.words.claims import sides
from components.words.glossary import Explained
from components.words.places import event_chain
from components.words.rest import bounded, rest_words
from components.words.sentence import known_words
from components.words.sources import first_report, voices_words
from components.words.when import column_words, part, period_words, timing_words
from data.cells import has_minute
from data.loading.rows import EventRow
from data.period import AFTER, BEFORE, Period
from data.queries.claims import claims_said
from data.queries.query import Shown
from data.queries.view import View
from data.vocabulary import PARTS_OF_DAY

START = Period.of(date(2022, 1, 5))
"""The day of the reading when none is chosen: that on which most happened."""
MOST = 700
"""So many events are told of on one page."""
MOST_JUMPS = 12
"""To so many parts of a page there are links on top of it."""


def reading_period(view: View) -> Period:
    """The days of the reading."""
    return view.period or START


def day_title(view: View, language: Language) -> Markup:
    """The heading of the page: its day, or its days."""
    return render("record/day_title", language, heading=_heading(reading_period(view), language))


def reading(scene: Scene, *sizes: float) -> Markup:
    """The page for the days of a view: events by part of the day, each with what is disputed of it, claims, map.

    The names on its map are of a size in units, or of two: for wide windows and for phones.
    """
    shown, language = scene.shown, scene.language
    period = reading_period(shown.view)
    entries = bounded(shown.rows, "title", "summary", "disputed_points", most=MOST)
    return render(
        "record/reading",
        language,
        count=language.plural("{n} event", "{n} events", len(shown.rows)),
        disputed=sum(len(event["disputed_points"]) for event in shown.rows),
        map=map_figure(scene, *sizes) if shown.rows else "",
        groups=list(_groups(entries, shown, period, language)),
        explain=Explained(shown.view, language),
        most_jumps=MOST_JUMPS,
        short=1000,
        sides=(said := _sides(shown, period, language)),
        said=sum(side["total"] for side in said),
        rest=rest_words(language, len(entries), len(shown.rows)),
        reason=why_empty(shown, language),
        silence=silence_note(scene),
        known_on=known_words(shown.record, language),
        explore=address(shown.view.but(period=period)),
    )


def _heading(period: Period, language: Language) -> str:
    if period.day:
        return language.day(period.day, "EEEE d MMMM y")
    words = period_words(period, language)
    return words[0].upper() + words[1:]


def _groups(events: list[EventRow], shown: Shown, period: Period, language: Language) -> Iterable[dict[str, Any]]:
    """Events under the parts of their day, or under their days where the reading has several.

    A group has an `id`, a `heading`, a `short` one for the way to it, and `parts`, each with a `heading` of its own
    where the times of a group are not equally known.
    """
    began = period.first.isoformat() if period.first else ""
    order = [*PARTS_OF_DAY, "unknown"]
    sections: dict[str, list[EventRow]] = {}
    for event in events:
        key = "earlier" if event["start"][:10] < began else _part_of(event) if period.day else begins_on(event)
        sections.setdefault(key, []).append(event)
    if period.day:
        order = [key for key in (*order, "earlier") if key in sections]
    else:
        order = sorted(sections, key=lambda key: (key == "earlier", key))
    for key in order:
        parts = [list(part) for _, part in groupby(sections[key], lambda event: event["timing"])]
        apart = len(parts) > 1 and key != "earlier"
        yield {
            "id": f"part-{key}",
            "heading": _section_heading(key, language),
            "short": _section_heading(key, language, short=True),
            "parts": [
                {
                    "heading": timing_words(part[0]["timing"], part[0]["part_of_day"], language) if apart else "",
                    "entries": list(_entries(part, shown, language)),
                }
                for part in parts
            ],
        }


def _part_of(event: EventRow) -> str:
    """The part of the day of an event; `unknown` where its time of day is."""
    if event["timing"] == "day":
        return "unknown"
    at = event["begins"] if has_minute(event["start"]) else event["ends"]
    return event["part_of_day"] or next(name for name, (first, last) in PARTS_OF_DAY.items() if first <= at.hour < last)


def _section_heading(key: str, language: Language, short: bool = False) -> str:
    _ = language.text
    if key == "unknown":
        return _("Not known") if short else _("Time of day not known")
    if key == "earlier":
        return _("Began earlier") if short else _("Began earlier and went on")
    if key in PARTS_OF_DAY:
        word = part(language, key)
        return word[0].upper() + word[1:]
    return language.day(date.fromisoformat(key), "d MMM") if short and len(key) == 10 else day_words(key, language)


def _entries(events: list[EventRow], shown: Shown, language: Language) -> Iterable[dict[str, Any]]:
    above = ""
    for event in events:
        yield _entry(event, shown, language, follows_above(event, above))
        above = event["event_id"]


def _entry(event: EventRow, shown: Shown, language: Language, then: bool) -> dict[str, Any]:
    record = shown.record
    publishers = dict.fromkeys(record.source_rows[source]["publisher"] for source in event["sources"])
    time = column_words(event, language, unknown=False)
    if event["timing"] == "part":
        time = ""
    return {
        "id": event["event_id"],
        "glyph": glyph(event["category"], event["status"]),
        "time": language.text("after that") if then else time,
        "title": language.of(event, "title"),
        "href": event_address(event["event_id"], shown.view),
        "where": event_chain(record, event, language),
        "category": labels.category(language, event["category"]),
        "status": labels.status(language, event["status"]),
        "voices": voices_words(record, event, language),
        "first_report": first_report(event, language) if record.known_on else "",
        "summary": language.of(event, "summary"),
        "disputed": language.all_of(event, "disputed_points"),
        "publishers": ", ".join(publishers),
    }


def _sides(shown: Shown, period: Period, language: Language) -> list[dict[str, Any]]:
    """What was said on these days; nothing for the open periods before and after, which the ledger shows better."""
    if (
        period in (BEFORE, AFTER)
        or not (period.first and period.last)
        or period.last - period.first > timedelta(days=10)
    ):
        return []
    claims = claims_said(shown.record, period.first, period.last)
    return sides(shown.record, claims, shown.view, language)
