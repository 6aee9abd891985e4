"""The map drawn as SVG: for print and for pages that are read. Same marks, same names, no interaction."""

import json
from functools import cache
from typing import Any

from markupsafe import Markup
from shapely import from_geojson

from components.address import address
from components.cameras import Camera, pixel
from components.eventmap import CAPITALS, named_towns
from components.glyphs import hatches
from components.groups import counts_of, diameters, said, toggled
from components.labelling import Spot, place_labels
from components.language import Language
from components.marks import wedges
from components.markup import render
from components.sentence import place_words
from data.geography import BASEMAP
from data.mapping import on_map
from data.query import Shown

CAMERA = Camera(67.2, 48.4, 3.5, 3.5, 500_000)
WIDTH, HEIGHT = 760, 420
BROAD, COLUMN, NARROW = 14, 22, 26
"""The size of the names on a map across the page, in a column of it, and on a phone: about twelve pixels each time."""
_SIMPLER = 0.05
"""Outlines are simplified by so many degrees, about 4 km: less than two pixels here."""


def drawn_map(shown: Shown, language: Language, size: int = BROAD) -> Markup:
    """The country with its regions, the marks of the shown events as links, and their names; 760 by 420 units.

    `size` is that of the names: the smaller the picture is shown, the larger they and the marks have to be drawn. On a
    phone the towns without events are left out.
    """
    groups = on_map(shown).spots
    diameter = diameters(groups, size / BROAD)
    rows = [
        _row(shown.record.place_rows[group.place_id], language, language.number(group.total))
        | {
            "href": address(toggled(shown.view, group.place_id)),
            "size": diameter(group),
            "said": said("", group, language).strip(": "),
            "wedges": wedges(counts_of(group)),
        }
        for group in groups
    ]
    marked = {group.place_id for group in groups}
    towns = CAPITALS if size < NARROW else ()
    rows += [
        _row(place, language) | {"href": "", "size": 5.0, "said": "", "wedges": []}
        for place in named_towns(shown.record, towns, marked)
    ]
    spots = [Spot(row["x"], row["y"], row["size"] / 2, row["text"]) for row in rows]
    for row, placed in zip(rows, place_labels(spots, size, (0, 0, WIDTH, HEIGHT)), strict=True):
        row["label"] = placed
    return render(
        "map", language, rows=rows, outlines=_outlines(), hatches=hatches(), width=WIDTH, height=HEIGHT, type=size
    )


def _row(place: dict[str, Any], language: Language, number: str = "") -> dict[str, Any]:
    x, y = _point(place["lon"], place["lat"])
    return {"x": x, "y": y, "text": f"{place_words(place, language)} {number}".strip()}


def _point(longitude: float, latitude: float) -> tuple[float, float]:
    left, top = pixel(CAMERA.longitude, CAMERA.latitude, CAMERA.zoom)
    x, y = pixel(longitude, latitude, CAMERA.zoom)
    return round(x - left + WIDTH / 2, 1), round(y - top + HEIGHT / 2, 1)


@cache
def _outlines() -> dict[str, str]:
    """The SVG paths of the regions and of the waters, simplified."""
    return {name: _path(name) for name in ("regions", "water")}


def _path(name: str) -> str:
    features = json.loads((BASEMAP / f"{name}.geojson").read_text(encoding="utf-8"))["features"]
    rings = []
    for feature in features:
        shape = from_geojson(json.dumps(feature["geometry"])).simplify(_SIMPLER)
        for polygon in getattr(shape, "geoms", [shape]):
            points = [_point(*point[:2]) for point in polygon.exterior.coords]
            if len(set(points)) > 2:
                rings.append("M" + " ".join(f"{x:g} {y:g}" for x, y in points) + "z")
    return "".join(rings)
