"""Times in words: no more exact than they are known, and in whose time."""

from datetime import datetime
from typing import cast

import pytest

from components.words.when import event_time, hour, period_words, when, zone_words
from data.loading.rows import EventRow
from data.period import Period
from data.times import timing_of
from tests.unit.samples import EN, record

ZONE = "Almaty time (UTC+6)"


def at(precision: str, start: str, end: str = "", part: str = "", place: str = "almaty") -> EventRow:
    cells = {"start": start, "end": end, "time_precision": precision, "part_of_day": part, "place_id": place}
    return cast(EventRow, cells | {"timing": timing_of(start, end, precision)})


DAY, NIGHT = "2022-01-05", "2022-01-06"
PHRASES = [
    (at("exact", f"{DAY}T16:05"), "5 January 2022, 16:05", True),
    (at("exact", f"{DAY}T16:05", f"{DAY}T18:00"), "5 January 2022, from 16:05 to 18:00", True),
    (at("exact", f"{DAY}T23:30", f"{NIGHT}T01:00"), "from 5 January 2022, 23:30 to 6 January 2022, 01:00", True),
    (at("about", f"{DAY}T16:00"), "5 January 2022, about 16:00", True),
    (at("about", f"{DAY}T16:00", f"{DAY}T18:00"), "5 January 2022, from about 16:00 to about 18:00", True),
    (at("window", f"{DAY}T18:00", f"{DAY}T20:00"), "5 January 2022, some time between 18:00 and 20:00", True),
    (at("window", DAY, f"{DAY}T19:55"), "5 January 2022, before 19:55", True),
    (at("window", DAY, NIGHT), "some time between 5 January 2022 and 6 January 2022", False),
    (at("part_of_day", DAY, part="night"), "night of 5 January 2022", False),
    (at("part_of_day", DAY, NIGHT, "evening"), "evening of 5 January into the night of 6 January 2022", False),
    (at("first_reported", f"{DAY}T21:32"), "first reported on 5 January 2022, 21:32", True),
    (at("first_reported", DAY), "first reported on 5 January 2022", False),
    (at("day", DAY), "5 January 2022", False),
    (at("day", DAY, DAY), "5 January 2022", False),
    (at("day", DAY, "2022-01-07"), "5–7 January 2022", False),
    (at("day", "2022-01-30", "2022-02-02"), "30 January 2022 – 2 February 2022", False),
    (at("month", "2021-12-01"), "December 2021", False),
    (at("month", "2023-06-01", "2023-06-30"), "June 2023", False),
]


@pytest.mark.parametrize(("event", "words", "timed"), PHRASES)
def test_every_precision_in_words(event: EventRow, words: str, timed: bool) -> None:
    assert when(event, EN) == words
    assert when(event, EN, ZONE) == (f"{words}, {ZONE}" if timed else words)


def test_months_are_said_as_far_as_they_reach() -> None:
    assert when(at("month", "2022-06-01", "2022-08-31"), EN) != when(at("month", "2022-06-01"), EN)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("almaty", "5 January 2022, about 16:00, Almaty time (UTC+6)"),
        ("almaty-republic-square", "5 January 2022, about 16:00, Almaty time (UTC+6)"),
        ("aktau", "5 January 2022, about 16:00, Aktau time (UTC+5)"),
        ("zhanaozen", "5 January 2022, about 16:00, Aktau time (UTC+5)"),
        ("moscow", "5 January 2022, about 16:00, Moscow time (UTC+3)"),
    ],
)
def test_a_time_says_whose_it_is(place: str, words: str) -> None:
    assert event_time(record(), at("about", f"{DAY}T16:00", place=place), EN) == words


def test_the_offset_is_that_of_the_day() -> None:
    """Almaty went from UTC+6 to UTC+5 on 1 March 2024."""
    assert zone_words(record(), EN, "Asia/Almaty", datetime(2024, 2, 29, 12)) == "Almaty time (UTC+6)"
    assert zone_words(record(), EN, "Asia/Almaty", datetime(2024, 3, 2, 12)) == "Almaty time (UTC+5)"


def test_a_time_in_a_zone_without_a_name_says_nothing_of_it() -> None:
    assert zone_words(record(), EN, "", datetime(2022, 1, 5)) == ""
    assert zone_words(record(), EN, "Europe/Paris", datetime(2022, 1, 5)) == ""


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (at("exact", f"{DAY}T16:05"), "16:05"),
        (at("exact", f"{DAY}T16:05", f"{DAY}T18:00"), "16:05–18:00"),
        (at("exact", f"{DAY}T23:30", f"{NIGHT}T01:00"), "23:30"),
        (at("about", f"{DAY}T16:00"), "about 16:00"),
        (at("window", DAY, f"{DAY}T19:55"), "before 19:55"),
        (at("part_of_day", DAY, part="morning"), "morning"),
        (at("first_reported", DAY), "reported"),
        (at("first_reported", f"{DAY}T21:32"), "reported 21:32"),
        (at("day", DAY), ""),
        (at("month", DAY), ""),
    ],
)
def test_the_hour_for_a_narrow_column(event: EventRow, words: str) -> None:
    assert hour(event, EN) == words


@pytest.mark.parametrize("end", ["T18:00", ""])
def test_a_window_does_not_look_exact_in_a_narrow_column(end: str) -> None:
    """Some time between 16:00 and 18:00 is not what an event from 16:00 to 18:00 is."""
    until = f"{DAY}{end}" if end else f"{NIGHT}T02:00"
    window, exact = (hour(at(precision, f"{DAY}T16:00", until), EN) for precision in ("window", "exact"))
    assert window != exact


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2022-01-05", "5 January 2022"),
        ("2022-01-03..2022-01-06", "3–6 January 2022"),
        ("2021-12-30..2022-01-06", "30 December 2021 – 6 January 2022"),
        ("before", "before January 2022"),
        ("after", "after January 2022"),
        ("2022-01-05..", "from 5 January 2022"),
        ("..2022-01-05", "until 5 January 2022"),
    ],
)
def test_a_period_in_words(period: str, words: str) -> None:
    assert period_words(Period.parse(period), EN) == words
    assert period_words(None, EN) == "all days"


def test_every_event_of_the_record_has_its_words() -> None:
    for event in record().event_rows.values():
        words = event_time(record(), event, EN)
        assert words.strip()
        assert ("UTC" in words) == ("T" in event["start"] + event["end"])
