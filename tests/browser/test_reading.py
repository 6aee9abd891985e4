"""What is read: words that are explained, contents that lead to their parts, and lines of a length to be read."""

import pytest
from playwright.sync_api import expect

from data.queries.view import View
from tests.browser.looking import Visit, settle, view_of

CASE = "/cases?case=airport"


def test_a_word_says_what_it_means_on_focus_and_leads_to_the_glossary(visit: Visit) -> None:
    page = visit(CASE, size=(1280, 720))
    word = page.locator(".term", has_text="CSTO").first
    word.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(word).to_be_focused()
    assert "military alliance" in word.evaluate("word => getComputedStyle(word, '::after').content")
    word.press("Enter")
    meaning = page.locator("#csto")
    expect(meaning).to_be_in_viewport()
    settle(page)
    assert page.url.endswith("/about?lang=en")
    page.go_back()
    expect(page.locator(".case h1")).to_be_visible()


def test_an_address_with_a_word_shows_its_meaning(visit: Visit) -> None:
    page = visit("/about#voice", size=(1024, 768))
    expect(page.locator("dt#voice")).to_be_in_viewport()


def test_contents_lead_to_their_parts(visit: Visit) -> None:
    page = visit(CASE, size=(1440, 900))
    page.locator(".contents a[href='#events']").click()
    expect(page.locator("h2#events")).to_be_in_viewport()
    expect(page.locator(".contents"), "it stays beside what is read").to_be_in_viewport()
    page.locator(".contents .button").click()
    expect(page.locator(".list li").first).to_be_visible()
    assert "of=airport" in page.url
    page.locator("[data-id=to-case]").click()
    expect(page.locator(".case h1")).to_contain_text("Almaty airport case")


def test_cases_are_searched_and_put_in_order_and_lead_back_to_their_list(visit: Visit) -> None:
    page = visit("/cases", size=(1280, 720))
    page.locator("[data-id=case-sort]").select_option("newest")
    expect(page.locator(".cases h2").first).to_contain_text("20")
    page.locator("[data-id=case-words]").fill("koshmambet")
    page.locator("[data-id=case-words]").press("Enter")
    expect(page.locator(".caselist li")).to_have_count(1)
    page.locator(".caselist a").click()
    expect(page.locator(".case h1")).to_contain_text("Koshmambet")
    page.locator("[data-id=all-cases]").click()
    expect(page.locator(".cases [role=status]")).to_contain_text("with “koshmambet”")
    assert view_of(page) == View(text="koshmambet", sort="newest")


@pytest.mark.parametrize("size", [(390, 844), (1280, 720)], ids=["phone", "projector"])
def test_a_menu_unfolds_within_the_window(visit: Visit, size: tuple[int, int]) -> None:
    page = visit("/?day=2022-01-05", size=size)
    for menu in ("known", "take", "legend"):
        page.locator(f"[data-id=menu-{menu}] summary").click()
        box = page.locator(f"[data-id=menu-{menu}] .unfolded").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size[0]
        page.keyboard.press("Escape")


TEXTS = (
    "[...document.querySelectorAll('.stApp *')]"
    ".flatMap((e) => [...(e.shadowRoot?.querySelectorAll('p, dd, li') ?? [])])"
)
LINES = f"""() => {TEXTS}
  .filter((e) => e.localName !== 'li' && e.textContent.length > 120 && e.checkVisibility())
  .map((e) => [e.clientWidth / parseFloat(getComputedStyle(e).fontSize), e.textContent.slice(0, 60)])"""
RIGHT = f"""() => Math.max(...{TEXTS}
  .filter((e) => !e.closest('.menu')).map((e) => e.getBoundingClientRect().right)) / innerWidth"""
LONGEST = 43
"""Ems that a line may have: about 80 letters."""


@pytest.mark.parametrize("address", ["/about", "/sources", "/corrections", "/cases", CASE])
def test_text_uses_the_window_and_has_no_line_too_long_to_be_read(visit: Visit, address: str) -> None:
    page = visit(address, size=(1440, 900))
    for width, height in ((1440, 900), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        lines = page.evaluate(LINES)
        assert lines
        assert [words for width, words in lines if width > LONGEST] == []
        assert page.evaluate(RIGHT) > 0.8
