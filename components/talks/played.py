"""What the stage plays of a slide: its map or its timeline on each day of January."""

import json

from components.address import address
from components.figure import NothingToDrawError, here
from components.language import Language
from components.talks.figures import fitting, layer_of, slide_figure, slide_markup
from components.words.when import period_words
from data.loading.record import Record
from data.period import Period, january_days
from data.queries.view import View
from data.talks import Talk

LAYERS = ("map", "timeline")
"""What is played; the other figures are of all days at once."""


def playable(view: View | None) -> bool:
    """Whether a slide with this view can be played."""
    return view is not None and layer_of(view) in LAYERS


def slide_frames(record: Record, talk: Talk, view: View, number: int, language: Language) -> str:
    """The frames of the slide with a number as JSON: each its `figure` as markup, its `caption`, and its `address`.

    `at` is the number of the one to begin with. A day with nothing to draw has no figure.
    """
    found, days = [], list(january_days())
    for day in days:
        step = view.but(period=Period.of(day), hours=None)
        drawn = ""
        try:
            figure = slide_figure(record, step, language)
            drawn, caption = str(slide_markup(figure, here)), figure.caption
        except NothingToDrawError:
            caption = " · ".join((period_words(step.period, language), language.text("nothing to draw")))
        link = address(step.but(layer="", talk=f"{talk.name}.{number}", language=language.code))
        found.append({"figure": drawn, "caption": fitting(caption), "address": link})
    own = view.period.day if view.period else None
    return json.dumps({"frames": found, "at": days.index(own) if own in days else 0})
