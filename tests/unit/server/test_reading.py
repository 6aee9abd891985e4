"""The language of an answer: that of its address, else the one that the reader's browser prefers, else English."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.frame.contents import PAGES
from components.language import preferred
from data.vocabulary import LANGUAGES
from tests.unit.asking import Answer, ask

TITLES = {"en": "The dead", "ru": "Погибшие", "kk": "Қаза тапқандар"}


def spoken(answer: Answer) -> str:
    match = re.search(r'<html lang="(\w*)"', answer.text)
    assert match
    return match[1]


@pytest.mark.parametrize(
    ("accepted", "code"),
    [
        ("ru", "ru"), ("kk-KZ,kk;q=0.9,ru;q=0.8,en;q=0.7", "kk"), ("en-GB,ru;q=0.9", "en"), ("de,fr;q=0.9", "en"),
        ("de, ru;q=0.4, kk;q=0.6", "kk"), ("", "en"), ("*", "en"), ("ru;q=0, kk;q=0.1", "kk"), ("RU-ru", "ru"),
        ("ru;q=x,en", "en"), ("ru;q=0", "en"),
    ],
)  # fmt: skip
def test_the_browsers_preference_decides_where_the_address_is_silent(accepted: str, code: str) -> None:
    assert preferred(accepted) == code
    answer = ask("/dead", language=accepted)
    assert spoken(answer) == code
    assert f"<h1>{TITLES[code]}</h1>" in answer.text


@given(st.text())
def test_whatever_a_browser_says_it_is_a_language_that_there_is(accepted: str) -> None:
    assert preferred(accepted) in LANGUAGES


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_link_opens_in_the_language_it_was_sent_in(code: str) -> None:
    for accepted in ("en", "ru", "kk"):
        assert spoken(ask(f"/dead?lang={code}", language=accepted)) == code


def test_a_language_that_there_is_not_is_said_and_the_browsers_taken() -> None:
    answer = ask("/?lang=de", language="ru")
    assert spoken(answer) == "ru"
    assert "lang=de" in answer.page.text


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_link_of_a_page_keeps_its_language(page: str, code: str) -> None:
    found = ask(f"/{page if page != 'explore' else ''}?day=2022-01-05&lang={code}").page
    ours = [said["href"] for tag, said in found.tags if tag == "a" and said["href"].startswith("/")]
    follow = [link for link in ours if not link.startswith("/data/qantar.zip")]  # the whole record, as its files stand
    assert len(follow) > 10
    assert [link for link in follow if not re.search(r"[?&]lang=", link)] == []
    others = {asked for link in follow for asked in re.findall(r"[?&]lang=(\w+)", link)} - {code}
    assert others == set(LANGUAGES) - {code}


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_head_names_the_same_page_in_each_language(code: str) -> None:
    text = ask(f"/cases?case=airport&lang={code}").text
    found = dict(re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)"', text))
    assert found == {
        **{other: f"/cases?case=airport&amp;lang={other}" for other in LANGUAGES}, "x-default": "/cases?case=airport",
    }  # fmt: skip
    assert f'<link rel="canonical" href="/cases?case=airport&amp;lang={code}">' in text


@pytest.mark.parametrize(
    ("address", "words"),
    [("/nothing?lang=ru", "Такой страницы нет"), ("/talk/none?lang=ru", "Такого доклада нет")],
)
def test_where_there_is_nothing_it_is_said_in_the_readers_language(address: str, words: str) -> None:
    answer = ask(address)
    assert answer.status == 404
    assert spoken(answer) == "ru"
    assert words in answer.page.text
    assert spoken(ask(address.partition("?")[0], language="kk")) == "kk"
    assert {code for code in LANGUAGES if any(f"lang={code}" in link for link in answer.page.links)} == set(LANGUAGES)


def test_what_is_downloaded_follows_the_address_and_the_browser() -> None:
    assert ask("/pictures/map.svg?day=2022-01-05&lang=kk").text != ask("/pictures/map.svg?day=2022-01-05").text
    assert (
        ask("/pictures/map.svg?day=2022-01-05", language="kk").text
        == ask("/pictures/map.svg?day=2022-01-05&lang=kk").text
    )
