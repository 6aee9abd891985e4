"""What the tests look at, and how they point at it."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Literal, Protocol
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Locator, Page, expect

from components.address import address
from components.frame import contents
from data.queries.view import View, parse_view
from tests.unit.sampletalks import known

EVENT = "2022-01-05-almaty-cordons-broken"
CASE_EVENT = "2022-01-05-almaty-airport-entered"
"""An event that is part of a case."""
CLAIM = "2022-01-09-government-164-dead"
SUCCESSOR = "2022-01-15-pgo-225-dead"
PAGES: Mapping[str, str] = {
    **{name: address(View(), name) for name in contents.PAGES},
    "explore": "/?day=2022-01-05",
    "event": f"/?day=2022-01-05&place=almaty&event={EVENT}",
    "sides": "/?day=2022-01-05&beside=2022-01-06",
    "day": "/day?day=2022-01-05",
    "case": "/cases?case=airport",
    "claim": f"/claims?claim={CLAIM}",
    "compare": f"/claims?claim={CLAIM}&with={SUCCESSOR}",
    "known": f"/?day=2022-01-05&event={EVENT}&known=2022-01-09",
    "known-case": "/cases?case=airport&known=2022-06-30",
}
"""What is looked at by the names of its screenshots: every page as it opens, and some of what can be chosen."""
LIKE_ANOTHER = ("event", "known", "claim", "compare", "known-case")
"""The same pages with other choices."""

LIVE_MAP = "[data-testid=stDeckGlJsonChart]"
DRAWN_MAP = ".map .drawn"
FOCUS = """() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}"""
"""The element with the focus, also inside our own markup."""


Scheme = Literal["light", "dark"]


class Visit(Protocol):
    def __call__(self, address: str, size: tuple[int, int] = ..., scheme: Scheme = ..., live: bool = ...) -> Page: ...


def want_app(page: Page) -> None:
    """Have the app come to all that is opened in a page, also where it does not by itself, as in a phone's window."""
    page.add_init_script("sessionStorage.setItem('qantar-app', 'yes')")


def settle(page: Page) -> None:
    """Wait until the app has taken the place of the first page and the server has nothing more to say."""
    page.locator("#first-page").wait_for(state="detached")
    page.locator("h1").first.wait_for()
    page.locator('.stApp[data-test-script-state="notRunning"]').wait_for()


def sentence(page: Page) -> Locator:
    return page.locator(".sentence h1")


def says(page: Page, *words: str) -> None:
    """Wait for the sentence with its choices to have these words; its spaces may be no-break spaces."""
    gap = r"[\s\u00a0]"
    wanted = "".join(f"(?=.*{re.escape(one).replace(chr(92) + ' ', gap)})" for one in words)
    expect(page.locator(".sentence")).to_have_text(re.compile(wanted, re.DOTALL))


def unfold(page: Page, menu: str) -> Locator:
    """The menu of this name, opened if it is not."""
    found = page.locator(f"[data-id=menu-{menu}]")
    if found.get_attribute("open") is None:
        found.locator("summary").click()
    return found


def press_keep(page: Page) -> None:
    """Keep the view for the talk."""
    unfold(page, "take").locator("[data-id=keep]").click()


def chosen_days(page: Page) -> list[str]:
    return page.locator(".strip a.chosen").evaluate_all("(all) => all.map((a) => a.dataset.id)")


def expect_days(page: Page, *days: str) -> None:
    """Wait until exactly these columns of the strip are chosen."""
    expect(page.locator(".strip a.chosen")).to_have_count(len(days))
    for day in days:
        expect(page.locator(f'.strip a.chosen[data-id="{day}"]')).to_have_count(1)


def view_of(page: Page) -> View:
    """The view that the address says, but for its language; nothing of it may be wrong."""
    view, rejected = parse_view(dict(parse_qsl(urlsplit(page.url).query)), known())
    assert rejected == ()
    return replace(view, language="")


MARK = """(plot, event) => [...plot.querySelectorAll('.barlayer .point, .scatterlayer .point')]
  .find((mark) => mark.closest('.trace').__data__[0].trace.customdata[mark.__data__.i] === event)"""


LAID_OVER = ".st-key-timeline-canvas[data-live]"
"""Where the live chart of hours has taken the place of the drawn marks."""


def come_to_hours(page: Page) -> None:
    """Bring the pointer to the hours of the timeline, and wait for their live chart."""
    if not page.locator(LAID_OVER).count():
        axis = page.locator(".st-key-timeline-canvas .axis")
        axis.evaluate("(e) => e.scrollIntoView({block: 'nearest'})")
        box = axis.bounding_box()
        assert box
        page.mouse.move(box["x"] + 2, box["y"] + 2)
        page.mouse.move(box["x"] + 4, box["y"] + 4)
    page.locator(LAID_OVER).wait_for()


def drawn_events(page: Page) -> list[str]:
    """The events that the timeline draws as bars."""
    data = "(plot) => plot.data.filter((trace) => trace.type === 'bar').flatMap((trace) => trace.customdata ?? [])"
    come_to_hours(page)
    found: list[str] = page.locator(".js-plotly-plot").evaluate(data)
    return found


def mark_of(page: Page, event: str) -> tuple[float, float]:
    """The middle of an event's bar or point in the timeline, scrolled into sight."""
    come_to_hours(page)
    mark = page.locator(".js-plotly-plot").evaluate_handle(MARK, event).as_element()
    assert mark
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
