"""The timeline: lanes by category or place, every event as wide as its time is known, with the bands above."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

import plotly.graph_objects as go

from components.drawing.glyphs import PLOTLY_SYMBOLS
from components.drawing.palette import ACCENT, FAMILY_COLOURS, INK, LINE, MUTED, PAPER
from components.language import Language
from components.timeline.lanes import GAP, Item, Lane, lay_out
from components.timeline.scale import Scale, scale_of
from components.words import labels
from components.words.places import place_words
from components.words.when import when
from data.bands import Band, bands
from data.query import Shown
from data.rows import EventRow
from data.times import NO_REACH, REACH
from data.vocabulary import FILLING_OF

BAND = 20
"""The height of a band in pixels."""
NARROW_GAP = 30
"""On a narrow chart a lane's name stands above it, and not beside."""
_FONT = "Source Sans, sans-serif"
_UNFADED = {"unselected": {"marker": {"opacity": 1}}}
"""A click opens a card; it must not make the other events fade."""


def timeline(shown: Shown, language: Language, theme: str, narrow: bool = False) -> go.Figure:
    """The chart of a view; a point or bar carries its event's id as `customdata`.

    The figure is not validated on being built, which would take four times as long as all the rest of a step; a test
    validates it instead.
    """
    scale = scale_of(shown, language)
    above = bands(shown.record, scale.begins, scale.ends)
    gap = NARROW_GAP if narrow else GAP
    lanes, height = lay_out(shown, scale, language, BAND * len(above) + gap, gap)
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
            *_band_shapes(above, scale, height, theme),
            *_lane_lines(lanes, gap, theme),
            *_hours(shown, scale, theme),
        ],
        "annotations": _band_names(above, scale, language, theme) + (_lane_names(lanes, theme) if narrow else []),
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
    data = [
        (_points if moment else _bars)(group, shown, language, theme)
        for moment, group in _groups(items, shown.view.event)
    ]
    return go.Figure({"data": data, "layout": layout}, _validate=False)


def _groups(items: list[Item], open_event: str) -> Iterable[tuple[bool, list[Item]]]:
    """Items that are drawn alike, moments apart from bars: with a trace each, colours need not be sent per event."""
    groups: dict[tuple[bool, str, str, bool], list[Item]] = {}
    for item in items:
        event = item.event
        key = (item.moment, event["family"], event["status"], event["event_id"] == open_event)
        groups.setdefault(key, []).append(item)
    return [(key[0], group) for key, group in groups.items()]


def _bars(bars: list[Item], shown: Shown, language: Language, theme: str) -> dict[str, Any]:
    event = bars[0].event
    colour, paper = FAMILY_COLOURS[theme][event["family"]], PAPER[theme]
    filling = FILLING_OF[event["status"]]
    hatched = {"shape": "/", "fgcolor": colour, "bgcolor": paper, "size": 6, "solidity": 0.5, "fgopacity": 1}
    return {
        "type": "bar",
        "orientation": "h",
        "base": [_iso(item.event["begins"]) for item in bars],
        "x": [int((item.event["ends"] - item.event["begins"]) / timedelta(milliseconds=1)) for item in bars],
        "y": [item.y for item in bars],
        "width": [item.height for item in bars],
        "customdata": [item.event["event_id"] for item in bars],
        "marker": {
            "color": colour if filling == "full" else paper,
            "line": _outline(event, colour, shown, theme),
            "pattern": hatched if filling == "hatched" else {},
        },
        "hovertext": _hover(bars, shown, language),
        "hoverinfo": "text",
        "textposition": "none",
        **_UNFADED,
    }


def _points(points: list[Item], shown: Shown, language: Language, theme: str) -> dict[str, Any]:
    event = points[0].event
    colour = FAMILY_COLOURS[theme][event["family"]]
    suffix = {"full": "", "hollow": "-open", "hatched": "-open-dot"}[FILLING_OF[event["status"]]]
    before, after = zip(*(REACH.get(item.event["time_precision"], NO_REACH) for item in points), strict=True)
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [_iso(item.event["begins"]) for item in points],
        "y": [item.y for item in points],
        "customdata": [item.event["event_id"] for item in points],
        "marker": {
            "symbol": [PLOTLY_SYMBOLS[item.event["category"]] + suffix for item in points],
            "size": 11,
            "color": colour,
            "line": _outline(event, colour, shown, theme),
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
        "hovertext": _hover(points, shown, language),
        "hoverinfo": "text",
        "cliponaxis": False,
        **_UNFADED,
    }


def _outline(event: EventRow, colour: str, shown: Shown, theme: str) -> dict[str, Any]:
    """The line round a mark: that of the open event is thick, in the accent."""
    if event["event_id"] == shown.view.event:
        return {"color": ACCENT[theme], "width": 4}
    return {"color": colour, "width": 1.5}


def _hover(items: list[Item], shown: Shown, language: Language) -> list[str]:
    """Title, time, place and status; plotly reads a little markup, so the record's text is made harmless."""
    places = shown.record.place_rows
    return [
        f"<b>{plain(language.of(item.event, 'title'))}</b><br>{plain(when(item.event, language))}<br>"
        f"{plain(place_words(places[item.event['place_id']], language))}, "
        f"{labels.status(language, item.event['status']).lower()}"
        for item in items
    ]


def plain(text: str) -> str:
    """Text as plotly shows it literally: its markup needs `<` and `&`, and it would typeset between `$` signs."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("$", "&#36;")


def _band_shapes(found: list[Band], scale: Scale, height: float, theme: str) -> list[dict[str, Any]]:
    shapes = []
    for number, band in enumerate(found):
        ends = min(band.ends, scale.ends)
        common = {
            "type": "rect",
            "x0": _iso(max(band.begins, scale.begins)),
            "x1": _iso(ends),
            "layer": "below",
            "line": {"width": 0},
        }
        shapes.append(
            common | {"y0": number * BAND + 1, "y1": (number + 1) * BAND - 2, "fillcolor": LINE[theme], "opacity": 0.75}
        )
        if band.cuts_network:
            shapes.append(common | {"y0": 0, "y1": height, "fillcolor": LINE[theme], "opacity": 0.3})
    return shapes


def _band_names(found: list[Band], scale: Scale, language: Language, theme: str) -> list[dict[str, Any]]:
    """A band's title at its beginning, or where it enters; from the right where there would be no room."""
    notes = []
    for number, band in enumerate(found):
        begins, late = max(band.begins, scale.begins), band.begins > scale.begins + 0.6 * scale.length
        notes.append(
            {
                "x": _iso(min(band.ends, scale.ends) if late else begins),
                "y": (number + 0.5) * BAND,
                "text": plain(_band_words(band, language)),
                "showarrow": False,
                "xanchor": "right" if late else "left",
                "xshift": -4 if late else 4,
                "font": {"size": 12.5, "color": INK[theme]},
            }
        )
    return notes


def _band_words(band: Band, language: Language) -> str:
    if band.cuts_network:
        return language.text("{title}: few reports may mean no network").format(title=band.title)
    return band.title


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


def _hours(shown: Shown, scale: Scale, theme: str) -> list[dict[str, Any]]:
    """The chosen hours of the day, framed."""
    if not shown.view.hours:
        return []
    first, last = (scale.begins + timedelta(minutes=minutes) for minutes in shown.view.hours)
    return [{"type": "rect", "x0": _iso(first), "x1": _iso(last), "yref": "paper", "y0": 0, "y1": 1,
             "line": {"color": ACCENT[theme], "width": 2}, "layer": "above"}]  # fmt: skip


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
