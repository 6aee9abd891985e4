"""What a drawn map shows of the world, and where things fall on it."""

from collections.abc import Iterable
from dataclasses import dataclass

from components.ground.cameras import TILE, Camera, Point, pixel

_EDGE = 10
"""What lies so near to the edge, in units, is left out: its mark would be cut."""


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

    def points(self, line: Iterable[Point]) -> list[tuple[float, float]]:
        """The same of all points of a line."""
        return [self.point(*at) for at in line]

    def has(self, at: Point, beyond: float = 0) -> bool:
        """Whether a point is seen, with some room for a mark; or lies up to so many units `beyond`."""
        x, y = self.point(*at)
        edge = _EDGE - beyond
        return edge <= x <= self.width - edge and edge <= y <= self.height - edge

    @property
    def reach(self) -> tuple[float, float, float, float]:
        """What can be seen, and as much again on every side, in degrees: west, south, east, north."""
        across = self.width * 360 / (TILE * 2**self.eye.zoom)
        longitude, latitude = self.eye.longitude, self.eye.latitude
        return longitude - across, latitude - across, longitude + across, latitude + across
