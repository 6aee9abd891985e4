"""The map's fixed points of view, and where things fall on the screen from them (Web Mercator, as the map draws)."""

from dataclasses import dataclass
from math import cos, log, pi, radians, tan

Point = tuple[float, float]
"""A longitude and a latitude, in degrees."""
TILE = 512
"""Pixels of the whole world at zoom 0, as deck.gl counts them."""
HALF_SEEN = {False: (325, 213), True: (172, 148)}
"""Half the width and height of a map in pixels on the narrowest projector or phone, by whether it is narrow."""
METRES_A_DEGREE = 111_195.0
"""A degree of a great circle on a sphere of 6,371.0 km."""


@dataclass(frozen=True)
class Camera:
    """A centre in degrees and a zoom, for a map about 780 px wide and for one about 350 px wide.

    `city` is set where single sites of that city are shown; `ruler` is the length of the scale in metres.
    """

    longitude: float
    latitude: float
    zoom: float
    narrow_zoom: float
    ruler: int
    city: str = ""

    def at(self, narrow: bool) -> float:
        return self.narrow_zoom if narrow else self.zoom


CAMERAS = {
    "kazakhstan": Camera(67.2, 48.4, 3.5, 2.45, 500_000),
    "west": Camera(53.4, 45.6, 5.1, 4.3, 200_000),
    "almaty": Camera(76.95, 43.283, 10.25, 9.3, 5_000, "almaty"),
    "centre": Camera(76.944, 43.2425, 12.75, 11.8, 1_000, "almaty"),
}


def pixel(longitude: float, latitude: float, zoom: float) -> tuple[float, float]:
    """Where a point falls, in pixels from the world's upper left corner (spherical Mercator, EPSG:3857)."""
    scale = TILE * 2**zoom
    x = (longitude + 180) / 360 * scale
    y = (pi - log(tan(pi / 4 + radians(latitude) / 2))) / (2 * pi) * scale
    return x, y


def frame(camera: Camera, narrow: bool) -> tuple[float, float, float, float]:
    """The part of the world that is surely seen, in pixels: left, top, right, bottom."""
    x, y = pixel(camera.longitude, camera.latitude, camera.at(narrow))
    half_width, half_height = HALF_SEEN[narrow]
    return x - half_width, y - half_height, x + half_width, y + half_height


def ruler(camera: Camera, narrow: bool) -> list[list[float]]:
    """The two ends of a scale of `camera.ruler` metres, in the lower left of the view, in degrees."""
    degrees_a_pixel = 360 / (TILE * 2 ** camera.at(narrow))
    half_width, half_height = HALF_SEEN[narrow]
    flatten = cos(radians(camera.latitude))
    longitude = camera.longitude - (half_width - 15) * degrees_a_pixel
    latitude = camera.latitude - (half_height - 20) * degrees_a_pixel * flatten
    length = camera.ruler / (METRES_A_DEGREE * cos(radians(latitude)))
    return [[round(longitude, 5), round(latitude, 5)], [round(longitude + length, 5), round(latitude, 5)]]
