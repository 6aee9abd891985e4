"""One running app and one browser for all tests; each test has pages of its own."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Page,
    Playwright,
    expect,
)

from components.drawing.widths import WIDTHS
from data.folders import RECORD_FOLDER, RECORD_SETTING, TALKS_FOLDER, TALKS_SETTING
from tests.browser.looking import Scheme, Visit, settle, want_app
from tools.browser_setup import FLAGS, WEBGL, find_browser
from tools.serving import running_app

NO_CANVAS = "Failed to create WebGL context"
"""What the live map says in a browser without WebGL, before the page knows that there is none."""
PATIENCE = 45_000
"""Milliseconds that a state may take to come: on a busy machine without a graphics card a live map needs that long."""
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def app() -> Iterator[str]:
    """The address of the app, running for the whole session."""
    with running_app() as address:
        yield address


@pytest.fixture(scope="session")
def published() -> Iterator[str]:
    """The address of an app with the published record, in all its languages, and the talks about it."""
    with running_app(**{RECORD_SETTING: str(RECORD_FOLDER), TALKS_SETTING: str(TALKS_FOLDER)}) as address:
        yield address


@pytest.fixture(scope="session")
def webgl_chromium(own_playwright: Playwright) -> Iterator[Browser]:
    browser = own_playwright.chromium.launch(executable_path=find_browser(), args=FLAGS + WEBGL)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def profile(chromium: Browser) -> BrowserContext:
    """What the browser keeps from page to page: the scripts of the app, so that not every test parses them anew."""
    return _profile(chromium)


@pytest.fixture(scope="session")
def webgl_profile(webgl_chromium: Browser) -> BrowserContext:
    return _profile(webgl_chromium)


def _profile(browser: Browser) -> BrowserContext:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    context.set_default_timeout(PATIENCE)
    return context


@pytest.fixture
def faults() -> list[str]:
    """What went wrong in the pages of a test: errors in the console, exceptions, dialogs."""
    return []


@pytest.fixture
def serve() -> Iterator[Callable[..., str]]:
    """Starts an app of a test's own, with more in its environment, and gives its address."""
    with ExitStack() as running:
        yield lambda **environment: running.enter_context(running_app(**environment))


@pytest.fixture
def visit(app: str, request: pytest.FixtureRequest, faults: list[str], serve: object) -> Iterator[Visit]:
    """Opens an address in a page of its own; at the end no page may have had an error.

    It stands on `serve` so that pages are closed before their server, which they would miss.
    There is no live map under the drawn one, which is quick; `live` is for that.
    """
    pages = []

    def dismiss(dialog: Dialog) -> None:
        faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def open_(address: str, size: tuple[int, int] = (1440, 900), scheme: Scheme = "light", live: bool = False) -> Page:
        context: BrowserContext = request.getfixturevalue("webgl_profile" if live else "profile")
        page = context.new_page()
        pages.append(page)
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.on("console", lambda message: faults.extend(_fault(message)))
        page.on("pageerror", lambda error: faults.extend([] if NO_CANVAS in str(error) else [f"exception: {error}"]))
        page.on("dialog", dismiss)
        if size[0] < WIDTHS["phone"] * 16:
            want_app(page)
        page.goto(address if address.startswith("http") else app + address)
        settle(page)
        if not live and page.locator(".st-key-map-frame").count():
            page.locator(".st-key-drawn-map .base").wait_for()
            settle(page)
        return page

    yield open_
    for page in pages:
        page.close()
    assert faults == []


def _fault(message: ConsoleMessage) -> Iterator[str]:
    if message.type == "error" and NO_CANVAS not in message.text:
        yield f"console: {message.text} ({message.location['url']})"
