"""A day as a text: every event under its part of the day, what was said, what is disputed."""

import re
from typing import Any

from components.record.reading import day_title, reading_period
from data.period import Period
from data.queries.view import View
from tests.unit.drawn import reading
from tests.unit.samples import EN, Page, assert_same_markup, foreign, hostile_record, record, shown


def page(day: str, **choices: Any) -> Page:
    return Page(reading(shown(day=day, **choices), EN))


def headings(of: Page, level: str = "h2") -> list[str]:
    """The text of the headings of a level."""
    return [Page(text).text for text in re.findall(rf"<{level}[^>]*>(.*?)</{level}>", str(of.markup), re.DOTALL)]


def test_the_reading_begins_on_the_day_on_which_most_happened() -> None:
    assert reading_period(View()) == Period.parse("2022-01-05")
    most = max(shown().by_day, key=lambda count: count.total if count.period.day else 0)
    assert reading_period(View()) == most.period
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


def test_what_is_disputed_is_folded_beside_its_event() -> None:
    rows = shown(day="2022-01-05").rows
    disputed = {row["event_id"]: row["disputed_points"] for row in rows if row["disputed_points"]}
    assert disputed
    markup = str(page("2022-01-05").markup)
    entries = dict(re.findall(r'<div class="entry">.*?data-event="([^"]*)">(.*?)</div></div>', markup, re.DOTALL))
    for event, points in disputed.items():
        folded = Page(entries[event].split("<details")[1].split("</details>")[0]).text
        assert all(" ".join(point.split()) in folded for point in points)
    assert sum("<details" in entry for entry in entries.values()) == len(disputed)
    assert f"{sum(map(len, disputed.values()))} points are disputed" in page("2022-01-05").text


def test_events_come_before_the_map_and_what_was_said() -> None:
    markup = str(page("2022-01-05").markup)
    first = markup.index('class="entry"')
    assert first < markup.index('id="said"') < markup.index("<aside")


def test_the_way_to_each_part_of_the_day_leads_to_it() -> None:
    found = page("2022-01-05")
    jumps = [link[1:] for link in found.links if link.startswith(("#part-", "#said"))]
    names = ("night", "morning", "afternoon", "evening", "unknown", "earlier")
    assert jumps == [*(f"part-{name}" for name in names), "said"]
    assert set(jumps) <= set(found.attribute("id"))
    assert not [link for link in page("after").links if link.startswith("#part-")]


def test_within_a_part_what_has_a_time_stands_apart() -> None:
    evening = str(page("2022-01-05").markup).split('id="part-evening"')[1].split("</section>")[0]
    with_a_time, without = evening.split("Evening, time not known")
    assert "about 19:55" in with_a_time
    assert with_a_time.index("guard-left") < with_a_time.index("airport-entered")
    assert without.index("runway-lights") < without.index("airport-retaken")
    assert 'class="hour">after that</p>' in without


def test_a_day_without_events_says_so_and_has_no_map() -> None:
    found = page("2022-01-21")
    assert "no event for this day" in found.text
    assert "svg" not in {tag for tag, _ in found.tags}


def test_the_title_is_the_period() -> None:
    for day, words in (("2022-01-06", "Thursday 6 January 2022"), ("before", "Before January 2022")):
        assert Page(day_title(View(period=Period.parse(day)), EN)).text == words
    assert Page(day_title(View(), EN)).text == "Wednesday 5 January 2022"


def test_hostile_text_stays_text() -> None:
    hostile, clean = (reading(shown(of, day="2022-01-05"), EN) for of in (hostile_record(), record()))
    assert_same_markup(hostile, clean)
    assert not foreign(Page(hostile).links)
