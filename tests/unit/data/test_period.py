"""Days of the record: periods as they are written, and the steps from one to the next."""

from datetime import date

import pytest
from hypothesis import example, given

from data.period import AFTER, BEFORE, Period, january_days, step
from tests.unit.helpers import periods


@given(periods())
@example(BEFORE)
@example(AFTER)
def test_every_period_is_read_as_it_is_written(period: Period) -> None:
    assert Period.parse(str(period)) == period


@pytest.mark.parametrize(
    "text", ["", "..", "2022-01-05...2022-01-06", "after..", "2022-01-09..2022-01-05", "5 January"]
)
def test_what_is_no_period_raises_a_value_error(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        Period.parse(text)


def test_january_has_31_days() -> None:
    days = list(january_days())
    assert (len(days), days[0], days[-1]) == (31, date(2022, 1, 1), date(2022, 1, 31))


@pytest.mark.parametrize("day", list(january_days()))
def test_a_step_forward_and_back_leads_home(day: date) -> None:
    home = Period.of(day)
    assert step(step(home, 1), -1) == home
    assert step(step(home, -1), 1) == home


def test_steps_walk_from_before_through_january_to_after_and_back_and_stop() -> None:
    walk, period = [BEFORE], BEFORE
    while (period := step(period, 1)) != walk[-1]:
        walk.append(period)
    assert walk == [BEFORE, *map(Period.of, january_days()), AFTER]
    back, period = [AFTER], AFTER
    while (period := step(period, -1)) != back[-1]:
        back.append(period)
    assert back == walk[::-1]
    assert step(BEFORE, -1) == BEFORE
    assert step(None, 1) == Period.of(date(2022, 1, 1))
    assert step(None, -1) == Period.of(date(2022, 1, 31))


@pytest.mark.parametrize(("day", "days"), [(date.max, 1), (date.min, -1)])
def test_a_step_off_the_calendar_does_not_raise(day: date, days: int) -> None:
    assert isinstance(step(Period.of(day), days), Period)
