"""The edition read in Chromium: from a stick and from a host, with scripts and without, by eye, by ear and on paper."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser

SIZES = ((1440, 900), (1024, 768), (390, 844))
OVERFLOWING = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
Open = Callable[..., "Reader"]


class Reader:
    """A page of a browser without a network, and what it complained of or asked of others."""

    def __init__(self, context: BrowserContext, base: str) -> None:
        self.page, self.base = context.new_page(), base
        self.faults: list[str] = []
        self.page.on("console", lambda message: self.faults.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.faults.append(f"exception: {error}"))
        self.page.on("dialog", lambda dialog: self.faults.append(f"dialog: {dialog.message}"))
        context.on("request", lambda request: self._asked(request.url))
        context.on("requestfailed", lambda request: self._failed(request.url, request.failure or ""))

    def _asked(self, url: str) -> None:
        if not url.startswith((self.base, "data:")):
            self.faults.append(f"asked for {url}")

    def _failed(self, url: str, why: str) -> None:
        if "ERR_ABORTED" not in why:  # as what a page asked for that gave way to another
            self.faults.append(f"not there: {url}: {why}")

    def goto(self, file: str) -> Page:
        self.page.goto(self.base + file)
        return self.page

    @property
    def file(self) -> str:
        """The page that is open."""
        return unquote(urlsplit(self.page.url.removeprefix(self.base)).path)


@contextmanager
def reading(browser: Browser, base: str, **choices: object) -> Iterator[Reader]:
    """A reader of an edition, in a browser of its own; at the end there was no fault."""
    context = browser.new_context(reduced_motion="reduce", **choices)  # type: ignore[arg-type]
    if base.startswith("file:"):
        context.set_offline(True)
    reader = Reader(context, base)
    try:
        yield reader
    finally:
        context.close()
    assert reader.faults == []


@pytest.fixture
def from_stick(edition: Path) -> str:
    return f"{edition.as_uri()}/"


def test_no_page_asks_others_or_complains(chromium: Browser, from_stick: str, kinds: dict[str, str]) -> None:
    with reading(chromium, from_stick) as reader:
        for file in kinds.values():
            page = reader.goto(file)
            if file != "index.html":  # which leads on to the reader's language
                expect(page.locator("h1")).to_have_count(1)
        assert page.evaluate("Object.keys(localStorage)") == []
        assert page.context.cookies() == []


def test_no_page_asks_others_or_complains_where_a_host_serves_it(
    chromium: Browser, edition: Path, kinds: dict[str, str], served: Callable[[Path], str]
) -> None:
    with reading(chromium, f"{served(edition.parent)}{edition.name}/") as reader:
        for file in kinds.values():
            reader.goto(file)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_walk_from_the_stick(chromium: Browser, from_stick: str, scripts: bool) -> None:
    event = "2022-01-05-almaty-airport-entered"
    with reading(chromium, from_stick, java_script_enabled=scripts, locale="en-GB") as reader:
        page = reader.goto("index.html")
        if not scripts:
            page.get_by_role("link", name="English").click()
        expect(page.locator("h1")).to_be_visible()
        assert reader.file == "en/index.html"
        page.locator('.strip a[data-id="2022-01-05"]').click()
        page.wait_for_url("**/days/2022-01-05.html*")
        expect(page.locator("h1")).to_contain_text("5 January 2022")
        page.locator(f'.list a[data-event="{event}"]').click()
        card = page.locator(".card")
        expect(card.locator("h1, h2")).to_be_visible()
        if not scripts:
            assert reader.file == f"en/events/{event}.html"
        card.locator('a[href*="cases/airport.html"]').first.click()
        page.wait_for_url("**/cases/airport.html*")
        expect(page.locator("h1")).to_contain_text("airport")
        page.locator('main a[href*="people/"]').first.click()
        page.wait_for_url("**/people/*.html*")
        expect(page.locator("h1")).to_be_visible()
        page.locator('a[href$="sources.html"]').first.click()
        page.wait_for_url("**/sources.html*")
        page.locator('.sources-table a[href*="sources/"]').first.click()
        page.wait_for_url("**/sources/*.html*")
        expect(page.locator(".sources-table tbody tr")).to_have_count(1)
        page.go_back()
        page.wait_for_url("**/sources.html*")
        for _ in range(4):
            page.go_back()
        page.wait_for_url("**/days/2022-01-05.html*")
        page.locator('nav a[href$="talks.html"]').first.click()
        page.wait_for_url("**/talks.html*")
        expect(page.locator('a[href$="talks/ten-days.pdf"]').first).to_be_attached()
        reader.goto("en/talks/ten-days.html")
        expect(page.locator("h1").first).to_be_attached()


FACES = """() => {
  const first = (of) => getComputedStyle(document.querySelector(of)).fontFamily.split(",")[0].replaceAll('"', "");
  const loaded = [...document.fonts].filter((face) => face.status === "loaded").map((face) => face.family);
  return [[first("h1"), first("#text")], loaded.map((family) => family.replaceAll('"', ""))];
}"""
"""The typefaces that a page asks for before all others, and those that it has."""
ALIKE = ("index", "places", "maps", "day", "topics", "all", "dead", "claims")
"""Large pages of parts that others have too, or that the tests of the app look at."""


@pytest.mark.parametrize(("scheme", "code"), [("light", "en"), ("dark", "kk")])
def test_every_kind_of_page_keeps_the_rules(
    chromium: Browser, edition: Path, from_stick: str, kinds: dict[str, str], scheme: str, code: str
) -> None:
    broken = []
    with reading(chromium, from_stick, color_scheme=scheme, bypass_csp=True, locale="en-GB") as reader:
        for kind, file in kinds.items():
            if kind in ALIKE:
                continue
            folder = (edition / file).parent
            if folder.parent.name == "en":
                smallest = min(folder.glob("*.html"), key=lambda path: (path.stat().st_size, path.name))
                file = smallest.relative_to(edition).as_posix()
            page = reader.goto(file.replace("en/", f"{code}/", 1))
            found = Axe().run(page, options={"resultTypes": ["violations"], "preload": False}).response["violations"]
            broken += [
                f"{kind}: {violation['id']} ({violation['impact']}): {node['target']}: {node['failureSummary']}"
                for violation in found
                if violation["impact"] in ("serious", "critical")
                for node in violation["nodes"][:3]
            ]
    assert not broken, "\n".join(broken)


def test_every_kind_of_page_has_its_typefaces(chromium: Browser, from_stick: str, kinds: dict[str, str]) -> None:
    with reading(chromium, from_stick) as reader:
        for kind, file in kinds.items():
            if kind == "front":
                continue
            page = reader.goto(file)
            page.evaluate("document.fonts.ready")
            wanted, loaded = page.evaluate(FACES)
            assert set(wanted) <= set(loaded), file


def test_no_page_is_wider_than_its_window(chromium: Browser, from_stick: str, kinds: dict[str, str]) -> None:
    wide = []
    with reading(chromium, from_stick, locale="en-GB") as reader:
        for kind, file in kinds.items():
            for code in ("en/", "kk/"):
                page = reader.goto(file.replace("en/", code, 1))
                for width, height in SIZES:
                    page.set_viewport_size({"width": width, "height": height})
                    if (more := page.evaluate(OVERFLOWING)) > 1:
                        wide.append(f"{code}{kind} at {width}: {more} px too wide")
    assert not wide, "\n".join(wide)


@pytest.mark.parametrize("kind", ["days", "cases", "reading", "sources"])
def test_pages_are_fit_for_paper(chromium: Browser, from_stick: str, kinds: dict[str, str], kind: str) -> None:
    with reading(chromium, from_stick, color_scheme="dark", locale="en-GB") as reader:
        page = reader.goto(kinds[kind])
        page.emulate_media(media="print", color_scheme="dark")
        page.set_viewport_size({"width": 718, "height": 1000})  # A4 with margins of 1 cm
        for part in page.locator(".top nav, .skip, .menu").all():
            expect(part).to_be_hidden()
        ground = page.locator("html, body, main").evaluate_all(
            "(all) => all.map((e) => getComputedStyle(e).backgroundColor)"
        )
        assert set(ground) <= {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
        assert page.evaluate(OVERFLOWING) <= 1
        assert page.pdf(format="A4").count(b"/Type /Page\n") >= page.locator("main").bounding_box()["height"] // 1100  # type: ignore[index]
