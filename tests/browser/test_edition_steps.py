"""Steps on the edition's pages of Explore: from one choice to another, to other files, and back."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from components.address import address
from components.edition.beside import others
from components.edition.links import Way
from components.edition.sheets import sheets
from components.explore.menus import menus
from components.language import Language
from components.timeline.strip import day_bars
from data.queries.query import query
from data.store import read_view, record
from data.vocabulary import LANGUAGES
from tests.browser.edition_files import write_explore
from tests.browser.test_edition_filter import STATE, choose

pytestmark = pytest.mark.browser
DAYS = ("before", "2022-01-04", "2022-01-05", "2022-01-06")
EVENT = "2022-01-05-almaty-airport-entered"
Open = Callable[[str], Page]
HEADING = "h1"
SHOWN = "(choice) => (document.getElementById('first-page').dataset.shown ?? '') === choice"
HREFS = "all => all.map((a) => new URL(a.getAttribute('href'), location.href).href)"
ODD = (
    *("=", "a=b=c", "%E0%A4%A", "cat=" + "x" * 4000, "day=..", "day=2022-01-05..2022-01-01", "__proto__=1"),
    *("cat=__proto__", "q=%00%F0%9F%98%80", "of=constructor", "voice=toString&hours=0900-1700", "place=..."),
    *("event=nothing", "lang=xx", "alone=1", "day=2022-01-01..2022-01-02..2022-01-03", "sig=1&sig=2", "q=%F0%9F"),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("edition")
    days = (f"days/{day}.html" for day in DAYS)
    write_explore(found, "index.html", "places/almaty.html", "maps/west.html", f"events/{EVENT}.html", *days)
    return found


@pytest.fixture
def open_(folder: Path, profile: BrowserContext) -> Iterator[Open]:
    faults: list[str] = []
    pages = []

    def opened(path: str) -> Page:
        page = profile.new_page()
        page.set_viewport_size({"width": 1500, "height": 900})
        pages.append(page)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
        page.goto(f"{folder.as_uri()}/{path}")
        return page

    yield opened
    for page in pages:
        page.close()
    assert faults == []


def at(page: Page, path: str) -> None:
    """Waits until the page is that of a path, and shows its choice."""
    page.wait_for_url(f"**/{path}")
    choice = path.partition("#")[2]
    page.wait_for_function(
        "(choice) => (document.querySelector('#first-page').dataset.shown ?? '') === choice", arg=choice
    )


def test_a_choice_is_shown_by_the_file_that_is_nearest_to_it(open_: Open) -> None:
    at(open_("en/index.html#day=2022-01-05&cat=protest"), "en/days/2022-01-05.html#day=2022-01-05&cat=protest")
    at(open_("en/index.html#place=almaty&cat=clash"), "en/places/almaty.html#place=almaty&cat=clash")
    at(open_("en/days/2022-01-05.html#cat=clash"), "en/index.html#cat=clash")
    at(open_("en/index.html#cat=clash&lang=ru"), "ru/index.html#cat=clash&lang=ru")
    at(open_("en/index.html#cat=clash&at=west"), "en/maps/west.html#cat=clash&at=west")
    page = open_(f"ru/index.html#event={EVENT}&cat=clash")
    page.wait_for_url(f"**/ru/events/{EVENT}.html")
    assert page.locator(".opened-event").count() == 1


def test_links_keys_and_the_history_lead_from_choice_to_choice(open_: Open) -> None:
    page = open_("en/index.html")
    page.locator("[data-id='key-protest']").click()
    at(page, "en/index.html#cat=protest")
    page.locator("[data-id='key-disputed']").click()
    at(page, "en/index.html#cat=protest&status=disputed")
    heading = page.locator(HEADING).inner_text()
    page.go_back()
    at(page, "en/index.html#cat=protest")
    assert page.locator(HEADING).inner_text() != heading
    page.go_forward()
    at(page, "en/index.html#cat=protest&status=disputed")
    expect(page.locator(HEADING)).to_have_text(heading)
    page.locator("[data-id='off-statuses-disputed']").focus()
    page.keyboard.press("Enter")
    at(page, "en/index.html#cat=protest")
    expect(page.locator("[data-id='off-categories-protest']")).to_be_focused()
    page.locator(HEADING).click()
    page.locator(".strip a[data-id='2022-01-05']").click()
    at(page, "en/days/2022-01-05.html#day=2022-01-05&cat=protest")
    page.keyboard.press("ArrowRight")
    at(page, "en/days/2022-01-06.html#day=2022-01-06&cat=protest")
    page.keyboard.press("ArrowLeft")
    at(page, "en/days/2022-01-05.html#day=2022-01-05&cat=protest")
    page.keyboard.press("ArrowLeft")
    at(page, "en/days/2022-01-04.html#day=2022-01-04&cat=protest")
    page.locator("[data-id='reset']").click()
    page.wait_for_url("**/en/index.html")


def test_what_a_page_shows_by_itself_is_shown_again(open_: Open) -> None:
    for file in ("index.html", "days/2022-01-05.html", "places/almaty.html", "maps/west.html"):
        page = open_(f"ru/{file}")
        first = page.evaluate(STATE)
        own = page.evaluate("document.querySelector('script[data-view]').dataset.view")
        choose(page, "&".join(sorted(filter(None, [own, "sig=1"]), key=lambda one: "at=" in one)))
        assert page.evaluate(STATE)["list"] != first["list"]
        page.go_back()
        page.wait_for_function("document.querySelector('#first-page').dataset.shown === ''")
        again = page.evaluate(STATE)
        # The script fills the menus and the lists of days, and draws the marks of the map by the same numbers.
        filled = {"spots": 0, "pickers": 0, "menus": 0}
        assert again | filled == first | filled
        for layer, before in zip(again["spots"], first["spots"], strict=True):
            for mark, was in zip(layer, before, strict=True):
                assert (mark[0], mark[1], mark[4:]) == (was[0], was[1], was[4:])
                assert mark[2].split("\n")[:4] == was[2].split("\n")[:4]
                assert mark[3] == pytest.approx(was[3], abs=0.06)


def test_days_are_chosen_from_one_to_another(open_: Open) -> None:
    page = open_("en/days/2022-01-04.html")
    page.locator(".strip a[data-id='2022-01-06']").click(modifiers=["Shift"])
    at(page, "en/index.html#day=2022-01-04..2022-01-06")
    first, last = (page.locator(f".strip a[data-id='2022-01-0{day}']").bounding_box() for day in (2, 3))
    assert first
    assert last
    page.mouse.move(first["x"] + 5, first["y"] + 20)
    page.mouse.down()
    page.mouse.move(last["x"] + 5, last["y"] + 20, steps=4)
    page.mouse.up()
    at(page, "en/index.html#day=2022-01-02..2022-01-03")


def test_lists_and_the_field_of_a_menu_choose(open_: Open) -> None:
    page = open_("kk/index.html")
    page.locator("[data-id='menu-more'] summary").click()
    page.locator("[data-id='pick-more-1']").select_option(index=4)
    page.wait_for_url("**/kk/days/2022-01-04.html")
    page.locator("[data-id='menu-more'] summary").click()
    page.locator("[data-id='pick-more-2']").select_option(index=6)
    at(page, "kk/index.html#day=2022-01-04..2022-01-06")
    page.locator("[data-id='menu-text'] summary").click()
    page.locator("[data-id='menu-text'] input").fill("  газ   бағасы ")
    page.keyboard.press("Enter")
    at(page, "kk/index.html#" + urlencode({"day": "2022-01-04..2022-01-06", "q": "газ бағасы"}))


def test_what_is_wrong_in_an_address_is_said_and_the_rest_holds(open_: Open) -> None:
    page = open_(
        "en/index.html#day=2022-02-30&cat=protest.nothing&zz=%3Cb%3E&known=2022-02-01&alone=1&sig=9&utm_source=x"
    )
    note = page.locator("#not-understood")
    expect(note).to_contain_text("Parts of this address were not understood and left out; the rest holds.")
    for line in (
        "day=2022-02-30: not",
        "cat=nothing: not",
        "zz: there is no",
        "known=2022-02-01: only",
        "alone=1: not",
    ):
        expect(note).to_contain_text(line)
    assert "utm" not in note.inner_text()
    expect(page.locator(".chips [data-id^='off-']")).to_have_count(1)
    for odd in ODD:
        page.evaluate("(odd) => void (location.hash = odd)", odd)
        page.wait_for_function(SHOWN, arg=page.evaluate("location.hash.includes('=') ? location.hash.slice(1) : ''"))
        assert page.locator(HEADING).inner_text()


@pytest.mark.parametrize(
    ("file", "choice"),
    [
        ("index.html", {"cat": "protest.clash", "status": "disputed"}),
        ("index.html", {"day": "2022-01-04..2022-01-06", "voice": "press", "alone": "1", "q": "gas & co"}),
        ("days/2022-01-05.html", {"day": "2022-01-05", "place": "almaty"}),
    ],
)
def test_links_lead_to_what_the_app_leads_to(open_: Open, file: str, choice: dict[str, str]) -> None:
    page = open_(f"ru/{file}#{urlencode(choice)}")
    at(page, f"ru/{file}#{urlencode(choice)}")
    view, _ = read_view(choice | {"lang": "ru"})
    shown, language = query(record(), view), Language("ru")
    way = Way(file, "ru", LANGUAGES, frozenset(others("ru")), sheets(record()))
    hrefs = partial(page.eval_on_selector_all, expression=HREFS)

    def led(path: str) -> str:
        return page.evaluate("(href) => new URL(href, location.href).href", way.to(path) or "nowhere")

    wanted = [led(bar.href) for bar in day_bars(shown, language)]
    assert hrefs(".strip a") == wanted
    for menu in menus(shown, language):
        options = [led(option.href) for section in menu.sections for option in section.options]
        if options:
            assert hrefs(f"[data-id='menu-{menu.key}'] li a") == options
    places = hrefs(".spots.wide .spot:not([hidden]) a[data-place='zhanaozen']")
    assert places in ([], [led(address(view.filtered(places=("zhanaozen",))))])


def test_buttons_copy_the_address_of_what_is_seen(open_: Open) -> None:
    page = open_(f"en/events/{EVENT}.html")
    button = page.get_by_role("button", name="Copy link")
    button.click()
    expect(page.get_by_role("button", name="Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_what_is_left_out_is_not_on_paper_and_not_in_the_dark(open_: Open) -> None:
    page = open_("en/index.html#cat=protest")
    at(page, "en/index.html#cat=protest")
    row = page.locator(".list li[hidden]").first
    for media, scheme in (("print", "light"), ("screen", "dark")):
        page.emulate_media(media=media, color_scheme=scheme)  # type: ignore[arg-type]
        assert row.evaluate("(row) => getComputedStyle(row).display") == "none"
        assert page.locator(".spots .spot[hidden]").first.evaluate("(one) => getComputedStyle(one).display") == "none"


def test_the_page_stays_where_it_was_read(open_: Open) -> None:
    page = open_("en/index.html")
    page.set_viewport_size({"width": 390, "height": 800})
    page.locator("[data-id='key-protest']").scroll_into_view_if_needed()
    page.mouse.wheel(0, 200)
    page.wait_for_timeout(200)
    before = page.evaluate("scrollY")
    page.evaluate("document.querySelector('[data-id=key-protest]').click()")
    at(page, "en/index.html#cat=protest")
    assert page.evaluate("scrollY") == pytest.approx(before, abs=60)
    expect(page.locator(HEADING)).to_have_attribute("aria-live", "polite")
