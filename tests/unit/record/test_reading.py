"""A day as a text: every event under its part of the day, what was said, what is disputed."""

from typing import Any

from components.record.reading import reading_period
from data.period import Period
from data.queries.view import View
from tests.unit.drawn import reading
from tests.unit.samples import EN, Page, assert_same_markup, foreign, hostile_record, record, shown


def page(day: str, **choices: Any) -> Page:
    return Page(reading(shown(day=day, **choices), EN))


def headings(of: Page, level: str = "h2") -> list[str]:
    """The text of the headings of a level."""
    parts = str(of.markup).split(f"<{level}>")[1:]
    return [Page(part.split(f"</{level}>")[0]).text for part in parts]


def test_the_reading_begins_on_the_first_of_january() -> None:
    assert reading_period(View()) == Period.parse("2022-01-01")
    assert reading_period(View(period=Period.parse("after"))) == Period.parse("after")


def test_every_event_of_the_day_stands_once_with_its_summary() -> None:
    events = shown(day="2022-01-05").rows
    found = page("2022-01-05")
    assert {row["title"] for row in events} <= set(headings(found, "h3"))
    assert len(found.classed("entry")) == len(events)
    for row in events:
        assert " ".join(row["summary"].split()) in found.text


def test_events_stand_under_the_parts_of_the_day_in_their_order() -> None:
    parts = ["Night", "Morning", "Afternoon", "Evening"]
    order = [*parts, "Time of day not known", "Began earlier and went on"]
    found = [heading for heading in headings(page("2022-01-05")) if heading in order]
    assert found == sorted(found, key=order.index)
    assert set(found) >= {"Morning", "Time of day not known"}


def test_several_days_stand_under_their_own_headings() -> None:
    found = headings(page("2022-01-04..2022-01-05"))
    assert "Tuesday 4 January 2022" in found
    assert "Wednesday 5 January 2022" in found


def test_claims_are_those_said_on_the_day() -> None:
    count = int((record().claims["said_on"] == "2022-01-05").sum())
    assert f"{count} claim" in page("2022-01-05").text
    assert "What was said" in page("2022-01-05").text
    assert "What was said" not in page("before").text


def test_what_is_disputed_is_said_with_its_points() -> None:
    points = [point for row in shown(day="2022-01-05").rows for point in row["disputed_points"]]
    assert points
    text = page("2022-01-05").text
    assert all(" ".join(point.split()) in text for point in points)


def test_a_day_without_events_says_so_and_has_no_map() -> None:
    found = page("2022-01-21")
    assert "no event for this day" in found.text
    assert "svg" not in {tag for tag, _ in found.tags}


def test_it_leads_to_the_neighbouring_days_and_ends_at_the_ends() -> None:
    def turns(day: str) -> dict[str, str]:
        return {
            found["data-id"]: found["href"] for _, found in page(day, places=("almaty",)).tags if "data-id" in found
        }

    assert turns("2022-01-05") == {
        "before": "/day?day=2022-01-04&place=almaty",
        "after": "/day?day=2022-01-06&place=almaty",
    }
    assert set(turns("before")) == {"after"}
    assert set(turns("after")) == {"before"}


def test_the_heading_is_the_period() -> None:
    assert headings(page("2022-01-05"), "h1") == ["Wednesday 5 January 2022"]
    assert headings(page("before"), "h1") == ["Before January 2022"]


def test_hostile_text_stays_text() -> None:
    hostile, clean = (reading(shown(of, day="2022-01-05"), EN) for of in (hostile_record(), record()))
    assert_same_markup(hostile, clean)
    assert not foreign(Page(hostile).links)
