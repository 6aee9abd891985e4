"""The timeline drawn as SVG: for pictures, talks and print. Same marks, same bands, no interaction.

Few events have a row each with its title; more have the lanes of the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import ceil
from typing import Any

from components.drawing.glyphs import hatches, shape
from components.drawing.label_placement import RUNNING
from components.figure import Figure
from components.timeline.lanes import GAP, Item, Lane, lay_out
from components.timeline.plan import Plan, PlannedBand, PlannedEvent
from components.timeline.scale import Scale
from components.timeline.titled_rows import Mark, Title, titled_rows
from data.times import NO_REACH, REACH


@dataclass(frozen=True)
class TimelineCanvas:
    """The size of a drawn timeline in units: its width, the room for the lanes' names, its type, and its height.

    Without a height it is as high as its lanes need; with one the lanes are made thinner or thicker to fill it.
    """

    width: int = 1000
    left: float = 170
    type: float = 13
    height: float | None = None

    @property
    def right(self) -> float:
        return self.width - self.type * 1.6

    @property
    def band(self) -> float:
        return self.type * 1.54

    def along(self, moment: datetime, scale: Scale) -> float:
        """Where a time falls, from the left; what lies outside of the axis at its end."""
        share = (min(max(moment, scale.begins), scale.ends) - scale.begins) / scale.length
        return round(self.left + share * (self.right - self.left), 1)


PICTURE = TimelineCanvas()
FOOT = 2.4
"""The room for the words of the axis, in ems."""
THICKEST = 2.0
"""How many times thicker than on the page a row may become where there is room."""


def timeline_figure(plan: Plan, canvas: TimelineCanvas = PICTURE) -> Figure:
    """The chart of a plan; every mark is a link to its event."""
    scale = plan.scale
    top = canvas.band * len(plan.bands) + GAP
    bottom = canvas.height and canvas.height - canvas.type * FOOT
    without_names = replace(canvas, left=canvas.type * 1.6)
    few = titled_rows(_marks(plan, without_names), canvas.width, canvas.type, top, bottom)
    lanes: list[Lane] = []
    rows: Sequence[tuple[Item, Title | None]]
    if few:
        (rows, height), canvas = few, without_names
    else:
        lanes, height = lay_out(plan, top)
        if bottom:
            lanes, height = _fitted(lanes, top, bottom, canvas.type), bottom
        rows = [(item, None) for lane in lanes for item in lane.items]
    values = {
        "canvas": canvas,
        "hatches": hatches(),
        "height": round(height),
        "ticks": _ticks(scale, canvas),
        "bands": [_band(band, number, scale, canvas) for number, band in enumerate(plan.bands)],
        "lanes": [(lane.name, lane.top - GAP / 2, (lane.top + lane.bottom) / 2) for lane in lanes],
        "items": [_item(item, title, scale, canvas) for item, title in rows],
    }
    size = (canvas.width, round(height) + canvas.type * FOOT)
    words = plan.language.text("Timeline of the events")
    return Figure("timeline", "timeline/svg", values, plan.language, *size, words, type=canvas.type)


def _marks(plan: Plan, canvas: TimelineCanvas) -> list[Mark]:
    """The events on the axis with the ends of their marks, in the order of their time."""
    marks = []
    for planned in plan.events:
        event = planned.event
        ends = [
            canvas.along(event["begins"], plan.scale),
            canvas.along(event["ends"], plan.scale),
            *_whisker(planned, plan.scale, canvas),
        ]
        half = canvas.type / 2 if planned.moment else 0
        marks.append(Mark(planned, min(ends) - half, max(ends) + half))
    return marks


def _whisker(planned: PlannedEvent, scale: Scale, canvas: TimelineCanvas) -> list[float]:
    """The ends of how far a time may be off, for one that is known about; else nothing."""
    before, after = REACH.get(planned.event["time_precision"], NO_REACH)
    if not before:
        return []
    begins = planned.event["begins"]
    return [canvas.along(begins - before, scale), canvas.along(begins + after, scale)]


def _ticks(scale: Scale, canvas: TimelineCanvas) -> list[tuple[float, str]]:
    """The ticks that have room, each with its place."""
    every = ceil(canvas.type * 3.6 * len(scale.ticks) / (canvas.right - canvas.left))
    found = list(zip(scale.ticks, scale.words, strict=True))[:: max(every, 1)]
    return [(canvas.along(tick, scale), words) for tick, words in found]


def _fitted(lanes: list[Lane], top: float, bottom: float, size: float) -> list[Lane]:
    """The lanes between two heights: each with room for its name, the rest shared by what they hold."""
    least = size * 1.2
    room = bottom - top - GAP * len(lanes)
    natural = [lane.bottom - lane.top for lane in lanes]
    # Lanes that are thinner than their names have no part in the sharing.
    share = 1.0
    for _ in lanes:
        thin = [height * share <= least for height in natural]
        thick = sum(height for height, is_thin in zip(natural, thin, strict=True) if not is_thin)
        share = (room - least * sum(thin)) / thick if thick else share
    fitted = []
    for lane, height in zip(lanes, natural, strict=True):
        now = max(height * share, least)
        inner = min(share, now / height, THICKEST)
        shift = top + (now - height * inner) / 2
        items = [
            replace(item, y=shift + (item.y - lane.top) * inner, height=item.height * inner) for item in lane.items
        ]
        fitted.append(Lane(lane.name, top, top + now, items))
        top += now + GAP
    return fitted


def _band(planned: PlannedBand, number: int, scale: Scale, canvas: TimelineCanvas) -> dict[str, Any]:
    begins, ends = canvas.along(planned.begins, scale), canvas.along(planned.ends, scale)
    words, x = _band_words(planned, begins, ends, canvas)
    return {
        "x": begins,
        "width": max(ends - begins, 1),
        "y": number * canvas.band,
        "words": planned.words,
        "written": words,
        "cut": planned.band.cuts_network,
        "text_x": x,
        "anchor": "end" if planned.late else "start",
    }


def _band_words(planned: PlannedBand, begins: float, ends: float, canvas: TimelineCanvas) -> tuple[str, float]:
    """The words of a band that fit on the axis, and where they stand: within it, whatever the band is like."""
    room = canvas.right - canvas.left
    words = planned.words if _across(planned.words, canvas) <= room else planned.title
    across = _across(words, canvas)
    if planned.late:
        return words, round(max(ends - 4, canvas.left + across), 1)
    return words, round(max(canvas.left, min(begins + 4, canvas.right - across)), 1)


def _across(words: str, canvas: TimelineCanvas) -> float:
    return len(words) * RUNNING * canvas.type


def _item(item: Item, title: Title | None, scale: Scale, canvas: TimelineCanvas) -> dict[str, Any]:
    planned = item.planned
    event = planned.event
    x = canvas.along(event["begins"], scale)
    return {
        "moment": planned.moment,
        "shape": shape(event["category"]),
        "family": event["family"],
        "status": event["status"],
        "open": planned.open,
        "x": x,
        "y": item.y,
        "left": round(x - canvas.type / 2, 1),
        "top": round(item.y - canvas.type / 2, 1),
        "scale": canvas.type / 16,
        "height": item.height,
        "width": max(canvas.along(event["ends"], scale) - x, 2),
        "whisker": _whisker(planned, scale, canvas),
        "title": planned.title if title else "",
        "at": title,
        "words": "\n".join((planned.title, *planned.details)),
        "href": planned.path,
    }
