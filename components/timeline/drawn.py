"""The timeline as a page shows it: markup that fills whatever box it is given, its type as large as that of the page.

Its marks are links. Over the hours of a day the live chart is laid (`components/timeline/live.py`), once it has come.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from markupsafe import Markup

from components.address import address, template
from components.drawing.glyphs import glyph
from components.markup import render
from components.timeline.lanes import (
    BESIDE,
    FEW_IN_CELL,
    IN_CELL,
    MOST_BESIDE,
    MOST_IN_CELL,
    OF_NUMBER,
    Item,
    Lane,
    lay_out,
    signature,
)
from components.timeline.plan import Plan, PlannedEvent
from components.timeline.scale import Scale
from components.words import labels
from data.queries.view import LANES
from data.times import NO_REACH, REACH

BAND, HEAD, FOOT = 13, 34, 17
"""In pixels: a band above the lanes, the least room above them, that below them for the words of the axis."""
NARROWEST_LABEL = 3
"""A column has its words if it takes up so much of the axis, in per cent."""


def head(plan: Plan) -> int:
    """The room above the lanes in pixels."""
    return max(HEAD, BAND * plan.band_rows + 3)


def drawn_timeline(plan: Plan, words: str, page: str = "explore", name: str = "timeline") -> Markup:
    """The timeline of a plan, whose heading has the id `name`; `words` say what it shows to whoever can't see it."""
    lanes, total = lay_out(plan)
    scale, view = plan.scale, plan.view
    return render(
        "timeline/drawn",
        plan.language,
        name=name,
        words=plan.language.text("Timeline: {what}").format(what=words),
        kind="hours" if scale.in_hours else "cells",
        head=head(plan),
        foot=FOOT,
        band=BAND,
        total=total,
        signature=signature(lanes, scale),
        heights=" ".join(f"minmax(0,{lane.height:g}fr)" for lane in lanes),
        beside=plan.beside,
        before=plan.before,
        whole=address(view.filtered(hours=None), page) if view.hours else "",
        choices=[
            (labels.lanes(plan.language, value), address(view.but(lanes=value), page), value == view.laned_by)
            for value in LANES
        ],
        apart=[one for one in plan.apart if one.number],
        bands=[
            (one, percent(one.begins, scale), round(percent(one.ends, scale) - percent(one.begins, scale), 2))
            for one in plan.bands
        ],
        columns=list(_columns(plan)),
        ticks=[(percent(tick, scale), said) for tick, said in zip(scale.ticks, scale.words, strict=True)],
        range=template(view.filtered(hours=None), page, "period"),
        lanes=[_lane(lane, plan, page) for lane in lanes],
    )


def percent(moment: datetime, scale: Scale) -> float:
    """How far along the axis a time falls, in per cent."""
    return round(100 * scale.share(moment), 2)


def _columns(plan: Plan) -> Iterable[dict[str, Any]]:
    """The columns with their places, and the day of each that is one."""
    for column in plan.columns:
        left, right = percent(column.begins, plan.scale), percent(column.ends, plan.scale)
        yield {
            "left": left,
            "width": round(right - left, 2),
            "label": column.label if right - left > NARROWEST_LABEL else "",
            "day": column.period.day or "",
        }


def _lane(lane: Lane, plan: Plan, page: str) -> dict[str, Any]:
    """A lane: its points and bars, its cells, and the groups beside it, of which `more` have no room."""
    planned = lane.planned
    beside = [one for group in planned.apart for one in group]
    room = len(beside) if len(beside) <= MOST_BESIDE else MOST_BESIDE - OF_NUMBER
    first = len(planned.apart[0]) if planned.apart else 0
    return {
        "name": planned.name,
        "path": planned.path,
        "timed": [_timed(item, lane, plan, page) for item in lane.items],
        "cells": [
            _cell(cell, f"{planned.name}, {column.words}", column.path, plan, page)
            for cell, column in zip(planned.cells, plan.columns, strict=True)
        ],
        "beside": [_mark(one, plan, page) | {"parted": n == first > 0} for n, one in enumerate(beside[:room])],
        "two_rows": len(beside) > BESIDE,
        "more": plan.language.number(len(beside) - room) if room < len(beside) else "",
        "more_words": plan.language.plural("{n} more event", "{n} more events", len(beside) - room),
        "open": any(one.open for one in beside[room:]),
    }


def _cell(events: list[PlannedEvent], where: str, path: str, plan: Plan, page: str) -> dict[str, Any]:
    """A cell: a square an event where there is room, a number where there is not; both where the window decides."""
    number = len(events)
    said = plan.language.plural("{n} event", "{n} events", number)
    return {
        "marks": [_mark(one, plan, page) for one in events] if number <= MOST_IN_CELL else [],
        "number": plan.language.number(number) if number > IN_CELL else "",
        "looks": "" if number <= IN_CELL else "some" if number <= FEW_IN_CELL else "many",
        "words": f"{where}: {said}",
        "path": path,
        "open": any(one.open for one in events),
    }


def _timed(item: Item, lane: Lane, plan: Plan, page: str) -> dict[str, Any]:
    """A point or bar with its place in the lane, and the reach of a time that is known about, all in per cent."""
    planned, scale = item.planned, plan.scale
    event = planned.event
    begins, ends = event["begins"], event["ends"]
    left = percent(begins, scale)
    before, after = REACH.get(event["time_precision"], NO_REACH)
    reach = percent(begins - before, scale), percent(begins + after, scale)
    middle, height = (round(100 * part / lane.height, 2) for part in (item.y - lane.top, item.height))
    place = f"left:{left}%;top:{middle}%"
    if not planned.moment:
        place += f";width:{round(percent(ends, scale) - left, 2)}%;height:{height}%"
    return _mark(planned, plan, page) | {
        "glyph": glyph(event["category"], event["status"]) if planned.moment else "",
        "place": place,
        "middle": middle,
        "whisker": (reach[0], round(reach[1] - reach[0], 2)) if before else (),
    }


def _mark(planned: PlannedEvent, plan: Plan, page: str) -> dict[str, Any]:
    event = planned.event
    return {
        "id": event["event_id"],
        "href": address(plan.view.opening("" if planned.open else event["event_id"]), page),
        "places": " ".join(planned.places),
        "family": event["family"],
        "status": event["status"],
        "open": planned.open,
        "words": planned.words,
    }
