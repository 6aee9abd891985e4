"""Every page for every kind of address: it runs, shows what is asked for, and says what it left out."""

import json

import pytest

from components.address import PAGES
from data.query import query
from data.view import KEYS, Period, View
from tests.app.conftest import chart, markup, markups, notices, open_page
from tests.unit.samples import Page, record, shown

EVENT = "2022-01-04-oral-depo-bridge"
CASE = "airport"
CLAIM = "2022-01-03-nogaev-lpg-85-90"
MOUNTS = {
    "explore": {"navigation", "sentence", "strip", "shelf", "legend", "list"},
    "day": {"navigation", "day-strip", "reading"},
    "cases": {"navigation", "cases"},
    "claims": {"navigation", "ledger"},
    "sources": {"navigation", "method", "sources"},
}
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
    "a topic": {"topic": "death_toll"},
    "nothing left": {"q": "no such word anywhere"},
    "a page further": {"show": "9999"},
}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_a_page_runs_for_any_sound_address(name: str, address: dict[str, str]) -> None:
    at = open_page(name, **address)
    assert not at.exception
    assert MOUNTS[name] - {"cases"} <= markups(at).keys()
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


def test_as_known_on_is_said_not_to_be_offered() -> None:
    at = open_page("explore", known="2022-01-07")
    assert "is not offered yet" in " ".join(notices(at))


def test_the_sentence_counts_what_the_list_holds() -> None:
    at = open_page("explore", day="2022-01-05", show="999")
    rows = [link for tag, link in Page(markup(at, "list")).tags if tag == "a" and "data-id" in link]
    count = len(query(record(), View(period=Period.parse("2022-01-05"))).events)
    assert len(rows) == count > 40
    assert Page(markup(at, "sentence")).text.startswith(f"{count} of {len(record().events)} events · 5 January 2022")


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


def test_an_open_case_and_an_open_claim_show_theirs() -> None:
    assert record().case_rows[CASE]["title"] in Page(markup(open_page("cases", case=CASE), "case")).text
    ledger = Page(markup(open_page("claims", claim=CLAIM), "ledger"))
    assert ledger.classed("close")
    assert record().claim_rows[CLAIM]["statement"] in ledger.text


def test_the_charts_hold_the_view_and_say_so() -> None:
    at = open_page("explore", day="2022-01-05", place="almaty")
    events = shown(day="2022-01-05", places=("almaty",)).events
    figure = json.loads(chart(at, "plotly_chart").spec)
    assert sorted(i for trace in figure["data"] for i in trace["customdata"]) == sorted(events.index)
    deck = chart(at, "deck_gl_json_chart")
    assert json.loads(deck.json)["layers"]
    for proto in (deck, chart(at, "plotly_chart")):
        assert f"{len(events)} of {len(record().events)} events" in proto.alt.replace("\xa0", " ")


def test_the_navigation_marks_the_page_and_takes_the_filters_along() -> None:
    for name in PAGES:
        links = Page(markup(open_page(name, place="almaty", event=EVENT), "navigation")).tags
        here = [found["href"] for tag, found in links if tag == "a" and found.get("aria-current") == "page"]
        path = "/" if name == "explore" else f"/{name}"
        assert here == [f"{path}?place=almaty"]
