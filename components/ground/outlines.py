"""Outlines of the base map as SVG paths."""

from collections.abc import Callable, Iterable
from typing import Any

from shapely import LineString, MultiPolygon, Polygon
from shapely.geometry.polygon import orient

Point = Callable[[float, float], tuple[float, float]]
"""Where a longitude and a latitude fall, in units of a drawing, rounded."""


def outline(shape: Any, point: Point) -> str:
    """The path of the polygons of a shape, with their holes: a city that is a unit of its own lies in one.

    Holes run against the outlines, so that paths may be joined to one. What is too small for the rounding is left out.
    """
    rings = []
    for part in getattr(shape, "geoms", [shape]):
        if not isinstance(part, Polygon) or part.is_empty:
            continue
        polygon = orient(part)
        for ring in (polygon.exterior, *polygon.interiors):
            points = [point(longitude, latitude) for longitude, latitude in ring.coords]
            if len(set(points)) > 2:
                rings.append("M" + " ".join(f"{x:g} {y:g}" for x, y in points) + "z")
    return "".join(rings)


def filled(shape: Any) -> MultiPolygon:
    """A shape without the holes in it."""
    return MultiPolygon([Polygon(part.exterior) for part in getattr(shape, "geoms", [shape])])


def lines(shape: Any, point: Point) -> str:
    """The path of the lines of a shape."""
    parts = (part for part in getattr(shape, "geoms", [shape]) if isinstance(part, LineString) and not part.is_empty)
    return "".join(line_path(part.coords, point) for part in parts)


def line_path(line: Iterable[Any], point: Point) -> str:
    """The path of one line of longitudes and latitudes."""
    return "M" + " ".join(f"{x:g} {y:g}" for x, y in (point(*at) for at in line))
