"""Windows high contrast: what a background says on other screens is said all the same."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.looking import PAGES, Visit

pytestmark = pytest.mark.browser

GROUND = "(e) => getComputedStyle(e).backgroundColor"
LINES = """(e) => { const s = getComputedStyle(e);
  return [s.outlineStyle, s.outlineColor, s.borderBottomColor, s.borderBottomWidth].join(' '); }"""


def high(page: Page) -> Page:
    page.emulate_media(forced_colors="active")
    return page


def ground(one: Locator) -> str:
    return str(one.evaluate(GROUND))


def test_the_growth_of_the_record_is_seen(visit: Visit) -> None:
    page = high(visit(PAGES["known"]))
    canvas = ground(page.locator("body"))
    known, later = page.locator(".growth .s-known").first, page.locator(".growth i:not(.s-known)").first
    assert len({canvas, ground(known), ground(later)}) == 3


def test_what_is_chosen_is_marked(visit: Visit) -> None:
    page = high(visit(PAGES["event"]))
    marked = {
        ".top nav a": ".top nav a[aria-current]",
        ".strip a": ".strip a.chosen",
        ".map .chip": ".map .chip.open",
        ".chip": ".chip.in-use",
    }
    for one, chosen in marked.items():
        plain = page.locator(f"{one}:not(.chosen, .open, .in-use, [aria-current])").first
        assert page.locator(chosen).first.evaluate(LINES) != plain.evaluate(LINES), chosen


def test_the_colours_of_the_key_stay(visit: Visit) -> None:
    page = high(visit(PAGES["explore"]))
    dots = page.locator(".key-line a .dot")
    expect(dots).to_have_count(5)
    assert len({ground(dot) for dot in dots.all()}) == 5


def test_the_focus_is_seen(visit: Visit) -> None:
    page = high(visit(PAGES["explore"]))
    page.keyboard.press("Tab")
    assert page.locator(".skip:focus").evaluate("(e) => getComputedStyle(e).outlineStyle") == "solid"
