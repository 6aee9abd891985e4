"""The regions' outlines on the base map, and distances. Coordinates are WGS 84 degrees, longitude first."""

import json
from dataclasses import dataclass
from functools import cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from shapely import Point, from_geojson, union_all
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

BASEMAP = Path(__file__).resolve().parents[2] / "static" / "basemap"
EARTH_RADIUS_KM = 6371.0088
"""The mean radius of the Earth (IUGG)."""


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The great-circle distance between two points, by the haversine formula."""
    lon_a, lat_a, lon_b, lat_b = map(radians, (*a, *b))
    h = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(h))


@dataclass(frozen=True)
class RegionOutlines:
    """The regions of January 2022 by place id, and the country as all of them together."""

    shapes: dict[str, BaseGeometry]

    def distance_km(self, region_id: str, point: tuple[float, float]) -> float:
        """How far outside a region or the country a point lies: 0 inside it, and for one without an outline."""
        shape = self.shapes.get(region_id)
        if shape is None or shape.covers(Point(point)):
            return 0
        nearest = nearest_points(shape, Point(point))[0]
        return distance_km((nearest.x, nearest.y), point)


@cache
def base_map_shapes(name: str) -> dict[str, BaseGeometry]:
    """The shapes of one file of the base map, "regions" or "water", by place id, or by number where they have none.

    Raises OSError where the base map is missing.
    """
    features = json.loads((BASEMAP / f"{name}.geojson").read_text(encoding="utf-8"))["features"]
    return {
        feature["properties"].get("place_id") or str(number): from_geojson(json.dumps(feature["geometry"]))
        for number, feature in enumerate(features)
    }


@cache
def region_outlines() -> RegionOutlines:
    """The outlines of the regions and of the country; raises OSError where the base map is missing."""
    shapes = base_map_shapes("regions")
    return RegionOutlines({**shapes, "kazakhstan": union_all(list(shapes.values()))})
