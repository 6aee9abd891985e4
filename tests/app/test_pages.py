"""Every page for every kind of address: it runs, shows what is asked for, and says what it left out."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from components.frame.contents import PAGES, Part
from components.frame.navigation import target_of
from data.loading.record import Record
from data.period import Period
from data.queries.as_known import as_known
from data.queries.query import query
from data.queries.view import KEYS, View
from tests.app.conftest import chart, markup, markups, notices, open_page
from tests.unit.samples import Page, record, shown

EVENT = "2022-01-04-oral-depo-bridge"
CASE = "airport"
CLAIM = "2022-01-03-nogaev-lpg-85-90"
OTHER_CLAIM = "2022-01-04-media-lpg-50-60-before-rise"
EVERYWHERE = {"navigation", "known-menu", "take-away"}
SOMETIMES = {
    "map-rest", "timeline-rest", "card", "case", "cases", "beginning", "tour", "left", "right", "person", "people",
}  # fmt: skip
"""The parts that only some addresses show; all others of a page are always there."""
ADDRESSES = {
    "default": {},
    "a day": {"day": "2022-01-05"},
    "a day without events": {"day": "2022-01-21"},
    "before": {"day": "before"},
    "after": {"day": "after"},
    "a range": {"day": "2022-01-03..2022-01-06"},
    "an open range": {"day": "2022-01-10.."},
    "far away": {"day": "1999-01-01"},
    "hours": {"day": "2022-01-05", "hours": "1530-1800"},
    "a place": {"place": "almaty"},
    "the country": {"place": "kazakhstan"},
    "filters": {"cat": "clash.protest", "status": "disputed", "sig": "2", "q": "akimat"},
    "lanes and camera": {"lanes": "place", "at": "centre"},
    "an event": {"event": EVENT},
    "a case": {"case": CASE},
    "a claim": {"claim": CLAIM},
    "two claims": {"claim": CLAIM, "with": OTHER_CLAIM},
    "a topic": {"topic": "death_toll"},
    "numbers": {"measure": "detained", "place": "almaty"},
    "claims of somebody": {"role": "ngo", "stands": "contradicted"},
    "voices": {"voice": "press.people"},
    "voices alone": {"voice": "authorities", "alone": "1"},
    "as known on a day": {"known": "2022-01-07"},
    "as known, with the undated": {"known": "2022-01-07", "undated": "1"},
    "a link made on a day": {"q": "fire", "seen": "2022-02-01"},
    "nothing left": {"q": "no such word anywhere"},
    "a page further": {"show": "9999"},
}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_a_page_runs_for_any_sound_address(name: str, address: dict[str, str]) -> None:
    at = open_page(name, **address)
    assert not at.exception
    parts = {part.key for part in PAGES[name].parts if isinstance(part, Part)}
    assert EVERYWHERE | parts - SOMETIMES <= markups(at).keys()
    assert not notices(at)


@pytest.mark.parametrize("name", PAGES)
def test_what_an_address_says_wrongly_is_named_and_the_rest_holds(name: str) -> None:
    wrong = {
        "sig": "9",
        "event": "no-such-event",
        "colour": "<b>red</b>",
        "hours": "0900-1000",
        "place": "almaty.nowhere",
    }
    at = open_page(name, **wrong)
    assert not at.exception
    said = "\n".join(notices(at))
    assert "were not understood and left out; the rest holds" in said
    for part in ("sig=9", "event=no-such-event", "colour: there is no such choice", "hours=0900-1000", "place=nowhere"):
        assert part in said
    assert "place=almaty:" not in said
    assert any("place=almaty" in link for link in Page(markup(at, "navigation")).links)


@pytest.mark.parametrize("key", KEYS)
def test_no_value_stops_a_page(key: str) -> None:
    at = open_page("explore", **{key: "__class__" * 50})
    assert not at.exception
    assert (key == "q") == (not notices(at))


@pytest.mark.parametrize("undated", [False, True])
def test_a_view_of_what_was_known_on_a_day_holds_that_and_no_more(undated: bool) -> None:
    known = as_known(record(), date(2022, 1, 7), undated)
    at = open_page("explore", known="2022-01-07", show="9999", **({"undated": "1"} if undated else {}))
    rows = [link["data-id"] for tag, link in Page(markup(at, "list")).tags if tag == "a" and "data-id" in link]
    assert rows == list(known.events.index)
    assert 0 < len(rows) < len(record().events)


def test_what_was_not_known_on_a_day_is_named_and_left_out() -> None:
    at = open_page("explore", known="2022-01-03", event=EVENT)
    assert f"event={EVENT}: not known yet on 3 January 2022" in "\n".join(notices(at))
    assert "card" not in markups(at)


def test_a_day_that_the_record_does_not_know_is_named_with_those_it_does() -> None:
    said = "\n".join(notices(open_page("explore", known="1999-01-01")))
    assert "known=1999-01-01: the record knows of nothing before" in said


def test_a_claim_beside_one_not_yet_known_stands_alone() -> None:
    later = max(record().claim_rows.values(), key=lambda claim: claim["said_by"])["claim_id"]
    at = open_page("claims", known="2022-01-07", claim=later, **{"with": CLAIM})
    assert not at.exception
    assert f"claim={later}: not known yet on 7 January 2022" in "\n".join(notices(at))


def test_a_link_says_what_has_changed_since_it_was_made(use_record: Callable[[Record], None]) -> None:
    change = {"date": "2026-12-24", "table": "events", "id": EVENT, "change": "Moved", "reason": "A report"}
    changes = pd.concat([record().tables["changes"], pd.DataFrame([change])], ignore_index=True)
    use_record(replace(record(), tables={**record().tables, "changes": changes}))
    before, after = (open_page("explore", event=EVENT, seen=day) for day in ("2026-12-23", "2026-12-24"))
    assert "24 December 2026: Moved (A report)" in "\n".join(notices(before))
    assert not notices(after)


def test_the_sentence_counts_what_the_list_holds() -> None:
    at = open_page("explore", day="2022-01-05", show="999")
    rows = [link for tag, link in Page(markup(at, "list")).tags if tag == "a" and "data-id" in link]
    count = len(query(record(), View(period=Period.parse("2022-01-05"))).events)
    assert len(rows) == count > 25
    assert Page(markup(at, "sentence")).text.replace("\xa0", " ").startswith(f"5 January 2022 · {count} events")


def test_a_day_without_events_says_that_this_proves_nothing() -> None:
    words = "That does not mean that nothing happened"
    assert words in markup(open_page("explore", day="2022-01-21"), "list")
    assert words in markup(open_page("day", day="2022-01-21"), "reading")


def test_filters_that_leave_nothing_are_named_as_the_cause() -> None:
    nothing = {"q": "no such word anywhere"}
    assert "No event matches these filters" in markup(open_page("explore", **nothing), "list")
    assert "No claim matches these filters" in markup(open_page("claims", **nothing), "ledger")
    assert "No source has these words" in markup(open_page("sources", **nothing), "sources")


def test_a_filter_that_empties_a_day_is_not_taken_for_a_day_without_events() -> None:
    words = "The record has no event for this day"
    assert words not in markup(open_page("explore", day="2022-01-05", q="no such word anywhere"), "list")
    assert words not in markup(open_page("day", day="2022-01-05", q="no such word anywhere"), "reading")


def test_an_open_event_shows_its_card_though_the_filters_hide_it() -> None:
    at = open_page("explore", event=EVENT, day="2022-01-21")
    assert record().event_rows[EVENT]["title"] in Page(markup(at, "card")).text
    assert "card" not in markups(open_page("explore"))


def test_an_event_that_is_linked_alone_is_shown_with_its_day() -> None:
    alone, on_its_day = open_page("explore", event=EVENT), open_page("explore", day="2022-01-04", event=EVENT)
    parts = ("sentence", "strip", "list", "card", "day-steps")
    assert [markup(alone, part) for part in parts] == [markup(on_its_day, part) for part in parts]
    assert dict(alone.query_params) == {"event": EVENT}


def test_an_event_that_is_opened_in_the_whole_record_leaves_the_list_as_it_is() -> None:
    link = next(link for link in Page(markup(open_page("explore", show="99"), "list")).links if EVENT in link)
    opened = open_page("explore", **target_of(link)[1])
    assert "All 96 events" in Page(markup(opened, "sentence")).text.replace("\xa0", " ")
    (close,) = (found["href"] for tag, found in Page(markup(opened, "card")).tags if found.get("data-id") == "close")
    assert target_of(close)[1] == {"show": "99", "lang": "en"}


def test_an_open_case_and_an_open_claim_show_theirs() -> None:
    assert record().case_rows[CASE]["title"] in Page(markup(open_page("cases", case=CASE), "case")).text
    ledger = Page(markup(open_page("claims", claim=CLAIM), "ledger"))
    assert ledger.classed("close")
    assert record().claim_rows[CLAIM]["statement"] in ledger.text


def test_the_charts_hold_the_view_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not open_page("explore", day="2022-01-05", place="almaty").get("plotly_chart")
    monkeypatch.setattr("components.app.charts.said_of_hours", lambda: True)
    at = open_page("explore", day="2022-01-05", place="almaty")
    events = shown(day="2022-01-05", places=("almaty",)).events
    figure = json.loads(chart(at, "plotly_chart").spec)
    drawn = Page(markup(at, "timeline"))
    assert sorted(drawn.attribute("data-event")) == sorted(events.index)
    assert {i for trace in figure["data"] for i in trace["customdata"]} < set(events.index)
    (named,) = drawn.classed("timeline")
    assert f"{len(events)} of {len(record().events)} events" in named["aria-label"].replace("\xa0", " ")
    assert chart(at, "plotly_chart").alt


MOVED = {"of": "kazakhstan", "longitude": 53.0, "latitude": 44.0, "zoom": 7.0}


@pytest.mark.parametrize("camera", [None, MOVED])
def test_the_live_map_comes_when_a_reader_comes_to_the_map(camera: object, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not open_page("explore").get("deck_gl_json_chart")
    monkeypatch.setattr("components.app.charts.said_of_map", lambda: (True, camera))
    at = open_page("explore")
    drawn = Page(markup(at, "drawn-map"))
    assert json.loads(chart(at, "deck_gl_json_chart").json)["layers"]
    assert [found["data-zoom"] for _, found in drawn.tags if "data-zoom" in found] == ["7.0" if camera else "3.5"]
    (whole,) = (found for _, found in drawn.tags if "data-whole" in found)
    assert ("hidden" in whole) == (camera is None)
    monkeypatch.setattr("components.app.charts.flat", lambda: True)
    assert not open_page("explore").get("deck_gl_json_chart")


def test_the_navigation_marks_the_page_and_takes_the_filters_along() -> None:
    for name in PAGES:
        links = Page(markup(open_page(name, place="almaty", event=EVENT), "navigation")).tags
        here = [found["href"] for tag, found in links if tag == "a" and found.get("aria-current") == "page"]
        path = "/" if name == "explore" else f"/{name}"
        assert here == [f"{path}?day=2022-01-04&place=almaty&lang=en"] * PAGES[name].listed


def test_the_dead_are_narrowed_by_the_address_and_a_part_that_there_is_not_is_told() -> None:
    at = open_page("dead", part="bystander", told="nobody", place="almaty")
    assert "told=nobody: not a value it can have" in notices(at)
    told = Page(markup(at, "dead"))
    assert "death-2022-01-05-almaty-boy-12" in told.attribute("id")
    assert "bystander" in told.text
    assert "Nobody matches this." in Page(markup(open_page("dead", part="soldier"), "dead")).text


def test_as_known_on_a_day_the_dead_are_those_who_had_been_told_of() -> None:
    ids = Page(markup(open_page("dead", known="2022-01-04"), "dead")).attribute("id")
    assert not [one for one in ids if one.startswith("death-")]
