"""The control of "as known on": its steps, how the record grew, and that nothing else that was chosen gets lost."""

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.address import split
from components.frame.contents import PAGES
from components.frame.known_bar import known_bar, known_menu
from components.timeline.growth import stops_until
from data.loading.record import Record
from data.period import january_days
from data.queries.as_known import as_known
from data.queries.query import addressable
from data.queries.view import View, parse_view
from tests.unit.helpers import Folder, views
from tests.unit.samples import EN, Page, foreign, record

KNOWN = addressable(record())
LAST = KNOWN.days[1]
STOPS = stops_until(LAST)


@cache
def on(day: date, undated: bool = False) -> Record:
    return as_known(record(), day, undated)


def bar(view: View, page: str = "explore") -> Page:
    of = on(view.as_known_on, view.undated) if view.as_known_on else record()
    return Page(known_menu(of, view, EN, page) + known_bar(of, view, EN, page))


def control(of: Page, name: str) -> dict[str, str] | None:
    """The link, field or button of a name."""
    found = [attributes for _, attributes in of.tags if attributes.get("data-id") == f"known-{name}"]
    assert len(found) < 2
    return found[0] if found else None


def leads_to(link: str) -> View:
    """The view that a link leads to; nothing of it may be rejected."""
    view, rejected = parse_view(split(link)[1], KNOWN)
    assert not rejected
    return view


def growth(of: Page) -> list[dict[str, str]]:
    """The bars of how the record grew."""
    return [found for _, found in of.tags if "tabindex" in found]


@given(st.dates(date(2022, 1, 1), date(2199, 12, 31)))
def test_the_stops_are_the_days_of_january_then_ends_of_months_and_years_up_to_the_last(last: date) -> None:
    stops = stops_until(last)
    assert all(one < other for one, other in pairwise(stops))
    assert stops[-1] == last
    assert [stop for stop in stops if stop <= date(2022, 1, 31)] == [day for day in january_days() if day <= last]
    for stop in stops[:-1]:
        if stop > date(2022, 1, 31):
            following = stop + timedelta(days=1)
            assert following.day == 1
            assert stop.year == 2022 or following.month == 1


def test_the_stops_end_at_the_day_of_the_record() -> None:
    assert STOPS[-1] == LAST == record().as_of
    assert date(2022, 2, 28) in STOPS
    assert date(2022, 12, 31) in STOPS
    assert date(2023, 12, 31) in STOPS


def test_today_shows_all_and_offers_a_beginning() -> None:
    of = bar(View())
    begin = control(of, "begin")
    assert begin
    assert "today" in of.text
    assert leads_to(begin["href"]) == View(as_known_on=date(2022, 1, 2))
    assert not growth(of)
    for name in ("earlier", "later", "play", "today", "undated"):
        assert control(of, name) is None, name


@pytest.mark.parametrize(
    ("day", "earlier", "later"),
    [
        (date(2022, 1, 9), date(2022, 1, 8), date(2022, 1, 10)),
        (date(2022, 1, 31), date(2022, 1, 30), date(2022, 2, 28)),
        (date(2022, 2, 10), date(2022, 1, 31), date(2022, 2, 28)),
        (date(2022, 12, 31), date(2022, 11, 30), date(2023, 12, 31)),
        (date(2025, 12, 31), date(2024, 12, 31), LAST),
        (date(2021, 12, 20), None, date(2022, 1, 1)),
        (date(2022, 1, 1), None, date(2022, 1, 2)),
        (LAST, date(2025, 12, 31), None),
    ],
)
def test_steps_lead_to_the_stop_before_and_the_next(day: date, earlier: date | None, later: date | None) -> None:
    of = bar(View(as_known_on=day))
    for name, stop in (("earlier", earlier), ("later", later)):
        found = control(of, name)
        assert (leads_to(found["href"]).as_known_on if found else None) == stop, name
    assert (control(of, "play") is None) == (later is None)


@pytest.mark.slow
def test_stepping_passes_every_stop_from_the_first_to_the_last_and_back() -> None:
    for name, stops in (("later", STOPS), ("earlier", STOPS[::-1])):
        passed = [stops[0]]
        while found := control(bar(View(as_known_on=passed[-1])), name):
            following = leads_to(found["href"]).as_known_on
            assert following
            passed.append(following)
        assert passed == stops


@given(views(KNOWN), st.sampled_from(list(PAGES)))
def test_every_link_keeps_all_other_choices_and_the_page(view: View, page: str) -> None:
    of = bar(view, page)
    links = [
        *(link for link in of.links if "/pictures/" not in link),
        *(go.replace("{value}", "2022-01-09") for go in of.attribute("data-go")),
    ]
    assert links
    for link in links:
        assert split(link)[0] == page
        same = replace(leads_to(link), as_known_on=None, undated=False)
        # A field that is filled in begins a list anew, as every choice does.
        kept = replace(view, as_known_on=None, undated=False, seen=None)
        assert same == kept or (link not in of.links and same == replace(kept, shown=View().shown))


def test_steps_keep_what_is_undated_in_or_out() -> None:
    for undated in (False, True):
        of = bar(View(as_known_on=date(2022, 1, 9), undated=undated))
        steps = [control(of, "earlier"), control(of, "later"), *growth(of)]
        assert {leads_to(step["href"]).undated for step in steps if step} == {undated}


def test_the_field_leads_to_the_day_that_is_filled_in() -> None:
    of = bar(View(places=("almaty",), as_known_on=date(2022, 1, 9), undated=True))
    field = control(of, "day")
    assert field
    chosen = [found["value"] for tag, found in of.tags if tag == "option" and "selected" in found]
    assert chosen == ["2022-01-09"]
    wanted = View(places=("almaty",), as_known_on=date(2022, 1, 20), undated=True)
    assert leads_to(field["data-go"].replace("{value}", "2022-01-20")) == wanted


def test_today_leads_out_and_leaves_nothing_of_the_day() -> None:
    today = control(bar(View(text="police", as_known_on=date(2022, 1, 9), undated=True)), "today")
    assert today
    assert leads_to(today["href"]) == View(text="police")


@pytest.mark.parametrize("day", [date(2021, 12, 20), date(2022, 1, 5), date(2022, 1, 9), date(2023, 12, 31), LAST])
@pytest.mark.parametrize("undated", [False, True])
def test_it_says_how_much_was_known(day: date, undated: bool) -> None:
    of, known = bar(View(as_known_on=day, undated=undated)), on(day, undated)
    words = (
        f"{len(known.events)} of {len(record().events)} events had been reported, "
        f"{len(known.claims)} of {len(record().claims)} claims made"
    )
    assert words in of.text
    assert f"As known on {EN.day(day)}" in of.text


@pytest.mark.parametrize("day", [date(2022, 1, 5), date(2022, 1, 9), date(2022, 6, 30)])
def test_the_undated_are_counted_and_can_be_left_in_and_out(day: date) -> None:
    left_out = len(on(day, undated=True).events) - len(on(day).events)
    assert left_out
    for undated, words in ((False, "left out"), (True, "left in")):
        of = bar(View(as_known_on=day, undated=undated, text="police"))
        toggle = control(of, "undated")
        assert toggle
        assert re.search(rf"\b{left_out} .*{words}", of.text)
        assert leads_to(toggle["href"]) == View(as_known_on=day, undated=not undated, text="police")


def test_without_undated_events_there_is_no_such_switch(tiny: Folder) -> None:
    day, whole = date(2022, 1, 10), tiny.load()
    assert all(whole.sources["published"])
    of = Page(known_bar(as_known(whole, day), View(as_known_on=day), EN, "explore"))
    assert control(of, "undated") is None
    assert "known date" not in of.text


@pytest.mark.slow
def test_a_bar_for_every_stop_with_the_events_that_had_been_reported_by_then() -> None:
    day = date(2022, 1, 9)
    of = bar(View(as_known_on=day, text="police"))
    bars = growth(of)
    assert len(bars) == len(STOPS)
    for found, stop in zip(bars, STOPS, strict=True):
        assert found["aria-label"] == f"{EN.day(stop)}: {len(on(stop).events)} events reported"
        assert leads_to(found["href"]) == View(as_known_on=stop, text="police")

    fillings = [found["class"] for tag, found in of.tags if tag == "i"]
    assert fillings == ["s-known" if stop <= day else "s-later" for stop in STOPS]


def test_the_growth_can_be_downloaded_as_a_picture_of_the_same_day() -> None:
    view = View(as_known_on=date(2022, 1, 9), undated=True, text="police", language="en")
    for kind, link in zip(("png", "svg"), [link for link in bar(view).links if "/pictures/" in link], strict=True):
        path, _, asked = link.partition("?")
        assert path == f"/pictures/growth.{kind}"
        assert leads_to(f"/?{asked}") == View(as_known_on=date(2022, 1, 9), undated=True, language="en")
    assert not [link for link in bar(View()).links if "/pictures/" in link]


def test_bars_only_grow_and_the_last_is_full() -> None:
    of = bar(View(as_known_on=date(2022, 1, 9)))
    shares = [float(style.removeprefix("--share:")) for style in of.attribute("style")]
    assert len(shares) == len(STOPS)
    assert all(0 <= one <= other for one, other in pairwise(shares))
    assert shares[-1] == 1


def test_no_filter_of_the_view_changes_the_growth() -> None:
    """It is that of the record, whatever is looked at."""

    def said(**choices: Any) -> list[str]:
        return [found["aria-label"] for found in growth(bar(View(as_known_on=date(2022, 1, 9), **choices)))]

    assert said(places=("oral",), undated=True) == said()


@pytest.mark.parametrize("view", [View(), View(as_known_on=date(2022, 1, 9))], ids=["today", "then"])
def test_the_control_can_be_read_without_sight(view: View) -> None:
    of = bar(view)
    assert not foreign(of.links)
    labelled = [found for tag, found in of.tags if tag in ("section", "nav")]
    assert all(found.get("aria-label") for found in labelled)
    for name in ("earlier", "later"):
        found = control(of, name)
        assert (found is None) == (view.as_known_on is None)
        assert found is None or "As known" in found["aria-label"]
