"""The map: every event counted once, nothing from outside, and no text that the map would run."""

import json
import re
from typing import Any

import pytest

from components.address import split
from components.drawing.palette import THEMES
from components.ground.cameras import HEIGHT, WIDTH
from components.ground.frame import Frame
from components.map.box import DISPLAYS
from components.map.groups import LARGEST, SMALLEST, counts_of, toggled
from components.map.marks import parse_mark
from components.map.rows import map_rows
from components.map.scene import scene
from data.loading.schema import columns
from data.loading.tables import parse_table
from data.queries.mapping import on_map
from data.queries.query import Shown, places_of
from data.queries.view import CAMERAS, View
from tests.unit.drawn import event_deck, shelf
from tests.unit.samples import EN, Page, assert_same_markup, hostile_record, record, rewritten, shown


def deck(of: Shown, theme: str = "light", narrow: bool = False) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(event_deck(of, EN, theme, narrow).to_json())
    return found


def layer(of: dict[str, Any], name: str) -> dict[str, Any]:
    (found,) = (layer for layer in of["layers"] if layer["id"].split()[0] == name)
    return dict(found)


def strings(value: Any) -> list[str]:
    """Every string in a JSON value."""
    if isinstance(value, dict):
        return [text for item in value.values() for text in strings(item)]
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("camera", CAMERAS)
@pytest.mark.parametrize("day", ["", "2022-01-05", "2022-01-21", "before", "after"])
def test_it_has_the_marks_and_the_names_of_the_drawn_map(camera: str, day: str) -> None:
    of = scene(shown(day=day, camera=camera), EN)
    rows = map_rows(of, DISPLAYS[False], Frame(WIDTH, HEIGHT, of.eye))
    found = deck(of.shown)
    discs = {tuple(row["places"]): row for row in layer(found, "marks")["data"]}
    squares = {tuple(row["places"]) for row in layer(found, "regions")["data"]}
    assert set(discs) == {tuple(row.places) for row in rows if row.group and not row.square}
    assert squares == {tuple(row.places) for row in rows if row.square}
    for row in rows:
        if row.group and not row.square:
            mark = discs[tuple(row.places)]
            counts = parse_mark(mark["icon"]["url"].removeprefix("/marks/light/").removesuffix(".svg"))
            assert sum(map(sum, counts.values())) == row.group.total
            assert mark["size"] == row.size
    named = [row["text"] for row in layer(found, "names")["data"]]
    assert named == [row.written for row in rows if row.label and row.level <= 2]


def test_the_browser_alone_moves_its_camera() -> None:
    found = [deck(shown(camera=camera)) for camera in CAMERAS]
    assert {view["controller"] for one in found for view in one["views"]} == {False}
    assert all(one["initialViewState"] == found[0]["initialViewState"] for one in found)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("narrow", [False, True])
def test_nothing_is_asked_of_another_host(theme: str, narrow: bool) -> None:
    for camera in CAMERAS:
        found = strings(deck(shown(camera=camera), theme, narrow))
        assert not [text for text in found if "//" in text]
        assert f"/assets/basemap/style-{theme}.json" in found


def test_only_expressions_of_our_own_are_run() -> None:
    """The map runs every string that begins with @@; only names of columns and the colours of regions may."""
    ours = re.compile(
        r"@@=([a-z]+|\d+|'[a-zA-Z, -]*'|(properties\.place_id == '[a-z-]+' \? \[[\d, ]+\] : )*\[0, 0, 0, 0\])"
    )
    for camera in CAMERAS:
        for text in strings(deck(shown(camera=camera))):
            assert "@@" not in text or ours.fullmatch(text) or re.fullmatch(r"@@#\w+", text), text


def test_a_place_can_not_be_named_by_an_expression() -> None:
    """Such a name would be run in the reader's browser, so the record refuses it; within a name it is only text."""
    line = "x,{},Имя,Аты,city,almaty-region,43.2,76.9,Asia/Almaty,,basis\n"
    table = parse_table("places", ",".join(columns("places")) + "\n" + line.format("@@=1+1") + line.format(" @@=1+1"))
    assert not table.rows
    assert len(table.faults) == 2
    named = rewritten(record(), lambda text: f"{text} @@=alert(1)")
    for camera in CAMERAS:
        found = [text for text in strings(deck(shown(named, camera=camera))) if "alert" in text]
        assert found
        assert not [text for text in found if text.startswith("@@")]


def test_coordinates_are_longitude_first_and_those_of_the_place() -> None:
    for row in layer(deck(shown()), "marks")["data"]:
        place = record().place_rows[row["places"][0]]
        # A tenth of a unit is about 700 m over the country.
        assert row["at"] == pytest.approx([place["lon"], place["lat"]], abs=0.01)


def test_marks_grow_by_area_and_stay_within_bounds() -> None:
    of = scene(shown(), EN)
    rows = [row for row in map_rows(of, DISPLAYS[False], Frame(WIDTH, HEIGHT, of.eye)) if row.group and not row.square]
    magnified = DISPLAYS[False].magnified
    assert max(row.size for row in rows) <= LARGEST * magnified + 0.1
    assert min(row.size for row in rows) >= SMALLEST * magnified - 0.1
    areas = [row.size**2 / row.group.total for row in rows if row.group and row.size > SMALLEST * magnified + 1]
    assert max(areas) - min(areas) <= 0.05 * max(areas)


def test_near_almaty_its_sites_are_spots_and_the_rest_of_it_lies_on_the_shelf() -> None:
    near, far = (on_map(shown(camera=camera), city) for camera, city in (("almaty", "almaty"), ("kazakhstan", "")))
    assert "almaty-republic-square" in {group.place_id for group in near.spots}
    assert "almaty" in {group.place_id for group in near.shelf}
    assert "almaty" in {group.place_id for group in far.spots}
    assert "almaty-republic-square" not in {group.place_id for group in far.spots}


def test_an_event_of_a_region_is_on_no_spot() -> None:
    rows, places = record().event_rows.values(), record().place_rows
    regions = [place for row in rows for place in places_of(row) if places[place]["kind"] == "region"]
    groups = on_map(shown())
    assert sum(group.total for group in groups.regions) == len(regions)
    assert not {group.place_id for group in groups.spots} & set(regions)


def test_the_mark_of_the_open_event_is_ringed_on_the_map_or_on_the_shelf() -> None:
    of = scene(shown(event="2022-01-04-oral-depo-bridge"), EN)
    assert [mark.place["place_id"] for mark, _ in of.marks if mark.chosen] == ["oral"]
    assert len(layer(deck(of.shown), "chosen")["data"]) == 1
    assert not layer(deck(shown()), "chosen")["data"]
    nationwide = next(row for row in record().event_rows.values() if row["place_precision"] == "country")
    opened = scene(shown(event=nationwide["event_id"]), EN)
    assert [group.place["place_id"] for group in opened.shelf if group.chosen] == ["kazakhstan"]
    assert not [mark for mark, _ in opened.marks if mark.chosen]


def test_choosing_a_place_twice_chooses_all() -> None:
    once = toggled(View(event="x", shown=75), "almaty")
    assert (once.places, once.event, once.shown) == (("almaty",), "", View().shown)
    assert toggled(once, "almaty").places == ()
    assert toggled(View(places=("almaty", "oral")), "almaty").places == ("almaty",)


def test_the_shelf_links_each_group_by_its_place() -> None:
    page = Page(shelf(shown(), EN))
    links = {found["data-place"]: split(found["href"])[1] for tag, found in page.tags if tag == "a"}
    assert links["kazakhstan"] == {"place": "kazakhstan"}
    assert links["abroad"] == {"place": "abroad"}


def test_a_group_on_the_shelf_leads_to_as_many_events_as_it_counts() -> None:
    of = on_map(shown())
    for group in of.shelf:
        assert len(shown(places=(group.place_id,)).events) == group.total, group.place_id


def test_a_mark_leads_to_as_many_events_as_it_counts() -> None:
    for group in on_map(shown()).spots:
        assert len(shown(places=(group.place_id,)).events) == group.total, group.place_id


def test_discounted_events_are_drawn_with_the_disputed() -> None:
    group = next(g for g in on_map(shown()).spots if g.of_status("discounted"))
    assert sum(counts[3] for counts in counts_of(group).values()) == group.of_status("disputed", "discounted")


def test_hostile_text_stays_text() -> None:
    assert_same_markup(shelf(shown(hostile_record()), EN), shelf(shown(), EN))


@pytest.mark.parametrize("camera", CAMERAS)
def test_landmarks_without_events_are_dots_with_names(camera: str) -> None:
    of = deck(shown(day="2022-01-06", camera=camera))
    named = [row["at"] for row in layer(of, "names")["data"]]
    dots = [row["at"] for row in layer(of, "towns")["data"]]
    assert dots or camera == "centre"
    assert all(dot in named for dot in dots)
