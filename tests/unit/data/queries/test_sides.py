"""Two sides of a view: the same choices but for the days or the place, and what only one of them has."""

import pytest

from data.queries.query import addressable, query
from data.queries.sides import only_here, right_alone, sides, swapped
from data.queries.view import View, parse_view
from tests.unit.samples import record

KNOWN = addressable(record())


def view(**asked: str) -> View:
    found, rejected = parse_view(asked, KNOWN)
    assert not rejected
    return found


DAYS = view(day="2022-01-05", beside="2022-01-06", hours="1200-1800", cat="clash.protest", q="almaty")
PLACES = view(day="2022-01-05", place="almaty", beside="aktau", status="disputed")


@pytest.mark.parametrize(
    ("both", "differs", "ends"), [(DAYS, "day", ("2022-01-05", "2022-01-06")), (PLACES, "place", ("almaty", "aktau"))]
)
def test_the_sides_differ_in_what_is_compared_and_in_nothing_else(
    both: View, differs: str, ends: tuple[str, str]
) -> None:
    for side, end in zip(sides(both), ends, strict=True):
        alone = {name: value for name, value in both.to_query().items() if name != "beside"} | {differs: end}
        assert query(record(), side).rows == query(record(), view(**alone)).rows


def test_a_view_without_a_second_side_has_no_sides() -> None:
    with pytest.raises(ValueError, match="nothing stands beside"):
        sides(View())


@pytest.mark.parametrize("both", [DAYS, PLACES])
def test_a_view_of_two_sides_shows_the_events_of_both(both: View) -> None:
    ids = [{row["event_id"] for row in query(record(), side).rows} for side in sides(both)]
    assert {row["event_id"] for row in query(record(), both).rows} == ids[0] | ids[1]


@pytest.mark.parametrize("both", [DAYS, PLACES])
@pytest.mark.parametrize("at", [0, 1])
def test_a_link_made_of_a_side_leads_back_to_both(both: View, at: int) -> None:
    side = sides(both)[at]
    assert side.to_query() == both.to_query()
    assert side.filtered(text="fire").to_query() == both.filtered(text="fire").to_query()
    opened = side.opening("2022-01-05-kazakhstan-internet-blackout")
    assert opened.to_query() == both.opening("2022-01-05-kazakhstan-internet-blackout").to_query()


def test_a_link_that_changes_what_is_compared_leads_to_that_side_alone() -> None:
    left, right = sides(DAYS)
    assert right.stepped(1).to_query()["day"] == "2022-01-07"
    assert "beside" not in right.stepped(1).to_query()
    assert left.filtered(period=None, hours=None).to_query() == {"cat": "clash.protest", "q": "almaty"}


@pytest.mark.parametrize("both", [DAYS, PLACES])
def test_sides_change_places_and_back(both: View) -> None:
    assert swapped(swapped(both)) == both
    for side, other in zip(sides(both), reversed(sides(swapped(both))), strict=True):
        assert query(record(), side).rows == query(record(), other).rows


def test_the_right_side_can_be_shown_alone() -> None:
    for both in (DAYS, PLACES):
        assert right_alone(both).beside is None
        assert query(record(), right_alone(both)).rows == query(record(), sides(both)[1]).rows


def test_what_only_one_side_has() -> None:
    left, right = (query(record(), side) for side in sides(view(day="2022-01-05", beside="2022-01-06")))
    found = only_here(left, right)
    ids = {row["event_id"] for row in right.rows}
    assert found.events == tuple(row for row in left.rows if row["event_id"] not in ids)
    assert 0 < len(found.events) < len(left.rows)
    theirs = {row["category"] for row in right.rows}
    assert set(found.categories) == {row["category"] for row in left.rows} - theirs
    spots = [{row["spot_id"] or row["region_id"] for row in shown.rows} - {""} for shown in (left, right)]
    assert set(found.places) == spots[0] - spots[1]
