"""The map drawn as SVG: for print, for pages that are read, and for browsers that can't draw the live one."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from shapely import clip_by_rect

from components.drawing.glyphs import hatches
from components.drawing.label_placement import Spot, place_labels
from components.figure import Figure
from components.map.cameras import CAMERAS, TILE, Camera, Point, pixel
from components.map.groups import counts_of, diameters, leading_family
from components.map.marks import wedges
from components.map.outlines import outline
from components.map.scene import PlacedGroup, Scene
from components.words.places import place_words
from data.loading.geography import base_map_shapes

WIDTH, HEIGHT = 760, 420
TYPE_SIZES = {"page": 14, "column": 22, "phone": 26}
"""The size of the names on a map across the page, in a column of it, and on a phone: about twelve pixels each time."""
_EDGE = 10
"""What lies so near to the edge, in units, is left out: its mark would be cut."""
_SIMPLER = 0.05
"""Outlines are simplified by so many degrees, about 4 km: less than two pixels here."""


@dataclass(frozen=True)
class Frame:
    """What a drawn map shows: its size in units, and where it looks."""

    width: float
    height: float
    eye: Camera

    def point(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a point falls, in units from the upper left."""
        left, top = pixel(self.eye.longitude, self.eye.latitude, self.eye.zoom)
        x, y = pixel(longitude, latitude, self.eye.zoom)
        return round(x - left + self.width / 2, 1), round(y - top + self.height / 2, 1)

    def has(self, at: Point) -> bool:
        """Whether a point is seen, with some room for a mark."""
        x, y = self.point(*at)
        return _EDGE <= x <= self.width - _EDGE and _EDGE <= y <= self.height - _EDGE

    @property
    def reach(self) -> tuple[float, float, float, float]:
        """What can be seen, and as much again on every side, in degrees: west, south, east, north."""
        across = self.width * 360 / (TILE * 2**self.eye.zoom)
        longitude, latitude = self.eye.longitude, self.eye.latitude
        return longitude - across, latitude - across, longitude + across, latitude + across


def map_figure(scene: Scene, size: float = TYPE_SIZES["page"], width: float = WIDTH, height: float = HEIGHT) -> Figure:
    """The map with the marks of its events as links, and their names.

    `size` is that of the names in units: the smaller the picture is shown, the larger they and the marks have to be
    drawn. On a phone the landmarks without events are left out.
    """
    frame = Frame(width, height, scene.eye)
    regions = _paths("regions", frame)
    values = {
        "rows": map_rows(scene, size, frame, named=size < TYPE_SIZES["phone"]),
        "land": "".join(regions.values()),
        "tints": [(regions.get(g.place_id), leading_family(g), g.of_status("corroborated")) for g in scene.regions],
        "veil": "".join(regions.get(region, "") for region in scene.veil),
        "water": "".join(_paths("water", frame).values()),
        "hatches": hatches(),
        "type": size,
    }
    words = scene.language.text("Map of Kazakhstan with the events of this page")
    return Figure("map", "map/svg", values, scene.language, width, height, words)


def marks_in(scene: Scene, frame: Frame) -> list[tuple[PlacedGroup, Point]]:
    """The groups whose point a frame has, with it."""
    return [(mark, at) for mark, at in scene.marks if frame.has(at)]


def outside(scene: Scene) -> int:
    """How many of the events with a point a drawn map doesn't reach."""
    frame = Frame(WIDTH, HEIGHT, scene.eye)
    return sum(mark.group.total for mark, at in scene.marks if not frame.has(at))


def map_rows(scene: Scene, size: float, frame: Frame, named: bool = True) -> list[dict[str, Any]]:
    """The marks and the landmarks without one, as the template takes them.

    Each has its point `x`, `y`, its `text` with the place of it, `label`, its `size` across, and, if it is a mark,
    its `href`, `words`, `wedges` and whether it is `chosen`. `named` is whether landmarks are wanted; one whose name
    has no room is left out, as a dot alone says nothing.
    """
    marks = marks_in(scene, frame)
    diameter = diameters([mark.group for mark, _ in marks], size / TYPE_SIZES["page"])
    rows: list[dict[str, Any]] = [
        {
            "id": mark.place["place_id"],
            "text": mark.label,
            "href": mark.path,
            "size": diameter(mark.group),
            "words": mark.words,
            "wedges": wedges(counts_of(mark.group)),
            "chosen": mark.chosen,
            "at": frame.point(*at),
        }
        for mark, at in marks
    ]
    rows += [
        {
            "id": place["place_id"],
            "text": place_words(place, scene.language),
            "size": 5.0,
            "wedges": [],
            "at": frame.point(*at),
        }
        for place, at in (scene.landmarks if named else ())
        if frame.has(at)
    ]
    spots = [Spot(row["at"][0], row["at"][1], row["size"] / 2, row["text"]) for row in rows]
    for row, placed in zip(rows, place_labels(spots, size, (0, 0, frame.width, frame.height)), strict=True):
        (row["x"], row["y"]), row["label"] = row.pop("at"), placed
    return [row for row in rows if row["label"] or row["wedges"]]


@lru_cache(maxsize=16)
def _paths(name: str, frame: Frame) -> dict[str, str]:
    """The SVG paths of the regions or of the waters in a frame, simplified, by place or number."""
    simpler = _SIMPLER * 2 ** (CAMERAS["kazakhstan"].zoom - frame.eye.zoom)
    return {
        key: outline(clip_by_rect(shape.simplify(simpler), *frame.reach), frame.point)
        for key, shape in base_map_shapes(name).items()
    }
