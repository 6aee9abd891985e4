"""The map drawn for print: the same marks as SVG, whole and within its frame."""

import xml.etree.ElementTree as ET

import pytest

from components.map.cameras import CAMERAS
from components.map.landmarks import CAPITALS, LANDMARKS
from components.map.scene import scene
from components.map.svg import HEIGHT, TYPE_SIZES, WIDTH, Frame, map_rows
from data.queries.mapping import on_map
from data.queries.query import Shown
from tests.unit.drawn import drawn_map
from tests.unit.samples import EN, Page, assert_same_markup, hostile_record, shown


def picture(of: Shown, size: int = TYPE_SIZES["page"]) -> ET.Element:
    return ET.fromstring(drawn_map(of, EN, size))


@pytest.mark.parametrize("size", [TYPE_SIZES["page"], TYPE_SIZES["column"], TYPE_SIZES["phone"]])
@pytest.mark.parametrize("day", ["", "2022-01-05", "after"])
def test_a_mark_for_every_spot(day: str, size: int) -> None:
    of = shown(day=day)
    marks = [group for group in picture(of, size).iter("g") if group.get("transform")]
    assert len(marks) == len(on_map(of).spots)
    numbers = [
        int(title.text.split(" event")[0].split()[-1]) for title in picture(of, size).iter("title") if title.text
    ]
    assert sum(numbers) == sum(group.total for group in on_map(of).spots)


def test_towns_without_events_are_named_where_there_is_room() -> None:
    marked = {group.place_id for group in on_map(shown(day="2022-01-05")).spots}
    towns = len(set(CAPITALS) - marked)
    assert len(Page(drawn_map(shown(day="2022-01-05"), EN)).classed("town")) == towns > 0
    assert not Page(drawn_map(shown(day="2022-01-05"), EN, size=TYPE_SIZES["phone"])).classed("town")


@pytest.mark.parametrize("camera", ["almaty", "centre"])
def test_near_almaty_landmarks_without_events_are_named(camera: str) -> None:
    of = shown(day="2022-01-06", camera=camera)
    page = Page(drawn_map(of, EN, camera=camera))
    assert "Astana Square" in page.text
    named = len(page.classed("town"))
    marked = {group.place_id for group in on_map(of, "almaty").spots}
    assert 2 < named <= len(set(LANDMARKS["almaty"]) - marked)
    assert not Page(drawn_map(of, EN, size=TYPE_SIZES["phone"], camera=camera)).classed("town")


@pytest.mark.parametrize("camera", CAMERAS)
@pytest.mark.parametrize("day", ["", "2022-01-04", "2022-01-06"])
def test_no_landmark_is_a_dot_without_a_name(day: str, camera: str) -> None:
    rows = map_rows(scene(shown(day=day, camera=camera), EN), TYPE_SIZES["page"], Frame(WIDTH, HEIGHT, CAMERAS[camera]))
    assert all(row["label"] for row in rows if not row["wedges"])


def test_everything_lies_in_the_frame() -> None:
    for text in picture(shown()).iter("text"):
        assert 0 <= float(text.get("x", "-1")) <= WIDTH
        assert 0 <= float(text.get("y", "-1")) <= HEIGHT


def test_hatches_that_are_used_are_there() -> None:
    svg = picture(shown())
    used = {found[5:-1] for element in svg.iter() if (found := element.get("fill", "")).startswith("url(#")}
    assert used
    assert used <= {pattern.get("id") for pattern in svg.iter("pattern")}


def test_hostile_text_stays_text() -> None:
    assert_same_markup(drawn_map(shown(hostile_record()), EN), drawn_map(shown(), EN))
