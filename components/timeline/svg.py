"""The timeline drawn as SVG: for pictures, talks and print. Same marks, same bands, no interaction.

Few events have a row each with its title; more have the lanes of the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import ceil
from typing import Any

from markupsafe import Markup

from components.address import event_address
from components.drawing.glyphs import hatches, shape
from components.language import Language
from components.markup import render
from components.timeline.lanes import GAP, Item, Lane, lay_out, on_axis
from components.timeline.scale import Scale, scale_of, time_scale
from components.timeline.titled_rows import Mark, Title, titled_rows
from components.words.places import place_words
from components.words.when import when
from data.bands import Band, bands
from data.query import Shown, bounds
from data.record import Fields
from data.times import NO_REACH, REACH


@dataclass(frozen=True)
class Canvas:
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


PICTURE = Canvas()
FOOT = 2.4
"""The room for the words of the axis, in ems."""
THICKEST = 2.0
"""How many times thicker than on the page a row may become where there is room."""


def drawn_timeline(shown: Shown, language: Language, canvas: Canvas = PICTURE) -> Markup:
    """The chart of a view; every mark is a link to its event."""
    scale = _scale(shown, language)
    above = bands(shown.record, scale.begins, scale.ends)
    top = canvas.band * len(above) + GAP
    bottom = canvas.height and canvas.height - canvas.type * FOOT
    without_names = replace(canvas, left=canvas.type * 1.6)
    few = titled_rows(_marks(shown, scale, language, without_names), canvas.width, canvas.type, top, bottom)
    lanes: list[Lane] = []
    rows: Sequence[tuple[Item, Title | None]]
    if few:
        (rows, height), canvas = few, without_names
    else:
        lanes, height = lay_out(shown, scale, language, top)
        if bottom:
            lanes, height = _fitted(lanes, top, bottom, canvas.type), bottom
        rows = [(item, None) for lane in lanes for item in lane.items]
    return render(
        "timeline/svg",
        language,
        canvas=canvas,
        foot=canvas.type * FOOT,
        hatches=hatches(),
        height=round(height),
        ticks=_ticks(scale, canvas),
        bands=[_band(band, number, scale, canvas) for number, band in enumerate(above)],
        lanes=[(lane.name, lane.top - GAP / 2, (lane.top + lane.bottom) / 2) for lane in lanes],
        items=[_item(item, title, shown, scale, language, canvas) for item, title in rows],
    )


def _scale(shown: Shown, language: Language) -> Scale:
    """The axis of the view; where hours are chosen it is theirs."""
    view = shown.view
    if view.period and view.hours:
        return time_scale(*bounds(view.period, view.hours), language)
    return scale_of(shown, language)


def _marks(shown: Shown, scale: Scale, language: Language, canvas: Canvas) -> list[Mark]:
    """The events on the axis with the ends of their marks, in the order of their time."""
    marks = []
    for event in on_axis(shown, scale):
        ends = [
            canvas.along(event["begins"], scale),
            canvas.along(event["ends"], scale),
            *_whisker(event, scale, canvas),
        ]
        half = canvas.type / 2 if event["begins"] == event["ends"] else 0
        marks.append(Mark(event, language.of(event, "title"), min(ends) - half, max(ends) + half))
    return sorted(marks, key=lambda mark: mark.event["begins"])


def _whisker(event: Fields, scale: Scale, canvas: Canvas) -> list[float]:
    """The ends of how far a time may be off, for one that is known about; else nothing."""
    before, after = REACH.get(event["time_precision"], NO_REACH)
    if not before:
        return []
    return [canvas.along(event["begins"] - before, scale), canvas.along(event["begins"] + after, scale)]


def _ticks(scale: Scale, canvas: Canvas) -> list[tuple[float, str]]:
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


def _band(band: Band, number: int, scale: Scale, canvas: Canvas) -> dict[str, Any]:
    x, end = canvas.along(band.begins, scale), canvas.along(band.ends, scale)
    late = x > canvas.left + 0.6 * (canvas.right - canvas.left)
    return {
        "x": x,
        "width": max(end - x, 1),
        "y": number * canvas.band,
        "title": band.title,
        "cut": band.cuts_network,
        "text_x": end - 4 if late else x + 4,
        "anchor": "end" if late else "start",
    }


def _item(
    item: Item, title: Title | None, shown: Shown, scale: Scale, language: Language, canvas: Canvas
) -> dict[str, Any]:
    event = item.event
    x = canvas.along(event["begins"], scale)
    place = place_words(shown.record.place_rows[event["place_id"]], language)
    return {
        "moment": item.moment,
        "shape": shape(event["category"]),
        "family": event["family"],
        "status": event["status"],
        "open": event["event_id"] == shown.view.event,
        "x": x,
        "y": item.y,
        "left": round(x - canvas.type / 2, 1),
        "top": round(item.y - canvas.type / 2, 1),
        "scale": canvas.type / 16,
        "height": item.height,
        "width": max(canvas.along(event["ends"], scale) - x, 2),
        "whisker": _whisker(event, scale, canvas),
        "title": language.of(event, "title") if title else "",
        "at": title,
        "said": f"{language.of(event, 'title')}\n{when(event, language)}\n{place}",
        "href": event_address(event["event_id"], shown.view),
    }
