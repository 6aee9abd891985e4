"""The map drawn as SVG: for print, for pages that are read, and for browsers that can't draw the live one."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from markupsafe import Markup
from shapely import clip_by_rect, from_geojson

from components.address import address
from components.drawing.glyphs import hatches
from components.drawing.label_placement import Spot, place_labels
from components.language import Language
from components.map.cameras import CAMERAS, TILE, Camera, pixel
from components.map.groups import chosen_places, counts_of, diameters, leading_family, said, toggled
from components.map.landmarks import LANDMARKS, landmarks
from components.map.marks import wedges
from components.map.outlines import outline
from components.map.silence import silent_regions
from components.markup import render
from components.words.places import place_words
from data.geography import BASEMAP
from data.mapping import Group, on_map
from data.query import Shown
from data.record import Fields

WIDTH, HEIGHT = 760, 420
BROAD, COLUMN, NARROW = 14, 22, 26
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

    def has(self, place: Fields) -> bool:
        """Whether a place is seen, with some room for its mark."""
        x, y = self.point(place["lon"], place["lat"])
        return _EDGE <= x <= self.width - _EDGE and _EDGE <= y <= self.height - _EDGE


def drawn_map(shown: Shown, language: Language, size: int = BROAD, camera: str = "kazakhstan") -> Markup:
    """The map from a camera with the marks of the shown events as links, and their names; 760 by 420 units.

    `size` is that of the names: the smaller the picture is shown, the larger they and the marks have to be drawn. On a
    phone the landmarks without events are left out.
    """
    frame = Frame(WIDTH, HEIGHT, CAMERAS[camera])
    regions = _paths("regions", camera)
    tinted = () if frame.eye.city else on_map(shown).regions
    return render(
        "map/svg",
        language,
        rows=map_rows(shown, language, size, frame, named=size < NARROW),
        land="".join(regions.values()),
        tints=[(regions.get(g.place_id), leading_family(g), g.of_status("corroborated")) for g in tinted],
        veil="".join(regions.get(region, "") for region in silent_regions(shown)),
        water="".join(_paths("water", camera).values()),
        hatches=hatches(),
        width=WIDTH,
        height=HEIGHT,
        type=size,
    )


def spots_in(shown: Shown, frame: Frame) -> list[Group]:
    """The groups of the shown events whose spot a frame has."""
    places = shown.record.place_rows
    return [group for group in on_map(shown, frame.eye.city).spots if frame.has(places[group.place_id])]


def outside(shown: Shown, camera: str) -> int:
    """How many of the shown events lie at a spot that a drawn map doesn't reach."""
    frame = Frame(WIDTH, HEIGHT, CAMERAS[camera])
    spots = on_map(shown, frame.eye.city).spots
    return sum(group.total for group in spots) - sum(group.total for group in spots_in(shown, frame))


def map_rows(shown: Shown, language: Language, size: float, frame: Frame, named: bool = True) -> list[dict[str, Any]]:
    """The marks of the shown events and the landmarks without one, each with its place, its size and its name's place.

    `named` is whether landmarks are wanted; one whose name has no room is left out, as a dot alone says nothing.
    """
    places = shown.record.place_rows
    groups = spots_in(shown, frame)
    chosen = chosen_places(shown)
    diameter = diameters(groups, size / BROAD)
    rows = [
        _row(places[group.place_id], frame, language, language.number(group.total))
        | {
            "href": address(toggled(shown.view, group.place_id)),
            "size": diameter(group),
            "said": said("", group, language).strip(": "),
            "wedges": wedges(counts_of(group)),
            "chosen": group.place_id in chosen,
        }
        for group in groups
    ]
    marked = {group.place_id for group in groups}
    rows += [
        _row(place, frame, language) | {"href": "", "size": 5.0, "said": "", "wedges": []}
        for place in landmarks(shown.record, LANDMARKS[frame.eye.city] if named else (), marked)
        if frame.has(place)
    ]
    spots = [Spot(row["x"], row["y"], row["size"] / 2, row["text"]) for row in rows]
    for row, placed in zip(rows, place_labels(spots, size, (0, 0, frame.width, frame.height)), strict=True):
        row["label"] = placed
    return [row for row in rows if row["label"] or row["wedges"]]


def _row(place: Fields, frame: Frame, language: Language, number: str = "") -> dict[str, Any]:
    x, y = frame.point(place["lon"], place["lat"])
    return {"id": place["place_id"], "x": x, "y": y, "text": f"{place_words(place, language)} {number}".strip()}


def _reach(eye: Camera) -> tuple[float, float, float, float]:
    """What can be seen, and as much again on every side, in degrees: west, south, east, north."""
    across = WIDTH * 360 / (TILE * 2**eye.zoom)
    return eye.longitude - across, eye.latitude - across, eye.longitude + across, eye.latitude + across


@cache
def _paths(name: str, camera: str) -> dict[str, str]:
    """The SVG paths of the regions or of the waters from a camera, simplified, by place or number."""
    eye = CAMERAS[camera]
    frame = Frame(WIDTH, HEIGHT, eye)
    features = json.loads((BASEMAP / f"{name}.geojson").read_text(encoding="utf-8"))["features"]
    found = {}
    for number, feature in enumerate(features):
        simpler = _SIMPLER * 2 ** (CAMERAS["kazakhstan"].zoom - eye.zoom)
        shape = clip_by_rect(from_geojson(json.dumps(feature["geometry"])).simplify(simpler), *_reach(eye))
        found[feature["properties"].get("place_id") or str(number)] = outline(shape, frame.point)
    return found
