"""Stepping through the days by the arrow keys, and the key of the search."""

import pytest
from playwright.sync_api import expect

from tests.browser.looking import FOCUS, Visit, come_to_hours, expect_days, says, unfold, view_of

pytestmark = pytest.mark.browser

FOCUSED_DAY = f"({FOCUS})().dataset.id"


def test_arrows_step_a_day_also_to_days_without_events(visit: Visit) -> None:
    page = visit("/?day=2022-01-20")
    come_to_hours(page)
    page.keyboard.press("ArrowRight")
    expect_days(page, "2022-01-21")
    says(page, "0 events", "21 January 2022")
    expect(page.locator(".list .none")).to_contain_text("The record has no event for this day")
    page.keyboard.press("ArrowRight")
    expect_days(page, "2022-01-22")
    page.keyboard.press("ArrowLeft")
    expect_days(page, "2022-01-21")


@pytest.mark.parametrize(
    ("edge", "key", "beyond", "words", "link"),
    [
        ("2022-01-01", "ArrowLeft", "before", "before January 2022", "Previous day"),
        ("2022-01-31", "ArrowRight", "after", "after January 2022", "Next day"),
    ],
)
def test_arrows_reach_before_and_after(visit: Visit, edge: str, key: str, beyond: str, words: str, link: str) -> None:
    page = visit(f"/?day={edge}")
    come_to_hours(page)
    page.keyboard.press(key)
    expect_days(page, beyond)
    says(page, words)
    expect(page.get_by_role("link", name=link)).to_be_disabled()
    page.keyboard.press({"ArrowLeft": "ArrowRight", "ArrowRight": "ArrowLeft"}[key])
    expect_days(page, edge)


def test_focus_stays_on_the_day_that_was_chosen(visit: Visit) -> None:
    page = visit("/")
    page.locator('.strip a[data-id="2022-01-06"]').focus()
    page.keyboard.press("Enter")
    expect_days(page, "2022-01-06")
    assert page.evaluate(FOCUSED_DAY) == "2022-01-06"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(FOCUSED_DAY) == "2022-01-07"
    expect_days(page, "2022-01-06")
    page.keyboard.press("Enter")
    expect_days(page, "2022-01-07")
    assert page.evaluate(FOCUSED_DAY) == "2022-01-07"
    assert len(view_of(page).to_query()) == 1


def test_arrows_in_the_search_box_move_the_cursor_only(visit: Visit) -> None:
    page = visit("/?day=2022-01-05")
    box = unfold(page, "text").get_by_role("searchbox")
    box.fill("akimat")
    box.press("ArrowLeft")
    box.press("ArrowLeft")
    box.press("ArrowRight")
    box.press("Enter")
    says(page, "5 January 2022", "“akimat”")
    expect_days(page, "2022-01-05")


def test_arrows_step_on_the_page_of_a_day(visit: Visit) -> None:
    page = visit("/day?day=2022-01-05")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".day-title")).to_have_text("Thursday 6 January 2022")
    assert "/day?" in page.url


def test_the_slash_leads_to_the_search_which_finds_what_is_spelt_otherwise(visit: Visit) -> None:
    page = visit("/cases")
    page.keyboard.press("/")
    page.keyboard.type("Тлеужанову/")
    page.keyboard.press("Enter")
    expect(page.locator(".hits a").first).to_have_text("Aigerim Tleuzhan")
    assert view_of(page).text == "Тлеужанову/"
    page.locator(".hits a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aigerim Tleuzhan")
    assert view_of(page).person == "aigerim-tleuzhan"
