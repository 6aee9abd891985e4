"""The map of the gap: the deaths told of here in each place, and how many the authorities count there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log2, sqrt

from components.address import address, carried
from components.drawing.label_placement import Box, Placed, Spot, place_labels
from components.drawing.windows import window_classes
from components.figure import Figure
from components.ground.cameras import CAMERAS, HEIGHT, WIDTH, Point
from components.ground.frame import Frame
from components.ground.regions import middles_of
from components.language import Language
from components.map.rows import TYPE_SIZES
from components.map.svg import land_paths
from components.words.claims import interval_words
from components.words.places import place_words
from data.loading.record import Record
from data.queries.deaths import PlaceCount, by_place
from data.queries.view import View

_A_DEATH = 1.8
"""The radius, in pixels, of the disc of one death; the areas of discs are in the proportion of what they count."""


@dataclass(frozen=True)
class Gap:
    """A place on the map, in units: the radius of the ring of the authorities' number, and of the disc of ours.

    Beside it stands what is `written`: its `text`, or the numbers alone where there is no room for the name.
    """

    x: float
    y: float
    ring: float
    disc: float
    text: str
    written: str
    label: Placed | None
    place: str
    path: str


def gap_map(
    record: Record,
    view: View,
    language: Language,
    *sizes: float,
    width: float = WIDTH,
    height: float = HEIGHT,
) -> Figure:
    """The map; each place leads to its dead.

    The size of its names is in units, that of TYPE_SIZES["page"] where none is given; of two the first is for wide
    windows, the second for phones.
    """
    frame = _frame(width, height)
    sizes = sizes or (TYPE_SIZES["page"],)
    shown = window_classes("phone", len(sizes))
    layers = [
        {"shown": one, "type": size, "gaps": _gaps(record, view, language, frame, size)}
        for size, one in zip(sizes, shown, strict=True)
    ]
    words = language.text(
        "Map of Kazakhstan with the deaths told of here and the number of the authorities for each place"
    )
    return Figure("gap", "dead/gap_map", {"base": land_paths(frame), "layers": layers}, language, width, height, words)


def _gaps(record: Record, view: View, language: Language, frame: Frame, size: float) -> list[Gap]:
    """The places, with names of a size."""
    counts = [
        (one, frame.point(*at))
        for one in by_place(record)
        if one.most and (at := point_of(record, one)) and frame.has(at)
    ]
    unit = _A_DEATH * sqrt(size / TYPE_SIZES["page"])
    texts = [gap_words(record, one, language) for one, _ in counts]
    labels = _labels(
        [(at, max(_radius(one.most, unit), unit)) for one, at in counts],
        texts,
        [_numbers(one, language) for one, _ in counts],
        size,
        (0, 0, frame.width, frame.height),
    )
    return [
        Gap(
            *at,
            _radius(max(one.said.interval.ends), unit) if one.said else 0,
            _radius(one.persons, unit),
            text,
            written,
            label,
            one.place_id,
            address(carried(view).but(places=(one.place_id,)), "dead"),
        )
        for (one, at), text, (written, label) in zip(counts, texts, labels, strict=True)
    ]


def _labels(
    discs: Sequence[tuple[Point, float]], texts: Sequence[str], numbers: Sequence[str], size: float, canvas: Box
) -> list[tuple[str, Placed | None]]:
    """What is written beside each disc of a radius: its text, else its numbers, with its place, or with none."""
    placed: list[Placed | None] = []
    written = list(texts)
    for _ in ("long", "short"):
        spots = [Spot(*at, radius, text) for (at, radius), text in zip(discs, written, strict=True)]
        placed = place_labels(spots, size, canvas, kept=placed)
        written = [text if where else short for text, short, where in zip(written, numbers, placed, strict=True)]
    return list(zip(written, placed, strict=True))


def gap_words(record: Record, count: PlaceCount, language: Language) -> str:
    """A place with what is told of here, and of how many: "Kyzylorda 1 of 26", "Semey 2, no count"."""
    name = place_words(record.place_rows[count.place_id], language)
    return language.text("{place} {numbers}").format(place=name, numbers=_numbers(count, language))


def _numbers(count: PlaceCount, language: Language) -> str:
    told = language.number(count.persons)
    if count.said is None:
        return language.text("{n}, no count").format(n=told)
    return language.text("{n} of {total}").format(n=told, total=interval_words(count.said.interval, language))


def off_the_map(record: Record) -> Sequence[PlaceCount]:
    """The places with deaths told of here that are no point on the map."""
    frame = _frame(WIDTH, HEIGHT)
    counts = [one for one in by_place(record) if one.persons]
    return [one for one in counts if not (at := point_of(record, one)) or not frame.has(at)]


def point_of(record: Record, count: PlaceCount) -> Point | None:
    """The point of a place, or the middle of a region; none of a country."""
    if record.place_rows[count.place_id]["kind"] == "country":
        return None
    return record.point_of(count.place_id) or next(iter(middles_of(count.place_id)), None)


def _frame(width: float, height: float) -> Frame:
    """The country, as large as it fits."""
    eye = CAMERAS["kazakhstan"]
    nearer = log2(min(width / WIDTH, height / HEIGHT))
    return Frame(width, height, replace(eye, zoom=round(eye.zoom + nearer, 3)))


def _radius(number: float, unit: float) -> float:
    return round(unit * sqrt(number), 1)
