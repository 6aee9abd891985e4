"""Words that a newcomer may not know: explained where they first stand, found by a search, and one in one place."""

import pytest

from components.record.about import about
from components.record.card import event_card
from components.record.case_page import case_page
from components.record.event_list import event_list
from components.words.glossary import Explained, asked_for, term_address, terms_of_kazakhstan, terms_of_the_record
from data.queries.view import View
from tests.unit.drawn import reading
from tests.unit.samples import EN, HOSTILE, Page, record, shown

TERMS = [*terms_of_kazakhstan(EN), *terms_of_the_record(EN)]


def links(markup: str) -> list[tuple[str, str]]:
    return [(found["href"], found["title"]) for found in Page(markup).classed("term")]


def test_a_word_is_explained_where_it_first_stands_and_never_again() -> None:
    explained = Explained(View(), EN)
    first, again = explained("The akim of Almaty, and another akim."), explained("Akims left; an akim stayed.")
    assert links(first) == [("/about#akim", next(term.meaning for term in TERMS if term.key == "akim"))]
    assert Page(first).text == "The akim of Almaty, and another akim."
    assert links(again) == []


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The akimat and its akim", ["akimat", "akim"]),
        ("akimats and the KNB", ["akimat", "knb"]),
        ("takim, akimov, LPGs and pre-CSTO", []),
        ("RFE/RL, later Azattyq", ["azattyq"]),
        ("Bloody January, Қанды қаңтар", ["qandy-qantar"]),
        ("Qantar, and Qandy Qantar", ["qantar", "qandy-qantar"]),
        ("a disputed claim of one voice", []),
    ],
)
def test_whole_words_are_found_the_longest_first(text: str, keys: list[str]) -> None:
    assert [href.partition("#")[2] for href, _ in links(Explained(View(), EN)(text))] == keys


def test_links_keep_the_day_of_which_the_record_tells() -> None:
    view = View(text="fire", places=("almaty",), case="airport")
    assert term_address("akim", view) == "/about#akim"
    assert term_address("akim", view.but(undated=True)) == "/about?undated=1#akim"


def test_text_stays_text() -> None:
    markup = Explained(View(), EN)(f"KNB {HOSTILE} akim")
    assert {tag for tag, _ in Page(markup).tags} == {"a"}
    assert Page(markup).text == " ".join(f"KNB {HOSTILE} akim".split())


def test_every_term_stands_in_the_glossary_once_under_its_key() -> None:
    page = Page(about(record(), View(), EN))
    keys = [found["id"] for tag, found in page.tags if tag == "dt" and "id" in found]
    assert sorted(keys) == sorted(term.key for term in TERMS)
    assert len(set(page.attribute("id"))) == len(page.attribute("id"))
    for term in TERMS:
        assert term.meaning in page.text


@pytest.mark.parametrize(
    "words", ["Qandy Qantar", "qandy qañtar", "BLOODY JANUARY", "“bloody january”", "қанды қаңтар"]
)
def test_a_search_for_what_it_is_called_leads_to_its_meaning_where_no_event_has_the_words(words: str) -> None:
    page = Page(event_list(shown(text=words), EN))
    assert "No event matches" in page.text
    assert "/about#qandy-qantar" in page.links


def test_other_searches_lead_nowhere_else() -> None:
    assert asked_for("", EN) == []
    assert asked_for("qandy", EN) == []
    assert "/about" not in str(event_list(shown(text="no such word"), EN))
    assert "/about" not in str(event_list(shown(text="akimat"), EN)), (
        "where there are events, they are what was asked for"
    )


def test_cards_days_and_cases_explain_each_word_once() -> None:
    of = record()
    pages = [
        event_card(of, row, View(event=key), EN) for key, row in of.event_rows.items() if "akimat" in row["summary"]
    ]
    pages += [case_page(of, case, View(case=case), EN) for case in of.case_rows]
    pages.append(reading(shown(of, "2022-01-05"), EN))
    assert any("/about#akimat" in page for page in pages)
    assert any("/about#csto" in page for page in pages)
    for page in pages:
        found = [href for href, _ in links(page)]
        assert len(found) == len(set(found))
