"""The pages in Russian and Kazakh, of longer words than the English: nothing cut, overlapping or under a control."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.faults import crowded, faults
from tests.browser.looking import Visit, settle

pytestmark = pytest.mark.browser

SIZES = ((1440, 900), (1280, 720), (390, 844))
PAGES = (
    "/?day=2022-01-05",
    "/?day=2022-01-05&known=2022-01-09",
    "/?day=2022-01-05&beside=2022-01-06",
    "/day?day=2022-01-05",
    "/cases",
    "/dead?day=2022-01-05",
    "/claims?measure=killed_total",
)
TARGET = 24
"""Pixels that a link to another language has at least, each way, on a phone."""


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("address", PAGES)
def test_longer_words_have_room(visit: Visit, published: str, address: str, language: str) -> None:
    page = visit(f"{published}{address}{'&' if '?' in address else '?'}lang={language}", size=SIZES[0])
    page.evaluate("document.fonts.ready")
    wrong = []
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        expect(page.locator(".q h1").first).to_be_visible()
        page.wait_for_timeout(300)  # the script says the new width, and is answered
        settle(page)
        wrong += [f"{width}: {fault}" for fault in [*faults(page), *crowded(page)]]
    for box in page.locator(".languages a").evaluate_all("(all) => all.map((a) => a.getBoundingClientRect().toJSON())"):
        wrong += [f"small: {box}"] if min(box["width"], box["height"]) < TARGET else []
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("width", [1280, 390])
def test_where_there_is_no_page_the_languages_are_seen(chromium: Browser, app: str, width: int) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{app}/nothing?lang=kk")
    boxes = [link.bounding_box() for link in page.locator(".languages a").all()]
    assert len(boxes) == 3
    assert all(box and box["y"] > -1 for box in boxes)
    assert crowded(page) == []
    page.close()
