"""Marks that would lie in one another: they join over the country, and spread over a city."""

from itertools import combinations
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.ground.cameras import CAMERAS, HEIGHT, WIDTH
from components.ground.frame import Frame
from components.map.arrangement import NEAR, Disc, arranged
from components.map.box import DISPLAYS
from components.map.rows import Sign, map_rows
from components.map.scene import PlacedGroup, Scene, scene
from data.queries.mapping import Group, on_map
from tests.unit.samples import EN, record, shown

PLACE = record().place_rows["almaty"]
Found = list[tuple[float, float, int]]
spots = st.tuples(st.floats(0, 200), st.floats(0, 200), st.integers(1, 120))


def placed(number: int) -> PlacedGroup:
    group = Group("almaty")
    group.counts["protest", "corroborated"] = number
    return PlacedGroup(group, PLACE, "Almaty", f"Almaty {number}", "", "", False)


def of(found: Found, scale: float, spread: bool = False) -> list[Disc]:
    return arranged([(placed(number), (x, y)) for x, y, number in found], scale, spread=spread)


@given(st.lists(spots, max_size=25), st.sampled_from([0.46, 0.58, 1.0]))
def test_over_the_country_no_mark_covers_the_point_of_another(found: Found, scale: float) -> None:
    marks = of(found, scale)
    assert sum(mark.group.total for mark in marks) == sum(number for *_, number in found)
    for one, other in combinations(marks, 2):
        assert dist(one.at, other.at) * scale >= max(NEAR, max(one.size, other.size) / 2) - 1e-6
    assert all(mark.at == mark.stands for mark in marks)


@given(st.lists(spots, min_size=1, max_size=12))
def test_over_a_city_marks_part_and_none_is_lost(found: Found) -> None:
    marks = of(found, 1, spread=True)
    assert [mark.stands for mark in marks] == [(x, y) for x, y, _ in found]
    if len(found) < 6:
        for one, other in combinations(marks, 2):
            assert dist(one.at, other.at) >= (one.size + other.size) / 2 - 0.1


def test_marks_on_one_point_part_too() -> None:
    first, second = of([(5, 5, 1), (5, 5, 1)], 1, spread=True)
    assert dist(first.at, second.at) >= first.size


def rows(**choices: object) -> list[Sign]:
    found = scene(shown(**choices), EN)  # type: ignore[arg-type]
    return map_rows(found, DISPLAYS[False], Frame(WIDTH, HEIGHT, found.eye))


def test_what_joins_is_named_by_its_largest_place_and_leads_to_all_of_them() -> None:
    joined = next(row for row in rows() if len(row.places) > 1)
    assert "and around" in joined.text
    assert joined.group
    assert len(shown(places=tuple(joined.places)).rows) == joined.group.total
    for place in joined.places:
        assert EN.of(record().place_rows[place], "name") in joined.words


@pytest.mark.parametrize("day", ["", "2022-01-05", "2022-01-06"])
def test_what_is_known_to_a_region_alone_is_drawn_once(day: str) -> None:
    found: Scene = scene(shown(day=day), EN)
    regions = {group.place_id for group in on_map(shown(day=day)).regions}
    squares = {row.places[0] for row in rows(day=day) if row.square}
    shelved = {group.place["place_id"] for group in found.shelf}
    assert squares | (shelved & regions) == regions
    assert not squares & shelved


def test_a_square_lies_in_its_region_and_on_no_mark() -> None:
    found = rows()
    for square in (row for row in found if row.square):
        for mark in (row for row in found if row.wedges and row is not square):
            apart = max(abs(square.x - mark.x), abs(square.y - mark.y)) * DISPLAYS[False].apart
            assert apart > (square.size + mark.size) / 2


@pytest.mark.parametrize("camera", ["almaty", "centre"])
def test_near_almaty_what_was_pushed_aside_shows_where_it_stands(camera: str) -> None:
    found = [row for row in rows(camera=camera) if row.stands]
    frame = Frame(WIDTH, HEIGHT, CAMERAS[camera])
    assert found
    for row in found:
        at = record().point_of(row.places[0])
        assert at
        assert row.stands == frame.point(*at)
