"""The timeline and the strip of days under mouse and keyboard, and the live chart over the drawn marks."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.looking import FOCUS, Visit, come_to_hours, expect_days, mark_of, view_of

pytestmark = pytest.mark.browser

DAY = "/?day=2022-01-05"
FOCUSED = f"(({FOCUS})().dataset.event ?? ({FOCUS})().dataset.id)"
LIVE = """(plot) => [...plot.querySelectorAll('.barlayer .point, .scatterlayer .point')].map((mark) => {
  const { x, y, width, height } = mark.getBoundingClientRect();
  const { trace } = mark.closest('.trace').__data__[0];
  return [trace.customdata[mark.__data__.i], trace.type, x + width / 2, y + height / 2, x, x + width];
})"""
DRAWN = """(marks) => marks.map((mark) => {
  const { x, y, width, height } = mark.getBoundingClientRect();
  return [mark.dataset.event, x + width / 2, y + height / 2, x, x + width];
})"""
NEAR = 1.5
"""So many pixels may lie between a drawn mark and the live one."""


def live(page: Page) -> Locator:
    """The live chart, once it has taken the place of the drawn marks."""
    come_to_hours(page)
    return page.locator(".st-key-hours .js-plotly-plot")


@pytest.mark.parametrize(
    ("size", "lanes"),
    [((1280, 720), ""), ((1920, 1080), "&lanes=place"), ((900, 1200), ""), ((1280, 720), "&hours=1200-1700")],
)
def test_live_marks_lie_where_the_drawn_ones_are(visit: Visit, size: tuple[int, int], lanes: str) -> None:
    page = visit(DAY + lanes, size=size)
    found = {event: rest for event, *rest in live(page).evaluate(LIVE)}
    drawn = {event: rest for event, *rest in page.locator(".timeline .plot a").evaluate_all(DRAWN)}
    assert drawn.keys() == found.keys()
    assert {kind for kind, *_ in found.values()} == {"bar", "scatter"}
    for event, (kind, x, y, left, _) in found.items():
        middle, height, drawn_left, _ = drawn[event]
        assert y == pytest.approx(height, abs=NEAR), event
        # Of a bar the axis may cut off an end; a hollow one is drawn round its line.
        assert (left if kind == "bar" else x) == pytest.approx(drawn_left if kind == "bar" else middle, abs=NEAR), event


def test_drawn_marks_are_seen_again_when_one_has_the_focus(visit: Visit) -> None:
    page = visit(DAY)
    live(page)
    marks = page.locator(".timeline .plot a")
    expect(marks.first).to_have_css("opacity", "0")
    marks.first.focus()
    expect(marks.first).to_have_css("opacity", "1")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(FOCUSED) == marks.nth(1).get_attribute("data-event")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("event="))
    assert view_of(page).event == marks.nth(1).get_attribute("data-event")


def test_a_drag_over_hours_chooses_them_and_the_whole_day_comes_back(visit: Visit) -> None:
    page = visit(DAY)
    box = live(page).locator(".nsewdrag").bounding_box()
    assert box
    x, y, width = box["x"], box["y"] + 10, box["width"]
    page.mouse.move(x + width * 14.1 / 24, y)
    page.mouse.down()
    page.mouse.move(x + width * 16 / 24, y + 20, steps=5)
    page.mouse.move(x + width * 18.2 / 24, y + 30, steps=5)
    page.mouse.up()
    page.wait_for_url(re.compile("hours=1400-1800"))
    expect(page.locator(".timeline .foot span").first).to_have_text("14:00")
    live(page)
    page.locator(".timeline .whole a").click()
    expect(page.locator(".timeline .foot span").first).to_have_text("00:00")
    assert view_of(page).hours is None


def test_words_stand_at_the_pointer_and_in_the_window(visit: Visit) -> None:
    page = visit(DAY, size=(1280, 720))
    live(page)
    tip = page.locator(".tip:popover-open")
    squares = page.locator(".timeline .apart a")
    for mark in (page.locator(".strip a").first, page.locator(".strip a").last, squares.first, squares.last):
        words = (mark.get_attribute("title") or "").splitlines()[0]
        mark.hover()
        expect(tip).to_contain_text(words)
        box, at = tip.bounding_box(), mark.bounding_box()
        assert box
        assert at
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 1280
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 720
        assert abs(box["y"] - at["y"]) < box["height"] + at["height"] + 20
    event = page.locator(".timeline .plot a").first.get_attribute("data-event") or ""
    x, y = mark_of(page, event)
    page.mouse.move(x - 2, y)
    page.mouse.move(x, y)
    expect(tip).to_contain_text((page.locator(f'.timeline a[data-event="{event}"]').get_attribute("title") or "?")[:20])


@pytest.mark.parametrize("where", [".strip", ".timeline"])
def test_a_drag_over_days_chooses_them(visit: Visit, where: str) -> None:
    page = visit("/?cat=protest")
    first, last = (page.locator(f'{where} [data-day="2022-01-0{day}"]').bounding_box() for day in (3, 5))
    assert first
    assert last
    y = first["y"] + first["height"] / 2
    page.mouse.move(first["x"] + first["width"] / 2, y)
    page.mouse.down()
    page.mouse.move(last["x"] + 2, y, steps=4)
    expect(page.locator(f"{where} .within")).to_have_count(3)
    page.mouse.move(last["x"] + last["width"] / 2, y)
    page.mouse.up()
    expect_days(page, "2022-01-03", "2022-01-04", "2022-01-05")
    assert view_of(page).categories == ("protest",)
    expect(page.locator(f"{where} .within")).to_have_count(0)


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900), (1024, 768)])
def test_days_of_the_timeline_lie_under_those_of_the_strip(visit: Visit, size: tuple[int, int]) -> None:
    page = visit("/?cat=protest", size=size)
    for day in (1, 5, 12):
        above, below = (
            page.locator(f'{of} [data-day="2022-01-{day:02}"]').bounding_box() for of in (".strip", ".axis")
        )
        assert above
        assert below
        assert below["x"] == pytest.approx(above["x"], abs=NEAR)
        assert below["width"] == pytest.approx(above["width"], abs=NEAR)


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768), (390, 844)])
@pytest.mark.parametrize("address", ["/", DAY])
def test_words_of_bands_end_on_the_axis_and_names_before_it(visit: Visit, address: str, size: tuple[int, int]) -> None:
    page = visit(address, size=size)
    axis = page.locator(".timeline .axis").bounding_box()
    assert axis
    words = page.locator(".timeline .bands span:not(:empty)")
    assert words.count() >= 3
    for one in words.all():
        box = one.bounding_box()
        assert box
        assert box["x"] >= axis["x"] - 1
        assert box["x"] + box["width"] <= axis["x"] + axis["width"] + 1
    if size[0] > 700:
        for name in page.locator(".timeline .lane > b").all():
            text = name.evaluate("(e) => { const r = document.createRange(); r.selectNodeContents(e); "
                                 "return r.getBoundingClientRect().right; }")  # fmt: skip
            assert text <= axis["x"] - 8


def test_every_lane_can_be_read_where_the_timeline_is_lowest(visit: Visit) -> None:
    page = visit(DAY, size=(1280, 720))
    lanes = page.locator(".timeline .lane").evaluate_all("(all) => all.map((e) => e.getBoundingClientRect().height)")
    assert len(lanes) > 8
    assert min(lanes) >= 13.5
    squares = page.locator(".timeline .apart .sq").evaluate_all(
        "(all) => all.map((e) => [e.getBoundingClientRect().width, e.getBoundingClientRect().height])"
    )
    assert min(width for width, _ in squares) >= 9 or len(squares) > 40
    names = page.locator(".timeline .lane > b").evaluate_all(
        "(all) => all.map((e) => [e.scrollWidth - e.clientWidth, e.textContent])"
    )
    assert [name for over, name in names if over > 0] == []


def test_strip_and_timeline_are_one_stop_of_the_tab_key_each(visit: Visit) -> None:
    page = visit("/?day=2022-01-06")
    for where in (".strip", ".timeline"):
        stops = page.locator(f"{where} a").evaluate_all("(all) => all.filter((a) => a.tabIndex === 0).length")
        assert stops == 1
    day = page.locator('.strip a[data-id="2022-01-06"]')
    day.focus()
    for key, to in (("ArrowRight", "2022-01-07"), ("ArrowLeft", "2022-01-06"), ("Home", "before"), ("End", "after")):
        page.keyboard.press(key)
        assert page.evaluate(FOCUSED) == to
    expect_days(page, "2022-01-06")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect_days(page, "2022-01-01")


def test_on_a_phone_the_strip_shows_the_chosen_day_and_the_timeline_is_drawn(visit: Visit) -> None:
    page = visit("/?day=2022-01-20", size=(390, 844))
    expect(page.locator('.strip a[data-id="2022-01-20"]')).to_be_in_viewport(ratio=1)
    expect(page.locator(".js-plotly-plot")).to_have_count(0)
    expect(page.locator(".timeline")).to_be_visible()


def test_the_strip_comes_back_to_the_chosen_day_when_its_width_comes_late(visit: Visit) -> None:
    page = visit("/?day=2022-01-20", size=(390, 844))
    strip = page.locator(".strip")
    strip.evaluate("(strip) => strip.style.width = '3000px'")
    page.wait_for_function("(strip) => strip.scrollLeft === 0", arg=strip.element_handle())
    strip.evaluate("(strip) => strip.style.width = ''")
    expect(page.locator('.strip a[data-id="2022-01-20"]')).to_be_in_viewport(ratio=1)
