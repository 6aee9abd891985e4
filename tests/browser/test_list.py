"""The list of Explore in a pane of its own: showing more keeps its place, and what is folded stays as it was left."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import Visit

pytestmark = pytest.mark.browser

ENTRIES = ".list a[data-event]"
PANE = ".st-key-events > .st-key-list"


def place(page: Page) -> int:
    """How far the list is scrolled, in pixels."""
    return int(page.locator(PANE).evaluate("(pane) => Math.round(pane.scrollTop)"))


def test_showing_more_keeps_the_lists_place(visit: Visit) -> None:
    page = visit("/?show=30")
    more = page.get_by_role("link", name="Show more")
    more.scroll_into_view_if_needed()
    before = place(page)
    assert before > 0
    more.click()
    expect(page.locator(ENTRIES).nth(30)).to_be_attached()
    assert abs(place(page) - before) <= 1


def test_what_came_before_january_is_folded_and_stays_unfolded(visit: Visit) -> None:
    page = visit("/")
    folded = page.locator(".list details")
    expect(folded.locator("[data-event]").first).to_be_hidden()
    folded.locator("summary").click()
    folded.locator("[data-event]").first.click()
    expect(page.locator("[data-card]")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("[data-card]")).to_have_count(0)
    expect(folded.locator("[data-event]").first).to_be_visible()
