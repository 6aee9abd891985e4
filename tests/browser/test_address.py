"""The address: it holds every choice, it can be wrong without harm, and it opens on a fresh server."""

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import expect

from components.address import address
from data.period import Period
from data.queries.view import KEYS, View
from tests.browser.looking import CLAIM, EVENT, SUCCESSOR, Visit, expect_days, says, sentence, settle, view_of

pytestmark = pytest.mark.browser

EVERYTHING = View(
    period=Period.of(date(2022, 1, 5)),
    hours=(0, 23 * 60),
    places=("almaty", "aktobe"),
    categories=("protest", "clash", "seizure_or_arson"),
    statuses=("corroborated", "single_source"),
    significance=2,
    text="square",
    voices=("authorities", "press", "rights_group"),
    alone=True,
    of_case="airport",
    deaths=True,
    as_known_on=date(2022, 3, 1),
    undated=True,
    event=EVENT,
    case="airport",
    claim=CLAIM,
    against=SUCCESSOR,
    person="aigerim-tleuzhan",
    source="vlast-kz-dolgiy-yanvar-fotokhronika",
    among="event",
    topic="death_toll",
    role="official",
    claimant="Interior Ministry",
    stands="revised",
    only_by="authorities",
    measure="killed_total",
    outcome="open",
    sort="newest",
    dead_role="bystander",
    told_by="family",
    camera="almaty",
    lanes="place",
    layer="map",
    shown=50,
    seen=date(2026, 11, 25),
    talk="ten-days.5",
    tour=3,
)


def test_every_choice_comes_back_after_a_reload(visit: Visit) -> None:
    # English is the only language yet, so its key is written by hand; an event with its day is none in all days, and
    # what stands beside it has a page of its own look.
    assert set(EVERYTHING.to_query()) | {"all", "lang", "beside"} == set(KEYS)
    page = visit(address(EVERYTHING) + "&lang=en")
    first = sentence(page).inner_text()
    for _ in range(2):
        assert view_of(page) == EVERYTHING
        expect(sentence(page)).to_have_text(first)
        for words in ("5 January 2022", "00:00–23:00", "Almaty", "Aktobe", "“square”"):
            says(page, words)
        expect_days(page, "2022-01-05")
        expect(page.locator(".card")).to_have_count(1)
        expect(page.locator(".choices-of-lanes [aria-current]")).to_have_text("By place")
        page.reload()
        settle(page)
    # A choice made on the page writes the address anew, with all that was there.
    page.locator(".card .close").click()
    expect(page.locator(".card")).to_have_count(0)
    assert view_of(page) == EVERYTHING.but(event="")


def test_wrong_values_give_a_notice_and_the_rest_holds(visit: Visit) -> None:
    page = visit("/?day=2022-01-05&hours=9999-1&place=almaty.atlantis&sig=9&event=none&show=-1&at=moon&colour=red")
    says(page, "14 events", "5 January 2022", "Almaty")
    expect(page.get_by_text("Parts of this address were not understood")).to_be_visible()
    for words in ("hours=9999-1", "place=atlantis", "sig=9", "event=none", "show=-1", "at=moon", "colour: there is no"):
        expect(page.get_by_text(words)).to_be_visible()
    expect(page.get_by_text("This page failed")).to_have_count(0)


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("/?day=2022-01-05", "5 January 2022"),
        ("/day?day=2022-01-05", "Wednesday 5 January 2022"),
        ("/cases?case=airport", "airport"),
        (f"/claims?claim={CLAIM}", "Claims: who said what, when"),
        ("/sources", "Sources and data"),
    ],
)
def test_deep_link_opens_on_a_fresh_server(visit: Visit, serve: Callable[..., str], link: str, words: str) -> None:
    page = visit(serve() + link)
    heading = page.locator(".q h1").first
    expect(heading).to_contain_text(words.replace(" ", "\u00a0") if link.startswith("/?") else words)
    expect(page.get_by_text("Page not found")).to_have_count(0)
    if "claim=" in link:
        expect(page.locator("section.card .statement")).to_be_visible()
