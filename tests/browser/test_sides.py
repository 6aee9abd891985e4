"""Two sides in a browser: one click from two places, both columns in the window, a card in its own column."""

import pytest
from playwright.sync_api import FloatRect, Page, expect

from data.period import Period
from tests.browser.looking import Visit, view_of
from tests.browser.test_one_screen import OVERLAP

pytestmark = pytest.mark.browser

DAYS = "/?day=2022-01-05&beside=2022-01-06"
SIZES = ((1280, 720), (1440, 900), (1024, 768))
PARTS = ("header", ".side-map", ".side-timeline", ".side-list")


def boxes(page: Page) -> list[FloatRect]:
    """Where the strip, and the parts of both sides are."""
    found = [page.locator(".strip").bounding_box()]
    found += [page.locator(f".st-key-{side} {part}").bounding_box() for side in ("left", "right") for part in PARTS]
    assert all(found)
    return [box for box in found if box]


def test_from_two_places_it_is_one_click_to_stand_side_by_side(visit: Visit) -> None:
    page = visit("/?day=2022-01-05&place=almaty.oral")
    page.get_by_role("link", name="Compare side by side").click()
    expect(page.locator(".side h2").first).to_have_text("Almaty")
    expect(page.locator(".side h2").nth(2)).to_be_attached()
    assert (view_of(page).places, view_of(page).beside) == (("almaty",), "oral")


def test_both_columns_lie_in_the_window_beside_one_another_and_nothing_overlaps(visit: Visit) -> None:
    page = visit(DAYS, size=SIZES[0])
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(300)
        found = boxes(page)
        for box in found:
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width + 1
            assert box["y"] + box["height"] <= height + 1
            assert box["height"] > 30
        assert page.evaluate(OVERLAP, found) == []
        left, right = found[1:5], found[5:]
        assert [round(box["y"]) for box in left] == [round(box["y"]) for box in right]
        assert left[3]["x"] + left[3]["width"] < right[3]["x"]
        main = "document.querySelector('[data-testid=stMain]')"
        assert page.evaluate(f"{main}.scrollHeight <= {main}.clientHeight")


def test_lanes_lie_on_one_line_on_both_sides(visit: Visit) -> None:
    page = visit(DAYS, size=SIZES[0])
    tops = [
        [round(box["y"]) for lane in page.locator(f".st-key-{side} .lane").all() if (box := lane.bounding_box())]
        for side in ("left", "right")
    ]
    assert tops[0]
    assert tops[0] == tops[1]


def test_a_card_opens_in_the_column_of_its_side_and_the_other_stays(visit: Visit) -> None:
    page = visit(DAYS, size=SIZES[0])
    entry = page.locator(".st-key-right .side-list a[data-event]").first
    event = entry.get_attribute("data-event")
    entry.click()
    expect(page.locator(f'.st-key-right [data-card="{event}"]')).to_be_visible()
    expect(page.locator(".st-key-left .side-card")).to_have_count(0)
    assert view_of(page).beside == Period.parse("2022-01-06")
    page.keyboard.press("Escape")
    expect(page.locator(".side-card")).to_have_count(0)


def test_on_a_phone_one_side_stands_below_the_other(visit: Visit) -> None:
    page = visit(DAYS, size=(390, 844))
    left, right = (page.locator(f".st-key-{side} .side").bounding_box() for side in ("left", "right"))
    assert left
    assert right
    assert right["y"] >= left["y"] + left["height"]
    assert left["width"] <= 390
