"""The player of Explore: it plays the days of a view, and the hours of its day."""

from markupsafe import Markup

from components.address import frames_address
from components.language import Language
from components.markup import render
from data.queries.view import KEYS, View

SECONDS = (0.5, 1, 2, 4)
"""So many seconds a step may take."""


def player(view: View, language: Language) -> Markup:
    """The button and the bar that it opens; empty for two sides, which are looked at together."""
    if view.beside:
        return Markup()
    day = view.period.day if view.period else None
    return render(
        "explore/play",
        language,
        days=frames_address("days", view.filtered(period=None, hours=None)),
        hours=frames_address("hours", view.filtered(hours=None)) if day else "",
        day=day.isoformat() if day else "",
        hour=KEYS["hours"].codec.write(view.hours) if day and view.hours else "",
        words=language.day(day, "d MMMM") if day else "",
        seconds=[(f"{number:g}", language.number(number)) for number in SECONDS],
    )
