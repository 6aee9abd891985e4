"""Where a map looks: where its view says, else at the places it chooses, else at the whole country."""

from collections.abc import Iterator
from functools import lru_cache
from math import isfinite
from typing import Any

from components.ground.cameras import CAMERAS, FARTHEST, NEAREST, Camera, Point, fitted
from components.ground.streets import FROM_ZOOM
from data.loading.geography import region_outlines
from data.loading.record import Record
from data.queries.view import View

WHOLE = "kazakhstan"
_EAST, _NORTH, _NEAR = 180, 80, 0.5
"""Degrees that a camera keeps to, and how near to the middle of Almaty one is over it."""


def eye_of(view: View, record: Record) -> tuple[str, Camera]:
    """The name of one of CAMERAS, or none, and where it looks."""
    return _looking(view.camera, view.places, record)


@lru_cache(maxsize=256)
def _looking(camera: str, places: tuple[str, ...], record: Record) -> tuple[str, Camera]:
    if camera:
        return camera, CAMERAS[camera]
    if len(places) == 1 and places[0] in CAMERAS:
        return places[0], CAMERAS[places[0]]
    points = [point for place in places for point in _points(place, record)]
    if not points or WHOLE in places:
        return WHOLE, CAMERAS[WHOLE]
    return "", fitted(points, _city(places, record))


def moved_eye(said: object, looked_at: str) -> Camera | None:
    """Where a reader has moved the map that looked there to, as the browser says; None if that makes no sense.

    Near Almaty its sites are shown, as from its own cameras.
    """
    if not isinstance(said, dict) or said.get("of") != looked_at:
        return None
    where: list[Any] = [said.get(name) for name in ("longitude", "latitude", "zoom")]
    if not all(isinstance(number, int | float) and isfinite(number) for number in where):
        return None
    longitude, latitude, zoom = where
    if abs(longitude) > _EAST or abs(latitude) > _NORTH or not FARTHEST <= zoom <= NEAREST:
        return None
    city = CAMERAS["almaty"]
    near = max(abs(longitude - city.longitude), abs(latitude - city.latitude)) < _NEAR and zoom >= FROM_ZOOM
    return Camera(longitude, latitude, zoom, city.city if near else "")


def _points(place_id: str, record: Record) -> Iterator[Point]:
    """The corners of a region, else where a place and what lies in it are."""
    outline = region_outlines().shapes.get(place_id)
    if outline is not None and record.place_rows[place_id]["kind"] == "region":
        west, south, east, north = outline.bounds
        yield from ((west, south), (east, north))
        return
    for other, chain in record.within.items():
        if place_id in chain and (at := record.point_of(other)):
            yield at


def _city(places: tuple[str, ...], record: Record) -> str:
    """The one town in which all chosen places lie, if sites in it have points of their own."""
    towns = {_town(place, record) for place in places}
    town = next(iter(towns)) if len(towns) == 1 else ""
    sited = any(
        town in chain and other != town and record.point_of(other) for other, chain in record.within.items() if town
    )
    return town if sited else ""


def _town(place_id: str, record: Record) -> str:
    """The town that a place is or lies in."""
    chain = record.within[place_id]
    return next((other for other in chain if record.place_rows[other]["kind"] in ("city", "town")), "")
