"""The timeline drawn as SVG: for pictures, talks and print. Same lanes, same marks, same bands, no interaction.

Few events have a row each with its title; more have the lanes of the page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import ceil
from textwrap import wrap
from typing import Any

from components.drawing.glyphs import shape
from components.drawing.label_placement import running
from components.figure import Figure
from components.timeline.lanes import BESIDE, MOST_IN_CELL, Item, Lane, lay_out
from components.timeline.plan import Plan, PlannedBand, PlannedEvent
from components.timeline.scale import Scale
from components.timeline.titled_rows import Mark, Title, titled_rows
from data.times import NO_REACH, REACH

EDGE, UNIT, SQUARE, PITCH, GAP, FOOT = 1.6, 1.6, 0.7, 0.86, 0.6, 2.4
"""In ems: what is left free at the right, a lane with one row, a square, from one to the next, the space between bands
and lanes, and the room for the words of the axis."""
WIDEST = 0.2
"""What stands beside the axis takes at most this part of the width."""


@dataclass(frozen=True)
class TimelineCanvas:
    """The size of a drawn timeline in units: its width, the room for the lanes' names, its type, and its height.

    `beside` is the room for what stands beside the axis. Without a height it is as high as its lanes need; with one the
    lanes are made thinner or thicker to fill it.
    """

    width: int = 1000
    left: float = 170
    type: float = 13
    height: float | None = None
    beside: float = 0

    @property
    def right(self) -> float:
        return self.width - (self.beside or self.type * EDGE)

    @property
    def band(self) -> float:
        return self.type * 1.54

    @property
    def pitch(self) -> float:
        return self.type * PITCH

    def along(self, moment: datetime, scale: Scale) -> float:
        """Where a time falls, from the left; what lies outside of the axis at its end."""
        return round(self.left + scale.share(moment) * (self.right - self.left), 1)


PICTURE = TimelineCanvas()


def timeline_figure(plan: Plan, canvas: TimelineCanvas = PICTURE) -> Figure:
    """The chart of a plan; every mark is a link to its event."""
    scale = plan.scale
    heads = [one for one in plan.apart if one.number]
    few = replace(canvas, left=canvas.type * EDGE, beside=canvas.type * 2.6 if heads else 0)
    bands = canvas.band * plan.band_rows + canvas.type * GAP
    bottom = canvas.height and canvas.height - canvas.type * FOOT
    laid = titled_rows(_marks(plan, few), canvas.width, canvas.type, bands, bottom)
    lanes: list[Lane] = []
    squares: list[dict[str, Any]] = []
    numbers: list[dict[str, Any]] = []
    rows: Sequence[tuple[Item, Title | None, str]] = []
    lines: list[str] = []
    if laid:
        (rows, height), canvas = laid, few
    else:
        if heads:
            needed = max(canvas.pitch * (BESIDE + 1), *(_across(one.words, canvas) + 12 for one in heads))
            canvas = replace(canvas, beside=min(needed, canvas.width * WIDEST))
        lines = [
            line
            for one in heads
            for line in wrap(one.words, int((canvas.beside - 8) / canvas.type / running(one.words)))
        ]
        lanes, height = _sized(plan, canvas, max(bands, canvas.type * 1.2 * len(lines) + 4), bottom)
        rows = [(item, None, "") for lane in lanes for item in lane.items]
        for mark in (mark for lane in lanes for mark in _squares(lane, plan, canvas)):
            (numbers if "number" in mark else squares).append(mark)
    values = {
        "canvas": canvas,
        "height": round(height),
        "ticks": list(_ticks(plan, canvas)),
        "bands": [_band(band, number, scale, canvas) for number, band in enumerate(plan.bands)],
        "heads": [(canvas.right + 8, canvas.type * (1.1 + 1.2 * n), line) for n, line in enumerate(lines)],
        "lanes": [(_named(lane, canvas), round(lane.top, 1)) for lane in lanes],
        "items": [_item(item, title, words, plan, canvas) for item, title, words in rows],
        "squares": squares,
        "numbers": numbers,
    }
    size = (canvas.width, round(height) + canvas.type * FOOT)
    words = plan.language.text("Timeline of the events")
    return Figure("timeline", "timeline/svg", values, plan.language, *size, words, type=canvas.type)


def _sized(plan: Plan, canvas: TimelineCanvas, top: float, bottom: float | None) -> tuple[list[Lane], float]:
    """The lanes in units of the drawing, from `top` on, as high as they need or down to `bottom`; and their end."""
    lanes, total = lay_out(plan)
    unit = (bottom - top) / total if bottom else canvas.type * UNIT
    sized = []
    for lane in lanes:
        items = [Item(item.planned, round(top + item.y * unit, 1), round(item.height * unit, 1)) for item in lane.items]
        sized.append(Lane(lane.planned, top + lane.top * unit, lane.height * unit, items))
    return sized, bottom or top + total * unit


def _named(lane: Lane, canvas: TimelineCanvas) -> list[tuple[str, float]]:
    """The name of a lane, on two lines where it is too long for one and the lane has room, each with its middle."""
    name, middle, step = lane.planned.name, lane.top + lane.height / 2, canvas.type * 1.15
    lines = [name]
    if _across(name, canvas) > canvas.left - 14 and lane.height >= 2 * step:
        lines = wrap(name, int((canvas.left - 14) / canvas.type / running(name)), max_lines=2, placeholder="…")
    first = middle - step * (len(lines) - 1) / 2
    return [(line, round(first + step * number, 1)) for number, line in enumerate(lines)]


def _marks(plan: Plan, canvas: TimelineCanvas) -> list[Mark]:
    """The events with their titles and the ends of their marks, in the order of their time, those apart last."""
    marks = []
    for planned in plan.events:
        event, half = planned.event, canvas.type / 2
        if planned.apart:
            at = canvas.width - canvas.type * 1.2
            marks.append(Mark(planned, f"{planned.apart}: {planned.title}", at - half, at + half))
            continue
        ends = [
            canvas.along(event["begins"], plan.scale),
            canvas.along(event["ends"], plan.scale),
            *_whisker(planned, plan.scale, canvas),
        ]
        if not planned.moment:
            ends.append(ends[0] + _least(plan, canvas))
            half = 0
        marks.append(Mark(planned, planned.title, min(ends) - half, max(ends) + half))
    return marks


def _least(plan: Plan, canvas: TimelineCanvas) -> float:
    """How wide a bar is at least, so that it can be seen what is known to the day on an axis of months."""
    return canvas.type * SQUARE / 2 if plan.columns else 2


def _whisker(planned: PlannedEvent, scale: Scale, canvas: TimelineCanvas) -> list[float]:
    """The ends of how far a time may be off, for one that is known about; else nothing."""
    before, after = REACH.get(planned.event["time_precision"], NO_REACH)
    if not before:
        return []
    begins = planned.event["begins"]
    return [canvas.along(begins - before, scale), canvas.along(begins + after, scale)]


def _ticks(plan: Plan, canvas: TimelineCanvas) -> Iterator[tuple[float, float, str]]:
    """The lines of the axis, each with the place of its words and the words, which are empty where they have no room.

    Words stand below a tick of hours, and below the middle of a column.
    """
    scale = plan.scale
    if plan.columns:
        found = [(canvas.along(c.begins, scale), canvas.along(c.ends, scale), c.label) for c in plan.columns]
    else:
        ticks = [canvas.along(tick, scale) for tick in scale.ticks]
        found = list(zip(ticks, ticks, scale.words, strict=True))
    every = ceil(canvas.type * 3.6 * len(found) / (canvas.right - canvas.left))
    for number, (begins, ends, words) in enumerate(found):
        narrow = begins < ends < begins + canvas.type * 1.5
        yield begins, round((begins + ends) / 2, 1), "" if number % every or narrow else words


def _band(planned: PlannedBand, number: int, scale: Scale, canvas: TimelineCanvas) -> dict[str, Any]:
    begins, ends = canvas.along(planned.begins, scale), canvas.along(planned.ends, scale)
    words, x = _band_words(planned, begins, ends, canvas)
    return {
        "x": begins,
        "width": round(max(ends - begins, 1), 1),
        "y": round(number * canvas.band, 1),
        "words": planned.words,
        "written": words,
        "cut": planned.cuts,
        "text_x": x,
        "anchor": "end" if planned.late else "start",
    }


def _band_words(planned: PlannedBand, begins: float, ends: float, canvas: TimelineCanvas) -> tuple[str, float]:
    """The words of a band that fit on the axis, and where they stand: within it, whatever the band is like."""
    room = canvas.right - canvas.left
    words = planned.words
    if _across(words, canvas) > room:
        words = f"{words[: int(room / running(words) / canvas.type) - 1]}…"
    across = _across(words, canvas)
    if planned.late:
        return words, round(max(ends - 4, canvas.left + across), 1)
    return words, round(max(canvas.left, min(begins + 4, canvas.right - across)), 1)


def _across(words: str, canvas: TimelineCanvas) -> float:
    return len(words) * running(words) * canvas.type


def _squares(lane: Lane, plan: Plan, canvas: TimelineCanvas) -> Iterator[dict[str, Any]]:
    """The squares of a lane in its cells and beside the axis, and the numbers that stand for more than have room."""
    language, middle = plan.language, lane.top + lane.height / 2
    deep = max(int(lane.height / canvas.pitch), 1)
    for cell, column in zip(lane.planned.cells, plan.columns, strict=True):
        left, right = canvas.along(column.begins, plan.scale), canvas.along(column.ends, plan.scale)
        across = max(int((right - left - 2) / canvas.pitch), 1)
        if len(cell) <= min(across * deep, MOST_IN_CELL):
            yield from _grid(cell, left + 3, middle, across, canvas)
        else:
            yield _number(language.number(len(cell)), left + 3, middle, column.path, canvas)
    beside = [one for group in lane.planned.apart for one in group]
    across = max(int((canvas.beside - 8) / canvas.pitch), 1)
    room = across * min(deep, 2)
    kept = beside if len(beside) <= room else beside[: max(room - 4, 1)]
    yield from _grid(kept, canvas.right + 8, middle, across, canvas)
    if left_out := len(beside) - len(kept):
        row = (len(kept) - 1) // across
        x = canvas.right + 8 + canvas.pitch * (len(kept) - row * across) + 2
        y = middle + (row - (min(deep, 2) - 1) / 2) * canvas.pitch
        yield _number(f"+{language.number(left_out)}", x, y, lane.planned.path, canvas)


def _grid(
    events: Sequence[PlannedEvent], left: float, middle: float, across: int, canvas: TimelineCanvas
) -> Iterator[dict[str, Any]]:
    """A square for each event, so many in a row, the rows round a middle."""
    rows = ceil(len(events) / across)
    size = round(canvas.type * SQUARE, 1)
    for number, planned in enumerate(events):
        row, place = divmod(number, across)
        y = middle + (row - (rows - 1) / 2) * canvas.pitch - size / 2
        yield _said(planned) | {"x": round(left + place * canvas.pitch, 1), "y": round(y, 1), "size": size}


def _number(words: str, x: float, middle: float, path: str, canvas: TimelineCanvas) -> dict[str, Any]:
    return {"number": words, "x": round(x, 1), "y": round(middle + canvas.type * 0.35, 1), "href": path}


def _said(planned: PlannedEvent) -> dict[str, Any]:
    event = planned.event
    return {
        "family": event["family"],
        "status": event["status"],
        "open": planned.open,
        "words": planned.words,
        "href": planned.path,
    }


def _item(item: Item, title: Title | None, words: str, plan: Plan, canvas: TimelineCanvas) -> dict[str, Any]:
    """A mark at its time; of one that stands apart, a square at the right."""
    planned, scale = item.planned, plan.scale
    event = planned.event
    size = canvas.type * SQUARE
    x = canvas.along(event["begins"], scale)
    width = max(canvas.along(event["ends"], scale) - x, _least(plan, canvas))
    if planned.apart:
        x, width = canvas.width - canvas.type * 1.2 - size / 2, size
    return _said(planned) | {
        "moment": planned.moment and not planned.apart,
        "shape": shape(event["category"]),
        "x": round(x, 1),
        "y": round(item.y, 4),
        "left": round(x - canvas.type / 2, 1),
        "top": round(item.y - canvas.type / 2, 1),
        "scale": canvas.type / 16,
        "height": round(item.height, 4),
        "width": round(width, 1),
        "whisker": [] if planned.apart else _whisker(planned, scale, canvas),
        "title": words,
        "at": title,
    }
