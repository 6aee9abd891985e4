"""The list of events: a row each under the heading of its day, and the open event as a card."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from markupsafe import Markup

from components.address import address
from components.drawing.glyphs import glyph
from components.language import Language
from components.map.eyes import eye_of
from components.markup import render
from components.words import labels
from components.words.glossary import asked_for, term_address
from components.words.places import event_places
from components.words.rest import MOST, rest_words
from components.words.when import column_words, timing_words
from data.loading.rows import EventRow
from data.period import JANUARY
from data.queries.mapping import drawn_at
from data.queries.query import Shown
from data.queries.view import PAGE_OF_LIST, View


def event_list(shown: Shown, language: Language, name: str = "events") -> Markup:
    """As many rows as the view asks for, and links to more and to a view that has some when there are none.

    `name` is its id on the page.
    """
    view = shown.view
    events = in_order(shown)
    first = events[: min(view.shown, MOST)]
    days = list(_days(first, shown, language))
    early = [day for day in days if day["early"]]
    left = len(events) - len(first)
    more = address(view.but(shown=view.shown + 2 * PAGE_OF_LIST)) if left and len(first) < MOST else ""
    return render(
        "record/event_list",
        language,
        name=name,
        days=[day for day in days if not day["early"]],
        early=early,
        before=language.plural("{n} event before 2022", "{n} events before 2022", sum(day["total"] for day in early)),
        opened=any(row["open"] for day in early for group in day["groups"] for row in group["rows"]),
        more=more,
        whole=address(view.but(shown=MOST)),
        left=left,
        rest="" if more else rest_words(language, len(first), len(events)),
        reset=address(view.reset()),
        reason=why_empty(shown, language),
        terms=[(term, term_address(term.key, view)) for term in asked_for(view.text, language)],
    )


def in_order(shown: Shown) -> list[EventRow]:
    """The events of a view as the list tells them: those that began before the chosen days come last."""
    return sorted(shown.rows, key=lambda event: _began_earlier(event, shown.view))


def _row(event: EventRow, shown: Shown, language: Language, alone: bool, then: bool) -> dict[str, Any]:
    """What the list says of an event.

    `id`, `glyph`, `time`, `title`, `place`, `category` and `status` are its words and its mark, `drawn_at` the marks of
    the map it lies in; `unknown` is whether the record of a past day doesn't know its first report, `open` whether its
    card is open; `href` opens or closes it. It may be `alone` on its day, or be known to follow the row above (`then`).
    """
    view = shown.view
    return {
        "id": event["event_id"],
        "glyph": glyph(event["category"], event["status"]),
        "time": language.text("after that") if then else column_words(event, language, unknown=not alone),
        "title": language.of(event, "title"),
        "place": event_places(shown.record, event, language),
        "drawn_at": " ".join(at for _, at in drawn_at(shown.record, event, eye_of(view, shown.record)[1].city)),
        "category": labels.category(language, event["category"]),
        "status": labels.status(language, event["status"]),
        "unknown": bool(shown.record.known_on) and not event["first_report"],
        "open": event["event_id"] == view.event,
        "href": address(view.opening("" if event["event_id"] == view.event else event["event_id"])),
    }


def _began_earlier(event: EventRow, view: View) -> bool:
    """Whether an event began before the chosen days; such events come last."""
    return bool(view.period and view.period.first and event["start"][:10] < view.period.first.isoformat())


def _days(events: list[EventRow], shown: Shown, language: Language) -> Iterable[dict[str, Any]]:
    """The rows under the day, or the month, on which their events begin; within a day by how their time is known.

    Each has a `heading`, its `groups` of rows, their `total`, and whether it is folded as `early`.
    """
    view = shown.view
    folds = view.period is None and not view.used_filters()
    for (earlier, when), day in groupby(events, lambda event: (_began_earlier(event, view), begins_on(event))):
        found = list(day)
        groups = [found] if earlier else [list(group) for _, group in groupby(found, _timing)]
        yield {
            "heading": language.text("Began earlier and went on") if earlier else day_words(when, language),
            "groups": [
                {
                    "heading": "" if earlier or len(found) == 1 else timing_words(*_timing(group[0]), language),
                    "rows": list(_rows(group, shown, language, alone=earlier or len(found) == 1)),
                }
                for group in groups
            ],
            "total": len(found),
            "early": folds and when < JANUARY[0].isoformat()[: len(when)],
        }


def _rows(group: list[EventRow], shown: Shown, language: Language, alone: bool) -> Iterable[dict[str, Any]]:
    """The rows of events whose times are equally known."""
    above = ""
    for event in group:
        yield _row(event, shown, language, alone, follows_above(event, above))
        above = event["event_id"]


def follows_above(event: EventRow, above: str) -> bool:
    """Whether an event without a time of day is known to have come after the one told before it."""
    return event["timing"] != "time" and bool(above) and event["follows"] == above


def _timing(event: EventRow) -> tuple[str, str]:
    return event["timing"], event["part_of_day"]


def begins_on(event: EventRow) -> str:
    """The day on which an event begins, or the month where no more is known."""
    return event["start"][:7] if event["time_precision"] == "month" else event["start"][:10]


def day_words(when: str, language: Language) -> str:
    """A day, or a month, as a heading."""
    if len(when) == 7:
        return language.day(date.fromisoformat(f"{when}-01"), "LLLL y")
    return language.day(date.fromisoformat(when), "EEEE d MMMM y")


def why_empty(shown: Shown, language: Language) -> str:
    """One sentence for an empty list: the days have none, or the filters leave none."""
    _ = language.text
    if shown.view.period and not shown.view.hours and shown.all_but_days:
        return _("The record has no event for this day. That does not mean that nothing happened.")
    return _("No event matches these filters.")
