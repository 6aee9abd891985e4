"""A line that is cut: the page says so, and nothing that the reader has made or pressed is lost with it."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.looking import expect_days, press_keep, settle
from tests.browser.wire import Wire, wire_to
from tools.serving import running_app

pytestmark = pytest.mark.browser

FORGOTTEN = 3_000
"""Milliseconds after which the server of these tests has forgotten a session that is away; by default 120 seconds."""
CUT = "The line to the server is cut"
HELD = "What you did last is kept"


@pytest.fixture(scope="module")
def wire() -> Iterator[Wire]:
    """A line to a server that soon forgets."""
    with running_app(STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL="1") as address:
        port = urlsplit(address).port
        assert port
        with wire_to(port) as wire:
            yield wire


@pytest.fixture
def page(wire: Wire, chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{wire.port}/?day=2022-01-05")
    settle(page)
    yield page
    context.close()


def test_what_is_pressed_while_the_line_is_cut_counts_and_the_draft_survives(page: Page, wire: Wire) -> None:
    _keep_the_view(page, 1)

    _cut(page, wire)
    page.keyboard.press("ArrowRight")
    expect(_line(page)).to_contain_text(HELD)
    expect(page.get_by_role("dialog")).to_have_count(0)
    _mend(page, wire)
    expect_days(page, "2022-01-06")
    _has(page, 1)

    _cut(page, wire)
    press_keep(page)
    _mend(page, wire)
    _has(page, 2)

    _cut(page, wire)
    _mend(page, wire)
    page.locator("[data-id=look-almaty]").click()
    page.wait_for_url("**at=**")
    _has(page, 2)

    page.locator("nav[aria-label=Pages] a", has_text="Talks").click()
    notes = page.get_by_label("Notes", exact=True)
    expect(notes).to_have_count(2)
    notes.last.fill("Typed before the cut")
    _cut(page, wire)
    _mend(page, wire)
    page.wait_for_function("() => sessionStorage.getItem('kept').includes('Typed before the cut')")
    expect(notes.last).to_have_value("Typed before the cut")
    expect(notes).to_have_count(2)


def test_a_press_into_a_line_that_is_dead_counts(page: Page, wire: Wire) -> None:
    wire.go_deaf()
    press_keep(page)
    page.wait_for_timeout(FORGOTTEN)
    wire.mend()
    _has(page, 1)
    wire.go_deaf()
    page.locator('.strip a[data-id="2022-01-07"]').click()
    page.wait_for_timeout(FORGOTTEN)
    wire.mend()
    expect_days(page, "2022-01-07")
    _has(page, 1)


def test_a_second_tab_begins_with_a_copy_and_leaves_the_first_its_own(page: Page, wire: Wire) -> None:
    _keep_the_view(page, 1)
    with page.context.expect_page() as opened:
        page.evaluate("() => { window.open('/talks') }")
    other = opened.value
    settle(other)
    other.get_by_role("button", name="Remove").click()
    expect(other.get_by_text("There is no slide yet.")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect_days(page, "2022-01-06")
    _has(page, 1)


def _line(page: Page) -> Locator:
    return page.locator(".line[role=status]")


def _cut(page: Page, wire: Wire) -> None:
    """Cut the line until the server has forgotten the session."""
    wire.cut()
    expect(_line(page)).to_contain_text(CUT)
    page.wait_for_timeout(FORGOTTEN)


def _mend(page: Page, wire: Wire) -> None:
    wire.mend()
    expect(page.locator('.stApp[data-test-connection-state="CONNECTED"]')).to_be_visible()
    expect(_line(page)).to_be_empty()
    settle(page)


def _keep_the_view(page: Page, number: int) -> None:
    press_keep(page)
    _has(page, number)


def _has(page: Page, number: int) -> None:
    """The draft has so many slides, in the session and in the browser."""
    expect(page.locator("[data-id=keep]")).to_contain_text(f"({number})")
    page.wait_for_function("(n) => (sessionStorage.getItem('kept') ?? '').split('view: ').length === n + 1", arg=number)
