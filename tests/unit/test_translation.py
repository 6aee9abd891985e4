"""Every word of the interface and every text of the record can reach a reader in a language other than English.

The language is made up: its texts are the English ones in brackets. What stands in none passed the language by.
"""

import gettext
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from components import language, markup
from components.frame.contents import PAGES
from components.frame.context import Context
from components.frame.prerender import written_page
from components.language import Language
from components.pictures.figures import FIGURES
from components.pictures.picture import picture
from data.loading.record import Record
from data.loading.rows import TextColumn, TextsColumn
from data.queries.as_known import as_known
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
        tables[table] = frame.assign(**{f"{column}_{MADE_UP.code}": english.map(bracketed)})
    return replace(whole, tables=tables)


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch) -> Iterator[Language]:
    """The made-up language, with words for the whole interface."""
    markup._environment.cache_clear()
    monkeypatch.setattr(language, "_catalogue", lambda code: Bracketed())
    yield MADE_UP
    markup._environment.cache_clear()


def untranslated(texts: Iterable[str]) -> str:
    """What stands in no bracket."""
    text = "\n".join(texts)
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
    return {text for text in found if len(text) > A_NAME} - set(whole.claims["claimant"])


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_no_text_of_a_page_passes_the_language_by(view: View, name: str, translated: Record, made_up: Language) -> None:
    known = as_known(translated, view.as_known_on, False) if view.as_known_on else translated
    page = Page(written_page(Context(name, known, PAGES[name].reads(view), made_up, talks()), ()))
    assert_translated([page.text, *page.attribute("title"), *page.attribute("aria-label")])
    assert "⟦" in page.text


@pytest.mark.parametrize("name", FIGURES)
def test_no_text_of_a_picture_passes_the_language_by(name: str, translated: Record, made_up: Language) -> None:
    both = View(case="airport", places=("almaty",), beside="oral")
    drawn = Page(picture(name, query(translated, both), made_up, "light", "https://a.example"))
    assert_translated([" ".join(drawn.texts)])


def assert_translated(texts: list[str]) -> None:
    left = untranslated(texts)
    assert [text for text in english(record()) if text in left] == []


def test_no_word_stands_in_a_template_without_being_translated() -> None:
    for path in markup.TEMPLATES.rglob("*.html"):
        text = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}|<style.*?</style>", "", path.read_text("utf-8"), flags=re.DOTALL)
        told = re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]+)"', text)
        told += re.findall(r"[A-Za-z]{2,}", re.sub(r'<[^>]*>|[\w-]+="[^"]*"', "", text))
        assert set(told) <= NAMES, path.name


def test_what_passes_the_language_by_is_seen() -> None:
    assert untranslated(["⟦A ⟦name⟧⟧, a title, ⟦words⟧"]) == ", a title, "
