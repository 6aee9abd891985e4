"""Every word of the interface and every text of the record can reach a reader in a language other than English.

The language is made up: its texts are the English ones in brackets. What stands in none passed the language by.
"""

import gettext
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from babel import Locale

from components import language, markup
from components.frame.contents import PAGES
from components.frame.context import Context
from components.frame.prerender import written_page
from components.language import Language
from components.pictures.figures import FIGURES
from components.pictures.picture import picture
from data.loading.record import Record
from data.loading.rows import TextColumn, TextsColumn
from data.loading.voices import name_in
from data.queries.as_known import as_known
from data.queries.claims import claimant_name
from data.queries.query import query
from data.queries.view import View
from data.store import talks
from tests.unit.samples import Page, record

MADE_UP = Language("de")
"""Its dates and numbers are German."""
COLUMNS = (*get_args(TextColumn), *get_args(TextsColumn))
AS_PUBLISHED = {"sources": {"title"}, "case_people": {"name"}}
"""Texts that are not translated: what sources are called, and people."""
NAMES = {"Qantar", "PNG", "SVG"}
"""What is called the same in every language."""
BASE_MAP = Path(__file__).resolve().parents[2] / "static" / "basemap" / "cards.json"
WORD = re.compile(r"[A-Za-z]{3,}")
ADDRESS = re.compile(r"(?:https?:/)?/\S*|\b(?:data|tests)/\S+|[\w-]+\.(?:geojson|csv|json)\b")
SAME_EVERYWHERE = {
    *("English", "Qantar", "PNG", "SVG", "CSV", "JSON", "GeoJSON", "PDF", "HTML", "BibTeX", "RIS", "CSL", "UTC", "und"),
    *("akim", "maslikhat", "Qandy"),
}
"""Names of languages and formats, and the first forms of terms, which are cut out of their message."""
A_NAME = 30
VIEWS = {
    "everything": View(),
    "an event": View(event="2022-01-05-almaty-airport-entered"),
    "a case": View(case="airport"),
    "a claim": View(claim="2022-01-09-government-164-dead", against="2022-01-15-pgo-225-dead"),
    "as known": View(as_known_on=date(2022, 1, 9)),
}


class Bracketed(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, one: str, many: str, n: int) -> str:
        return f"⟦{one if n == 1 else many}⟧"


def bracketed(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(map(bracketed, value))
    return f"⟦{value}⟧" if value else value


def cut(name: str, whole: str) -> str:
    """A text of which the name may be shown alone, with that and the rest in brackets of their own."""
    rest = whole.removeprefix(name).strip()
    return f"⟦{name}⟧ (⟦{rest}⟧)" if rest else f"⟦{name}⟧"


CUT = {
    "meaning": lambda text: cut(name_in(text), text),
    "claimant": lambda text: cut(claimant_name(text), text),
}


def in_columns(whole: Record) -> Iterator[tuple[str, str]]:
    """The tables and the columns of their texts, without the ending of a language."""
    for table, frame in whole.tables.items():
        for column in COLUMNS:
            if column not in AS_PUBLISHED.get(table, ()) and {column, f"{column}_en"} & set(frame):
                yield table, column


@pytest.fixture(scope="module")
def translated() -> Record:
    """The record with a text in the made-up language beside each English one."""
    whole = record()
    tables = dict(whole.tables)
    for table, column in in_columns(whole):
        frame = tables[table]
        english = frame[f"{column}_en" if f"{column}_en" in frame else column]
        tables[table] = frame.assign(**{f"{column}_{MADE_UP.code}": english.map(CUT.get(column, bracketed))})
    return replace(whole, tables=tables)


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch) -> Iterator[Language]:
    """The made-up language, with words for the whole interface."""
    markup._environment.cache_clear()
    monkeypatch.setattr(language, "_catalogue", lambda code: Bracketed())
    yield MADE_UP
    markup._environment.cache_clear()


def untranslated(texts: Iterable[str]) -> str:
    """What stands in no bracket; one whose end was cut off ends with the sign for that."""
    text = re.sub(r"⟦([^⟦⟧…]*)…", r"⟦\1⟧", "\n".join(texts))
    while (shorter := re.sub(r"⟦[^⟦⟧]*⟧", "", text)) != text:
        text = shorter
    return text


def english(whole: Record) -> set[str]:
    """The English texts of the record that are longer than a name."""
    found: set[str] = set()
    for table, column in in_columns(whole):
        frame = whole.tables[table]
        for value in frame[f"{column}_en" if f"{column}_en" in frame else column]:
            found.update(value if isinstance(value, tuple) else (value,))
    return {text for text in found if len(text) > A_NAME}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_no_text_of_a_page_passes_the_language_by(view: View, name: str, translated: Record, made_up: Language) -> None:
    known = as_known(translated, view.as_known_on, False) if view.as_known_on else translated
    page = Page(written_page(Context(name, known, PAGES[name].reads(view), made_up, talks()), ()))
    assert_translated([*page.texts, *page.attribute("title"), *page.attribute("aria-label")])
    assert "⟦" in page.text


@pytest.mark.parametrize("name", FIGURES)
def test_no_text_of_a_picture_passes_the_language_by(name: str, translated: Record, made_up: Language) -> None:
    both = View(case="airport", places=("almaty",), beside="oral")
    drawn = Page(picture(name, query(translated, both), made_up, "light", "https://a.example"))
    assert_translated([" ".join(drawn.texts)], drawn=True)


def assert_translated(texts: list[str], drawn: bool = False) -> None:
    """No text of the record stands in English, nor, but in a drawing, which has a style sheet, any other word."""
    left = untranslated(texts)
    assert [text for text in english(record()) if text in left] == []
    assert drawn or set(WORD.findall(ADDRESS.sub("", left))) - as_they_are() == set()


@cache
def as_they_are() -> set[str]:
    """The words that are the same in every language: of sources as published, of talks, of the base map, of names."""
    whole, german = record(), Locale(MADE_UP.code)
    texts: list[object] = [*whole.sources[["publisher", "title", "author", "url"]].to_numpy().flat, *whole.places.index]
    for talk in talks().values():
        texts += [talk.title, talk.author, talk.file, *(slide.heading for slide in talk.slides)]
    for person in whole.person_rows.values():
        texts += [person["name_en"], *person["also_spelled"]]
    texts += [*whole.places["name_en"], *whole.claims["measure"], *whole.voices.names]
    texts += [BASE_MAP.read_text("utf-8"), *german.days["format"]["wide"].values()]
    texts += [word for form in german.months.values() for words in form.values() for word in words.values()]
    return {*SAME_EVERYWHERE, *(word for text in texts for word in WORD.findall(str(text)))}


def test_no_word_stands_in_a_template_without_being_translated() -> None:
    for path in markup.TEMPLATES.rglob("*.html"):
        text = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}|<style.*?</style>", "", path.read_text("utf-8"), flags=re.DOTALL)
        told = re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]+)"', text)
        told += re.findall(r"[A-Za-z]{2,}", re.sub(r'<[^>]*>|[\w-]+="[^"]*"', "", text))
        assert set(told) <= NAMES, path.name


def test_what_passes_the_language_by_is_seen() -> None:
    assert untranslated(["⟦A ⟦name⟧⟧, a title, ⟦words⟧"]) == ", a title, "
