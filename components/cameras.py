"""The map's fixed points of view, and where things fall on the screen from them (Web Mercator, as the map draws)."""

from dataclasses import dataclass
from math import log, pi, radians, tan

TILE = 512
"""Pixels of the whole world at zoom 0, as deck.gl counts them."""


@dataclass(frozen=True)
class Camera:
    """A centre in degrees and a zoom, for a map about 780 px wide and for one about 350 px wide."""

    longitude: float
    latitude: float
    zoom: float
    narrow_zoom: float

    def at(self, narrow: bool) -> float:
        return self.narrow_zoom if narrow else self.zoom


CAMERAS = {
    "kazakhstan": Camera(67.2, 48.4, 3.5, 2.45),
    "west": Camera(53.4, 45.6, 5.1, 4.3),
    "almaty": Camera(76.93, 43.285, 10.4, 9.5),
}


def pixel(longitude: float, latitude: float, zoom: float) -> tuple[float, float]:
    """Where a point falls, in pixels from the world's upper left corner (spherical Mercator, EPSG:3857)."""
    scale = TILE * 2**zoom
    x = (longitude + 180) / 360 * scale
    y = (pi - log(tan(pi / 4 + radians(latitude) / 2))) / (2 * pi) * scale
    return x, y
