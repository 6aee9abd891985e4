"""The timeline: lanes by category or place, every event as wide as its time is known, with the bands above."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

import plotly.graph_objects as go

from components.drawing.glyphs import PLOTLY_SYMBOLS
from components.drawing.palette import ACCENT, FAMILY_COLOURS, INK, LINE, MUTED, PAPER
from components.timeline.lanes import GAP, Item, Lane, lay_out
from components.timeline.plan import Plan, PlannedBand, PlannedEvent
from data.times import NO_REACH, REACH
from data.vocabulary import FILLING_OF

BAND = 20
"""The height of a band in pixels."""
NARROW_GAP = 30
"""On a narrow chart a lane's name stands above it, and not beside."""
_FONT = "Source Sans, sans-serif"
_UNFADED = {"unselected": {"marker": {"opacity": 1}}}
"""A click opens a card; it must not make the other events fade."""


def timeline_chart(plan: Plan, theme: str, narrow: bool = False) -> go.Figure:
    """The chart of a plan; a point or bar carries its event's id as `customdata`.

    The figure is not validated on being built, which would take four times as long as all the rest of a step; a test
    validates it instead.
    """
    scale = plan.scale
    gap = NARROW_GAP if narrow else GAP
    lanes, height = lay_out(plan, BAND * len(plan.bands) + gap, gap)
    items = [item for lane in lanes for item in lane.items]
    layout = {
        "template": {"layout": {}},
        "height": height + 44,
        "margin": {"l": 8, "r": 12, "t": 4, "b": 40},
        "barmode": "overlay",
        "bargap": 0,
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {
            "font": {"family": _FONT, "size": 14, "color": PAPER[theme]},
            "align": "left",
            "namelength": 0,
            "bgcolor": INK[theme],
            "bordercolor": INK[theme],
        },
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": _FONT, "size": 14, "color": INK[theme]},
        "shapes": [
            *_band_shapes(plan.bands, height, theme),
            *_lane_lines(lanes, gap, theme),
        ],
        "annotations": _band_names(plan.bands, theme) + (_lane_names(lanes, theme) if narrow else []),
        "xaxis": {
            "type": "date",
            "range": [_iso(scale.begins), _iso(scale.ends)],
            "tickvals": [_iso(tick) for tick in scale.ticks],
            "ticktext": list(scale.words),
            "showgrid": True,
            "gridcolor": LINE[theme],
            "zeroline": False,
            "fixedrange": True,
            "tickfont": {"size": 13, "color": MUTED[theme]},
        },
        "yaxis": {
            "range": [height, 0],
            "tickvals": [(lane.top + lane.bottom) / 2 for lane in lanes],
            "ticktext": [plain(lane.name) for lane in lanes],
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
            "automargin": True,
            "showticklabels": not narrow,
            "tickfont": {"size": 13},
        },
    }
    data = [(_points if moment else _bars)(group, theme) for moment, group in _groups(items)]
    return go.Figure({"data": data, "layout": layout}, _validate=False)


def _groups(items: list[Item]) -> Iterable[tuple[bool, list[Item]]]:
    """Items that are drawn alike, moments apart from bars: with a trace each, colours need not be sent per event."""
    groups: dict[tuple[bool, str, str, bool], list[Item]] = {}
    for item in items:
        event = item.planned.event
        key = (item.planned.moment, event["family"], event["status"], item.planned.open)
        groups.setdefault(key, []).append(item)
    return [(key[0], group) for key, group in groups.items()]


def _bars(bars: list[Item], theme: str) -> dict[str, Any]:
    events = [item.planned.event for item in bars]
    event = events[0]
    colour, paper = FAMILY_COLOURS[theme][event["family"]], PAPER[theme]
    filling = FILLING_OF[event["status"]]
    hatched = {"shape": "/", "fgcolor": colour, "bgcolor": paper, "size": 6, "solidity": 0.5, "fgopacity": 1}
    return {
        "type": "bar",
        "orientation": "h",
        "base": [_iso(one["begins"]) for one in events],
        "x": [int((one["ends"] - one["begins"]) / timedelta(milliseconds=1)) for one in events],
        "y": [item.y for item in bars],
        "width": [item.height for item in bars],
        "customdata": [one["event_id"] for one in events],
        "marker": {
            "color": colour if filling == "full" else paper,
            "line": _outline(bars[0].planned, colour, theme),
            "pattern": hatched if filling == "hatched" else {},
        },
        "hovertext": _hover(bars),
        "hoverinfo": "text",
        "textposition": "none",
        **_UNFADED,
    }


def _points(points: list[Item], theme: str) -> dict[str, Any]:
    event = points[0].planned.event
    colour = FAMILY_COLOURS[theme][event["family"]]
    suffix = {"full": "", "hollow": "-open", "hatched": "-open-dot"}[FILLING_OF[event["status"]]]
    before, after = zip(*(REACH.get(item.planned.event["time_precision"], NO_REACH) for item in points), strict=True)
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [_iso(item.planned.event["begins"]) for item in points],
        "y": [item.y for item in points],
        "customdata": [item.planned.event["event_id"] for item in points],
        "marker": {
            "symbol": [PLOTLY_SYMBOLS[item.planned.event["category"]] + suffix for item in points],
            "size": 11,
            "color": colour,
            "line": _outline(points[0].planned, colour, theme),
        },
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": [by / timedelta(milliseconds=1) for by in after],
            "arrayminus": [by / timedelta(milliseconds=1) for by in before],
            "color": MUTED[theme],
            "thickness": 1.5,
            "width": 3,
        },
        "hovertext": _hover(points),
        "hoverinfo": "text",
        "cliponaxis": False,
        **_UNFADED,
    }


def _outline(planned: PlannedEvent, colour: str, theme: str) -> dict[str, Any]:
    """The line round a mark: that of the open event is thick, in the accent."""
    return {"color": ACCENT[theme], "width": 4} if planned.open else {"color": colour, "width": 1.5}


def _hover(items: list[Item]) -> list[str]:
    """Title, time, place and status; plotly reads a little markup, so the record's text is made harmless."""
    return ["<br>".join((f"<b>{plain(item.planned.title)}</b>", *map(plain, item.planned.details))) for item in items]


def plain(text: str) -> str:
    """Text as plotly shows it literally: its markup needs `<` and `&`, and it would typeset between `$` signs."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("$", "&#36;")


def _band_shapes(found: list[PlannedBand], height: float, theme: str) -> list[dict[str, Any]]:
    shapes = []
    for number, planned in enumerate(found):
        common = {
            "type": "rect",
            "x0": _iso(planned.begins),
            "x1": _iso(planned.ends),
            "layer": "below",
            "line": {"width": 0},
        }
        shapes.append(
            common | {"y0": number * BAND + 1, "y1": (number + 1) * BAND - 2, "fillcolor": LINE[theme], "opacity": 0.75}
        )
        if planned.band.cuts_network:
            shapes.append(common | {"y0": 0, "y1": height, "fillcolor": LINE[theme], "opacity": 0.3})
    return shapes


def _band_names(found: list[PlannedBand], theme: str) -> list[dict[str, Any]]:
    """A band's words at its beginning, or where it enters; from the right where there would be no room."""
    return [
        {
            "x": _iso(planned.ends if planned.late else planned.begins),
            "y": (number + 0.5) * BAND,
            "text": plain(planned.words),
            "showarrow": False,
            "xanchor": "right" if planned.late else "left",
            "xshift": -4 if planned.late else 4,
            "font": {"size": 12.5, "color": INK[theme]},
        }
        for number, planned in enumerate(found)
    ]


def _lane_names(lanes: list[Lane], theme: str) -> list[dict[str, Any]]:
    return [
        {
            "xref": "paper",
            "x": 0,
            "xanchor": "left",
            "y": lane.top - 1,
            "yanchor": "bottom",
            "text": plain(lane.name),
            "showarrow": False,
            "font": {"size": 13, "color": INK[theme]},
        }
        for lane in lanes
    ]


def _lane_lines(lanes: list[Lane], gap: float, theme: str) -> list[dict[str, Any]]:
    """A thin line above each lane, and above its name where that stands there."""
    line = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "line": {"color": LINE[theme], "width": 1}}
    heights = [lane.top - gap + GAP / 2 for lane in lanes]
    return [{**line, "layer": "below", "y0": y, "y1": y} for y in heights]


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
