"""The map in its box: whole at every size, moved with two fingers or Ctrl and the wheel, and brought back."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.looking import DRAWN_MAP, LIVE_MAP, Visit, says, view_of

pytestmark = pytest.mark.browser

WEST = ("aktau", "zhanaozen", "atyrau", "oral")
EAST = ("almaty", "petropavl", "oskemen")
INSIDE = """([mark, map]) => {
  const [one, other] = [mark, map].map((element) => element.getBoundingClientRect());
  return one.left >= other.left && one.right <= other.right && one.top >= other.top && one.bottom <= other.bottom;
}"""


def of_place(page: Page, place: str) -> Locator:
    return page.locator(f'.spots a[data-place~="{place}"]')


def zoom(page: Page) -> float:
    return float(page.locator(".map").get_attribute("data-zoom") or 0)


@pytest.mark.parametrize("size", [(1024, 768), (1280, 720), (1440, 900), (1920, 1080), (390, 844)], ids=str)
def test_the_country_fits_its_box(visit: Visit, size: tuple[int, int]) -> None:
    page = visit("/?sig=3&day=2022-01-03..2022-01-08", size=size)
    box = page.locator(".map").element_handle()
    found = 0
    for place in (*WEST, *EAST):
        for mark in of_place(page, place).all():
            assert page.evaluate(INSIDE, [mark.locator(".halo").element_handle(), box]), place
            found += 1
    assert found >= 4


def test_names_and_marks_have_the_same_size_whatever_the_box(visit: Visit) -> None:
    page = visit("/?day=2022-01-05", size=(1024, 768))
    mark, name = of_place(page, "almaty").locator(".halo"), page.locator(".spots text", has_text="Almaty").first
    small = mark.bounding_box(), name.bounding_box()
    page.set_viewport_size({"width": 1920, "height": 1080})
    large = mark.bounding_box(), name.bounding_box()
    for before, after in zip(small, large, strict=True):
        assert before
        assert after
        assert after["width"] == pytest.approx(before["width"], abs=1)


def test_the_wheel_alone_moves_nothing_and_says_how(visit: Visit) -> None:
    page = visit("/?day=2022-01-05")
    page.locator(DRAWN_MAP).hover()
    page.mouse.wheel(0, 200)
    expect(page.locator(".map-hint.tried")).to_contain_text("Hold Ctrl")
    page.wait_for_timeout(500)
    assert zoom(page) == 3.5


def test_ctrl_and_the_wheel_zoom_and_a_button_brings_it_back(visit: Visit) -> None:
    page = visit("/?day=2022-01-05")
    whole = page.get_by_role("button", name="Whole map")
    expect(whole).to_be_hidden()
    page.locator(DRAWN_MAP).hover()
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    expect(whole).to_be_visible()
    assert zoom(page) == 4
    page.locator('[data-step="1"]').click()
    says(page, "6 January 2022")
    assert zoom(page) == 4
    whole.click()
    expect(whole).to_be_hidden()
    assert zoom(page) == 3.5


def test_a_look_works_again_after_a_drag_and_a_drag_is_no_click(visit: Visit) -> None:
    page = visit("/?day=2022-01-05")
    before = page.url
    box = of_place(page, "almaty").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] - 80, box["y"] - 40, steps=4)
    page.mouse.up()
    whole = page.get_by_role("button", name="Whole map")
    expect(whole).to_be_visible()
    assert page.url == before
    page.get_by_role("link", name="Kazakhstan", exact=True).click()
    expect(whole).to_be_hidden()


def test_arrow_keys_move_the_map_and_step_no_day(visit: Visit) -> None:
    page = visit("/?day=2022-01-05")
    page.locator(DRAWN_MAP).focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="Whole map")).to_be_visible()
    assert float(page.locator(".map").get_attribute("data-longitude") or 0) > 67
    page.keyboard.press("0")
    expect(page.get_by_role("button", name="Whole map")).to_be_hidden()
    assert view_of(page).period == view_of(page).period
    says(page, "5 January 2022")


def test_one_finger_scrolls_the_page_and_two_move_the_map(visit: Visit) -> None:
    page = visit("/?day=2022-01-05", size=(390, 844))
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": True, "maxTouchPoints": 2})

    def touch(kind: str, *points: tuple[float, float]) -> None:
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})

    def middle() -> tuple[float, float]:
        box = page.locator(DRAWN_MAP).bounding_box()
        assert box
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    x, y = middle()
    touch("touchStart", (x, y))
    for step in range(1, 9):
        touch("touchMove", (x, y - 15 * step))
    touch("touchEnd")
    page.wait_for_function("document.querySelector('[data-testid=stMain]').scrollTop > 40")
    assert zoom(page) == 3.5
    x, y = middle()
    touch("touchStart", (x - 30, y), (x + 30, y))
    for step in range(1, 9):
        touch("touchMove", (x - 30 - 6 * step, y), (x + 30 + 6 * step, y))
    touch("touchEnd")
    expect(page.get_by_role("button", name="Whole map")).to_be_visible()
    assert zoom(page) > 4.2


def test_streets_are_drawn_with_whose_they_are(visit: Visit) -> None:
    page = visit("/?day=2022-01-05&at=centre")
    expect(page.locator(".base .street").first).to_be_attached()
    expect(page.locator(".street-name:visible", has_text="Tole Bi Street").first).to_be_visible()
    expect(page.locator(".map-foot")).to_contain_text("© OpenStreetMap contributors")


def test_choosing_a_place_moves_the_camera_and_taking_it_off_brings_it_back(visit: Visit) -> None:
    page = visit("/?day=2022-01-05")
    of_place(page, "oral").click()
    says(page, "Oral")
    expect(page.locator(".map")).to_have_attribute("data-map", "oral")
    assert zoom(page) > 6
    of_place(page, "oral").click()
    expect(page.locator(".map")).to_have_attribute("data-map", "kazakhstan")


def test_the_live_map_shows_while_the_camera_moves_where_the_drawn_one_was(visit: Visit) -> None:
    page = visit("/?day=2022-01-05", live=True)
    expect(page.locator(LIVE_MAP)).to_have_count(0)
    page.locator(DRAWN_MAP).hover()
    page.locator(f"{LIVE_MAP} canvas").first.wait_for()
    box = page.locator(DRAWN_MAP).bounding_box()
    assert box
    moving = page.locator(".map.moving")
    for _ in range(20):
        page.mouse.move(box["x"] + 200, box["y"] + 100)
        page.mouse.down()
        page.mouse.move(box["x"] + 230, box["y"] + 110, steps=3)
        if moving.count():
            break
        page.mouse.up()
        page.wait_for_timeout(500)
    expect(moving).to_have_count(1)
    page.mouse.up()
    expect(moving).to_have_count(0)
    expect(page.get_by_role("button", name="Whole map")).to_be_visible()
