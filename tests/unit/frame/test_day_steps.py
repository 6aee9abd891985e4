"""The links to the day before and the next."""

import pytest

from components.frame.contents import PAGES
from components.frame.context import Context
from components.frame.day_steps import day_steps
from components.frame.navigation import target_of
from data.store import read_view
from tests.unit.samples import EN, Page, record

BACK, FORTH = "-1", "1"
STEPS = [
    ("2022-01-05", FORTH, "2022-01-06"),
    ("2022-01-05", BACK, "2022-01-04"),
    ("2022-01-01", BACK, "before"),
    ("2022-01-31", FORTH, "after"),
    ("before", FORTH, "2022-01-01"),
    ("after", BACK, "2022-01-31"),
    ("2022-01-03..2022-01-06", FORTH, "2022-01-07"),
    ("2022-01-03..2022-01-06", BACK, "2022-01-02"),
]


def steps(page: str, **query: str) -> dict[str, str]:
    """The links of a page at an address, by the days they go; one that leads nowhere is not among them."""
    view = PAGES[page].reads(read_view(query)[0])
    links = Page(day_steps(Context(page, record(), view, EN))).tags
    return {found["data-step"]: found["href"] for tag, found in links if tag == "a" and "href" in found}


@pytest.mark.parametrize(
    ("page", "day", "step", "expected"),
    [("explore", *step) for step in STEPS] + [("day", *step) for step in STEPS[:2]],
)
def test_a_step_goes_to_the_neighbouring_day(page: str, day: str, step: str, expected: str) -> None:
    assert target_of(steps(page, day=day, place="almaty")[step]) == (page, {"day": expected, "place": "almaty"})


@pytest.mark.parametrize(("page", "expected"), [("explore", "2022-01-01"), ("day", "2022-01-06")])
def test_the_first_step_leads_into_january(page: str, expected: str) -> None:
    assert target_of(steps(page)[FORTH])[1]["day"] == expected


@pytest.mark.parametrize(("day", "step"), [("before", BACK), ("after", FORTH)])
def test_there_is_no_step_beyond_the_ends(day: str, step: str) -> None:
    assert steps("explore", day=day).keys() == {BACK, FORTH} - {step}


def test_a_step_closes_the_open_event_and_undoes_the_hours() -> None:
    found = steps("explore", day="2022-01-04", hours="1400-1600", event="2022-01-04-oral-depo-bridge")
    assert target_of(found[FORTH])[1] == {"day": "2022-01-05"}


@pytest.mark.parametrize("query", [{}, {"all": "1"}, {"day": "2022-01-02..2022-01-06"}, {"q": "bridge"}])
def test_a_step_goes_from_the_day_of_the_open_event(query: dict[str, str]) -> None:
    found = steps("explore", event="2022-01-04-oral-depo-bridge", **query)
    assert [target_of(found[step])[1]["day"] for step in (BACK, FORTH)] == ["2022-01-03", "2022-01-05"]


def test_an_event_of_another_year_lies_before_or_after_january() -> None:
    later = next(event for event in record().event_rows if event > "2022-02")
    assert target_of(steps("explore", event=later)[BACK])[1]["day"] == "2022-01-31"
