"""The axis of time: from when to when, and not more words than can be read."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.timeline.scale import scale_of, time_scale
from data.period import january_days
from tests.unit.samples import EN, record, shown


@pytest.mark.parametrize(
    ("day", "begins", "ends"),
    [
        ("", datetime(2022, 1, 1), datetime(2022, 1, 13)),
        ("2022-01-05", datetime(2022, 1, 5), datetime(2022, 1, 6)),
        ("2022-01-03..2022-01-06", datetime(2022, 1, 1), datetime(2022, 1, 13)),
        ("2022-01-10..2022-01-20", datetime(2022, 1, 1), datetime(2022, 1, 13)),
        ("2022-01-20..2022-01-25", datetime(2022, 1, 20), datetime(2022, 1, 26)),
        ("2022-01-20..2022-02-03", datetime(2022, 1, 20), datetime(2022, 2, 4)),
    ],
)
def test_the_axis_is_the_period_or_that_of_the_strip_of_days(day: str, begins: datetime, ends: datetime) -> None:
    scale = scale_of(shown(day=day), EN)
    assert (scale.begins, scale.ends) == (begins, ends)


@pytest.mark.parametrize(
    "day", ["before", "after", "..2022-01-05", "2022-01-05..", "1999-01-01..", "..1999-01-01", "2100-01-01.."]
)
def test_an_open_period_reaches_as_far_as_the_events(day: str) -> None:
    of = shown(day=day)
    scale = scale_of(of, EN)
    assert scale.begins < scale.ends
    for event in of.rows:
        assert scale.begins <= event["begins"] or not of.view.period or of.view.period.first
        assert event["begins"] < scale.ends
    assert scale.words


def test_a_record_without_events_has_an_axis_too() -> None:
    for day in ("before", "after", "..2022-01-05", "2022-01-05.."):
        empty = shown(replace(record(), tables={**record().tables, "events": record().events[:0]}), day=day)
        assert scale_of(empty, EN).begins < scale_of(empty, EN).ends


@given(st.datetimes(datetime(2000, 1, 1), datetime(2050, 1, 1)), st.integers(1, 3000))
def test_ticks_are_in_order_on_the_axis_with_a_word_each_and_few(begins: datetime, days: int) -> None:
    begins = begins.replace(hour=0, minute=0, second=0, microsecond=0)
    scale = time_scale(begins, begins + timedelta(days=days), EN)
    assert len(scale.ticks) == len(scale.words) <= 24
    assert all(a < b for a, b in pairwise(scale.ticks))
    assert all(scale.begins <= tick <= scale.ends for tick in scale.ticks)
    assert all(scale.words)
    assert scale.in_hours == (days <= 2)


def test_words_by_length() -> None:
    day = time_scale(datetime(2022, 1, 5), datetime(2022, 1, 6), EN)
    assert day.words[:3] == ("00:00", "03:00", "06:00")
    month = time_scale(datetime(2022, 1, 1), datetime(2022, 2, 1), EN)
    assert month.words[:2] == ("1 Jan", "3")
    year = time_scale(datetime(2021, 7, 1), datetime(2022, 7, 1), EN)
    assert "2022" in year.words
    assert "Aug" in year.words


def test_every_day_of_january_counts_in_hours() -> None:
    for day in january_days():
        assert scale_of(shown(day=day.isoformat()), EN).in_hours
