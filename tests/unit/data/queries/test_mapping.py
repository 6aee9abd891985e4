"""Where events are drawn: each once, and no more exactly than it is known."""

from collections import Counter

import pytest
from hypothesis import given, settings

from data.queries.mapping import Group, OnMap, on_map
from data.queries.query import Shown, addressable, places_of, query
from data.queries.view import View
from tests.unit.helpers import Folder, views
from tests.unit.samples import record

RECORD = record()
CITIES = ("", "almaty", "zhanaozen")


def groups(drawn: OnMap) -> list[Group]:
    return [*drawn.spots, *drawn.regions, *drawn.shelf]


def totals(found: list[Group]) -> dict[str, int]:
    return {group.place_id: group.total for group in found}


def pairs(shown: Shown) -> Counter[tuple[str, str]]:
    return Counter((row["family"], row["status"]) for row in shown.rows for _ in places_of(row))


@settings(max_examples=25)
@given(views(addressable(RECORD)))
def test_every_event_is_in_one_group_for_each_of_its_places(view: View) -> None:
    shown = query(RECORD, view)
    for city in CITIES:
        drawn = on_map(shown, city)
        counted: Counter[tuple[str, str]] = Counter()
        for group in groups(drawn):
            counted.update(group.counts)
        assert counted == pairs(shown)
        for kind in (drawn.spots, drawn.regions, drawn.shelf):
            assert len({group.place_id for group in kind}) == len(kind)


@pytest.mark.parametrize("city", CITIES)
def test_every_spot_of_the_record_has_a_position_and_every_region_is_one(city: str) -> None:
    drawn = on_map(query(RECORD, View()), city)
    assert drawn.spots
    assert drawn.regions
    assert drawn.shelf
    for group in drawn.spots:
        assert RECORD.point_of(group.place_id)
        assert RECORD.place_rows[group.place_id]["kind"] in ("city", "town", "site")
    assert {RECORD.place_rows[group.place_id]["kind"] for group in drawn.regions} == {"region"}


def test_the_country_shows_cities_regions_and_a_shelf(tiny: Folder) -> None:
    drawn = on_map(query(tiny.load(), View()))
    assert totals(drawn.spots) == {"almaty": 3, "zhanaozen": 1, "camp": 1}
    assert totals(drawn.regions) == {"mangystau-region": 1}
    assert totals(drawn.shelf) == {"kazakhstan": 3, "abroad": 1}
    assert [group.place_id for group in drawn.spots] == ["almaty", "camp", "zhanaozen"]


def test_near_a_city_its_sites_are_spots_and_what_has_none_is_on_the_shelf(tiny: Folder) -> None:
    drawn = on_map(query(tiny.load(), View()), "almaty")
    assert totals(drawn.spots) == {"almaty-airport": 1, "zhanaozen": 1, "camp": 1}
    assert totals(drawn.shelf) == {"almaty": 2, "kazakhstan": 3, "abroad": 1}


@pytest.mark.parametrize("city", CITIES)
def test_what_is_in_a_town_without_a_position_is_no_spot(tiny: Folder, city: str) -> None:
    drawn = on_map(query(tiny.change("places", "zhanaozen", lat="", lon="").load(), View()), city)
    assert "zhanaozen" not in totals(drawn.spots)
    assert "" not in totals(groups(drawn))
    assert sum(totals(groups(drawn)).values()) == 10


def test_a_group_counts_by_status(tiny: Folder) -> None:
    [almaty] = [group for group in on_map(query(tiny.load(), View())).spots if group.place_id == "almaty"]
    assert almaty.of_status("disputed") == 1
    assert almaty.of_status("corroborated", "single_source") == 2
    assert almaty.of_status() == 0
