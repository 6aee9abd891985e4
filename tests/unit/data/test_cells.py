"""What a single cell may hold."""

from datetime import date, datetime
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from data import cells


def read(kind: Any, cell: str) -> Any:
    return TypeAdapter(kind).validate_python(cell)


def refused(kind: Any, cell: str) -> bool:
    try:
        read(kind, cell)
    except ValidationError:
        return True
    return False


@pytest.mark.parametrize(
    "cell",
    [
        "@@=1+1",
        "@x",
        "=1+1",
        "+7 727",
        "-A1",
        "-cmd",
        "-2+3+cmd|' /C calc'!A0",
        "- a dash",
        "-1 to -3",
        "- =1",
        "\t=1",
        "\rx",
        "a;=1",
        "a; -2+3",
        "＝1",
        "－x",
    ],
)
def test_a_cell_that_a_spreadsheet_or_the_map_would_run_is_unsafe(cell: str) -> None:
    assert cells.unsafe_text(cell)


@pytest.mark.parametrize("cell", ["-Да", "-Ұлт"])
def test_a_minus_before_a_cyrillic_letter_is_unsafe_too(cell: str) -> None:
    assert cells.unsafe_text(cell)


@pytest.mark.parametrize("mark", ["\x00", "\x07", "\x1b", "\n", "\r", "\t", "\x7f", "\u202e", "\u2066"])
def test_a_control_character_is_unsafe(mark: str) -> None:
    assert cells.unsafe_text(f"a{mark}b")


@pytest.mark.parametrize("mark", ["\x80", "\x85", "\x9b", "\u2028", "\u2029"])
def test_control_characters_and_line_breaks_beyond_ascii_are_unsafe_too(mark: str) -> None:
    assert cells.unsafe_text(f"a{mark}b")


@pytest.mark.parametrize("cell", ["<script>", "a <b>c</b>", "</p>", "<!-- x -->", "<IMG src=x>"])
def test_a_tag_is_unsafe(cell: str) -> None:
    assert cells.unsafe_text(cell)


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "-12.5",
        "-2; -3.5;x",
        "a - b",
        "2021-12-31; x",
        "a=b",
        "a@b",
        "1 + 1",
        "Қаңтар — «Кровавый»",
        "<3",
        "5 > 4",
        "$x$",
    ],
)
def test_plain_text_and_numbers_are_safe(cell: str) -> None:
    assert cells.unsafe_text(cell) is None


def test_a_cell_without_end_is_refused() -> None:
    assert cells.unsafe_text("x" * (cells.LONGEST + 1))
    assert cells.unsafe_text("x" * cells.LONGEST) is None


def test_a_local_time_is_a_day_or_a_minute() -> None:
    assert cells.local_time("2022-01-05") == datetime(2022, 1, 5)
    assert cells.local_time("2022-01-05T16:30") == datetime(2022, 1, 5, 16, 30)


@pytest.mark.parametrize(
    "cell",
    ["", "2022-1-5", "2022-02-30", "20220105", "2022-01-05 16:30", "2022-01-05T24:00", "2022-01-05T16:30:00",
     "2022-01-05T16:30Z", "2022-01-05T16:30+06:00", "٢٠٢٢-01-05", "2022-01-05\n"],
)  # fmt: skip
def test_no_other_time_is_read(cell: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        cells.local_time(cell)


@given(st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31)))
def test_every_minute_is_read_as_it_is_written(moment: datetime) -> None:
    moment = moment.replace(second=0, microsecond=0)
    assert cells.local_time(moment.strftime("%Y").zfill(4) + moment.strftime("-%m-%dT%H:%M")) == moment


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x.y", "ftp://a.org", "//a.org", "a.org", "https://",
             "https://a b.org", "https://a.org/<x>", "https://a.org/'x", " https://a.org", "file:///etc/a.b",
             "mailto:a@b.org", ""],
)  # fmt: skip
def test_only_http_links_are_links(link: str) -> None:
    assert refused(cells.Link, link)


def test_http_links_are_links() -> None:
    assert not refused(cells.Link, "http://example.org")
    assert not refused(cells.Link, "https://a.org/б?x=1&y=(2)#z")


@pytest.mark.parametrize("cell", ["2022", "2022-01", "2022-01-05", ""])
def test_a_partial_date_may_stop_early(cell: str) -> None:
    assert read(cells.PartialDate, cell) == cell


@pytest.mark.parametrize("cell", ["22", "2022-13", "2022-1", "2022-02-30", "2022-01-05T10:00", "January", "2022-01-5"])
def test_a_partial_date_that_does_not_exist_is_refused(cell: str) -> None:
    assert refused(cells.PartialDate, cell)


@pytest.mark.parametrize("cell", ["", "A", "a b", "a--b", "-a", "a-", "ә", "a_b", "a.b", "../a"])
def test_an_id_is_small_latin_letters_digits_and_single_hyphens(cell: str) -> None:
    assert refused(cells.Slug, cell)
    assert read(cells.Slug, "2022-01-05-a1") == "2022-01-05-a1"


@pytest.mark.parametrize("cell", ["nan", "inf", "-inf", "1e999", "1 000", "5 km", "1,5", "x", "0x10", "91", "-90.1"])
def test_what_is_no_number_in_bounds_is_refused(cell: str) -> None:
    assert refused(Annotated[float | None, cells.number(-90, 90)], cell)


@pytest.mark.parametrize("cell", ["1_0", "१"])
def test_a_number_is_written_in_plain_digits_only(cell: str) -> None:
    assert refused(cells.Number, cell)


def test_numbers_and_their_absence() -> None:
    assert read(cells.Number, "") is None
    assert read(cells.Number, "0") == 0
    assert read(cells.Number, "12.5") == 12.5
    assert read(Annotated[float | None, cells.number(-90, 90)], "-12.5") == -12.5


@pytest.mark.parametrize("cell", ["-1", "-0.5", "1" * 25, "0." + "1" * 25, "1000000000000001", "9" * 400])
def test_a_count_below_nought_or_beyond_all_counting_is_refused(cell: str) -> None:
    assert refused(cells.Number, cell)


def test_a_bound_is_written_out() -> None:
    with pytest.raises(ValidationError, match="from 0 to 1,000,000,000,000,000"):
        read(cells.Number, "-1")


DATES = (cells.Day, cells.LocalTime, cells.PartialDate)


@pytest.mark.parametrize("kind", DATES)
@pytest.mark.parametrize("year", ["9999", "2200", "1899", "0001", "0000"])
def test_a_year_that_cannot_be_meant_is_refused_in_every_kind_of_date(kind: Any, year: str) -> None:
    for cell in (year, f"{year}-12", f"{year}-12-31", f"{year}-12-31T23:59"):
        assert refused(kind, cell)


@given(st.dates(), st.sampled_from(DATES))
def test_a_date_is_taken_if_its_year_can_be_meant(day: date, kind: Any) -> None:
    assert refused(kind, day.isoformat()) == (day.year not in cells.YEARS)


@pytest.mark.parametrize("kind", DATES)
def test_a_date_is_written_in_plain_digits(kind: Any) -> None:
    assert refused(kind, "٢٠٢٢-٠١-٠٥")


@given(st.text())
def test_any_number_is_read_or_refused(cell: str) -> None:
    assert refused(cells.Number, cell) or read(cells.Number, cell) is None or read(cells.Number, cell) >= 0


def test_a_closed_list_is_closed_and_says_what_is_right() -> None:
    kind = Annotated[str, cells.one_of("day", "month"), cells.REQUIRED]
    assert read(kind, "day") == "day"
    with pytest.raises(ValidationError, match="day, month"):
        read(kind, "Day")
    assert refused(kind, "")
    assert read(Annotated[int, cells.one_of(1, 2)], "2") == 2


def test_items_are_parted_by_semicolons_and_none_is_empty() -> None:
    assert read(cells.Items, " a ;; b;") == ("a", "b")
    assert read(cells.Items, ";") == ()
