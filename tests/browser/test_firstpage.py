"""The page that the server writes in advance: read without scripts, read before the app has come, and gone after it."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from components.drawing.palette import FAMILY_COLOURS, PAPER, rgb
from tests.browser.faults import faults
from tests.browser.looking import EVENT, PAGES, Scheme, says, settle, view_of, want_app

pytestmark = pytest.mark.browser

APP = "**/static/js/index*.js"
"""The script without which there is no app."""
NOTE = "noscript .note"
SIZES = ((1440, 900), (1280, 720), (720, 450), (390, 844))


@pytest.fixture
def plain(app: str, chromium: Browser) -> Iterator[Page]:
    """A page in a browser that runs no script, as one set for the least risk."""
    context = chromium.new_context(java_script_enabled=False, base_url=app)
    yield context.new_page()
    context.close()


@pytest.fixture
def early(app: str, chromium: Browser) -> Iterator[tuple[Page, list[Route]]]:
    """A page for which the app has not come yet, and the requests for it that wait."""
    context = chromium.new_context(base_url=app, reduced_motion="reduce")
    page, waiting = context.new_page(), list[Route]()
    page.route(APP, lambda route: waiting.append(route))
    yield page, waiting
    context.close()


def let_come(page: Page, waiting: list[Route]) -> None:
    """Let the app come, which is asked for when the page is at rest, and wait until it has taken over."""
    while page.locator("#first-page").count():
        while waiting:
            waiting.pop().continue_()
        page.wait_for_timeout(50)


@pytest.mark.parametrize("name", PAGES)
def test_without_scripts_every_page_can_be_read(plain: Page, name: str) -> None:
    wrong = []
    plain.goto(PAGES[name])
    for width, height in SIZES:
        plain.set_viewport_size({"width": width, "height": height})
        expect(plain.locator("h1:visible")).to_have_count(1)
        wrong += [f"{width}: {fault}" for fault in faults(plain)]
    assert not wrong, "\n".join(wrong)
    expect(plain.locator(NOTE)).to_be_visible()
    useless = "select:visible:not([name]), button:visible:not([type=submit], [popovertarget]), input[type=date]:visible"
    expect(plain.locator(useless)).to_have_count(0)


def test_without_scripts_links_lead_from_day_to_place_to_event_to_case(plain: Page) -> None:
    plain.goto("/")
    plain.locator('.strip a[data-id="2022-01-05"]').click()
    says(plain, "27 events", "5 January 2022")
    plain.locator(".map-figure a[aria-label^=Almaty]:visible").first.click()
    says(plain, "14 events", "Almaty")
    plain.locator(f'.list a[data-id="{EVENT}"]').click()
    expect(plain.locator(".card h2")).to_be_visible()
    plain.get_by_role("link", name="Next day: 6 Jan").click()
    says(plain, "6 January 2022", "Almaty")
    plain.get_by_role("link", name="Cases").click()
    plain.get_by_role("link", name="Almaty airport case").first.click()
    expect(plain.locator("h1")).to_contain_text("Almaty airport case")


def test_without_scripts_words_are_searched_within_what_was_chosen(plain: Page) -> None:
    plain.goto("/?day=2022-01-05&known=2022-01-09")
    plain.locator('[data-id="menu-text"] summary').click()
    plain.locator(".search input[type=search]").fill("akimat")
    plain.locator(".search input[type=search]").press("Enter")
    says(plain, "5 January 2022", "akimat")
    expect(plain.locator(".known")).to_contain_text("As known on 9 January 2022")
    view = view_of(plain)
    assert (view.text, str(view.period), str(view.as_known_on)) == ("akimat", "2022-01-05", "2022-01-09")


def test_without_scripts_a_wrong_address_is_said(plain: Page) -> None:
    plain.goto("/?day=2022-02-30&colour=red")
    for words in ("Parts of this address were not understood", "day=2022-02-30", "colour: there is no such choice"):
        expect(plain.get_by_text(words)).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_scripts_marks_have_the_colours_of_their_families(plain: Page, scheme: Scheme) -> None:
    plain.emulate_media(color_scheme=scheme)
    plain.goto("/?day=2022-01-05")
    for family, colour in FAMILY_COLOURS[scheme].items():
        for of in (
            f".timeline .f-{family}",
            f".map-figure .f-{family}",
            f".glyph.f-{family}",
            f"#hatched-{family}",
        ):
            if (found := plain.locator(of)).count():
                expect(found.first).to_have_css("color", f"rgb({', '.join(map(str, rgb(colour)))})")
    paper = f"rgb({', '.join(map(str, rgb(PAPER[scheme])))})"
    expect(plain.locator("[id^=hatched-] .paper").first).to_have_css("fill", paper)


def test_without_scripts_the_stage_leads_to_the_handout(plain: Page) -> None:
    plain.goto("/talk/ten-days")
    link = plain.locator("noscript a")
    expect(link).to_be_visible()
    link.click(trial=True)
    expect(link).to_have_attribute("href", "/talk/ten-days.pdf?lang=en")


@pytest.mark.parametrize("name", ["event", "sides", "claims"])
def test_before_the_app_has_come_the_page_is_there_and_keeps_the_rules(
    early: tuple[Page, list[Route]], name: str
) -> None:
    page, _ = early
    page.goto(PAGES[name], wait_until="commit")
    expect(page.locator("#first-page h1:visible")).to_have_count(1)
    expect(page.locator(NOTE)).to_have_count(0)
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [violation["id"] for violation in found if violation["impact"] in ("serious", "critical")] == []


def test_without_scripts_the_ledger_and_the_sources_have_a_search_of_their_own(plain: Page) -> None:
    plain.goto("/claims?topic=death_toll")
    plain.locator("[data-id=ledger-stands]").select_option("withdrawn")
    plain.locator("article.ledger button").click()
    expect(plain.locator("article.ledger p.muted", has_text="5 claims")).to_be_visible()
    assert "topic=death_toll" in plain.url
    expect(plain.locator(".note", has_text="not understood")).to_have_count(0)
    plain.goto("/sources")
    plain.locator("[data-id=source-words]").fill("azattyq")
    plain.locator(".prose.wide button").click()
    expect(plain.locator("[data-id=source-words]")).to_have_value("azattyq")


def test_the_app_takes_over_where_the_reader_is(early: tuple[Page, list[Route]]) -> None:
    page, waiting = early
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto("/day?day=2022-01-05", wait_until="commit")
    paragraph = page.locator("#first-page .entry:visible").nth(4)
    paragraph.wait_for()
    page.mouse.move(500, 500)
    page.mouse.wheel(0, 600)
    page.wait_for_function("() => scrollY >= 600")
    before = paragraph.bounding_box()
    let_come(page, waiting)
    after = page.locator(".entry").nth(4).bounding_box()
    assert before
    assert after
    assert after["y"] == pytest.approx(before["y"], abs=40)


@pytest.mark.parametrize("name", ["explore", "day", "claims"])
def test_what_is_read_first_stays_where_it_is(early: tuple[Page, list[Route]], name: str) -> None:
    page, waiting = early
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(PAGES[name], wait_until="commit")
    parts = [
        ".top",
        "h1",
        ".strip",
        ".list",
        ".entry",
        ".measures",
        ".ledger",
        ".map-figure svg",
        ".numbers-figure svg",
    ]

    def where() -> dict[str, tuple[int, int]]:
        seen = {part: page.locator(f"{part}:visible") for part in parts}
        boxes = {part: found.first.bounding_box() for part, found in seen.items() if found.count()}
        return {part: (round(box["x"]), round(box["y"])) for part, box in boxes.items() if box}

    page.locator("#first-page main").wait_for()
    page.evaluate("document.fonts.ready")
    before = where()
    let_come(page, waiting)
    assert len(before) > 3
    for part, (x, y) in where().items():
        assert (x, y) == pytest.approx(before[part], abs=12), part


def test_the_app_takes_over_with_what_fits_the_window(early: tuple[Page, list[Route]]) -> None:
    page, waiting = early
    page.set_viewport_size({"width": 390, "height": 844})
    want_app(page)
    page.goto("/claims", wait_until="commit")
    page.locator("#first-page .numbers-figure svg:visible").wait_for()
    fitting = page.locator("#first-page .numbers-figure svg:visible").get_attribute("viewBox")
    let_come(page, waiting)
    assert page.locator(".numbers-figure svg").get_attribute("viewBox") == fitting


def test_the_app_comes_without_the_answers_that_streamlit_asks_for(early: tuple[Page, list[Route]]) -> None:
    page, waiting = early
    page.unroute(APP)
    page.route("**/_stcore/h*", lambda route: waiting.append(route))
    page.goto("/day?day=2022-01-05")
    settle(page)
    assert {urlsplit(route.request.url).path for route in waiting} == {"/_stcore/health", "/_stcore/host-config"}
