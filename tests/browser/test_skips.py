"""The links that lead past what stands on top of every page, before all else that has the focus."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.looking import FOCUS, Visit

pytestmark = pytest.mark.browser

FOCUSED = f"({FOCUS})()"
EVENTS = ["To the events", "To the map", "To the timeline"]


def focused(page: Page, expression: str) -> str:
    """What an expression says of `e`, the element that has the focus."""
    return str(page.evaluate(f"() => {{ const e = {FOCUSED}; return {expression}; }}"))


def skip(page: Page, words: str) -> None:
    """Press Tab until a link of these words has the focus, which must be seen, and follow it."""
    for _ in EVENTS:
        page.keyboard.press("Tab")
        assert focused(page, "e.className") == "skip"
        if focused(page, "e.textContent") == words:
            expect(page.get_by_role("link", name=words)).to_be_in_viewport(ratio=0.9)
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"no link {words}")


def test_the_first_links_lead_to_events_map_and_timeline(visit: Visit) -> None:
    page = visit("/?day=2022-01-05")
    skip(page, "To the events")
    assert focused(page, "e.className") == "list"
    page.keyboard.press("Tab")
    assert focused(page, "e.dataset.event") == page.locator(".list li a").first.get_attribute("data-event")
    for words, frame in (("To the map", "map-frame"), ("To the timeline", "timeline-frame")):
        page.locator(".skip").first.focus()
        page.keyboard.press("Shift+Tab")
        skip(page, words)
        assert frame in focused(page, "e.className")
        assert focused(page, "getComputedStyle(e).outlineStyle") == "solid"


def test_with_an_event_open_the_first_link_leads_to_it(visit: Visit) -> None:
    page = visit("/?event=2022-01-05-almaty-airport-entered")
    skip(page, "To the event")
    assert focused(page, "e.id") == "card-title"


@pytest.mark.parametrize("link", ["/day?day=2022-01-05", "/cases", "/claims", "/sources"])
def test_on_other_pages_it_leads_to_the_text(visit: Visit, link: str) -> None:
    page = visit(link)
    skip(page, "To the text")
    assert focused(page, "e.tagName") == "H1"


def test_without_scripts_they_lead_there_too(chromium: Browser, app: str) -> None:
    page = chromium.new_page(java_script_enabled=False)
    page.goto(app + "/?day=2022-01-05")
    skip(page, "To the events")
    page.keyboard.press("Tab")
    assert focused(page, "e.dataset.event") == page.locator(".list li a").first.get_attribute("data-event")
    page.goto(app + "/cases")
    skip(page, "To the text")
    page.keyboard.press("Tab")
    assert focused(page, "Boolean(e.closest('main'))") == "True"
    page.close()


def test_every_part_of_explore_has_a_heading(visit: Visit) -> None:
    page = visit("/?day=2022-01-05")
    for name in ("Key", "Map", "Timeline", "Wednesday 5 January 2022"):
        expect(page.get_by_role("heading", name=name, exact=True, level=2)).to_have_count(1)
