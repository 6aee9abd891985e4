"""The live chart over the hours of a drawn timeline: the same marks in the same places, a span of hours to be dragged.

It has only what it takes to point at a mark and to select: names, bands, axis and whatever has no hour stay as drawn.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

import plotly.graph_objects as go

from components.drawing.glyphs import PLOTLY_SYMBOLS
from components.drawing.palette import ACCENT, FAMILY_COLOURS, PAPER
from components.timeline.drawn import FOOT, head
from components.timeline.lanes import Item, lay_out, signature
from components.timeline.plan import Plan
from components.timeline.scale import Scale
from data.times import midnight
from data.vocabulary import FILLING_OF

POINT = 10.5
"""The size of a point in pixels, that of the drawn one."""
HALF_HOUR = timedelta(minutes=30)
_UNFADED = {"unselected": {"marker": {"opacity": 1}}}
"""A click opens a card; it must not make the other events fade."""


def timeline_chart(plan: Plan, theme: str) -> go.Figure:
    """The chart of a plan of hours; a point or bar carries its event's id as `customdata`.

    Its `meta` is the signature of the marks, by which the page sees whether the drawn ones are the same. The figure is
    not validated on being built, which would take four times as long as all the rest of a step; a test validates it
    instead.
    """
    scale = plan.scale
    lanes, total = lay_out(plan)
    hidden = {"visible": False, "fixedrange": True}
    layout = {
        "template": {"layout": {}},
        "meta": signature(lanes, scale),
        "margin": {"l": 0, "r": 0, "t": head(plan), "b": FOOT, "pad": 0},
        "autosize": True,
        "barmode": "overlay",
        "bargap": 0,
        "showlegend": False,
        "dragmode": "select",
        "selectdirection": "h",
        "newselection": {"line": {"color": ACCENT[theme], "width": 1.5, "dash": "solid"}},
        "hovermode": "closest",
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "xaxis": {"type": "date", "range": [_iso(scale.begins), _iso(scale.ends)], **hidden},
        "yaxis": {"range": [total, 0], **hidden},
    }
    items = [item for lane in lanes for item in lane.items]
    data = [trace for moment, group in _groups(items) for trace in (_points if moment else _bars)(group, theme)]
    return go.Figure({"data": data, "layout": layout}, _validate=False)


def hours_between(first: datetime, last: datetime, scale: Scale) -> tuple[int, int] | None:
    """The half hours nearest to the ends of a span of the axis, in minutes of its day; None if they are the same."""
    day = midnight(scale.begins.date())
    ends = [round((min(max(at, scale.begins), scale.ends) - day) / HALF_HOUR) for at in (first, last)]
    return (min(ends) * 30, max(ends) * 30) if ends[0] != ends[1] else None


def _groups(items: list[Item]) -> Iterable[tuple[bool, list[Item]]]:
    """Items that are drawn alike, moments apart from bars: with a trace each, colours need not be sent per event."""
    groups: dict[tuple[bool, str, str], list[Item]] = {}
    for item in items:
        event = item.planned.event
        groups.setdefault((item.planned.moment, event["family"], event["status"]), []).append(item)
    return [(key[0], group) for key, group in groups.items()]


def _bars(bars: list[Item], theme: str) -> Iterator[dict[str, Any]]:
    """Bars of one look; those half filled have a second trace over their lower halves, which nothing points at."""
    events = [item.planned.event for item in bars]
    colour, paper = FAMILY_COLOURS[theme][events[0]["family"]], PAPER[theme]
    filling = FILLING_OF[events[0]["status"]]
    hatched = {"shape": "/", "fgcolor": colour, "bgcolor": paper, "size": 6, "solidity": 0.5, "fgopacity": 1}
    spans = {
        "type": "bar",
        "orientation": "h",
        "base": [_iso(one["begins"]) for one in events],
        "x": [int((one["ends"] - one["begins"]) / timedelta(milliseconds=1)) for one in events],
    }
    yield {
        **spans,
        "y": [item.y for item in bars],
        "width": [item.height for item in bars],
        "customdata": [one["event_id"] for one in events],
        "marker": {
            "color": colour if filling == "full" else paper,
            "line": {"color": colour, "width": 1.5},
            "pattern": hatched if filling == "hatched" else {},
        },
        "hoverinfo": "none",
        **_UNFADED,
    }
    if filling == "half":
        yield {
            **spans,
            "y": [item.y + item.height / 4 for item in bars],
            "width": [item.height / 2 for item in bars],
            "marker": {"color": colour},
            "hoverinfo": "skip",
            **_UNFADED,
        }


def _points(points: list[Item], theme: str) -> Iterator[dict[str, Any]]:
    """Moments of one look; a half filling is a gradient here, since the chart has no other way to halve a symbol."""
    events = [item.planned.event for item in points]
    colour = FAMILY_COLOURS[theme][events[0]["family"]]
    filling = FILLING_OF[events[0]["status"]]
    suffix = {"full": "", "hollow": "-open", "half": "", "hatched": "-open-dot"}[filling]
    half = {"gradient": {"type": "vertical", "color": PAPER[theme]}} if filling == "half" else {}
    yield {
        "type": "scatter",
        "mode": "markers",
        "x": [_iso(one["begins"]) for one in events],
        "y": [item.y for item in points],
        "customdata": [one["event_id"] for one in events],
        "marker": {
            "symbol": [PLOTLY_SYMBOLS[one["category"]] + suffix for one in events],
            "size": POINT,
            "color": colour,
            "line": {"color": colour, "width": 1.5},
            **half,
        },
        "hoverinfo": "none",
        "cliponaxis": False,
        **_UNFADED,
    }


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
