"""Explore on one screen: nothing but list and card scrolls, nothing overlaps, and what is chosen is seen everywhere."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import EVENT, Visit, settle, view_of

pytestmark = pytest.mark.browser

SIZES = ((1280, 720), (1440, 900), (1920, 1080), (1024, 768))
PARTS = (".strip", ".key-line", ".st-key-map-canvas", ".st-key-timeline-frame")
ENTRIES = ".list a[data-event]:visible"
DAY = "/?day=2022-01-05"
OVERLAP = """(boxes) => boxes.flatMap((one, i) => boxes.slice(i + 1)
  .filter((other) => one.x + 1 < other.x + other.width && other.x + 1 < one.x + one.width
    && one.y + 1 < other.y + other.height && other.y + 1 < one.y + one.height)
  .map((other) => [one, other]))"""


def boxes(page: Page) -> list[Any]:
    """Where strip, key, map, timeline and the first five entries of the list are."""
    found = [page.locator(part).first.bounding_box() for part in PARTS]
    return found + [page.locator(ENTRIES).nth(number).bounding_box() for number in range(5)]


def resized(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    expect(page.locator(ENTRIES).first).to_be_visible()


@pytest.mark.parametrize("address", [DAY, "/", f"{DAY}&known=2022-01-09", "/?tour=3&day=2022-01-05"])
def test_all_of_it_lies_inside_the_window_and_nothing_overlaps(visit: Visit, address: str) -> None:
    page = visit(address, size=SIZES[0])
    for size in SIZES:
        resized(page, size)
        found = boxes(page)
        for name, box in zip((*PARTS, *"12345"), found, strict=True):
            assert box, (size, name)
            assert 0 <= box["x"] <= size[0] - box["width"], (size, name, box)
            within = box["y"] + box["height"] <= size[1]
            # With a strip of growth or a step of the tour above it, fewer entries of the list have room.
            assert within or (name in "2345" and address != DAY), (size, name, box)
        assert page.evaluate(OVERLAP, found) == [], size
        main = "document.querySelector('[data-testid=stMain]')"
        assert page.evaluate(f"{main}.scrollHeight <= {main}.clientHeight"), size


def test_what_is_chosen_is_seen_everywhere_and_nothing_moves(visit: Visit) -> None:
    page = visit(DAY, size=(1280, 720))
    before = boxes(page)[: len(PARTS)]
    page.locator(f'.list a[data-event="{EVENT}"]').click()
    expect(page.locator(f'[data-card="{EVENT}"]')).to_be_visible()
    expect(page.locator(f'.list a.open[data-event="{EVENT}"]')).to_be_attached()
    expect(page.locator(f'.st-key-timeline-frame [data-event="{EVENT}"].open')).to_be_attached()
    expect(page.locator('.st-key-map-frame [data-place="almaty"].chosen')).to_be_attached()
    after = [page.locator(part).first.bounding_box() for part in PARTS]
    assert [box and round(box["y"]) for box in after] == [box and round(box["y"]) for box in before]


def test_a_press_on_the_timeline_opens_the_card_and_keeps_the_list_where_it_was(visit: Visit) -> None:
    page = visit(DAY, size=(1280, 720))
    entry = page.locator(ENTRIES).nth(20)
    entry.scroll_into_view_if_needed()
    before = entry.bounding_box()
    event = page.locator(".st-key-timeline-frame a[data-event]").last.get_attribute("data-event")
    page.locator(f'.st-key-timeline-frame a[data-event="{event}"]').first.click(force=True)
    expect(page.locator(f'[data-card="{event}"]')).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("[data-card]")).to_have_count(0)
    expect(entry).to_be_visible()
    after = entry.bounding_box()
    assert before
    assert after
    assert round(before["y"]) == round(after["y"])


def test_keys_step_through_the_events_and_the_focus_goes_along(visit: Visit) -> None:
    page = visit(DAY, size=(1280, 720))
    first, second = (page.locator(ENTRIES).nth(number).get_attribute("data-event") for number in (0, 1))
    page.locator(ENTRIES).first.press("Enter")
    expect(page.locator(f'[data-card="{first}"] #card-title')).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator(f'[data-card="{second}"] #card-title')).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator(f'[data-card="{first}"] #card-title')).to_be_focused()
    settle(page)  # a run that is still under way would take the focus again
    page.keyboard.press("Escape")
    expect(page.locator(f'.list a[data-event="{first}"]')).to_be_focused()
    assert view_of(page).event == ""


def test_a_wide_window_has_the_card_beside_the_list(visit: Visit) -> None:
    page = visit(f"{DAY}&event={EVENT}", size=(1920, 1080))
    card, entry = page.locator("[data-card]").bounding_box(), page.locator(".list a.open").bounding_box()
    assert card
    assert entry
    assert card["x"] >= entry["x"] + entry["width"]
