"""The figures of a talk's slides, drawn by the builders of the pages at the size of a stage."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from json import dumps, loads
from typing import Any

from markupsafe import Markup
from shapely import from_geojson

from components.claims.chart import numbers_chart
from components.claims.layout import Sheet
from components.language import Language, written_date
from components.map.cameras import CAMERAS, Camera, pixel
from components.map.outlines import outline
from components.map.silence import silent_regions
from components.map.svg import Frame, map_rows, spots_in
from components.markup import render
from components.record.docket import draw_docket
from components.timeline.svg import Canvas, drawn_timeline
from components.words import labels, measures
from components.words.places import place_words
from components.words.sentence import sentence
from data.asknown import as_known
from data.geography import BASEMAP
from data.numbers import chosen, numbers
from data.query import Shown, query, steps_of
from data.record import Record
from data.talks import Slide, Talk
from data.view import View
from data.vocabulary import STEP_KINDS

WIDTH, HEIGHT, TYPE = 830, 540, 20
"""The room for a figure and its type, in the units of a stage of 1280 by 720."""
NUMBERS = Sheet(WIDTH, 64, 310, 520, TYPE)
TIMELINE = Canvas(WIDTH, 190, TYPE, HEIGHT)
DISC = 34
CAPTION = 118
"""So many characters fit on the line under a figure."""
WORLD = CAMERAS["kazakhstan"]
"""The map of a stage is drawn in the units of this camera; the others look at a part of it."""
_COARSE = 0.004


@dataclass(frozen=True)
class Figure:
    """What fills a slide: one of the layers, its markup, what it shows in words, and the sources it rests on."""

    layer: str
    markup: Markup
    caption: str
    sources: tuple[str, ...]
    view_box: tuple[float, float, float, float] | None = None


class NoFigureError(ValueError):
    """A view has nothing that its layer could show; the message says what to change."""


def layer_of(view: View) -> str:
    """What fills a slide: what its view says, else what it chooses."""
    if view.layer:
        return view.layer
    if view.case:
        return "docket"
    return "numbers" if view.measure or view.claim else "map"


def slide_figure(record: Record, view: View, language: Language) -> Figure:
    """The figure of a view of the whole `record`. Raises NoFigureError."""
    known = as_known(record, view.as_known_on, view.undated) if view.as_known_on else record
    shown = query(known, view)
    return {"map": _map, "timeline": _timeline, "numbers": _numbers, "docket": _docket}[layer_of(view)](shown, language)


def drawn_or_faults(record: Record, talk: Talk, slide: Slide, language: Language) -> tuple[Figure | None, list[str]]:
    """The figure of a slide, or none where it has no view; and what is wrong with the slide, then without a figure."""
    faults = [str(fault) for fault in slide.faults]
    if slide.view is None or faults:
        return None, faults
    try:
        return slide_figure(record, slide.view, language), []
    except NoFigureError as error:
        return None, [f"{talk.file}:{slide.line}: view: {error}"]


def _map(shown: Shown, language: Language) -> Figure:
    view = shown.view
    frame = Frame(WIDTH, HEIGHT, CAMERAS[view.camera])
    if not len(shown.events):
        raise NoFigureError(language.text("No event matches this view, so its map is empty."))
    drawn = sum(group.total for group in spots_in(shown, frame))
    if not drawn:
        raise NoFigureError(
            language.text("No event of this view is a point on this map: look from elsewhere, or add layer=timeline.")
        )
    rows = map_rows(shown, language, TYPE, frame)
    for row in rows:
        row["x"], row["y"] = _world(row["x"], row["y"], frame.eye)
    markup = render("talks/marks", language, rows=rows, veil=silent_regions(shown), type=TYPE)
    caption = sentence(shown, language)
    if left_out := len(shown.events) - drawn:
        caption += " · " + language.text("{n} not on this map").format(n=language.number(left_out))
    if silent_regions(shown):
        caption += " · " + language.text("grey: the internet was cut")
    return Figure("map", markup, fitting(caption), _sources(shown), _view_box(frame.eye))


def fitting(caption: str) -> str:
    """A caption without the last of its parts that would not fit on the line."""
    parts = caption.split(" · ")
    while len(" · ".join(parts)) > CAPTION and len(parts) > 1:
        parts.pop()
    return " · ".join(parts)


def _timeline(shown: Shown, language: Language) -> Figure:
    if not len(shown.events):
        raise NoFigureError(language.text("No event matches this view, so its timeline is empty."))
    markup = drawn_timeline(shown, language, TIMELINE)
    return Figure("timeline", markup, fitting(sentence(shown, language)), _sources(shown))


def _numbers(shown: Shown, language: Language) -> Figure:
    record, view = shown.record, shown.view
    claim = record.claim_rows.get(view.claim)
    places = view.places or ((claim["place_id"],) if claim else ())
    measure, place_id = chosen(record, view.measure or (claim["measure"] if claim else ""), view.topic, places)
    found = numbers(record, measure, place_id)
    if not found.series:
        raise NoFigureError(language.text("The record has no such number for this place and day."))
    markup, left_out = numbers_chart(record, found, view, language, NUMBERS), ""
    if _height(markup) > HEIGHT and (whole := numbers(record, measure, place_id, parts=False)).series:
        found, markup = whole, numbers_chart(record, whole, view, language, NUMBERS)
        left_out = language.text("counts of parts are left out")
    title = f"{measures.measure(language, measure)}, {place_words(record.place_rows[place_id], language)}"
    day = language.text("as known on {day}").format(day=language.day(record.known_on)) if record.known_on else ""
    sources = dict.fromkeys(s for series in found.series for said in series.said for s in said.claim["sources"])
    return Figure("numbers", markup, " · ".join(filter(None, (title, day, left_out))), tuple(sources))


def _docket(shown: Shown, language: Language) -> Figure:
    record, case = shown.record, shown.view.case
    steps = steps_of(record, case)
    if not steps:
        raise NoFigureError(language.text("This view chooses no case with steps: add case=…"))
    drawn = draw_docket(steps, language, WIDTH, DISC)
    room = int((HEIGHT - _height(drawn) - 2 * TYPE) / (TYPE * 1.5))
    listed = _listed(list(enumerate(steps, start=1)), 2 * max(room - (len(steps) > 2 * room), 0))
    rows = [
        (number, written_date(language, step["date"]), labels.step_kind(language, step["kind"]), step["step"])
        for number, step in listed
    ]
    markup = render("talks/docket", language, docket=drawn, rows=rows, left_out=len(steps) - len(rows))
    sources = dict.fromkeys(source for step in steps for source in step["sources"])
    title = language.of(record.case_rows[case], "title")
    steps_words = language.plural("{n} step", "{n} steps", len(steps))
    return Figure("docket", markup, f"{title} · {steps_words}", tuple(sources))


_WEIGHT = (
    "verdict", "appeal", "charge", "arrest", "release", "hearing", "investigation", "incident", "statement", "other",
)  # fmt: skip
assert set(_WEIGHT) == set(STEP_KINDS)


def _listed(steps: list[tuple[int, Any]], most: int) -> list[tuple[int, Any]]:
    """The steps to name under the axis: all, or those of most weight, in their order."""
    heaviest = sorted(steps, key=lambda pair: _WEIGHT.index(pair[1]["kind"]))[:most]
    return sorted(heaviest, key=lambda pair: pair[0])


def _sources(shown: Shown) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for event in shown.rows for source in event["sources"]))


def _height(markup: Markup) -> float:
    """The height of a drawn figure."""
    return float(markup.partition('viewBox="0 0 ')[2].partition('"')[0].split()[1])


def _world(x: float, y: float, eye: Camera) -> tuple[float, float]:
    """From the frame of a camera to the units of the stage's map."""
    left, top, width, _ = _view_box(eye)
    return round(left + x * width / WIDTH, 4), round(top + y * width / WIDTH, 4)


def _view_box(eye: Camera) -> tuple[float, float, float, float]:
    """What a camera sees, as left, top, width and height in the units of the stage's map."""
    x, y = _unit(eye.longitude, eye.latitude)
    scale = 2 ** (WORLD.zoom - eye.zoom)
    width, height = WIDTH * scale, HEIGHT * scale
    return round(x - width / 2, 4), round(y - height / 2, 4), round(width, 4), round(height, 4)


def _unit(longitude: float, latitude: float) -> tuple[float, float]:
    left, top = pixel(WORLD.longitude, WORLD.latitude, WORLD.zoom)
    x, y = pixel(longitude, latitude, WORLD.zoom)
    return x - left, y - top


def _near_unit(longitude: float, latitude: float) -> tuple[float, float]:
    x, y = _unit(longitude, latitude)
    return round(x, 2), round(y, 2)


@cache
def base_map() -> Markup:
    """The land, region by region, and the water, in the units of the stage's map."""
    land = [f'<path id="region-{name}" class="land" d="{path}"/>' for name, path in _outlines("regions")]
    water = [f'<path class="water" d="{path}"/>' for _, path in _outlines("water")]
    return Markup("".join([*land, *water]))


def _outlines(name: str) -> Iterable[tuple[str, str]]:
    for number, feature in enumerate(loads((BASEMAP / f"{name}.geojson").read_text(encoding="utf-8"))["features"]):
        shape = from_geojson(dumps(feature["geometry"])).simplify(_COARSE)
        yield feature["properties"].get("place_id") or str(number), outline(shape, _near_unit)
