"""The list: the shown events under their days, as links that open them."""

from typing import Any

from components.address import split
from components.record.event_list import event_list
from tests.unit.samples import EN, Page, assert_same_markup, hostile_record, shown

EVENT = "2022-01-04-oral-depo-bridge"


def rows(**choices: Any) -> list[dict[str, str]]:
    page = Page(event_list(shown(**choices), EN))
    return [found for tag, found in page.tags if tag == "a" and found.get("data-id", "more") != "more"]


def test_every_shown_event_stands_once() -> None:
    events = shown(day="2022-01-05").events
    found = [row["data-id"] for row in rows(day="2022-01-05", shown=999)]
    assert sorted(found) == sorted(events.index)


def test_a_page_of_the_list_and_a_link_to_more() -> None:
    assert len(rows()) == 25
    page = Page(event_list(shown(), EN))
    assert "/?show=75" in page.links
    assert f"({len(shown().events) - 25} left)" in page.text
    assert "Show more" not in Page(event_list(shown(shown=9999), EN)).text


def test_what_began_before_the_chosen_day_comes_last_under_its_own_heading() -> None:
    day = shown(day="2022-01-06", shown=999)
    earlier = {event["event_id"] for event in day.rows if event["start"][:10] < "2022-01-06"}
    assert earlier
    last = [row["data-id"] for row in rows(day="2022-01-06", shown=999)][-len(earlier) :]
    assert set(last) == earlier
    assert "Began earlier and went on" in Page(event_list(day, EN)).text


def test_a_row_opens_its_event_and_the_open_one_closes() -> None:
    closed = next(row for row in rows(day="2022-01-04", shown=999) if row["data-id"] == EVENT)
    assert split(closed["href"])[1] == {"day": "2022-01-04", "event": EVENT, "show": "999"}
    (opened,) = (row for row in rows(day="2022-01-04", shown=999, event=EVENT) if "aria-current" in row)
    assert opened["data-id"] == EVENT
    assert "event" not in split(opened["href"])[1]


def test_hostile_text_stays_text() -> None:
    assert_same_markup(event_list(shown(hostile_record()), EN), event_list(shown(), EN))


def test_an_empty_list_says_why_and_leads_out() -> None:
    day, filtered = (Page(event_list(shown(day="2022-01-21", text=text), EN)) for text in ("", "akimat"))
    assert "no event for this day" in day.text
    assert "No event matches these filters" in filtered.text
    assert day.links == filtered.links == ["/"]
