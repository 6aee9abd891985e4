"""The map: every event counted once, nothing from outside, and no text that the map would run."""

import json
import re
from typing import Any

import pytest

from components.address import split
from components.map.groups import counts_of, mark_of, toggled
from components.map.marks import parse_mark
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
def test_every_event_is_counted_once_in_each_of_its_places(camera: str, day: str) -> None:
    of = shown(day=day, camera=camera)
    marks = layer(deck(of), "marks")["data"]
    shelved = [int(text.replace(",", "")) for text in re.findall(r"<b>([\d,]+)</b>", shelf(of, EN, "light"))]
    assert sum(row["n"] for row in marks) + sum(shelved) == sum(len(places_of(row)) for row in of.rows)
    for row in marks:
        counts = parse_mark(row["icon"]["url"].removeprefix("/marks/light/").removesuffix(".svg"))
        assert sum(map(sum, counts.values())) == row["n"]


@pytest.mark.parametrize("theme", ["light", "dark"])
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
        place = record().place_rows[row["place_id"]]
        assert row["at"] == [place["lon"], place["lat"]]


def test_marks_grow_by_area_and_stay_within_bounds() -> None:
    rows = layer(deck(shown()), "marks")["data"]
    assert max(row["size"] for row in rows) <= 76
    assert min(row["size"] for row in rows) >= 16
    large = [row for row in rows if row["size"] > 17]
    areas = {round(row["size"] ** 2 / row["n"], 0) for row in large}
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


def test_a_region_spoken_for_by_single_voices_is_outlined_but_not_filled() -> None:
    fill = layer(deck(shown()), "regions")["getFillColor"]
    for group in on_map(shown()).regions:
        (strength,) = re.findall(rf"'{group.place_id}' \? \[\d+, \d+, \d+, (\d+)\]", fill)
        assert bool(int(strength)) == bool(group.of_status("corroborated"))


def test_the_place_of_the_open_event_is_ringed() -> None:
    rings = layer(deck(shown(event="2022-01-04-oral-depo-bridge")), "chosen")["data"]
    assert [row["place_id"] for row in rings] == ["oral"]
    assert not layer(deck(shown()), "chosen")["data"]


def test_choosing_a_place_twice_chooses_all() -> None:
    once = toggled(View(event="x", shown=75), "almaty")
    assert (once.places, once.event, once.shown) == (("almaty",), "", View().shown)
    assert toggled(once, "almaty").places == ()
    assert toggled(View(places=("almaty", "oral")), "almaty").places == ("almaty",)


def test_the_shelf_links_each_group_by_its_place() -> None:
    page = Page(shelf(shown(), EN, "dark"))
    links = {found["data-id"]: split(found["href"])[1] for tag, found in page.tags if tag == "a"}
    assert links["shelf-kazakhstan"] == {"place": "kazakhstan"}
    assert links["shelf-abroad"] == {"place": "abroad"}
    for found in page.attribute("src"):
        assert parse_mark(found.removeprefix("/marks/dark/").removesuffix(".svg"))


def test_a_group_on_the_shelf_leads_to_as_many_events_as_it_counts() -> None:
    of = on_map(shown())
    for group in of.shelf:
        assert len(shown(places=(group.place_id,)).events) == group.total, group.place_id


def test_a_mark_leads_to_as_many_events_as_it_counts() -> None:
    for group in on_map(shown()).spots:
        assert len(shown(places=(group.place_id,)).events) == group.total, group.place_id


def test_discounted_events_are_drawn_with_the_disputed() -> None:
    group = next(g for g in on_map(shown()).spots if g.of_status("discounted"))
    assert sum(counts[2] for counts in counts_of(group).values()) == group.of_status("disputed", "discounted")
    assert mark_of(group, "light").startswith("/marks/light/")


def test_hostile_text_stays_text() -> None:
    assert_same_markup(shelf(shown(hostile_record()), EN, "light"), shelf(shown(), EN, "light"))
    tooltip = event_deck(shown(hostile_record()), EN, "light")._tooltip
    assert "text" in tooltip
    assert "html" not in tooltip


@pytest.mark.parametrize("camera", CAMERAS)
@pytest.mark.parametrize("narrow", [False, True])
def test_landmarks_without_events_are_dots_with_names(camera: str, narrow: bool) -> None:
    of = deck(shown(day="2022-01-06", camera=camera), narrow=narrow)
    dots = [(*row["at"], row["text"]) for row in layer(of, "towns")["data"]]
    named = [(*row["at"], row["text"]) for row in layer(of, "names")["data"]]
    assert dots
    assert set(dots) <= set(named)
    assert not {text for *_, text in dots} & {row["name"] for row in layer(of, "marks")["data"]}
