"""The page of a search says what was found, marks it, and says what was tried where nothing was."""

from pathlib import Path

import pytest

from components.language import Language
from components.search.page import FIRST, marked, search_page
from data.queries.view import View
from data.queries.view_codecs import LONGEST_TEXT
from data.search.index import index_of
from tests.unit.helpers import tiny_folder
from tests.unit.samples import EN, HOSTILE, Page, hostile_record, record


def page(text: str, **choices: object) -> Page:
    return Page(search_page(record(), View(text=text, **choices), EN))  # type: ignore[arg-type]


def marks(found: Page) -> set[str]:
    return set(str(found.markup).replace("</mark>", "<mark>").split("<mark>")[1::2])


def test_hits_lead_to_what_they_are_and_their_words_are_marked() -> None:
    found = page("Тлеужанову")
    assert {"/people?person=aigerim-tleuzhan", "/cases?case=airport"} <= set(found.links)
    assert "/?event=2022-03-02-almaty-tleuzhan-jailed-15-days" in found.links
    assert "Tleuzhanova" in marks(found)
    assert "/?place=shymkent" in page("Шымкент").links
    assert "/sources?source=vlast-kz-2023-07-suppressing-truth#sources" in page("suppressing truth").links
    assert "/dead#death-2022-01-07-almaty-girl-4" in page("girl 4").links


def test_of_each_kind_some_are_shown_with_how_many_there_are_and_of_one_kind_all() -> None:
    total = len(index_of(record()).find("almaty").by_kind["event"])
    assert total > FIRST
    few, whole = page("almaty"), page("almaty", among="event", shown=9999)
    assert len([link for link in few.links if link.startswith("/?event=")]) == FIRST
    assert "/search?q=almaty&in=event" in few.links
    assert len([link for link in whole.links if link.startswith("/?event=")]) == total
    assert not [link for link in whole.links if link.startswith("/people?person=")]
    assert f"Show all {total}" in few.text


def test_without_words_and_without_hits_it_says_so() -> None:
    assert "Searched are People" in page("").text
    assert "There is no word in" in page("!?").text
    lost = page("Shymkala")
    assert "Nothing in the record has “Shymkala”" in lost.text
    assert "Looked for in People" in lost.text
    assert "/search?q=Shymkent" in lost.links
    assert "At most 200 letters" in page("x" * LONGEST_TEXT).text


def test_what_is_typed_and_what_is_found_is_data() -> None:
    words = '"><script>alert(1)</script>'
    assert page(words).names <= page("qqqq").names
    clean, hostile = page("tleuzhan"), Page(search_page(hostile_record(), View(text="tleuzhan"), EN))
    assert hostile.names <= clean.names
    assert " ".join(HOSTILE.split())[:30] in hostile.text
    found = index_of(record()).find("script")
    assert marked("<script>", found) == "&lt;<mark>script</mark>&gt;"


@pytest.mark.parametrize("code", ["en", "ru", "kk"])
def test_what_is_told_of_a_hit_is_in_the_readers_language_where_there_is_such(code: str, tmp_path: Path) -> None:
    summaries = {
        "en": "A crowd was there with Tokayev.",
        "ru": "Там была толпа с Токаевым.",
        "kk": "Тоқаев жұртпен бірге болды.",
    }
    folder = tiny_folder(tmp_path).change("events", "2022-01-05-airport-entered", summary=summaries["en"])
    for other in ("ru", "kk"):
        folder.translate(other, "events", "2022-01-05-airport-entered", summary=summaries[other])
    found = Page(search_page(folder.load(), View(text="Tokayev", language=code), Language(code)))
    assert summaries[code].split()[-1].rstrip(".") in found.text
    assert not [text for other, text in summaries.items() if other != code and text in found.text]
