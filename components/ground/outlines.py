"""Outlines of the base map as SVG paths: each point by its way from the one before, which takes least room."""

from collections.abc import Callable, Iterable
from itertools import chain, groupby, pairwise
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
                rings.append(_path(points[:-1]) + "z")
    return "".join(rings)


def filled(shape: Any) -> MultiPolygon:
    """A shape without the holes in it."""
    return MultiPolygon([Polygon(part.exterior) for part in getattr(shape, "geoms", [shape])])


def lines(shape: Any, point: Point) -> str:
    """The path of the lines of a shape."""
    parts = (part for part in getattr(shape, "geoms", [shape]) if isinstance(part, LineString) and not part.is_empty)
    return "".join(line_path(part.coords, point) for part in parts)


def line_path(line: Iterable[Any], point: Point) -> str:
    """The path of one line of longitudes and latitudes; none of what the rounding leaves no length of."""
    points = [point(*at) for at in line]
    return _path(points) if len(set(points)) > 1 else ""


def _path(points: Iterable[tuple[float, float]]) -> str:
    """The path through some points; one that comes twice in succession is taken once."""
    distinct = [at for at, _ in groupby(points)]
    steps = chain.from_iterable((x - from_x, y - from_y) for (from_x, from_y), (x, y) in pairwise(distinct))
    return f"M{distinct[0][0]:g} {distinct[0][1]:g}l" + " ".join(map(_number, steps)).replace(" -", "-")


def _number(number: float) -> str:
    """A number as short as a path may have it: without the nought before the point."""
    written = f"{round(number, 4) + 0.0:g}"
    return written.replace("0.", ".", 1) if abs(number) < 1 else written
