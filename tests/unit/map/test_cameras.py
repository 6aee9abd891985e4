"""Where things fall on the screen, and where a map looks."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.ground.cameras import CAMERAS, HEIGHT, WIDTH, Camera, Point, degrees_at, fitted, pixel, ruler
from components.ground.frame import Frame
from components.ground.landmarks import CAPITALS
from components.map.eyes import eye_of, moved_eye
from data.loading.geography import distance_km, region_outlines
from data.queries import view
from data.queries.view import View
from tests.unit.samples import record

longitudes, latitudes = st.floats(46, 88), st.floats(40, 56)


def seen(camera: Camera, at: Point) -> bool:
    x, y = Frame(WIDTH, HEIGHT, camera).point(*at)
    return 0 <= x <= WIDTH and 0 <= y <= HEIGHT


def test_the_address_and_the_map_know_the_same_cameras() -> None:
    assert tuple(CAMERAS) == view.CAMERAS


def test_web_mercator() -> None:
    assert pixel(0, 0, 0) == pytest.approx((256, 256))
    assert pixel(-180, 85.051129, 0) == pytest.approx((0, 0), abs=1e-4)
    assert pixel(180, -85.051129, 1) == pytest.approx((1024, 1024), abs=1e-4)


@given(longitudes, latitudes, st.floats(0, 14))
def test_a_pixel_is_the_point_that_falls_on_it(longitude: float, latitude: float, zoom: float) -> None:
    assert degrees_at(*pixel(longitude, latitude, zoom), zoom) == pytest.approx((longitude, latitude))


@pytest.mark.parametrize("camera", CAMERAS.values(), ids=CAMERAS)
def test_a_ruler_is_as_long_as_it_says(camera: Camera) -> None:
    found = ruler(camera)
    left, top = pixel(camera.longitude, camera.latitude, camera.zoom)
    length = distance_km((camera.longitude, camera.latitude), degrees_at(left + found.units, top, camera.zoom))
    assert 1000 * length == pytest.approx(found.metres, rel=0.005)
    assert 40 < found.units < 140


def test_the_country_is_seen_whole_and_the_cities_where_they_should_be() -> None:
    west, south, east, north = region_outlines().shapes["kazakhstan"].bounds
    for corner in ((west, south), (east, north)):
        assert seen(CAMERAS["kazakhstan"], corner)
    places = {"kazakhstan": CAPITALS, "west": ("aktau", "zhanaozen", "atyrau"), "almaty": ("almaty", "almaty-airport")}
    for name, inside in places.items():
        for place in inside:
            point = record().point_of(place)
            assert point
            assert seen(CAMERAS[name], point), (name, place)


@given(st.lists(st.tuples(longitudes, latitudes), min_size=1, max_size=5))
def test_a_fitted_camera_sees_its_places_with_room_for_their_names(points: list[Point]) -> None:
    camera = fitted(points)
    frame = Frame(WIDTH, HEIGHT, camera)
    for point in points:
        x, y = frame.point(*point)
        assert 60 <= x <= WIDTH - 60
        assert 25 <= y <= HEIGHT - 25


@pytest.mark.parametrize(
    ("choices", "name", "city"),
    [({}, "kazakhstan", ""), ({"places": ("almaty",)}, "almaty", "almaty"),
     ({"places": ("kazakhstan",)}, "kazakhstan", ""), ({"places": ("abroad",)}, "kazakhstan", ""),
     ({"places": ("zhanaozen",)}, "", ""),
     ({"places": ("almaty-republic-square", "almaty-airport")}, "", "almaty"), ({"places": ("almaty", "oral")}, "", ""),
     ({"places": ("mangystau-region",)}, "", ""), ({"places": ("almaty",), "camera": "west"}, "west", "")],
)  # fmt: skip
def test_a_map_looks_where_its_view_says_else_at_the_chosen_places(
    choices: dict[str, Any], name: str, city: str
) -> None:
    found, eye = eye_of(View(**choices), record())
    assert (found, eye.city) == (name, city)
    for place in () if name else choices["places"]:
        at = record().point_of(place)
        assert not at or seen(eye, at)


def test_an_address_without_a_camera_says_none() -> None:
    assert View().camera == ""
    assert "at" not in View(places=("almaty",)).to_query()


SAID = {"of": "kazakhstan", "longitude": 70.0, "latitude": 45.0, "zoom": 5.5}


def test_a_moved_map_looks_where_the_browser_says() -> None:
    assert moved_eye(SAID, "kazakhstan") == Camera(70, 45, 5.5)
    near = SAID | {"longitude": 76.9, "latitude": 43.3, "zoom": 11}
    assert moved_eye(near, "kazakhstan") == Camera(76.9, 43.3, 11, "almaty")
    assert moved_eye(near | {"zoom": 7}, "kazakhstan") == Camera(76.9, 43.3, 7)


@pytest.mark.parametrize(
    "said",
    [None, "x", [], {}, SAID | {"of": "west"}, SAID | {"zoom": 30}, SAID | {"zoom": "5"}, SAID | {"zoom": None},
     SAID | {"latitude": 90}, SAID | {"longitude": float("nan")}, SAID | {"longitude": float("inf")}],
)  # fmt: skip
def test_what_makes_no_sense_moves_nothing(said: object) -> None:
    assert moved_eye(said, "kazakhstan") is None
