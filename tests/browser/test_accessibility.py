"""The rules of axe on every page, and the walk by keyboard alone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.looking import EVENT, FOCUS, PAGES, Scheme, Visit, expect_days, says, settle, view_of

pytestmark = pytest.mark.browser

EXCEPTIONS: dict[str, str] = {}
"""Parts of a target's selector that Streamlit renders and we cannot change, each with why it does no harm."""


@pytest.mark.parametrize(
    ("name", "scheme"),
    [
        *(
            (name, "light")
            for name in ("event", "sides", "day", "cases", "case", "compare", "known", "sources", "talks")
        ),
        *((name, "dark") for name in ("event", "case", "compare", "known")),
    ],
)
def test_page_keeps_the_rules(visit: Visit, name: str, scheme: Scheme) -> None:
    page = visit(PAGES[name], scheme=scheme)
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    serious = [
        f"{violation['id']}: {node['target']}: {node['failureSummary']}"
        for violation in found
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
        if not any(part in str(node["target"]) for part in EXCEPTIONS)
    ]
    assert not serious, "\n".join(serious)


def test_walk_by_keyboard_alone(visit: Visit) -> None:
    page = visit("/")
    # The days are one stop, with arrows from one to the next.
    _tab_to(page, ".strip a")
    _tab_to(page, '.strip a[data-id="2022-01-05"]', key="ArrowRight", limit=40)
    page.keyboard.press("Enter")
    expect_days(page, "2022-01-05")
    settle(page)
    # A place on the map has its like in the menu of places.
    _tab_to(page, '[data-id="menu-places"] summary')
    page.keyboard.press("Enter")
    _tab_to(page, '[data-id="menu-places"] a[href$="place=almaty&lang=en"]')
    page.keyboard.press("Enter")
    says(page, "14 events", "Almaty")
    page.keyboard.press("Escape")
    _tab_to(page, f'.list a[data-id="{EVENT}"]')
    page.keyboard.press("Enter")
    expect(page.locator(".card h2")).to_be_visible()
    _tab_to(page, ".card [data-copy]", key="Shift+Tab")
    while page.evaluate(f"({FOCUS})().textContent") != "Copy link":
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Link copied")).to_be_visible()
    # The copied link also says of which day the record is.
    assert page.evaluate("navigator.clipboard.readText()").startswith(f"{page.url}&seen=")
    assert view_of(page).event == EVENT


def _tab_to(page: Page, selector: str, key: str = "Tab", limit: int = 150) -> None:
    """Go on from element to element until the focus is on one that the selector fits, and is seen to be."""
    for _ in range(limit):
        page.keyboard.press(key)
        if page.evaluate(f"(selector) => ({FOCUS})()?.matches(selector)", selector):
            return
    raise AssertionError(f"{limit} times {key} does not reach {selector}")
