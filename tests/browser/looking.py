"""What the tests look at, and how they point at it."""

import re
from collections.abc import Mapping
from typing import Protocol
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Locator, Page, TimeoutError, expect

from components.cameras import CAMERAS, pixel
from components.state import known
from data.view import View, parse_view

EVENT = "2022-01-05-almaty-cordons-broken"
CLAIM = "2022-01-09-government-164-dead"
PAGES: Mapping[str, str] = {
    "explore": "/?day=2022-01-05",
    "event": f"/?day=2022-01-05&place=almaty&event={EVENT}",
    "day": "/day?day=2022-01-05",
    "cases": "/cases",
    "case": "/cases?case=airport",
    "claims": "/claims",
    "claim": f"/claims?claim={CLAIM}",
    "sources": "/sources",
}
"""The pages by the names of their screenshots."""

ALMATY = (76.945, 43.238)
MAP = "[data-testid=stDeckGlJsonChart]"


class Visit(Protocol):
    def __call__(
        self, address: str, size: tuple[int, int] = ..., scheme: str = ..., permissions: tuple[str, ...] = ...
    ) -> Page: ...


def settle(page: Page) -> None:
    """Wait until the page has its heading and the server has nothing more to say."""
    page.locator("h1").first.wait_for()
    page.locator('.stApp[data-test-script-state="notRunning"]').wait_for()


def sentence(page: Page) -> Locator:
    return page.locator(".sentence h1")


def says(page: Page, *words: str) -> None:
    """Wait for the sentence to have these words in this order; its spaces may be no-break spaces."""
    gap = r"[\s\u00a0]"
    expect(sentence(page)).to_have_text(re.compile(".*".join(re.escape(w).replace(r"\ ", gap) for w in words)))


def chosen_days(page: Page) -> list[str]:
    return page.locator(".strip a.chosen").evaluate_all("(all) => all.map((a) => a.dataset.id)")


def expect_days(page: Page, *days: str) -> None:
    """Wait until exactly these columns of the strip are chosen."""
    expect(page.locator(".strip a.chosen")).to_have_count(len(days))
    for day in days:
        expect(page.locator(f'.strip a.chosen[data-id="{day}"]')).to_have_count(1)


def view_of(page: Page) -> View:
    """The view that the address says; nothing of it may be wrong."""
    view, rejected = parse_view(dict(parse_qsl(urlsplit(page.url).query)), known())
    assert rejected == ()
    return view


def point_at(page: Page, place: tuple[float, float], says: str, camera: str = "kazakhstan") -> None:
    """Move the mouse onto a place on the map, until the map says its name."""
    look = CAMERAS[camera]
    map_ = page.locator(MAP)
    map_.scroll_into_view_if_needed()
    tooltip = page.locator(".deck-tooltip").filter(has_text=says)
    for attempt in range(60):
        box = map_.bounding_box()
        assert box
        x, y = pixel(*place, look.zoom)
        left, top = pixel(look.longitude, look.latitude, look.zoom)
        # A move by a pixel each time, as the map looks again only on a move.
        page.mouse.move(box["x"] + box["width"] / 2 + x - left + attempt % 2, box["y"] + box["height"] / 2 + y - top)
        try:
            tooltip.wait_for(timeout=500)
        except TimeoutError:
            continue
        return
    raise AssertionError(f"the map does not say {says!r} at {place}")


def click_on_map(page: Page, place: tuple[float, float], says: str) -> None:
    point_at(page, place, says)
    page.mouse.down()
    page.mouse.up()


def bar_of(page: Page, event: str) -> tuple[float, float]:
    """The middle of an event's bar in the timeline, scrolled into sight."""
    plot = page.locator(".js-plotly-plot")
    bars: list[str] = plot.evaluate("(plot) => plot.data[0].customdata")
    bar = plot.locator(".barlayer .point").nth(bars.index(event))
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
