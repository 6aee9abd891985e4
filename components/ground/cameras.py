"""The map's points of view, and where things fall on a drawing from them (Web Mercator, as the map draws)."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan, cos, degrees, exp, floor, log, log2, log10, pi, radians, tan

Point = tuple[float, float]
"""A longitude and a latitude, in degrees."""
TILE = 512
"""Pixels of the whole world at zoom 0, as deck.gl counts them."""
WIDTH, HEIGHT = 760, 420
"""The canvas that every camera is made for, in units; a map that has another size shows it whole."""
METRES_A_DEGREE = 111_195.0
"""A degree of a great circle on a sphere of 6,371.0 km."""
NEAREST, FARTHEST = 14.0, 3.0
"""The zooms between which a reader may move the map."""
_MARGIN, _ALONE, _SITE = 90, 7.0, 12.75
"""Units round the places that a camera is fitted to; its zoom at a single town, and the nearest it comes."""
_LONGEST_RULER = 130


@dataclass(frozen=True)
class Camera:
    """A centre in degrees, and a zoom at which a unit of the canvas is a pixel.

    `city` is set where single sites of that city are shown.
    """

    longitude: float
    latitude: float
    zoom: float
    city: str = ""


CAMERAS = {
    "kazakhstan": Camera(67.0, 48.5, 3.5),
    "west": Camera(53.4, 45.6, 5.1),
    "almaty": Camera(76.93, 43.277, 10.15, "almaty"),
    "centre": Camera(76.944, 43.244, 12.6, "almaty"),
}


def pixel(longitude: float, latitude: float, zoom: float) -> tuple[float, float]:
    """Where a point falls, in pixels from the world's upper left corner (spherical Mercator, EPSG:3857)."""
    scale = TILE * 2**zoom
    x = (longitude + 180) / 360 * scale
    y = (pi - log(tan(pi / 4 + radians(latitude) / 2))) / (2 * pi) * scale
    return x, y


def degrees_at(x: float, y: float, zoom: float) -> Point:
    """The point that falls on a pixel: `pixel` turned round."""
    scale = TILE * 2**zoom
    return x / scale * 360 - 180, degrees(2 * atan(exp(pi - 2 * pi * y / scale)) - pi / 2)


def fitted(points: Sequence[Point], city: str = "") -> Camera:
    """The camera that has some points in its canvas, with room for their names; not nearer than a quarter."""
    spots = [pixel(*point, 0) for point in points]
    (left, right), (top, bottom) = ((min(side), max(side)) for side in zip(*spots, strict=True))
    if (left, top) == (right, bottom):
        zoom = _SITE if city else _ALONE
    else:
        room = min((WIDTH - 2 * _MARGIN) / max(right - left, 1e-9), (HEIGHT - 2 * _MARGIN) / max(bottom - top, 1e-9))
        zoom = min(max(log2(room), CAMERAS["kazakhstan"].zoom), _SITE if city else _ALONE + 2)
    longitude, latitude = degrees_at((left + right) / 2, (top + bottom) / 2, 0)
    return Camera(round(longitude, 4), round(latitude, 4), round(zoom, 2), city)


@dataclass(frozen=True)
class Ruler:
    """A scale: how many units of a canvas are so many metres."""

    units: float
    metres: int


def ruler(camera: Camera) -> Ruler:
    """A scale for the middle of a camera's map, of a round length."""
    metres_a_unit = METRES_A_DEGREE * cos(radians(camera.latitude)) * 360 / (TILE * 2**camera.zoom)
    longest = metres_a_unit * _LONGEST_RULER
    power = 10 ** floor(log10(longest))
    metres = next(power * step for step in (5, 2, 1) if power * step <= longest)
    return Ruler(round(metres / metres_a_unit, 1), int(metres))
