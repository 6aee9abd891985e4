"""The list of events: a row each under the heading of its day, and the open event as a card."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from markupsafe import Markup

from components.address import address
from components.drawing.glyphs import glyph
from components.language import Language
from components.markup import render
from components.words import labels
from components.words.places import event_places
from components.words.rest import MOST, rest_words
from components.words.when import hour
from data.loading.rows import EventRow
from data.queries.query import Shown
from data.queries.view import PAGE_OF_LIST, View


def event_list(shown: Shown, language: Language) -> Markup:
    """As many rows as the view asks for, and links to more and to a view that has some when there are none."""
    view = shown.view
    events = in_order(shown)
    first = events[: min(view.shown, MOST)]
    left = len(events) - len(first)
    more = address(view.but(shown=view.shown + 2 * PAGE_OF_LIST)) if left and len(first) < MOST else ""
    return render(
        "record/event_list",
        language,
        days=list(_days(first, shown, language)),
        more=more,
        left=left,
        rest="" if more else rest_words(language, len(first), len(events)),
        reset=address(view.reset()),
        reason=why_empty(shown, language),
    )


def in_order(shown: Shown) -> list[EventRow]:
    """The events of a view as the list tells them: those that began before the chosen days come last."""
    return sorted(shown.rows, key=lambda event: _began_earlier(event, shown.view))


def rows(events: Iterable[EventRow], shown: Shown, language: Language, page: str = "explore") -> list[dict[str, Any]]:
    """What a row of the list says of each event.

    `id`, `glyph`, `hour`, `title`, `place`, `category` and `status` are its words and its mark; `unknown` is whether
    the record of a past day doesn't know its first report, `open` whether its card is open; `href` opens or closes it.
    """
    view = shown.view
    return [
        {
            "id": event["event_id"],
            "glyph": glyph(event["category"], event["status"]),
            "hour": hour(event, language),
            "title": language.of(event, "title"),
            "place": event_places(shown.record, event, language),
            "category": labels.category(language, event["category"]),
            "status": labels.status(language, event["status"]),
            "unknown": bool(shown.record.known_on) and not event["first_report"],
            "open": event["event_id"] == view.event,
            "href": address(view.opening("" if event["event_id"] == view.event else event["event_id"])),
        }
        for event in events
    ]


def _began_earlier(event: EventRow, view: View) -> bool:
    """Whether an event began before the chosen days; such events come last."""
    return bool(view.period and view.period.first and event["start"][:10] < view.period.first.isoformat())


def _days(events: list[EventRow], shown: Shown, language: Language) -> Iterable[dict[str, object]]:
    """Rows grouped by the day on which an event begins."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for event, row in zip(events, rows(events, shown, language), strict=True):
        earlier = _began_earlier(event, shown.view)
        heading = language.text("Began earlier and went on") if earlier else _day_words(event["start"], language)
        groups.setdefault(heading, []).append(row)
    return [{"heading": heading, "rows": group} for heading, group in groups.items()]


def _day_words(start: str, language: Language) -> str:
    return language.day(date.fromisoformat(start[:10]), "EEEE d MMMM y")


def why_empty(shown: Shown, language: Language) -> str:
    """One sentence for an empty list: the days have none, or the filters leave none."""
    _ = language.text
    if shown.view.period and not shown.view.hours and shown.all_but_days:
        return _("The record has no event for this day. That does not mean that nothing happened.")
    return _("No event matches these filters.")
