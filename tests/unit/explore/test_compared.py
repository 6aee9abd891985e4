"""Two sides: both drawn alike, each with what only it has; and the ways that lead there and away."""

import re
from typing import Any

import pytest

from components.explore.beside import BesideChoices, beside_choices
from components.explore.chosen import chosen
from components.explore.compared import compared, compared_side, side_lines
from components.ground.cameras import HEIGHT, WIDTH
from components.ground.frame import Frame
from components.map.rows import Display, map_rows
from components.timeline.lanes import lay_out
from components.timeline.plan import PlannedLane, plan
from data.queries.query import query
from data.queries.sides import only_here
from data.queries.view import View
from tests.unit.explore.test_chosen import leads_to, links
from tests.unit.samples import EN, HOSTILE, Page, assert_same_markup, hostile_record, record

DAYS = leads_to("/?day=2022-01-05&beside=2022-01-06")
PLACES = leads_to("/?day=2022-01-05&place=almaty&beside=oral")
CUT = "No cut of the internet is known here."


def side(both: View, at: int) -> Page:
    return Page(compared_side(compared(record(), both, EN), at, EN))


def lines(both: View, at: int) -> list[str]:
    pair = compared(record(), both, EN)
    return side_lines(pair[at], pair[1 - at], EN)


RANGE = leads_to("/?day=2022-01-05&beside=2022-01-06..2022-01-08")
FAR = leads_to("/?day=2022-01-03..2022-01-05&beside=2022-01-14..2022-01-15")
BY_PLACE = leads_to("/?day=2022-01-05&beside=2022-01-06&lanes=place")


def in_lane(lane: PlannedLane) -> list[str]:
    return [one.event["event_id"] for events in (lane.timed, *lane.cells, *lane.apart) for one in events]


@pytest.mark.parametrize("both", [DAYS, PLACES, RANGE, FAR, BY_PLACE, leads_to("/?day=before&beside=2022-01-05")])
def test_both_sides_have_the_same_camera_and_scale_and_lanes_in_the_same_order(both: View) -> None:
    left, right = compared(record(), both, EN)
    assert left.scene.eye == right.scene.eye
    assert left.plan.scale.length == right.plan.scale.length
    assert left.plan.band_rows == right.plan.band_rows
    lanes = [[lane.name for lane in one.plan.lanes] for one in (left, right)]
    assert lanes[0] == lanes[1]
    heights = [[lane.height for lane in lay_out(one.plan)[0]] for one in (left, right)]
    assert heights[0] == heights[1]
    for one in (left, right):
        drawn = [event for lane in one.plan.lanes for event in in_lane(lane)]
        assert sorted(drawn) == sorted(event.event["event_id"] for event in one.plan.events)


@pytest.mark.parametrize("both", [DAYS, PLACES, leads_to("/?place=almaty&beside=oral&at=almaty")])
def test_as_many_events_make_a_mark_as_large_on_one_side_as_on_the_other(both: View) -> None:
    sizes: dict[int, set[float]] = {}
    for one in compared(record(), both, EN):
        for sign in map_rows(one.scene, Display(14), Frame(WIDTH, HEIGHT, one.scene.eye)):
            if sign.group and not sign.square:
                sizes.setdefault(sign.group.total, set()).add(sign.size)
    assert sizes
    assert all(len(found) == 1 for found in sizes.values())


def test_an_event_stands_in_the_lane_of_its_kind_or_place() -> None:
    for both in (DAYS, BY_PLACE):
        whole = {event: lane.name for lane in plan(query(record(), both), EN).lanes for event in in_lane(lane)}
        for one in compared(record(), both, EN):
            assert all(whole[event] == lane.name for lane in one.plan.lanes for event in in_lane(lane))


def test_a_lane_that_is_empty_on_one_side_is_there_all_the_same() -> None:
    lanes = [lane for one in compared(record(), DAYS, EN) for lane in one.plan.lanes]
    assert [lane.name for lane in lanes if not in_lane(lane)]


def test_an_axis_grows_to_the_length_of_the_other() -> None:
    left, right = compared(record(), RANGE, EN)
    assert left.plan.scale == right.plan.scale
    assert not left.plan.scale.in_hours
    left, right = compared(record(), FAR, EN)
    assert right.plan.scale.begins.day == 14
    assert right.plan.scale.length == left.plan.scale.length


@pytest.mark.parametrize("both", [DAYS, PLACES])
def test_the_lists_have_the_events_of_their_sides(both: View) -> None:
    for at, one in enumerate(compared(record(), both, EN)):
        listed = re.findall(r'data-id="([^"]+)" data-event', str(side(both, at).markup))
        ids = [row["event_id"] for row in one.shown.rows]
        assert set(listed) <= set(ids)
        assert len(listed) == min(len(ids), both.shown)


def test_a_side_says_how_much_it_has_and_what_only_it_has() -> None:
    left, right = compared(record(), DAYS, EN)
    only = only_here(left.shown, right.shown)
    counts, *said = lines(DAYS, 0)
    disputed = left.shown.by_status["disputed"]
    assert counts == f"{len(left.shown.rows)} events · {disputed} disputed · {len(only.events)} only here"
    places = [line for line in said if line.startswith("Places only here: ")]
    assert only.places
    assert places
    assert f"{len(only.places) - 3} more" in places[0]


def test_the_network_of_each_side_is_said() -> None:
    before = leads_to("/?day=2022-01-05&beside=2022-01-03")
    assert lines(before, 0)[-1] == "Internet cut nationwide from about 16:30."
    assert lines(before, 1)[-1] == CUT


def test_places_are_not_said_to_be_only_where_they_are() -> None:
    assert not [line for at in (0, 1) for line in lines(PLACES, at) if line.startswith("Places only here")]


def test_the_open_event_is_open_on_the_side_that_has_it_and_on_no_other() -> None:
    left, right = compared(record(), DAYS, EN)
    for at, one in enumerate((left, right)):
        event = only_here(one.shown, (right, left)[at].shown).events[0]["event_id"]
        both = DAYS.opening(event)
        assert [bool(side(both, number).classed("side-card")) for number in (0, 1)] == [at == 0, at == 1]


def test_a_link_of_a_side_leads_to_both_or_plainly_away() -> None:
    rows = Page(compared_side(compared(record(), DAYS, EN), 1, EN))
    entries = [found["href"] for tag, found in rows.tags if tag == "a" and found.get("data-event")]
    assert entries
    assert {leads_to(link).beside for link in entries} == {DAYS.beside}
    assert {leads_to(link).period for link in entries} == {DAYS.period}


def test_hostile_text_brings_in_no_markup() -> None:
    both = DAYS.opening("2022-01-06-almaty-counter-terrorist-operation-began")
    for at in (0, 1):
        hostile = compared_side(compared(hostile_record(), both, EN), at, EN)
        assert_same_markup(hostile, compared_side(compared(record(), both, EN), at, EN))
        assert HOSTILE[:20] in Page(hostile).text


# ---- the ways there and away


def ways(**asked: Any) -> BesideChoices:
    return beside_choices(query(record(), View(**asked)), EN)


def test_two_chosen_places_are_one_click_from_standing_side_by_side() -> None:
    assert leads_to(ways(places=("almaty", "oral")).two) == View(places=("almaty",), beside="oral")
    assert not ways(places=("almaty",)).two
    page = Page(chosen(query(record(), View(places=("almaty", "oral"))), EN))
    assert links(page, "")["two-sides"] == ways(places=("almaty", "oral")).two


def test_a_day_can_be_compared_with_every_other_of_january() -> None:
    found = ways(period=DAYS.period)
    assert found.go == "/?day=2022-01-05&beside={value}"
    values = [value for _, days in found.months for value, _, _ in days]
    assert len(values) == 30
    assert "2022-01-05" not in values
    assert not ways().months


def test_a_place_can_be_compared_with_others_that_have_events() -> None:
    found = ways(places=("almaty",))
    assert found.go == "/?beside={value}&place=almaty"
    values = [value for value, _, _ in found.places]
    assert "oral" in values
    assert "almaty" not in values
    assert not ways().places


@pytest.mark.parametrize("both", [DAYS, PLACES])
def test_what_stands_beside_is_chosen_in_its_menu(both: View) -> None:
    found = beside_choices(query(record(), both), EN)
    days = [value for _, days in found.months for value, _, chosen in days if chosen]
    places = [value for value, _, chosen in found.places if chosen]
    assert [*days, *places] == [str(both.beside)]


@pytest.mark.parametrize("both", [DAYS, PLACES])
def test_the_chips_lead_to_one_side_or_the_other_and_swap_both(both: View) -> None:
    found = links(Page(chosen(query(record(), both), EN)), "")
    own = "off-period" if both is DAYS else "off-places-almaty"
    assert leads_to(found["off-beside"]) == both.but(beside=None)
    left, right = compared(record(), both, EN)
    assert query(record(), leads_to(found[own])).rows == right.shown.rows
    swapped = compared(record(), leads_to(found["swap"]), EN)
    assert [one.name for one in swapped] == [right.name, left.name]
