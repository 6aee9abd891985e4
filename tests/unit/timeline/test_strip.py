"""The day strip: a column a day, its height by number, its link to the day and back."""

from typing import Any

import pytest

from components.address import split
from components.timeline.strip import day_strip
from data.period import Period, january_days
from tests.unit.samples import EN, Page, record, shown


def columns(**choices: Any) -> dict[str, dict[str, str]]:
    page = Page(day_strip(shown(**choices), EN))
    return {found["data-id"]: found for tag, found in page.tags if tag == "a"}


def test_before_every_day_of_january_and_after() -> None:
    assert list(columns()) == ["before", *(day.isoformat() for day in january_days()), "after"]


def test_a_column_says_and_links_its_day() -> None:
    column = columns(places=("almaty",))["2022-01-05"]
    number = len(shown(day="2022-01-05", places=("almaty",)).events)
    assert column["aria-label"].startswith(f"5 January 2022: {number} events. Corroborated: ")
    assert split(column["href"]) == ("explore", {"day": "2022-01-05", "place": "almaty"})


def test_a_day_without_events_says_none() -> None:
    assert columns()["2022-01-21"]["aria-label"] == "21 January 2022: 0 events"
    assert columns(text="no such word")["before"]["aria-label"] == "before January 2022: 0 events"


def test_the_chosen_day_is_marked_and_its_link_undoes_the_choice() -> None:
    found = columns(day="2022-01-05")
    assert [day for day, column in found.items() if "aria-current" in column] == ["2022-01-05"]
    assert found["2022-01-05"]["href"] == "/"


@pytest.mark.parametrize(
    ("period", "marked"),
    [
        ("2022-01-03..2022-01-05", ["2022-01-03", "2022-01-04", "2022-01-05"]),
        ("before", ["before"]),
        ("2022-01-30..", ["2022-01-30", "2022-01-31"]),
    ],
)
def test_a_range_marks_its_days(period: str, marked: list[str]) -> None:
    assert [day for day, column in columns(day=period).items() if "aria-current" in column] == marked


def heights(**choices: Any) -> list[dict[str, float]]:
    """The heights of each column by what they stand for."""
    found: list[dict[str, float]] = []
    for tag, attributes in Page(day_strip(shown(**choices), EN)).tags:
        if tag == "a":
            found.append({})
        elif tag == "i":
            found[-1][attributes["class"]] = float(attributes["style"].removeprefix("height:").removesuffix("%"))
    return found


def test_heights_are_in_per_cent_of_the_records_busiest_day_whatever_is_chosen() -> None:
    whole = [count.total for count in shown().by_day]
    for choices in (
        {},
        {"places": ("almaty",)},
        {"text": "no such word"},
        {"day": "2022-01-05", "statuses": ("disputed",)},
    ):
        of = shown(**choices)
        for found, count, every in zip(heights(**choices), of.by_day, whole, strict=True):
            assert found.get("here", 0) == pytest.approx(100 * count.total / max(whole), abs=0.01)
            assert sum(found.values()) == pytest.approx(100 * every / max(whole), abs=0.02)


def test_what_bars_count_and_how_several_days_are_chosen_is_said() -> None:
    (hint,) = Page(day_strip(shown(), EN)).attribute("data-tips")
    assert "counts in every day that it touches" in hint
    assert "hold Shift and click" in hint
    assert "Pale" not in hint
    (filtered,) = Page(day_strip(shown(places=("almaty",)), EN)).attribute("data-tips")
    assert "Pale: what else the record has." in filtered


def test_days_dragged_over_make_an_address_that_keeps_the_filters() -> None:
    page = Page(day_strip(shown(day="2022-01-05", places=("almaty",), hours=(600, 900)), EN, "day"))
    (template,) = page.attribute("data-range")
    assert split(template) == ("day", {"day": "{value}", "place": "almaty"})
    assert page.attribute("data-day") == [day.isoformat() for day in january_days()]


def test_the_day_of_an_open_event_is_marked_where_no_day_is_chosen() -> None:
    def marked(**choices: Any) -> list[str]:
        return [day for day, found in columns(**choices).items() if "holds" in found["class"].split()]

    event = "2022-01-05-almaty-airport-entered"
    assert marked(event=event, all_days=True) == ["2022-01-05"]
    assert columns(event=event, all_days=True)["2022-01-05"]["aria-current"] == "true"
    assert marked(event=event, day="2022-01-04") == []
    assert marked() == []


def test_an_event_counts_in_every_day_it_touches() -> None:
    numbers = {str(count.period): count.total for count in shown().by_day}
    for day in ("2022-01-04", "2022-01-05", "before", "after"):
        assert numbers[day] == len(shown(day=day).events)
    assert sum(numbers.values()) >= len(record().events)


def test_weekends_are_marked_as_such() -> None:
    weekend = [day for day, column in columns().items() if "weekend" in column["class"].split()]
    assert weekend[:3] == ["2022-01-01", "2022-01-02", "2022-01-08"]
    assert Period.parse(weekend[0]).day
