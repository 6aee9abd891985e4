"""The list: the shown events under their days, as links that open them."""

import re
from typing import Any

import pytest

from components.address import split
from components.record.event_list import event_list
from tests.unit.helpers import Folder
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
    assert len(rows(shown=25)) == 25
    page = Page(event_list(shown(shown=25), EN))
    assert "/?show=225" in page.links
    assert f"({len(shown().events) - 25} left)" in page.text
    assert "Show more" not in Page(event_list(shown(shown=9999), EN)).text


def headings(level: str, **choices: Any) -> list[str]:
    parts = str(event_list(shown(**choices), EN)).split(f"<{level}>")[1:]
    return [part.split(f"</{level}>")[0] for part in parts]


def times(**choices: Any) -> dict[str, str]:
    """What stands in the column of the times beside each event."""
    parts = re.findall(
        r'data-event="([^"]*)".*?<span class="time">(.*?)</span>', str(event_list(shown(**choices), EN)), re.DOTALL
    )
    return dict(parts)


def test_a_day_is_told_in_groups_by_how_its_times_are_known() -> None:
    assert headings("h3", day="2022-01-05") == [
        "With a time",
        "Night, time not known",
        "Morning, time not known",
        "Afternoon, time not known",
        "Evening, time not known",
        "Time of day not known",
    ]
    assert headings("h3", day="2022-01-17") == []


def test_the_airports_evening_is_told_in_its_order() -> None:
    told = [row["data-id"] for row in rows(day="2022-01-05", places=("almaty-airport",))]
    steps = ("guard-left", "entered", "runway-lights", "retaken", "passengers-held")
    assert told == [f"2022-01-05-almaty-airport-{step}" for step in steps]
    assert list(times(day="2022-01-05", places=("almaty-airport",)).values()) == [
        "before 19:55",
        "about 19:55",
        "evening",
        "after that",
        "evening",
    ]


@pytest.mark.parametrize(
    ("event", "words"),
    [
        ("2022-01-05-kazakhstan-internet-blackout", "about 16:30"),
        ("2022-01-05-oskemen-rally", "afternoon"),
        ("2022-01-05-taraz-akimat-burned", "not known"),
        ("2022-01-04-karaganda-protest", "by 5 Jan"),
        ("2021-12-01-mangystau-karazhanbasmunai-strike", ""),
        ("2022-01-17-almaty-metro-reopened", ""),
    ],
)
def test_the_column_of_times_says_what_is_known(event: str, words: str) -> None:
    assert times()[event] == words


def test_what_is_known_to_the_month_stands_under_the_month() -> None:
    assert headings("h2")[:2] == ["Thursday 6 December 2018", "December 2021"]


def test_without_a_choice_the_list_begins_in_january_and_what_came_before_is_folded() -> None:
    markup = str(event_list(shown(), EN))
    folded = markup[markup.index("<details") : markup.index("</details>")]
    assert "4 events before 2022" in folded
    assert folded.count("data-event") == 4
    assert "<details" not in event_list(shown(text="lpg"), EN)
    assert " open>" not in folded
    assert " open>" in event_list(shown(event="2021-12-11-zhanaozen-memorial-meal", all_days=True), EN)


def test_an_entry_names_the_marks_of_the_map_it_lies_in() -> None:
    def places(**choices: Any) -> dict[str, str]:
        return {row["data-event"]: row["data-places"] for row in rows(**choices)}

    assert places()["2022-01-05-almaty-airport-entered"] == "almaty"
    assert places(camera="almaty")["2022-01-05-almaty-airport-entered"] == "almaty-airport"
    assert places()["2022-01-05-kazakhstan-emergency-almaty-mangystau"] == "almaty mangystau-region"
    assert places()["2022-01-05-kazakhstan-internet-blackout"] == "kazakhstan"


def test_what_rests_on_the_authorities_alone_says_so(tiny: Folder) -> None:
    tiny.change("events", "2022-01-05-street-shots", sources="rfe-rl-quotes-ministry")
    found = Page(event_list(shown(tiny.load()), EN)).text
    assert found.count("Authorities alone") == 1


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
    day, filtered = (Page(event_list(shown(day="2022-01-21", text=text), EN)) for text in ("", "fire"))
    assert "no event for this day" in day.text
    assert "No event matches these filters" in filtered.text
    assert day.links == filtered.links == ["/"]
