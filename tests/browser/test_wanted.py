"""The app when it is wanted: where it comes by itself, the button elsewhere, and all that can be done without it."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.faults import faults as wrong_with
from tests.browser.looking import EVENT, PAGES, chosen_days, says, sentence, settle, unfold, view_of

pytestmark = pytest.mark.browser

WIDE, PHONE = (1440, 900), (390, 844)
LINE = "Object.defineProperty(navigator, 'connection', {value: {saveData: %s, effectiveType: '%s', downlink: %s}})"
FAST, SLOW, WEAK = LINE % ("false", "4g", 10), LINE % ("false", "3g", 10), LINE % ("false", "4g", 0.5)
SPARING = LINE % ("true", "4g", 10)
NONE = "Object.defineProperty(navigator, 'connection', {value: undefined})"
STREAMLITS = re.compile(r"/static/js/|/static/css/|/_stcore/|/linked\.js")
BUTTON = "[data-wanted] button"
STATUS = "[data-wanted] [role=status]"

Open = Callable[..., Page]


@pytest.fixture
def opened(app: str, chromium: Browser) -> Iterator[Open]:
    """Opens an address in a browser of its own, with a script that runs before all others; nothing may fail there."""
    contexts, wrong = [], list[str]()

    def open_(address: str, size: tuple[int, int] = WIDE, script: str = FAST, **options: object) -> Page:
        context = chromium.new_context(
            base_url=app,
            viewport={"width": size[0], "height": size[1]},
            reduced_motion="reduce",
            permissions=["clipboard-read", "clipboard-write"],
            **options,  # type: ignore[arg-type]
        )
        contexts.append(context)
        context.add_init_script(script)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.fixture
def plain(opened: Open) -> Iterator[Page]:
    """A page on a slow line with scripts on and no app; at the end nothing of Streamlit's may have been asked for."""
    page, asked = opened("/corrections", script=SLOW), list[str]()
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.on("websocket", lambda socket: asked.append(urlsplit(socket.url).path))
    yield page
    assert [path for path in asked if STREAMLITS.search(path)] == []


def at_rest(page: Page) -> None:
    """Wait until a page that stays as it was written has had time to ask for more."""
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)


@pytest.mark.parametrize("script", [FAST, NONE])
def test_where_it_serves_the_app_comes_by_itself(opened: Open, script: str) -> None:
    page = opened("/?day=2022-01-05", script=script)
    settle(page)
    says(page, "5 January 2022")


@pytest.mark.parametrize(
    ("size", "script"),
    [(WIDE, SLOW), (WIDE, WEAK), (WIDE, SPARING), (PHONE, FAST)],
    ids=["3g", "weak", "sparing", "phone"],
)
def test_elsewhere_there_is_a_button_and_nothing_of_the_app_is_asked_for(
    opened: Open, size: tuple[int, int], script: str
) -> None:
    page, asked = opened("/corrections", size, script), list[str]()
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    for name in ("explore", "claims", "talks"):
        page.goto(PAGES[name])
        at_rest(page)
        expect(page.locator("#first-page")).to_be_visible()
        expect(page.locator(BUTTON)).to_be_visible()
        assert wrong_with(page) == []
    assert [path for path in asked if STREAMLITS.search(path)] == []
    assert len({path for path in asked if path.endswith(".js")}) == 1


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/", r"Live map and timeline, \d\.\d MB"),
        ("/?lang=ru", r"\d,\d МБ"),
        ("/talks?lang=kk", r"\d,\d МБ"),
        ("/claims", r"Steps without reloading, 0\.\d MB"),
    ],
)
def test_the_button_says_what_it_brings_and_what_it_costs(plain: Page, address: str, words: str) -> None:
    plain.goto(address)
    expect(plain.locator(BUTTON)).to_have_text(re.compile(words))


def test_whoever_presses_it_has_the_app_on_every_page_of_the_tab(opened: Open) -> None:
    page = opened("/?day=2022-01-05", PHONE)
    page.locator(BUTTON).focus()
    page.keyboard.press("Enter")
    settle(page)
    page.goto("/claims")
    settle(page)
    assert page.evaluate("JSON.stringify({...sessionStorage})").count("qantar-app") == 1
    assert "2022" not in page.evaluate("JSON.stringify({...sessionStorage})")
    other = page.context.new_page()
    other.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    other.goto("/claims")
    at_rest(other)
    expect(other.locator(BUTTON)).to_be_visible()


def test_an_address_may_say_that_the_app_comes_or_that_it_does_not(opened: Open) -> None:
    page = opened("/?day=2022-01-05&app=yes", PHONE)
    settle(page)
    expect(page.get_by_text("not understood")).to_have_count(0)
    page.locator('.strip a[data-id="2022-01-06"]').click()
    says(page, "6 January 2022")
    assert "app" not in dict(parse_qsl(urlsplit(page.url).query))
    page.reload()
    settle(page)
    page = opened("/?day=2022-01-05&app=no")
    at_rest(page)
    expect(page.locator(BUTTON)).to_be_visible()
    expect(page.get_by_text("not understood")).to_have_count(0)
    assert "app=" not in "".join(page.locator("a").evaluate_all("(all) => all.map((a) => a.getAttribute('href'))"))
    page.locator('.strip a[data-id="2022-01-06"]').click()
    at_rest(page)
    expect(page.locator(BUTTON)).to_be_visible()
    page.goto("/?app=perhaps")
    expect(page.get_by_text("app=perhaps: not a value it can have")).to_be_visible()


def test_the_app_that_does_not_come_leaves_the_page_as_it_is(opened: Open) -> None:
    page = opened("/?day=2022-01-05", PHONE)
    page.route("**/static/js/**", lambda route: route.abort())
    page.locator(BUTTON).click()
    expect(page.locator(STATUS)).to_have_text("It could not be loaded. All on this page works without it.")
    expect(page.locator(BUTTON)).to_be_visible()
    page.locator('.strip a[data-id="2022-01-06"]').click()
    says(page, "6 January 2022")
    page.unroute("**/static/js/**")
    page.reload()
    settle(page)


def test_the_app_that_does_not_come_by_itself_says_so(app: str, opened: Open) -> None:
    page = opened("/corrections", script=SLOW)
    page.add_init_script("sessionStorage.setItem('qantar-app', 'yes')")
    page.route("**/static/js/index*", lambda route: route.abort())
    page.goto("/?day=2022-01-05")
    expect(page.locator(STATUS)).to_be_visible()
    page.unroute("**/static/js/index*")
    page.locator(BUTTON).click()
    settle(page)


def test_on_paper_there_is_no_button(plain: Page) -> None:
    plain.goto("/?day=2022-01-05")
    plain.emulate_media(media="print")
    expect(plain.locator(BUTTON)).to_be_hidden()


def test_where_less_is_asked_for_less_is_named_early(app: str, opened: Open) -> None:
    page = opened("/corrections", script=SPARING)
    request = page.context.request
    assert "font" in request.get(f"{app}/").headers["link"]
    sparing = request.get(f"{app}/", headers={"Save-Data": "on"}).headers["link"]
    assert "font" not in sparing
    assert "/static/js/" not in request.get(f"{app}/").headers["link"]


# ---- what can be done with scripts on, and without the app


@pytest.mark.parametrize("name", PAGES)
def test_what_needs_the_app_is_not_there_and_what_does_not_is(plain: Page, name: str) -> None:
    plain.goto(PAGES[name])
    expect(plain.locator(":is([data-keep], [data-play], [data-begin]):visible")).to_have_count(0)
    for menu in plain.locator("[data-menu] > summary:visible").all():
        menu.click()
        lists = plain.locator("[data-menu][open] :is(select, [data-copy])")
        assert lists.evaluate_all("(all) => all.every((e) => e.checkVisibility({visibilityProperty: true}))")
        plain.keyboard.press("Escape")  # it may lie over the next
        expect(plain.locator("[data-menu][open]")).to_have_count(0)


def test_lists_lead_to_their_addresses(plain: Page) -> None:
    plain.goto("/?day=2022-01-05")
    unfold(plain, "known").locator("select").select_option("2022-01-09")
    expect(plain.locator(".known")).to_contain_text("As known on 9 January 2022")
    unfold(plain, "beside").locator("[data-id=beside-day]").select_option("2022-01-06")
    expect(plain.locator(".chips")).to_contain_text("beside 6 January")
    plain.goto("/?day=2022-01-05")
    picker = unfold(plain, "more").locator("[data-pick]").first
    picker.select_option(index=1)
    plain.wait_for_url(lambda url: urlsplit(url).query != "day=2022-01-05")
    view_of(plain)


def test_forms_are_sent_when_something_is_chosen_and_say_no_more_than_that(plain: Page) -> None:
    plain.goto("/claims")
    plain.locator("[data-id=ledger-stands]").select_option("withdrawn")
    plain.wait_for_url(lambda url: "stands=withdrawn" in url)
    assert "=&" not in plain.url + "&"
    plain.locator("[data-id=ledger-words]").fill("dead")
    plain.locator("[data-id=ledger-words]").press("Enter")
    plain.wait_for_url(lambda url: "q=dead" in url)
    assert "stands=withdrawn" in plain.url


def test_keys_step_search_and_close(plain: Page) -> None:
    plain.goto("/?day=2022-01-05")
    plain.keyboard.press("ArrowRight")
    says(plain, "6 January 2022")
    plain.keyboard.press("ArrowLeft")
    says(plain, "5 January 2022")
    plain.keyboard.press("/")
    expect(plain.locator("[data-id=find]")).to_be_focused()
    plain.keyboard.type("Almaty")
    plain.keyboard.press("Enter")
    plain.wait_for_url("**/search?*q=Almaty*")
    plain.goto(f"/?day=2022-01-05&event={EVENT}")
    plain.keyboard.press("j")
    plain.wait_for_url(lambda url: EVENT not in url)
    plain.keyboard.press("Escape")
    plain.wait_for_url(lambda url: "event=" not in url)


def test_menus_close_with_escape_or_a_press_elsewhere(plain: Page) -> None:
    plain.goto("/?day=2022-01-05")
    menu = unfold(plain, "take")
    plain.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    unfold(plain, "take")
    sentence(plain).click()
    expect(menu).not_to_have_attribute("open", "")


def test_a_link_is_copied_whole(plain: Page) -> None:
    plain.goto("/?day=2022-01-05")
    unfold(plain, "take").locator("[data-copy]").first.click()
    expect(plain.locator("[data-menu][open] [data-copy]").first).to_have_text("Link copied")
    copied = plain.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(plain.url.partition("/?")[0])
    assert "day=2022-01-05" in copied


def test_days_are_dragged_over_or_stretched_with_shift(plain: Page) -> None:
    plain.goto("/?day=2022-01-05")
    first, last = (plain.locator(f'.strip a[data-id="2022-01-0{day}"]').bounding_box() for day in (3, 6))
    assert first
    assert last
    plain.mouse.move(first["x"] + 5, first["y"] + 10)
    plain.mouse.down()
    plain.mouse.move(last["x"] + 5, last["y"] + 10, steps=4)
    plain.mouse.up()
    plain.wait_for_url(lambda url: "day=2022-01-03..2022-01-06" in url)
    plain.goto("/?day=2022-01-05")
    plain.locator('.strip a[data-id="2022-01-08"]').click(modifiers=["Shift"])
    plain.wait_for_url(lambda url: "day=2022-01-05..2022-01-08" in url)
    assert len(chosen_days(plain)) == 4


def test_the_strip_is_scrolled_to_the_chosen_day(opened: Open) -> None:
    page = opened("/?day=2022-01-29", PHONE)
    box = page.locator(".strip a.chosen").bounding_box()
    assert box
    assert 0 <= box["x"] <= PHONE[0] - box["width"]


def test_everything_is_reached_by_links_and_downloads_are_there(plain: Page) -> None:
    plain.goto("/")
    plain.locator('.strip a[data-id="2022-01-05"]').click()
    says(plain, "5 January 2022")
    plain.locator(".map-figure a[aria-label^=Almaty]:visible").first.click()
    says(plain, "Almaty")
    plain.locator(f'.list a[data-id="{EVENT}"]').click()
    expect(plain.locator(".card h2")).to_be_visible()
    unfold(plain, "take")
    with plain.expect_download() as download:
        plain.locator("[data-menu][open] a[download]:visible").first.click()
    assert download.value.suggested_filename.startswith("qantar-")


def test_streamlits_own_styles_change_nothing_of_the_page_while_it_comes(opened: Open) -> None:
    page = opened("/corrections", script=SLOW)
    page.route_web_socket("**/_stcore/stream", lambda _: None)
    page.goto("/?day=2022-01-05")
    sizes = "() => [...document.querySelectorAll('#first-page .timeline :is(p, b, span)')].map((e) => e.clientHeight)"
    before = page.evaluate(sizes)
    page.locator(BUTTON).click()
    page.locator(".stApp").wait_for(state="attached")
    page.wait_for_timeout(500)
    assert page.evaluate(sizes) == before
