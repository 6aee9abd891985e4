"""Words, numbers and dates in the reader's language."""

from datetime import date, datetime, timedelta

import pytest

from components.language import Language, written_date
from tests.unit.samples import EN


def test_english_stands_in_the_code() -> None:
    assert EN.text("Previous day") == "Previous day"
    assert Language("xx").text("Previous day") == "Previous day"


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 events"), (1, "1 event"), (2, "2 events"), (1234, "1,234 events")]
)
def test_plural_puts_the_number_in_as_the_language_writes_it(number: int, words: str) -> None:
    assert EN.plural("{n} event", "{n} events", number) == words


def test_a_text_of_the_record_falls_back_to_english_and_then_to_the_bare_column() -> None:
    row = {"name_en": "Almaty", "name_ru": "Алматы", "name_kk": "", "title": "Title"}
    assert [Language(code).of(row, "name") for code in ("en", "ru", "kk", "de")] == [
        "Almaty",
        "Алматы",
        "Almaty [ағылшынша]",
        "Almaty [in English]",
    ]
    assert Language("ru").of(row, "title") == "Title [на английском]"
    assert EN.of(row, "summary") == ""


@pytest.mark.parametrize(
    ("cell", "words"),
    [("2022-01-05", "5 January 2022"), ("2022-01", "January 2022"), ("2022", "2022"), ("", "date unknown")],
)
def test_a_date_is_written_no_more_exactly_than_it_is_known(cell: str, words: str) -> None:
    assert written_date(EN, cell) == words


@pytest.mark.parametrize(
    ("offset", "words"),
    [
        (timedelta(hours=6), "UTC+6"),
        (timedelta(hours=5, minutes=30), "UTC+5:30"),
        (timedelta(hours=-3), "UTC-3"),
        (timedelta(hours=-3, minutes=-30), "UTC-3:30"),
        (timedelta(0), "UTC+0"),
        (None, ""),
    ],
)
def test_offset(offset: timedelta | None, words: str) -> None:
    assert EN.offset(offset) == words


def test_day_clock_and_listing() -> None:
    assert EN.day(date(2022, 1, 5), "EEEE d MMMM y") == "Wednesday 5 January 2022"
    assert EN.clock(datetime(2022, 1, 5, 7, 5)) == "07:05"
    assert EN.listing(["a", "b"]) == "a and b"
    assert EN.listing(["a", "b", "c"]) == "a, b, and c"
    assert EN.listing([]) == ""


def test_other_languages_have_their_own_dates_and_numbers() -> None:
    assert Language("ru").day(date(2022, 1, 5)) == "5 января 2022"
    assert Language("ru").number(1234.5).replace("\xa0", " ") == "1 234,5"


def test_a_year_has_its_sign_in_a_date_and_none_where_it_stands_alone() -> None:
    day = date(2022, 1, 5)
    assert Language("kk").day(day) == "5 қаңтар 2022 ж."
    assert [Language(code).day(day, "y") for code in ("en", "ru", "kk")] == ["2022"] * 3
