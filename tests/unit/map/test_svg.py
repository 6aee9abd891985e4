"""The map drawn for print: the same marks as SVG, whole and within its frame."""

import re
import xml.etree.ElementTree as ET

import pytest

from components.drawing.glyphs import fillings
from components.drawing.label_placement import Spot, taken_by
from components.ground.cameras import CAMERAS, HEIGHT, WIDTH
from components.ground.frame import Frame
from components.ground.landmarks import CAPITALS, LANDMARKS
from components.map.box import map_box
from components.map.rows import TYPE_SIZES, Display, map_rows
from components.map.scene import scene
from components.map.svg import credit_box, credit_of
from data.queries.mapping import on_map
from data.queries.query import Shown
from tests.unit.drawn import drawn_map
from tests.unit.samples import EN, Page, assert_same_markup, hostile_record, shown


def picture(of: Shown, size: int = TYPE_SIZES["page"]) -> ET.Element:
    return ET.fromstring(drawn_map(of, EN, size))


@pytest.mark.parametrize("size", [TYPE_SIZES["page"], TYPE_SIZES["column"], TYPE_SIZES["phone"]])
@pytest.mark.parametrize("day", ["", "2022-01-05", "after"])
def test_every_event_with_a_place_is_in_one_mark(day: str, size: int) -> None:
    of = shown(day=day)
    groups = on_map(of)
    svg = picture(of, size)
    numbers = [int(title.text.split(" event")[0].split()[-1]) for title in svg.iter("title") if title.text]
    assert sum(numbers) == sum(group.total for group in (*groups.spots, *groups.regions))
    places = [place for link in svg.iter("a") for place in link.attrib["data-place"].split()]
    assert sorted(places) == sorted(group.place_id for group in (*groups.spots, *groups.regions))


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
    found = scene(shown(day=day, camera=camera), EN)
    rows = map_rows(found, Display(TYPE_SIZES["page"]), Frame(WIDTH, HEIGHT, found.eye))
    assert all(row.label for row in rows if not row.wedges)


def test_everything_lies_in_the_frame() -> None:
    for group in picture(shown()).iter("g"):
        x, y = map(float, group.attrib["transform"].removeprefix("translate(").removesuffix(")").split())
        assert 0 <= x <= WIDTH
        assert 0 <= y <= HEIGHT


def test_what_is_chosen_is_ringed() -> None:
    page = Page(drawn_map(shown(places=("oral",), camera="kazakhstan"), EN))
    (chosen,) = page.classed("chosen")
    assert chosen["data-place"] == "oral"
    assert not Page(drawn_map(shown(), EN)).classed("chosen")


def links(page: Page) -> dict[str, dict[str, str]]:
    return {found["data-id"]: found for tag, found in page.tags if tag == "a" and "data-id" in found}


def test_the_box_leads_to_each_camera_and_marks_its_own() -> None:
    found = links(Page(map_box(scene(shown(camera="west"), EN), False)))
    assert found["look-kazakhstan"]["href"] == "/"
    assert found["look-west"]["aria-current"] == "true"
    assert "look-centre" not in found
    near = links(Page(map_box(scene(shown(places=("almaty",)), EN), False)))
    assert near["look-kazakhstan"]["href"] == "/?place=almaty&at=kazakhstan"
    assert near["look-almaty"]["aria-current"] == "true"
    assert near["look-centre"]["href"] == "/?place=almaty&at=centre"


def test_over_a_city_the_box_offers_to_keep_to_it() -> None:
    of = shown(camera="centre")
    page = Page(map_box(scene(of, EN), False))
    assert links(page)["only"]["href"] == "/?place=almaty&at=centre"
    assert f"Only Almaty ({len(shown(places=('almaty',)).rows)})" in page.text
    for choices in ({"camera": "west"}, {"camera": "almaty", "places": ("almaty-airport",)}):
        assert "only" not in links(Page(map_box(scene(shown(**choices), EN), False)))


def test_for_windows_of_both_widths_the_box_has_all_but_marks_and_names_once() -> None:
    of = scene(shown(day="2022-01-05", camera="almaty"), EN)
    one, both = Page(map_box(of, False)), Page(map_box(of, False, True))
    for name in ("land", "map-top", "shelf", "scale"):
        assert len(both.classed(name)) == len(one.classed(name)) == 1, name
    assert [spots["class"].split() for spots in both.classed("spots")] == [
        ["spots", "wide", "not-small"],
        ["spots", "narrow", "if-small"],
    ]
    # The lines to marks that were pushed from their points are one path a layer: static/edition/mapped.js reads it so.
    assert [stem["class"].split() for stem in both.classed("stem")] == [["stem", "not-small"], ["stem", "if-small"]]
    assert len(one.classed("stem")) == 1
    assert one.classed("stem")[0]["d"].count("M") == one.classed("stem")[0]["d"].count("L") > 1


def test_a_map_that_was_moved_says_so() -> None:
    moved = scene(shown(), EN, moved=CAMERAS["west"])
    page = map_box(moved, False, moved=True)
    assert "data-whole hidden" not in page
    assert "data-whole hidden" in map_box(scene(shown(), EN), False)
    assert not Page(page).attribute("aria-current")


def test_hatches_that_are_used_are_those_of_every_document() -> None:
    svg = picture(shown())
    used = {found[5:-1] for element in svg.iter() if (found := element.get("fill", "")).startswith("url(#")}
    assert used
    assert used <= set(re.findall(r'<pattern id="([^"]+)"', fillings()))


def test_hostile_text_stays_text() -> None:
    assert_same_markup(drawn_map(shown(hostile_record()), EN), drawn_map(shown(), EN))


@pytest.mark.parametrize("camera", ["almaty", "centre"])
def test_no_name_stands_on_whose_the_streets_are(camera: str) -> None:
    found = scene(shown(camera=camera), EN)
    (left, top, right, bottom), *_ = credit_box(credit_of(found), 14, WIDTH, HEIGHT)
    display = Display(14, blocked=lambda _: ((left, top, right, bottom),))
    rows = map_rows(found, display, Frame(WIDTH, HEIGHT, found.eye))
    spots = [Spot(row.x, row.y, row.size / 2, row.written) for row in rows]
    labels = taken_by(spots, [row.label for row in rows], 14)[len(rows) :]
    assert labels
    assert not [box for box in labels if box[0] < right and left < box[2] and box[1] < bottom and top < box[3]]


@pytest.mark.parametrize("place", ["almaty", "aktau"])
def test_what_is_known_to_a_city_alone_is_said_so_beside_its_sites(place: str) -> None:
    names = [group.name for group in scene(shown(day="2022-01-05", places=(place,)), EN).shelf]
    assert f"{place.capitalize()}, spot not known" in names
