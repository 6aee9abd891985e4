"""What is played: a view day by day or hour by hour, each with the map and the timeline that the app draws of it."""

import json
import re

from components.address import address
from components.frame.context import Context
from components.language import Language, language_of
from components.map.box import map_box
from components.timeline.drawn import drawn_timeline
from components.words.sentence import headline, sentence
from components.words.when import clock_words
from data.loading.record import Record
from data.period import Period, january_days
from data.queries.view import KEYS, View

OF = ("days", "hours")
SIZES = ("wide", "narrow")
ROOM = 3_000_000
"""So many characters of frames are sent."""
_LONG = re.compile(r' d="([^"]{200,})"')
"""The outline of what hardly changes from frame to frame, as of the land; it is sent once."""


def steps(view: View, of: str) -> list[View]:
    """The view on each day of January, or in each hour of its day; none where it has no single day."""
    if of == "days":
        return [view.filtered(period=Period.of(day), hours=None, beside=None) for day in january_days()]
    if not (view.period and view.period.day):
        return []
    return [view.filtered(hours=(60 * hour, 60 * hour + 60), beside=None) for hour in range(24)]


def frames(record: Record, view: View, of: str, narrow: bool) -> str:
    """The frames of a view as JSON, for a narrow window or a wide one.

    `frames` have the `key` of their column in the strip, a short `label`, the `sentence` and the `address` of their
    view, and `map` and `timeline` as markup, in which ` d="#0"` stands for the first of `paths`. `rest` says how many
    steps found no room.
    """
    language, room = language_of(view), ROOM
    paths: dict[str, int] = {}
    drawn: list[dict[str, str]] = []
    asked = steps(view, of)
    for step in asked:
        before = len(paths)
        frame = _frame(Context("explore", record, step, language), of, narrow, paths)
        room -= sum(map(len, (*frame.values(), *list(paths)[before:])))
        if room < 0 and drawn:
            break
        drawn.append(frame)
    return json.dumps({"frames": drawn, "paths": list(paths), "rest": _rest(len(drawn), len(asked), language)})


def _rest(drawn: int, total: int, language: Language) -> str:
    if drawn == total:
        return ""
    return language.text("The first {n} of {total} steps are played: filter to play them all.").format(
        n=language.number(drawn), total=language.number(total)
    )


def _frame(context: Context, of: str, narrow: bool, paths: dict[str, int]) -> dict[str, str]:
    view, language = context.view, context.language
    assert view.period
    assert view.period.day
    label = language.day(view.period.day, "d MMMM")
    if view.hours:
        label = f"{label}, {'–'.join(map(clock_words, view.hours))}"
    return {
        "key": str(view.period) if of == "days" else KEYS["hours"].codec.write(view.hours),
        "label": label,
        "sentence": headline(context.shown, language),
        "address": address(view),
        "map": _shortened(map_box(context.scene, narrow), paths),
        "timeline": _shortened(drawn_timeline(context.plan, sentence(context.shown, context.language)), paths),
    }


def _shortened(markup: str, paths: dict[str, int]) -> str:
    """Markup with the number of each long path in its place."""
    return _LONG.sub(lambda found: f' d="#{paths.setdefault(found[1], len(paths))}"', str(markup))
