"""The timeline drawn as SVG: for pictures and for print. Same lanes, same marks, same bands, no interaction."""

from datetime import datetime
from typing import Any

from markupsafe import Markup

from components.address import event_address
from components.glyphs import hatches, shape
from components.lanes import GAP, Item, lay_out
from components.language import Language
from components.markup import render
from components.sentence import place_words
from components.timescale import Scale, scale_of
from components.when import when
from data.bands import Band, bands
from data.query import Shown
from data.times import ABOUT

WIDTH, LEFT, RIGHT = 1000, 170, 16
BAND = 20
_GLYPH = 13


def drawn_timeline(shown: Shown, language: Language) -> Markup:
    """The chart of a view on 1,000 units of width; every mark is a link to its event."""
    scale = scale_of(shown, language)
    above = bands(shown.record, scale.begins, scale.ends)
    lanes, height = lay_out(shown, scale, language, BAND * len(above) + GAP)
    return render(
        "timeline",
        language,
        hatches=hatches(),
        width=WIDTH,
        left=LEFT,
        right=WIDTH - RIGHT,
        height=round(height),
        ticks=[(_along(tick, scale), words) for tick, words in zip(scale.ticks, scale.words, strict=True)],
        bands=[_band(band, number, scale) for number, band in enumerate(above)],
        lanes=[(lane.name, lane.top - GAP / 2, (lane.top + lane.bottom) / 2) for lane in lanes],
        items=[_item(item, shown, scale, language) for lane in lanes for item in lane.items],
    )


def _along(moment: datetime, scale: Scale) -> float:
    share = (min(max(moment, scale.begins), scale.ends) - scale.begins) / scale.length
    return round(LEFT + share * (WIDTH - RIGHT - LEFT), 1)


def _band(band: Band, number: int, scale: Scale) -> dict[str, Any]:
    x, end = _along(band.begins, scale), _along(band.ends, scale)
    late = x > LEFT + 0.6 * (WIDTH - RIGHT - LEFT)
    return {
        "x": x,
        "width": max(end - x, 1),
        "y": number * BAND,
        "title": band.title,
        "cut": band.kind == "shutdown",
        "text_x": end - 4 if late else x + 4,
        "anchor": "end" if late else "start",
    }


def _item(item: Item, shown: Shown, scale: Scale, language: Language) -> dict[str, Any]:
    event = item.event
    x = _along(event["begins"], scale)
    about = {"about": (ABOUT, ABOUT), "first_reported": (2 * ABOUT, 0 * ABOUT)}.get(event["time_precision"])
    place = place_words(shown.record.place_rows[event["place_id"]], language)
    return {
        "moment": item.moment,
        "shape": shape(event["category"]),
        "family": event["family"],
        "status": event["status"],
        "open": event["event_id"] == shown.view.event,
        "x": x,
        "y": item.y,
        "left": round(x - _GLYPH / 2, 1),
        "top": item.y - _GLYPH / 2,
        "scale": _GLYPH / 16,
        "height": item.height,
        "width": max(_along(event["ends"], scale) - x, 2),
        "whisker": about and (_along(event["begins"] - about[0], scale), _along(event["begins"] + about[1], scale)),
        "said": f"{language.of(event, 'title')}\n{when(event, language)}\n{place}",
        "href": event_address(event["event_id"], shown.view),
    }
