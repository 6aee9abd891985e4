"""When an event was: half-open, in the time of its place."""

import itertools
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.loading.schema import Event
from data.times import Span, end_of, midnight, offset_of, span_of
from data.vocabulary import PARTS_OF_DAY
from tests.unit.helpers import event


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("columns", "begins", "ends"),
    [
        (("2022-01-05", "", "day", ""), "2022-01-05", "2022-01-06"),
        (("2022-01-05", "2022-01-07", "day", ""), "2022-01-05", "2022-01-08"),
        (("2022-01-05T16:00", "", "exact", ""), "2022-01-05T16:00", "2022-01-05T16:00"),
        (("2022-01-05T16:00", "", "about", ""), "2022-01-05T16:00", "2022-01-05T16:00"),
        (("2022-01-05T22:00", "2022-01-06T03:00", "window", ""), "2022-01-05T22:00", "2022-01-06T03:00"),
        (("2022-01-05T22:00", "2022-01-06", "window", ""), "2022-01-05T22:00", "2022-01-07"),
        (("2022-01-05", "", "part_of_day", "night"), "2022-01-05T00:00", "2022-01-05T06:00"),
        (("2022-01-05", "", "part_of_day", "morning"), "2022-01-05T06:00", "2022-01-05T12:00"),
        (("2022-01-05", "", "part_of_day", "afternoon"), "2022-01-05T12:00", "2022-01-05T18:00"),
        (("2022-01-05", "", "part_of_day", "evening"), "2022-01-05T18:00", "2022-01-06"),
        (("2022-01-05", "2022-01-06", "part_of_day", "evening"), "2022-01-05T18:00", "2022-01-06T06:00"),
        (("2021-12-01", "", "month", ""), "2021-12-01", "2022-01-01"),
        (("2022-02-01", "", "month", ""), "2022-02-01", "2022-03-01"),
        (("2022-01-01", "2022-02-28", "month", ""), "2022-01-01", "2022-03-01"),
    ],
)
def test_span_is_as_wide_as_the_time_is_known(columns: tuple[str, str, str, str], begins: str, ends: str) -> None:
    assert span_of(*columns) == Span(at(begins), at(ends))


def test_the_parts_of_a_day_fill_it_without_overlap() -> None:
    hours = sorted(PARTS_OF_DAY.values())
    assert [hours[0][0], hours[-1][1]] == [0, 24]
    assert all(one[1] == following[0] for one, following in itertools.pairwise(hours))


def test_a_day_ends_at_midnight_and_a_minute_at_itself() -> None:
    assert end_of("2022-01-05") == midnight(date(2022, 1, 6))
    assert end_of("2022-01-05T16:00") == at("2022-01-05T16:00")


def test_a_span_does_not_touch_the_day_at_whose_midnight_it_ends() -> None:
    span = Span(at("2022-01-04T20:00"), at("2022-01-05"))
    assert span.touches(at("2022-01-04"), at("2022-01-05"))
    assert not span.touches(at("2022-01-05"), at("2022-01-06"))


def test_midnight_belongs_to_the_day_it_begins() -> None:
    moment = Span(at("2022-01-05"), at("2022-01-05"))
    assert moment.touches(at("2022-01-05"), at("2022-01-06"))
    assert not moment.touches(at("2022-01-04"), at("2022-01-05"))


@given(st.datetimes(datetime(2021, 1, 1), datetime(2023, 1, 1)))
def test_a_moment_lies_in_exactly_one_day(moment: datetime) -> None:
    span = Span(moment, moment)
    days = [moment.date() + timedelta(days=n) for n in (-1, 0, 1)]
    assert [span.touches(midnight(day), midnight(day + timedelta(days=1))) for day in days] == [False, True, False]


@pytest.mark.parametrize(
    ("zone", "hours"),
    [("Asia/Almaty", 6), ("Asia/Qostanay", 6), ("Asia/Aqtau", 5), ("Asia/Aqtobe", 5), ("Asia/Atyrau", 5),
     ("Asia/Oral", 5), ("Asia/Qyzylorda", 5), ("Europe/Moscow", 3)],
)  # fmt: skip
def test_offsets_are_those_of_january_2022(zone: str, hours: int) -> None:
    assert offset_of(zone, datetime(2022, 1, 5, 16)) == timedelta(hours=hours)
    assert offset_of("", datetime(2022, 1, 5)) is None


def sound(**cells: str) -> bool:
    row = dict.fromkeys(Event.model_fields, "") | event("2022-01-05-x", "almaty", "city", "vlast", **cells)
    try:
        Event.model_validate(row)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    "cells",
    [
        {"end": "2022-01-04"},
        {"start": "2022-01-05T16:00", "end": "2022-01-05T15:59", "time_precision": "window"},
        {"start": "2022-01-05T16:00", "end": "2022-01-04", "time_precision": "window"},
        {"time_precision": "exact"},
        {"time_precision": "about"},
        {"time_precision": "window"},
        {"start": "2022-01-05T16:00"},
        {"start": "2022-01-05T16:00", "time_precision": "month"},
        {"end": "2022-01-06T10:00"},
        {"time_precision": "part_of_day"},
        {"part_of_day": "evening"},
        {"time_precision": "hour"},
    ],
)
def test_times_that_do_not_fit_together_are_refused(cells: dict[str, str]) -> None:
    assert not sound(**cells)


def test_an_end_on_the_day_before_a_midnight_start_is_refused() -> None:
    assert not sound(start="2022-01-05T00:00", end="2022-01-04", time_precision="window")


@pytest.mark.parametrize(
    "cells",
    [
        {"end": "2022-01-05"},
        {"start": "2022-01-05T16:00", "end": "2022-01-05T16:00", "time_precision": "exact"},
        {"start": "2022-01-05T16:00", "end": "2022-01-05", "time_precision": "window"},
        {"time_precision": "part_of_day", "part_of_day": "evening", "end": "2022-01-06"},
        {"time_precision": "first_reported"},
        {"start": "2022-01-05T16:00", "time_precision": "first_reported"},
        {"time_precision": "month"},
    ],
)
def test_times_that_fit_together_are_taken(cells: dict[str, str]) -> None:
    assert sound(**cells)
