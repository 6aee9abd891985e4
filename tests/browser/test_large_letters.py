"""Readers who need large letters: their size stays when the app comes, and at 400 % nothing has to be pushed aside."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.browser.faults import OVERFLOWING
from tests.browser.looking import LIKE_ANOTHER, PAGES, settle, want_app
from tools.browser_setup import FLAGS, NO_WEBGL, find_browser

pytestmark = pytest.mark.browser

LOOKED_AT = [name for name in PAGES if name not in LIKE_ANOTHER]
SIZE = "(link) => getComputedStyle(link).fontSize"


@pytest.fixture(scope="module")
def large_letters(own_playwright: Playwright) -> Iterator[Browser]:
    """A browser set to letters twice as large as usual."""
    flags = [*FLAGS, *NO_WEBGL, "--blink-settings=defaultFontSize=32"]
    browser = own_playwright.chromium.launch(executable_path=find_browser(), args=flags)
    yield browser
    browser.close()


def test_the_readers_own_size_stays_when_the_app_comes(app: str, large_letters: Browser) -> None:
    still = large_letters.new_page(java_script_enabled=False)
    page = large_letters.new_page(viewport={"width": 1280, "height": 900})
    want_app(page)
    wrong = []
    for name in ("explore", "compare", "sources", "talks"):
        address = PAGES[name]
        still.goto(app + address)
        assert still.locator("nav[aria-label=Pages] a").first.evaluate(SIZE) == "32px"
        wrong += [f"{name}, written: {fault}" for fault in _pushed_aside(still, (640, 900), (390, 844), (320, 450))]
        page.goto(app + address)
        settle(page)
        assert page.locator("nav[aria-label=Pages] a").first.evaluate(SIZE) == "32px"
        wrong += [f"{name}: {fault}" for fault in _pushed_aside(page, (1280, 900), (640, 900), (390, 844))]
    assert page.locator("[data-testid=stWidgetLabel]").first.evaluate(SIZE) >= "28px"
    assert wrong == []


def test_at_400_percent_a_page_is_read_by_going_down_alone(app: str, chromium: Browser) -> None:
    page = chromium.new_page(viewport={"width": 320, "height": 256})
    want_app(page)
    wrong = []
    for name, address in ((name, PAGES[name]) for name in LOOKED_AT):
        page.goto(app + address)
        expect(page.locator("h1").first).to_be_attached()
        settle(page)
        wrong += [f"{name}: {fault}" for fault in _pushed_aside(page, (320, 256), (640, 450))]
    page.close()
    assert wrong == []


def _pushed_aside(page: Page, *sizes: tuple[int, int]) -> list[str]:
    """Where a page is wider than its window."""
    found = []
    for width, height in sizes:
        page.set_viewport_size({"width": width, "height": height})
        found += [f"{width}: {fault}" for fault in page.evaluate(OVERFLOWING)]
    return found
