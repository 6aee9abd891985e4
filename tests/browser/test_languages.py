"""A reader in each language: the switch, the walk through the pages, and the stage; axe finds nothing on the way."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from data.vocabulary import LANGUAGES
from tests.browser.looking import Visit, expect_days, settle, view_of

pytestmark = [pytest.mark.browser, pytest.mark.published]

WORDS = {
    "en": ("The dead", "Claims", "Talks", "Notes"),
    "ru": ("Погибшие", "Утверждения", "Доклады", "Заметки"),
    "kk": ("Қаза тапқандар", "Мәлімдемелер", "Баяндамалар", "Жазбалар"),
}
"""What some pages, and the notes of a talk, are called."""
EVENT = "2022-01-05-almaty-airport-entered"


def keeps_the_rules(page: Page, language: str) -> None:
    """The page is in a language, says so in its address, and axe finds nothing serious on it."""
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert f"lang={language}" in page.url
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], one["nodes"][0]["target"]) for one in found if one["impact"] in ("serious", "critical")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_walks_from_the_days_to_the_stage_in_one_language(visit: Visit, published: str, language: str) -> None:
    dead, claims, talks, notes = WORDS[language]
    page = visit(f"{published}/?lang={language}")
    page.locator('.strip a[data-id="2022-01-05"]').click()
    expect_days(page, "2022-01-05")
    page.locator(f'.list a[data-event="{EVENT}"]').click()
    expect(page.locator(f'[data-card="{EVENT}"] h2')).to_be_visible()
    settle(page)
    keeps_the_rules(page, language)
    page.locator(".card a[href^='/cases?case=airport']").first.click()
    expect(page.locator(".case h1")).to_be_visible()
    settle(page)
    keeps_the_rules(page, language)
    for name, says in (("claims", claims), ("dead", dead), ("talks", talks)):
        page.locator(f".top nav a[href^='/{name}']").click()
        expect(page).to_have_title(re.compile(says))
        settle(page)
        keeps_the_rules(page, language)
    page.locator(".talk a.button[target=_top]").first.click()
    page.wait_for_selector("#stage[data-settled]")
    expect(page.locator("html")).to_have_attribute("lang", language)
    with page.expect_popup() as opened:
        page.keyboard.press("n")
    expect(opened.value).to_have_title(re.compile(notes))
    expect(opened.value.locator("#switch a[aria-current]")).to_have_attribute("lang", language)


def test_the_switch_keeps_the_view(visit: Visit, published: str) -> None:
    page = visit(f"{published}/?day=2022-01-05&place=almaty&event={EVENT}")
    before = view_of(page)
    for language in ("kk", "ru", "en"):
        page.locator(f"[data-id=language-{language}]").click()
        expect(page.locator(f"[data-id=language-{language}]")).to_have_attribute("aria-current", "true")
        settle(page)
        expect(page.locator("html")).to_have_attribute("lang", language)
        assert view_of(page) == before
        assert f"lang={language}" in page.url


def test_the_notes_lead_the_stage_to_another_language_at_the_same_slide(visit: Visit, published: str) -> None:
    page = visit(f"{published}/talks?lang=en")
    page.goto(f"{published}/talk/ten-days?lang=en#3")
    page.wait_for_selector("#stage[data-settled]")
    with page.expect_popup() as opened:
        page.keyboard.press("n")
    opened.value.locator("#switch a[lang=kk]").click()
    page.wait_for_url("**/talk/ten-days?lang=kk#3")
    expect(opened.value.locator("html")).to_have_attribute("lang", "kk")
    expect(opened.value.locator("#place")).to_have_text("3 / 17")


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_what_the_upload_says_is_in_the_readers_language(visit: Visit, published: str, language: str) -> None:
    page = visit(f"{published}/talks?lang={language}")
    upload = page.locator("[data-testid=stFileUploader]")
    page.locator("[data-testid=stFileUploaderDropzoneInput]").set_input_files(
        {"name": "x.md", "mimeType": "text/markdown", "buffer": b"a" * 1_500_000}
    )
    words = {"ru": "Файл должен быть не больше 1.0 МБ.", "kk": "Файлдың көлемі 1.0 МБ-тан аспауы керек."}
    expect(upload).to_contain_text(words[language])
    assert not re.search(r"Upload|must be|smaller|Error|per file", upload.inner_text())
