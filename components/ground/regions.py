"""The middle of a region, for what is known to no place in it."""

from functools import cache
from math import cos, pi, sin

from shapely import Point as Spot
from shapely import maximum_inscribed_circle

from components.ground.cameras import Point
from data.loading.geography import region_outlines

_TURNS = 8


@cache
def middles_of(region_id: str) -> tuple[Point, ...]:
    """The point of a region that lies farthest from its borders, then others round it that lie inside.

    There are none for what the base map has no outline of.
    """
    outline = region_outlines().shapes.get(region_id)
    if outline is None:
        return ()
    ((longitude, latitude), (x, y)) = maximum_inscribed_circle(outline, tolerance=0.01).coords
    radius = ((x - longitude) ** 2 + (y - latitude) ** 2) ** 0.5
    around = [
        (
            longitude + reach * radius * cos(2 * pi * turn / _TURNS),
            latitude + reach * radius * sin(2 * pi * turn / _TURNS),
        )
        for reach in (0.4, 0.75, 1.2)
        for turn in range(_TURNS)
    ]
    inside = (point for point in ((longitude, latitude), *around) if outline.contains(Spot(point)))
    return tuple((round(lon, 3), round(lat, 3)) for lon, lat in inside)
