"""Back and forward: one entry a step, and what was there comes back."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import CASE_EVENT, Visit, expect_days, says, settle, view_of

pytestmark = pytest.mark.browser

WHERE = f"/?day=2022-01-05&place=almaty&event={CASE_EVENT}&at=almaty"


def entries(page: Page) -> int:
    number: int = page.evaluate("history.length")
    return number


def test_back_and_forward_follow_the_choices(visit: Visit) -> None:
    page = visit("/")
    for day in ("2022-01-05", "2022-01-08"):
        page.locator(f'.strip a[data-id="{day}"]').click()
        expect_days(page, day)
    page.go_back()
    expect_days(page, "2022-01-05")
    says(page, "5 January 2022")
    page.go_back()
    says(page, "All 96 events")
    page.go_forward()
    expect_days(page, "2022-01-05")


def test_back_leads_to_the_page_before(visit: Visit) -> None:
    page = visit("/?day=2022-01-05")
    page.locator("nav a", has_text="Cases").click()
    expect(page.locator(".cases h1")).to_be_visible()
    page.go_back()
    says(page, "5 January 2022")
    page.go_forward()
    expect(page.locator(".cases h1")).to_be_visible()


def test_a_step_to_another_page_is_one_entry_and_back_brings_all_that_was_chosen(visit: Visit) -> None:
    page = visit(WHERE)
    before, title = entries(page), page.locator(".card h2").inner_text()
    page.locator(".card a[href^='/cases?case=airport']").first.click()
    expect(page.locator(".case h1")).to_be_visible()
    settle(page)
    assert entries(page) == before + 1
    assert page.url.endswith("/cases?case=airport&lang=en")
    page.go_back()
    expect(page.locator(".card h2")).to_have_text(title)
    assert page.url.endswith(WHERE)
    expect_days(page, "2022-01-05")
    assert view_of(page).camera == "almaty"
    page.go_forward()
    expect(page.locator(".case h1")).to_be_visible()
    assert entries(page) == before + 1


def test_every_step_on_a_page_and_between_pages_is_one_entry(visit: Visit) -> None:
    page = visit("/?day=2022-01-05")
    before = entries(page)
    steps = (
        (".strip a[data-id='2022-01-07']", "[data-id='2022-01-07'].chosen"),
        (".top nav a >> text=Cases", ".cases h1"),
        (".top nav a >> text=Claims", ".ledger"),
        (".top nav a >> text=Explore", ".sentence h1"),
    )
    for number, (link, there) in enumerate(steps, start=1):
        page.locator(link).click()
        expect(page.locator(there).first).to_be_visible()
        settle(page)
        assert entries(page) == before + number, link
    page.locator(".strip a[data-id='2022-01-09']").click(modifiers=["Shift"])
    expect_days(page, "2022-01-07", "2022-01-08", "2022-01-09")
    assert entries(page) == before + len(steps) + 1
