"""The card: who says so, how exactly, and nothing but words out of the record."""

from dataclasses import replace
from typing import Any, cast

import pytest

from components.language import Language
from components.record.card import event_card
from components.words.claims import claim_row
from components.words.places import place_chain
from components.words.sources import source_rows, voices_words
from data.cells import unsafe_text
from data.exports.citations import FORMS
from data.loading.rows import EventRow
from data.loading.voices import voice_book
from data.period import Period
from data.queries.claims import claims_of
from data.queries.view import View
from data.vocabulary import LANGUAGES
from tests.unit.samples import EN, Page, assert_same_markup, event, foreign, hostile_record, record

EVENT = "2022-01-04-oral-depo-bridge"


def card(event_id: str = EVENT, **choices: Any) -> str:
    return event_card(record(), event(event_id), View(**choices), EN)


BOOK = voice_book(
    [("a", "A", "news", ""), ("again", "A", "news", ""), ("b", "B", "ngo_report", ""), ("c", "C", "official", ""),
     ("d", "D", "court", ""), ("e", "E", "un", "")],
    [],
)  # fmt: skip


@pytest.mark.parametrize(
    ("sources", "words"),
    [
        ("a", "1 source: A (the press)"),
        ("a again", "2 sources, all from one voice: A (the press)"),
        ("a b", "2 sources, 2 independent: A (the press) and B (rights groups)"),
        ("a again b", "3 sources, 2 independent: A (the press) and B (rights groups)"),
        ("a b c d", "4 sources, 4 independent: A (the press), B (rights groups), C (the authorities), and D (courts)"),
        ("a b c d e", "5 sources, 5 independent: A (the press), B (rights groups), C (the authorities), and 2 more"),
    ],
)
def test_voices_in_words(sources: str, words: str) -> None:
    cited = tuple(sources.split())
    of = replace(record(), voices=BOOK)
    assert voices_words(of, cast(EventRow, {"sources": cited, "voices": BOOK.of(cited)}), EN) == words


def test_the_words_agree_with_the_standing() -> None:
    for row in record().event_rows.values():
        words = voices_words(record(), row, EN)
        if row["status"] in ("corroborated", "single_source"):
            assert (" independent: " in words) == (row["status"] == "corroborated")


def test_all_of_an_event_is_on_its_card() -> None:
    page = Page(card())
    row = event(EVENT)
    for part in (row["title"], row["summary"], *row["disputed_points"], *row["actors"], "4 January 2022, 14:50"):
        assert " ".join(part.split()) in page.text
    for source in row["sources"]:
        assert record().source_rows[source]["url"] in page.links


def test_every_card_has_only_links_of_the_site_or_the_web_and_no_empty_fact() -> None:
    for event_id in record().event_rows:
        page = Page(card(event_id))
        assert not foreign(page.links), event_id
        assert not {"script", "iframe", "form", "input"} & {tag for tag, _ in page.tags}
        assert "None" not in page.text.replace("None of", "").replace("None was", ""), event_id
        assert " nan" not in page.text, event_id


@pytest.mark.parametrize("code", LANGUAGES)
def test_its_citations_are_in_the_language_of_the_card(code: str) -> None:
    page = Page(event_card(record(), event(EVENT), View(language=code), Language(code)))
    cited = [link for link in page.links if link.startswith("/cite/")]
    assert cited == [f"/cite/events/{EVENT}.{form}?lang={code}" for form in FORMS]


def test_links_out_open_apart_and_tell_nothing_of_the_reader() -> None:
    for tag, found in Page(card()).tags:
        if tag == "a" and found["href"].startswith("http"):
            assert found["target"] == "_blank"
            assert set(found["rel"].split()) >= {"noopener", "noreferrer"}


def test_hostile_text_stays_text() -> None:
    hostile = event_card(hostile_record(), event(EVENT, hostile_record()), View(), EN)
    assert_same_markup(hostile, card())


def test_a_record_never_gets_to_hold_a_tag() -> None:
    assert unsafe_text("some <script>alert(1)</script>")
    assert unsafe_text("@@=1+1")


def test_closing_leads_back_to_the_view_without_the_event() -> None:
    close = next(
        found["href"]
        for _, found in Page(card(event=EVENT, places=("oral",))).tags
        if "close" in found.get("class", "")
    )
    assert close == "/?place=oral"


def test_many_sources_unfold() -> None:
    row = max(record().event_rows.values(), key=lambda row: len(row["sources"]))
    page = Page(card(row["event_id"]))
    assert len(row["sources"]) > 6
    assert f"{len(row['sources']) - 6} more" in page.text
    assert set(page.links) >= {record().source_rows[source]["url"] for source in row["sources"]}


def test_a_place_is_said_with_what_it_lies_in_but_not_the_country() -> None:
    assert place_chain(record(), "almaty-republic-square", EN).endswith(", Almaty")
    assert place_chain(record(), "kazakhstan", EN) == "Kazakhstan"
    assert "Kazakhstan" not in place_chain(record(), "almaty", EN)


def test_a_source_without_a_date_says_so_and_a_relay_names_whom() -> None:
    rows = source_rows(record(), tuple(record().source_rows), EN)
    for shown, row in zip(rows, record().source_rows.values(), strict=True):
        assert (shown["date"] == "no date given") == (not row["published"])
        assert shown["relays"].startswith("repeats ") == bool(row["origin"])


def test_a_claim_that_fell_says_so_a_withdrawn_one_is_struck_and_a_contradicted_one_counted() -> None:
    for claim in record().claim_rows.values():
        row = claim_row(record(), claim, View(), EN)
        assert row["struck"] == (claim["stands"] == "withdrawn")
        assert bool(row["state"]) == (claim["stands"] in ("withdrawn", "revised"))
        assert row["contradicted"] == len(claim["contradicted_by"])
        assert row["href"] == f"/claims?claim={claim['claim_id']}"


def test_every_claim_of_an_event_is_on_its_card() -> None:
    spoken_of = {event for claim in record().claim_rows.values() for event in claim["event_ids"]}
    for event_id in spoken_of:
        page = Page(card(event_id))
        claims = claims_of(record(), event_id=event_id)
        assert all(" ".join(claim["statement"].split()) in page.text for claim in claims)
        assert len(page.classed("fell")) == len([1 for claim in claims if claim["stands"] == "withdrawn"])


def test_the_card_says_when_it_was_first_reported() -> None:
    dated = next(row for row in record().event_rows.values() if row["first_report"] == "2022-01-05")
    undated = next(row for row in record().event_rows.values() if not row["first_report"])
    assert "Earliest source cited here: 5 January 2022." in Page(card(dated["event_id"])).text
    assert "Date of first report unknown." in Page(card(undated["event_id"])).text


def test_a_card_names_what_came_before_on_its_day_and_leads_there() -> None:
    page = Page(card("2022-01-05-almaty-airport-retaken", period=Period.parse("2022-01-05")))
    assert f"after: {event('2022-01-05-almaty-airport-runway-lights')['title']}" in page.text
    assert "/?day=2022-01-05&event=2022-01-05-almaty-airport-runway-lights" in page.links
    assert "after:" not in Page(card()).text


def test_a_card_has_one_role_for_each_voice() -> None:
    page = Page(card("2022-01-05-almaty-airport-entered"))
    assert "Press service of Almaty International Airport (witness)" in page.text
    assert "(official)" not in page.text


def test_what_rests_on_the_authorities_alone_is_said_beside_its_standing() -> None:
    alone = Page(card("2022-01-26-kazakhstan-counter-terrorist-operation-ended"))
    assert "Authorities alone · " in alone.text
    assert "Authorities alone · " not in Page(card()).text


def test_a_card_names_all_the_places_of_an_event() -> None:
    page = Page(card("2022-01-13-kazakhstan-emergency-lifted-in-three-regions"))
    assert "West Kazakhstan region, North Kazakhstan region, and Pavlodar region (in each of them)" in page.text


def test_it_names_its_dead_and_leads_to_them() -> None:
    found = Page(card("2022-01-05-almaty-boy-shot"))
    assert "Who died A boy, 12" in found.text.replace("\n", " ")
    assert "/dead#death-2022-01-05-almaty-boy-12" in found.links
    assert "Who died" not in Page(card()).text
