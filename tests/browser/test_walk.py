"""The way from the strip to a copied link, and the links between strip, map, timeline and list."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import (
    EVENT,
    LIVE_MAP,
    Visit,
    chosen_days,
    drawn_events,
    expect_days,
    mark_of,
    says,
    sentence,
    view_of,
)

pytestmark = pytest.mark.browser

ALMATY_DRAWN = ".st-key-drawn-map a[data-id=mark-almaty]"


def test_walk_ends_in_a_link_that_shows_the_same(visit: Visit) -> None:
    page = visit("/")
    page.locator('.strip a[data-id="2022-01-05"]').click()
    says(page, "27 events", "5 January 2022")
    expect(page.locator(ALMATY_DRAWN)).to_have_attribute("aria-label", re.compile("^Almaty 14"))  # the map comes after
    page.locator(ALMATY_DRAWN).click()
    says(page, "14 events", "5 January 2022", "Almaty")
    page.locator(f'.list a[data-id="{EVENT}"]').click()
    expect(page.locator(".card h2")).to_be_visible()
    page.locator(".card").get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Link copied")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")

    other = visit(link)
    expect(sentence(other)).to_have_text(sentence(page).inner_text())
    expect(other.locator(".card h2")).to_have_text(page.locator(".card h2").inner_text())
    assert other.locator(".card .summary").inner_text() == page.locator(".card .summary").inner_text()
    assert chosen_days(other) == chosen_days(page) == ["2022-01-05"]


def test_bar_of_the_timeline_opens_the_card_and_marks_the_row(visit: Visit) -> None:
    page = visit("/?day=2022-01-05&place=almaty")
    event = _bar_with_a_row(page)
    page.mouse.click(*mark_of(page, event))
    expect(page.locator(f'.list a.open[data-id="{event}"]')).to_have_count(1)
    expect(page.locator(f'.timeline a.open[data-event="{event}"]')).to_have_count(1)
    title = page.locator(f'.list a[data-id="{event}"] .title').text_content() or ""
    expect(page.locator(".card h2")).to_have_text(title)
    assert view_of(page).event == event
    page.locator(".card .close").click()
    expect(page.locator(".card")).to_have_count(0)


def test_shelf_filters_by_what_has_no_point(visit: Visit) -> None:
    page = visit("/?day=2022-01-05")
    number = page.locator('.shelf a[data-id="shelf-kazakhstan"] b').inner_text()
    page.locator('.shelf a[data-id="shelf-kazakhstan"]').click()
    says(page, f"{number} events", "nationwide")
    expect(page.locator('.shelf a[data-id="shelf-kazakhstan"]')).to_have_attribute("aria-current", "true")
    page.locator('.shelf a[data-id="shelf-kazakhstan"]').click()
    says(page, "27 events")


def test_click_with_shift_makes_a_range_and_reset_undoes_it(visit: Visit) -> None:
    page = visit("/?cat=protest&lanes=place")
    page.locator('.strip a[data-id="2022-01-03"]').click()
    expect_days(page, "2022-01-03")
    page.locator('.strip a[data-id="2022-01-05"]').click(modifiers=["Shift"])
    expect_days(page, "2022-01-03", "2022-01-04", "2022-01-05")
    says(page, "3–5 January 2022")
    page.locator(".sentence a[data-id=reset]").click()
    says(page, "All 96 events")
    expect_days(page)
    assert view_of(page).lanes == "place"


def test_second_click_on_the_map_or_a_day_undoes_the_first(visit: Visit) -> None:
    page = visit("/?day=2022-01-05")
    page.locator('.spots a[data-place="oral"]').click()
    says(page, "2 events", "Oral")
    expect(page.locator(".map")).to_have_attribute("data-map", "oral")
    page.locator('.spots a[data-place="oral"]').click()
    says(page, "27 events")
    page.locator('.strip a[data-id="2022-01-05"]').click()
    says(page, "All 96 events")


def test_map_without_webgl_has_every_look_and_marks_what_is_chosen(visit: Visit) -> None:
    page = visit("/?day=2022-01-05&place=oral.almaty")
    page.locator(".spots").hover()
    expect(page.locator(LIVE_MAP)).to_have_count(0)
    expect(page.locator(".spots .chosen .ring:visible")).to_have_count(2)
    page.locator("[data-id=look-almaty]").click()
    page.locator("[data-id=look-centre]").click()
    expect(page.locator(".spots text", has_text="Republic Square")).to_be_visible()
    page.locator("[data-id=look-kazakhstan]").click()
    expect(page.locator(".spots text", has_text="Oral")).to_be_visible()


def test_view_goes_along_to_the_other_pages(visit: Visit) -> None:
    page = visit("/?day=2022-01-05&place=almaty")
    page.locator("nav a", has_text="Day by day").click()
    expect(page.locator("h1")).to_have_text("Wednesday 5 January 2022")
    expect(page.locator(".reading")).to_contain_text("14 events")
    page.locator("nav a", has_text="Explore").click()
    says(page, "14 events", "5 January 2022", "Almaty")


def _bar_with_a_row(page: Page) -> str:
    """An event that the timeline draws as a bar and the list has among its first rows."""
    rows = page.locator(".list li a").evaluate_all("(all) => all.map((a) => a.dataset.id)")
    return next(event for event in drawn_events(page) if event in rows)
