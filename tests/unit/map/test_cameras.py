"""Where things fall on the screen."""

from math import hypot

import pytest

from components.map.cameras import CAMERAS, Camera, frame, pixel, ruler
from components.map.landmarks import CAPITALS
from data.loading.geography import distance_km
from data.queries import view
from tests.unit.samples import record


def test_the_address_and_the_map_know_the_same_cameras() -> None:
    assert tuple(CAMERAS) == view.CAMERAS


def test_web_mercator() -> None:
    assert pixel(0, 0, 0) == pytest.approx((256, 256))
    assert pixel(-180, 85.051129, 0) == pytest.approx((0, 0), abs=1e-4)
    assert pixel(180, -85.051129, 1) == pytest.approx((1024, 1024), abs=1e-4)


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("camera", CAMERAS.values(), ids=CAMERAS)
def test_a_ruler_is_as_long_as_it_says_and_is_seen(camera: Camera, narrow: bool) -> None:
    (left, right) = ruler(camera, narrow)
    length = 1000 * distance_km((left[0], left[1]), (right[0], right[1]))
    assert length == pytest.approx(camera.ruler, rel=0.005)
    edges = frame(camera, narrow)
    for longitude, latitude in (left, right):
        x, y = pixel(longitude, latitude, camera.at(narrow))
        assert edges[0] <= x <= edges[2]
        assert edges[1] <= y <= edges[3]


def test_the_country_is_seen_whole_and_the_cities_where_they_should_be() -> None:
    seen = {"kazakhstan": CAPITALS, "west": ("aktau", "zhanaozen", "atyrau"), "almaty": ("almaty", "almaty-airport")}
    for name, inside in seen.items():
        for narrow in (False, True):
            left, top, right, bottom = frame(CAMERAS[name], narrow)
            for place in inside:
                point = record().point_of(place)
                assert point
                x, y = pixel(*point, CAMERAS[name].at(narrow))
                assert left <= x <= right, (name, place)
                assert top <= y <= bottom, (name, place)


def test_the_camera_looks_at_the_middle_of_its_frame() -> None:
    for camera in CAMERAS.values():
        left, top, right, bottom = frame(camera, False)
        x, y = pixel(camera.longitude, camera.latitude, camera.zoom)
        assert hypot((left + right) / 2 - x, (top + bottom) / 2 - y) < 1e-6
