"""A talk of one's own: what was put together outlives other pages and a reload, and no other tab sees it."""

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.looking import Visit, press_keep, settle

pytestmark = pytest.mark.browser


def test_what_was_put_together_outlives_other_pages_and_a_reload(visit: Visit) -> None:
    page = visit("/?day=2022-01-05")
    press_keep(page)
    expect(page.locator("[data-id=keep]:visible"), "the menu stays open").to_contain_text("(1)")
    _go_to(page, "Talks")
    _fill(page, "Title", "Five days")
    _fill(page, "Author", "Жанна & co")
    _fill(page, "Heading of slide 1", "The fifth")
    _go_to(page, "Cases")
    _go_to(page, "Talks")
    _has_all(page)
    page.reload()
    settle(page)
    _has_all(page)
    expect(page.get_by_role("button", name="Download the talk’s file")).to_be_visible()

    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_text("There is no slide yet.")).to_be_visible()
    _empty(page, "Title", "Five days")
    _empty(page, "Author", "Жанна & co")
    page.wait_for_function("() => sessionStorage.getItem('kept') === null")
    page.reload()
    settle(page)
    expect(page.get_by_text("There is no slide yet.")).to_be_visible()
    expect(page.get_by_label("Title", exact=True)).to_have_value("")


def test_another_tab_begins_with_nothing(visit: Visit) -> None:
    page = visit("/cases?case=airport")
    press_keep(page)
    expect(page.locator("[data-id=keep]")).to_contain_text("(1)")
    other = visit("/talks")
    expect(other.get_by_text("There is no slide yet.")).to_be_visible()


def test_a_file_goes_up_and_comes_down_again(visit: Visit) -> None:
    page = visit("/talks")
    talk = "---\ntitle: Two winters\nlanguage: en\nauthor: Жанна\ndate: 2026-01-05\n---\n\n# Words alone\n\nSaid.\n"
    file = FilePayload(name="mine.md", mimeType="text/markdown", buffer=talk.encode())
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_label("Heading of slide 1")).to_have_value("Words alone")
    with page.expect_download() as started:
        page.get_by_role("button", name="Download the talk’s file").click()
    came = started.value.path().read_text("utf-8")
    for words in ("Two winters", "Жанна", "# Words alone", "Said."):
        assert words in came


def test_what_the_browser_has_kept_need_not_be_a_talk(visit: Visit) -> None:
    page = visit("/talks")
    page.evaluate("() => sessionStorage.setItem('kept', '<script>alert(1)</script> --- view: day=never')")
    page.reload()
    settle(page)
    expect(page.get_by_role("heading", name="Your own talk")).to_be_visible()
    expect(page.get_by_text("This page failed")).to_have_count(0)


def _go_to(page: Page, name: str) -> None:
    page.locator("nav[aria-label=Pages] a", has_text=name).click()
    expect(page.locator("nav[aria-label=Pages] a[aria-current=page]")).to_have_text(name)
    settle(page)


def _fill(page: Page, label: str, text: str) -> None:
    page.get_by_label(label, exact=True).fill(text)
    page.keyboard.press("Tab")
    settle(page)
    page.wait_for_function("(text) => (sessionStorage.getItem('kept') ?? '').includes(text)", arg=text)


def _empty(page: Page, label: str, held: str) -> None:
    page.get_by_label(label, exact=True).fill("")
    page.keyboard.press("Tab")
    settle(page)
    page.wait_for_function("(held) => !(sessionStorage.getItem('kept') ?? '').includes(held)", arg=held)


def _has_all(page: Page) -> None:
    for label, text in (("Title", "Five days"), ("Author", "Жанна & co"), ("Heading of slide 1", "The fifth")):
        expect(page.get_by_label(label, exact=True)).to_have_value(text)
