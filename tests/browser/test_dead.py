"""The dead in a browser: a link to one of them shows them, and they are searched like cases."""

from playwright.sync_api import expect

from data.queries.view import View
from tests.browser.looking import Visit, settle, view_of

BOY = "death-2022-01-05-almaty-boy-12"


def test_a_link_to_one_of_the_dead_shows_them(visit: Visit) -> None:
    page = visit(f"/dead#{BOY}", size=(390, 844))
    expect(page.locator(f"#{BOY} h4")).to_be_in_viewport()


def test_the_dead_are_narrowed_and_lead_to_their_event(visit: Visit) -> None:
    page = visit("/dead", size=(1280, 720))
    page.locator("[data-id=dead-told]").select_option("court")
    expect(page.locator(".deaths > li")).to_have_count(1)
    page.locator("[data-id=reset]").click()
    expect(page.locator(".deaths > li")).to_have_count(2)
    settle(page)
    page.locator("[data-id=dead-words]").fill("shop")
    page.locator("[data-id=dead-words]").press("Enter")
    expect(page.locator(".dead [role=status]")).to_contain_text("with “shop”")
    assert view_of(page) == View(text="shop")
    page.locator(f"#{BOY} dd a").first.click()
    expect(page.locator(".card h2")).to_contain_text("12-year-old boy")
    page.locator(".card a", has_text="A boy, 12").click()
    expect(page.locator(f"#{BOY}")).to_be_in_viewport()
