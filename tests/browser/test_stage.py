"""The stage: every key, the notes window, touching the map, and the file from a disk without a network."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from components.talks.files import one_file
from tests.unit.samples import EN, record
from tests.unit.sampletalks import talk_of

pytestmark = pytest.mark.browser

TALK = "ten-days"
FAULTY = ("No heading.\n\nview: sig=9", "# Nothing left\n\nview: q=no+such+word", "# No case\n\nview: layer=docket")
SLIDES = 16


@pytest.fixture
def stage(app: str, chromium: Browser) -> Iterator[Page]:
    """The talk on its stage, at the size of a projector."""
    context = chromium.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    yield _open(context, f"{app}/talk/{TALK}")
    context.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The talk as one file."""
    path = tmp_path_factory.mktemp("stick") / "talk.html"
    subprocess.run(
        [sys.executable, "-m", "components.talks.write", "html", TALK, str(path)], check=True, capture_output=True
    )
    return path


def _open(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    _is_at(page, 1)
    return page


def _is_at(page: Page, number: int) -> None:
    expect(page.locator("#stage")).to_have_attribute("data-settled", str(number))
    expect(page.locator(".slide.here")).to_have_attribute("id", f"slide-{number}")


def _faults(page: Page) -> list[str]:
    """What goes wrong in a page from now on."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda message: found.extend([message.text] if message.type == "error" else []))
    return found


def _type(page: Page, key: str, code: str, **more: bool) -> None:
    init = {"key": key, "code": code, "bubbles": True, "cancelable": True} | more
    page.evaluate("(init) => { document.body.dispatchEvent(new KeyboardEvent('keydown', init)) }", init)


def _swipe(page: Page, start: tuple[int, int], end: tuple[int, int]) -> None:
    """A finger over the glass, as the browser itself would report it."""
    session = page.context.new_cdp_session(page)
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    for kind, at in (("touchStart", start), ("touchMove", middle), ("touchMove", end)):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": at[0], "y": at[1]}]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_every_key_of_a_clicker_and_a_keyboard(stage: Page) -> None:
    at = 1
    for key in ("ArrowRight", "ArrowDown", "Space", "PageDown"):
        stage.keyboard.press(key)
        at += 1
        _is_at(stage, at)
    for key in ("ArrowLeft", "ArrowUp", "PageUp"):
        stage.keyboard.press(key)
        at -= 1
        _is_at(stage, at)
    stage.keyboard.press("End")
    _is_at(stage, SLIDES)
    stage.keyboard.press("PageDown")
    _is_at(stage, SLIDES)
    stage.keyboard.press("Home")
    _is_at(stage, 1)
    stage.keyboard.type("12")
    stage.keyboard.press("Enter")
    _is_at(stage, 12)
    assert stage.url.endswith("#12")


def test_black_and_back(stage: Page) -> None:
    stage.keyboard.press("b")
    expect(stage.locator("#black")).to_be_visible()
    stage.keyboard.press("PageDown")
    expect(stage.locator("#black")).to_be_hidden()
    _is_at(stage, 1)


def test_keys_are_listed_and_escape_closes_before_it_leaves(stage: Page) -> None:
    stage.keyboard.press("?")
    expect(stage.locator("#keys")).to_be_visible()
    expect(stage.locator("#keys")).to_contain_text("notes in a window of their own")
    stage.keyboard.press("Escape")
    expect(stage.locator("#keys")).to_be_hidden()
    stage.keyboard.press("Escape")
    stage.wait_for_url(re.compile(r"/talks\?lang=en$"))


@pytest.mark.parametrize(("slide", "inside"), [("3", "#map .marks.here"), ("5", "#slide-5 .figure")])
def test_the_days_of_a_slide_are_played_and_paused_and_it_comes_back_as_it_was(
    stage: Page, slide: str, inside: str
) -> None:
    stage.keyboard.press(slide)
    stage.keyboard.press("Enter")
    _is_at(stage, int(slide))
    caption, figure = stage.locator(f"#slide-{slide} .caption"), stage.locator(inside)
    before = caption.text_content(), figure.inner_html()
    stage.keyboard.press("p")
    day = {"3": "2", "5": "6"}[slide]
    expect(caption).to_contain_text(f" {day}\N{NO-BREAK SPACE}January\N{NO-BREAK SPACE}2022")
    assert figure.inner_html() != before[1]
    stage.keyboard.press("p")
    paused = caption.text_content()
    stage.wait_for_timeout(1500)
    assert caption.text_content() == paused
    stage.keyboard.press("r")
    assert (caption.text_content(), figure.inner_html()) == before


def test_light_and_dark(stage: Page) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    light = stage.evaluate(paper)
    stage.keyboard.press("t")
    assert stage.evaluate(paper) != light
    stage.keyboard.press("t")
    assert stage.evaluate(paper) == light


def test_full_screen(stage: Page) -> None:
    stage.keyboard.press("f")
    stage.wait_for_function("() => document.fullscreenElement !== null")
    stage.keyboard.press("Escape")
    stage.wait_for_function("() => document.fullscreenElement === null")
    _is_at(stage, 1)


def test_notes_follow_and_lead(stage: Page) -> None:
    with stage.expect_popup() as opened:
        stage.keyboard.press("n")
    notes = opened.value
    expect(notes.locator("h1")).to_have_text(stage.locator(".slide.here h1").inner_text())
    expect(notes.locator("#said")).to_contain_text("The sources stand at the foot of every slide")
    expect(notes.locator("#next")).to_have_text(f"Next: {stage.locator('#slide-2 h1').text_content()}")
    stage.keyboard.press("PageDown")
    expect(notes.locator("#place")).to_have_text(f"2 / {SLIDES}", timeout=500)
    expect(notes.locator("#elapsed")).to_have_text(re.compile(r"^0:\d\d elapsed$"))
    notes.keyboard.press("PageDown")
    _is_at(stage, 3)
    expect(notes.locator("#place")).to_have_text(f"3 / {SLIDES}", timeout=500)


def test_notes_window_loaded_anew_is_filled_and_the_stage_loaded_anew_finds_it(stage: Page) -> None:
    faults = _faults(stage)
    with stage.expect_popup() as opened:
        stage.keyboard.press("n")
    notes = opened.value
    notes.keyboard.press("F5")
    notes.keyboard.press("f")
    notes.reload()
    stage.keyboard.press("End")
    _is_at(stage, SLIDES)
    expect(notes.locator("#place")).to_have_text(f"{SLIDES} / {SLIDES}")

    notes.evaluate("() => { document.body.style.minHeight = '9000px'; scrollTo(0, 5000) }")
    stage.keyboard.press("PageUp")
    expect(notes.locator("#place")).to_have_text(f"{SLIDES - 1} / {SLIDES}")
    assert notes.evaluate("scrollY") == 0

    stage.reload()
    _is_at(stage, SLIDES - 1)
    stage.keyboard.press("Home")
    expect(notes.locator("#place")).to_have_text(f"1 / {SLIDES}")
    notes.keyboard.press("PageDown")
    _is_at(stage, 2)

    with notes.expect_event("close"):
        notes.evaluate(
            "() => { setTimeout(() => document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}))) }"
        )
    with stage.expect_popup() as opened:
        stage.keyboard.press("n")
    expect(opened.value.locator("#place")).to_have_text(f"2 / {SLIDES}")
    assert faults == []


# What a layout types, and where that key is: all as Chromium reports it.
RUSSIAN, KAZAKH, FRENCH = (
    (("и", "KeyB"), ("ю", "Period"), ("е", "KeyT"), ("к", "KeyR"), ("й", "KeyQ"), ("И", "KeyB"), ("3", "Digit3")),
    (("и", "KeyB"), ("ю", "Period"), ("е", "KeyT"), ("к", "KeyR"), ("й", "KeyQ"), ("И", "KeyB"), ("і", "Digit3")),
    (("b", "KeyB"), (":", "Period"), ("t", "KeyT"), ("r", "KeyR"), ("q", "KeyA"), ("B", "KeyB"), ('"', "Digit3")),
)


@pytest.mark.parametrize("layout", [RUSSIAN, KAZAKH, FRENCH], ids=["russian", "kazakh", "french"])
def test_keys_of_any_layout(stage: Page, layout: tuple[tuple[str, str], ...]) -> None:
    black, clicker, theme, again, follow, capital, three = layout
    for key in (black, clicker, capital):
        _type(stage, *key)
        expect(stage.locator("#black")).to_be_visible()
        _type(stage, *key)
        expect(stage.locator("#black")).to_be_hidden()
    _type(stage, *theme)
    expect(stage.locator("html")).to_have_class("dark")
    _type(stage, *follow)
    expect(stage.locator("#stage")).to_have_class("follows")
    _type(stage, *three)
    stage.keyboard.press("Enter")
    _is_at(stage, 3)
    _type(stage, *again)
    _is_at(stage, 3)
    _type(stage, ".", "Digit7")
    expect(stage.locator("#black")).to_be_hidden()
    stage.keyboard.press("Enter")
    _is_at(stage, 7)
    _type(stage, "а", "KeyA")
    _type(stage, "a", "KeyQ")
    expect(stage.locator("#stage")).to_have_class("follows")
    _type(stage, ",", "Slash", shiftKey=True)
    expect(stage.locator("#keys")).to_be_visible()


def test_fingers_turn_the_slides_and_buttons_do_the_rest(app: str, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 844, "height": 390}, has_touch=True, reduced_motion="reduce")
    page = _open(context, f"{app}/talk/{TALK}")
    faults = _faults(page)
    page.touchscreen.tap(800, 380)
    _is_at(page, 2)
    page.touchscreen.tap(20, 200)
    _is_at(page, 1)
    _swipe(page, (640, 330), (500, 320))
    _is_at(page, 2)
    _swipe(page, (500, 330), (640, 320))
    _is_at(page, 1)

    for size in ((844, 390), (390, 844), (1280, 720), (1024, 768)):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.mouse.move(size[0] / 2, size[1] / 2)
        page.mouse.move(size[0] / 2 + 5, size[1] / 2)
        expect(page.locator("#bar")).to_have_css("opacity", "1")
        for button in page.locator("#bar button").all():
            box = button.bounding_box()
            assert box
            assert box["width"] >= 44 <= box["height"]
        assert page.evaluate(COVERED) == []
    page.get_by_role("button", name="Next slide").tap()
    _is_at(page, 2)
    page.get_by_role("button", name="Keys").tap()
    expect(page.locator("#keys")).to_be_visible()
    page.touchscreen.tap(20, 700)
    expect(page.locator("#keys")).to_be_hidden()
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Notes").tap()
    expect(opened.value.locator("#place")).to_have_text(f"2 / {SLIDES}")
    page.get_by_role("button", name="Leave").tap()
    page.wait_for_url(re.compile(r"/talks\?lang=en$"))
    assert faults == []
    context.close()


COVERED = """() => {
  const signs = [...document.querySelectorAll('#bar span')].map((e) => e.getBoundingClientRect()), wrong = [];
  for (const e of document.querySelectorAll('.slide *')) for (const node of e.childNodes) {
    if (node.nodeType !== 3 || !node.data.trim() || e.closest('template, title')) continue;
    const range = document.createRange(); range.selectNodeContents(node);
    for (const p of range.getClientRects()) for (const q of signs) {
      const wide = Math.min(p.right, q.right) - Math.max(p.left, q.left);
      const high = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
      if (wide > 1 && high > 1) wrong.push(node.data);
    }
  }
  return wrong;
}"""
"""The words of any slide that a button lies over."""


def test_touched_map_goes_back_to_the_talk(stage: Page) -> None:
    box = "document.querySelector('#map svg').getAttribute('viewBox')"
    before = stage.evaluate(box)
    stage.mouse.move(400, 300)
    stage.mouse.wheel(0, -400)
    expect(stage.locator("#back")).to_be_visible()
    stage.mouse.down()
    stage.mouse.move(500, 350, steps=4)
    stage.mouse.up()
    assert stage.evaluate(box) != before
    _is_at(stage, 1)
    stage.locator("#back").click()
    expect(stage.locator("#back")).to_be_hidden()
    assert stage.evaluate(box) == before


def test_mark_says_what_it_is(stage: Page) -> None:
    stage.locator("#map .marks.here a").filter(has_text="Karaganda").hover()
    expect(stage.locator("#tip")).to_contain_text("1 event")


def test_excursion_to_the_app_and_back(stage: Page) -> None:
    stage.keyboard.press("PageDown")
    _is_at(stage, 2)
    stage.keyboard.press("o")
    expect(stage.locator(".sentence h1")).to_contain_text("1 December 2021")
    stage.locator(".strip a[data-id='2022-01-05']").click()
    expect(stage.locator(".sentence h1")).to_contain_text("5 January 2022")
    stage.locator("[data-id=back-to-talk]").click()
    _is_at(stage, 2)


def test_a_missing_talk_is_a_list_of_those_there_are(app: str, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto(f"{app}/talk/ten-dys")
    expect(page.get_by_role("link", name="Ten days in January")).to_be_visible()
    page.close()


@pytest.mark.parametrize("parts", [(), ("# One",), FAULTY], ids=["empty", "one slide", "faults"])
def test_any_talk_is_walked_without_an_error(chromium: Browser, tmp_path: Path, parts: tuple[str, ...]) -> None:
    path = tmp_path / "talk.html"
    path.write_bytes(one_file(record(), talk_of(*parts), EN))
    context = chromium.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    page = context.new_page()
    faults = _faults(page)
    page.goto(path.as_uri())
    _is_at(page, 1)
    with page.expect_popup():
        page.keyboard.press("n")
    keys = ("End", "PageDown", "Home", "PageUp", "r", "t", "q", "o", "b", "?", "Escape", "9", "Enter")
    for number, key in enumerate(keys):
        page.keyboard.press(key)
        page.mouse.move(300 + number, 300)
    page.wait_for_timeout(600)
    assert faults == []
    context.close()


def test_file_from_a_disk_with_the_network_cut(chromium: Browser, file: Path) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="reduce", offline=True)
    asked: list[str] = []
    said: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(file.as_uri())
    for number in range(1, SLIDES + 1):
        _is_at(page, number)
        expect(page.locator(".slide.here .fault")).to_have_count(0)
        page.keyboard.press("PageDown")
    with page.expect_popup() as opened:
        page.keyboard.press("n")
    expect(opened.value.locator("#place")).to_have_text(f"{SLIDES} / {SLIDES}")
    page.keyboard.press("PageUp")
    expect(opened.value.locator("#place")).to_have_text(f"{SLIDES - 1} / {SLIDES}", timeout=500)
    assert [url for url in asked if not url.startswith(("file:", "data:", "about:"))] == []
    assert said == []
    assert file.stat().st_size < 12_000_000
    context.close()
