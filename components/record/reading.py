"""A day, or some days, as a text: what happened hour by hour, what was said, what is disputed."""

from datetime import date, timedelta
from typing import Any

from markupsafe import Markup

from components.address import address, event_address
from components.drawing.glyphs import glyph
from components.language import Language
from components.map.scene import Scene
from components.map.silence import silence_note
from components.map.svg import TYPE_SIZES, map_figure
from components.markup import render
from components.record.event_list import why_empty
from components.words import labels
from components.words.claims import sides
from components.words.glossary import Explained
from components.words.places import event_chain
from components.words.rest import bounded, rest_words
from components.words.sentence import known_words
from components.words.sources import first_report, voices_words
from components.words.when import event_time, hour, part, period_words
from data.loading.rows import EventRow
from data.period import AFTER, BEFORE, Period
from data.queries.claims import claims_said
from data.queries.query import Shown
from data.queries.view import View
from data.vocabulary import PARTS_OF_DAY

START = Period.of(date(2022, 1, 1))
"""The day on which the reading begins when none is chosen."""


MOST = 700
"""So many events are told of on one page."""


def reading_period(view: View) -> Period:
    """The days of the reading."""
    return view.period or START


def reading(scene: Scene, map_type: float = TYPE_SIZES["column"]) -> Markup:
    """The page for the days of a view: heading, map, events by part of the day, claims, disputes."""
    shown, language = scene.shown, scene.language
    period = reading_period(shown.view)
    entries = bounded(shown.rows, "title", "summary", "disputed_points", most=MOST)
    groups = _groups(entries, shown, period, language)
    before, after = (shown.view.but(period=period).stepped(days) for days in (-1, 1))
    return render(
        "record/reading",
        language,
        heading=_heading(period, language),
        count=language.plural("{n} event", "{n} events", len(shown.rows)),
        map=map_figure(scene, map_type) if shown.rows else "",
        groups=groups,
        explain=Explained(shown.view, language),
        short=1000,
        sides=(said := _sides(shown, period, language)),
        said=sum(side["total"] for side in said),
        rest=rest_words(language, len(entries), len(shown.rows)),
        disputed=[
            (
                language.of(event, "title"),
                event_address(event["event_id"], shown.view),
                language.all_of(event, "disputed_points"),
            )
            for event in entries
            if event["disputed_points"]
        ],
        before=(period_words(before.period, language), address(before, "day")) if before.period != period else None,
        after=(period_words(after.period, language), address(after, "day")) if after.period != period else None,
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


def _groups(events: list[EventRow], shown: Shown, period: Period, language: Language) -> list[dict[str, Any]]:
    """Events under the parts of their day, or under their days where the reading has several."""
    _ = language.text
    groups: dict[str, list[dict[str, Any]]] = {}
    for event in events:
        if period.first and event["start"][:10] < period.first.isoformat():
            heading = _("Began earlier and went on")
        elif period.day:
            heading = _part_heading(event, language)
        else:
            heading = language.day(date.fromisoformat(event["start"][:10]), "EEEE d MMMM y")
        groups.setdefault(heading, []).append(_entry(shown, event, language))
    for name in (*PARTS_OF_DAY, ""):
        heading = _part_words(name, language)
        if heading in groups:
            groups[heading] = groups.pop(heading)
    earlier = groups.pop(_("Began earlier and went on"), None)
    if earlier:
        groups[_("Began earlier and went on")] = earlier
    return [{"heading": heading, "entries": entries} for heading, entries in groups.items()]


def _part_heading(event: EventRow, language: Language) -> str:
    if event["timing"] == "day":
        return _part_words("", language)
    at = event["begins"] if "T" in event["start"] else event["ends"]
    return _part_words(
        event["part_of_day"] or next(name for name, (first, last) in PARTS_OF_DAY.items() if first <= at.hour < last),
        language,
    )


def _part_words(name: str, language: Language) -> str:
    if not name:
        return language.text("Time of day not known")
    word = part(language, name)
    return word[0].upper() + word[1:]


def _entry(shown: Shown, event: EventRow, language: Language) -> dict[str, Any]:
    record = shown.record
    publishers = dict.fromkeys(record.source_rows[source]["publisher"] for source in event["sources"])
    return {
        "glyph": glyph(event["category"], event["status"]),
        "hour": "" if event["time_precision"] == "part_of_day" else hour(event, language),
        "title": language.of(event, "title"),
        "href": event_address(event["event_id"], shown.view),
        "when": event_time(record, event, language),
        "where": event_chain(record, event, language),
        "category": labels.category(language, event["category"]),
        "status": labels.status(language, event["status"]),
        "voices": voices_words(record, event, language),
        "first_report": first_report(event, language) if record.known_on else "",
        "summary": language.of(event, "summary"),
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
