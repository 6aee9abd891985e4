"""Days joined to a range by a second click."""

from datetime import date

import pytest
from hypothesis import given

from data.period import AFTER, BEFORE, Period
from data.queries.query import stretched
from tests.unit.helpers import periods

closed = periods().filter(lambda period: bool(period.first and period.last))
FIFTH, NINTH = Period.of(date(2022, 1, 5)), Period.of(date(2022, 1, 9))


@given(closed, closed)
def test_the_range_is_the_same_from_either_end_and_holds_both(one: Period, other: Period) -> None:
    found = stretched(one, other)
    assert found == stretched(other, one)
    assert found
    assert found.first
    assert found.last
    for period in (one, other):
        assert period.first
        assert period.last
        assert found.first <= period.first <= period.last <= found.last


@given(closed, closed)
def test_the_range_is_no_longer_than_it_must_be(one: Period, other: Period) -> None:
    found = stretched(one, other)
    assert found
    assert found.first in (one.first, other.first)
    assert found.last in (one.last, other.last)


def test_a_day_stretched_to_itself_stays_that_day() -> None:
    assert stretched(FIFTH, FIFTH) == FIFTH
    assert stretched(FIFTH, NINTH) == Period(date(2022, 1, 5), date(2022, 1, 9))


@pytest.mark.parametrize("chosen", [None, BEFORE, AFTER])
def test_without_a_range_to_stretch_the_clicked_days_stand_alone(chosen: Period | None) -> None:
    assert stretched(chosen, FIFTH) == FIFTH


@pytest.mark.parametrize("clicked", [None, BEFORE, AFTER])
def test_what_is_open_to_one_side_is_taken_as_it_is(clicked: Period | None) -> None:
    assert stretched(FIFTH, clicked) == clicked
