"""Outlines: with the holes in them, so that a city within a region is land once and veiled once."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, MultiLineString, MultiPolygon, Point, Polygon, box

from components.ground.cameras import CAMERAS, HEIGHT, WIDTH
from components.ground.frame import Frame
from components.ground.outlines import filled, lines, outline
from tests.unit.drawn import drawn_map, rings_of
from tests.unit.samples import EN, record, shown


def turns(path: str, x: float, y: float) -> int:
    """How often a path runs round a point: as SVG fills it, not at all means outside."""
    found = 0
    for ring in rings_of(path):
        if Polygon(ring).contains(Point(x, y)):
            found += 1 if Polygon(ring).exterior.is_ccw else -1
    return found


@pytest.mark.parametrize("camera", CAMERAS)
def test_every_place_in_the_country_lies_on_land(camera: str) -> None:
    of = shown(day="2022-01-06", camera=camera)
    svg = ET.fromstring(drawn_map(of, EN, camera=camera))
    frame = Frame(WIDTH, HEIGHT, CAMERAS[camera])
    looked_at = 0
    for place in record().place_rows.values():
        at = record().point_of(place["place_id"])
        if "kazakhstan" in record().within[place["place_id"]] and at and frame.has(at):
            point = frame.point(*at)
            path = svg.find(".//path[@class='land']")
            assert path is not None
            assert abs(turns(path.get("d", ""), *point)) == 1, place["place_id"]
            looked_at += 1
    assert looked_at > 3


def test_a_hole_and_what_fills_it_are_joined_without_a_gap_or_a_double() -> None:
    region = Polygon(box(0, 0, 10, 10).exterior, [box(4, 4, 6, 6).exterior])
    path = outline(region, _same) + outline(box(4, 4, 6, 6), _same)
    assert (turns(path, 1, 1), turns(path, 5, 5), turns(path, 11, 5)) == (1, 1, 0)
    assert turns(outline(region, _same), 5, 5) == 0


def test_what_is_filled_has_no_hole() -> None:
    region = Polygon(box(0, 0, 10, 10).exterior, [box(4, 4, 6, 6).exterior])
    assert turns(outline(filled(region), _same), 5, 5) == 1


def test_lines_are_one_path_and_what_is_none_is_left_out() -> None:
    assert lines(LineString([(0, 0), (1.5, 2)]), _same) == "M0 0l1.5 2"
    assert lines(MultiLineString([[(0, 0), (1, 0)], [(5, 5), (6, 5)]]), _same) == "M0 0l1 0M5 5l1 0"
    assert lines(Point(1, 1), _same) == ""


def test_a_path_goes_from_point_to_point_and_stands_on_none() -> None:
    assert lines(LineString([(8, 8.5), (8, 8.5), (7.5, 9), (7.5, 9), (17.75, 8.6)]), _same) == "M8 8.5l-.5 .5 10.25-.4"
    assert lines(LineString([(0.1, 0.2), (0.2, 0.1)]), lambda x, y: (round(x), round(y))) == ""


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=4, unique=True))
def test_many_polygons_are_one_path(corners: list[tuple[int, int]]) -> None:
    shape = MultiPolygon([box(2 * x, 2 * y, 2 * x + 1, 2 * y + 1) for x, y in corners])
    path = outline(shape, _same)
    assert len(rings_of(path)) == len(corners)
    for x, y in corners:
        assert turns(path, 2 * x + 0.5, 2 * y + 0.5) == 1


def test_what_is_too_small_or_no_area_is_left_out() -> None:
    assert outline(box(0, 0, 0.1, 0.1), lambda x, y: (round(x), round(y))) == ""
    assert outline(Polygon(), _same) == ""
    assert outline(Point(1, 1), _same) == ""


def _same(x: float, y: float) -> tuple[float, float]:
    return x, y
