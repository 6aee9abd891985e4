"""The card: who says so, how exactly, and nothing but words out of the record."""

from typing import Any

import pytest

from components.card import claim_row, event_card, place_chain, source_rows, voices_words
from data.cells import unsafe_text
from data.query import claims_of
from data.view import View
from tests.unit.samples import EN, Page, assert_same_markup, event, foreign, hostile_record, record

EVENT = "2022-01-04-oral-depo-bridge"


def card(event_id: str = EVENT, **choices: Any) -> str:
    return event_card(record(), event(event_id), View(**choices), EN)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "one source: A"),
        (2, "two independent sources: A and B"),
        (3, "three independent sources: A, B, and C"),
        (4, "four independent sources: A, B, C, and D"),
        (5, "5 independent sources: A, B, C, and 2 more"),
    ],
)
def test_voices_in_words(number: int, words: str) -> None:
    assert voices_words(record(), {"voices": tuple("ABCDEF"[:number])}, EN) == words


def test_the_words_agree_with_the_standing() -> None:
    for row in record().event_rows.values():
        words = voices_words(record(), row, EN)
        if row["status"] in ("corroborated", "single_source"):
            assert words.startswith("one source") == (row["status"] == "single_source")


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
        assert shown["relays"].startswith("relays ") == bool(row["origin"])


def test_a_claim_that_fell_is_marked_and_a_contradicted_one_counted() -> None:
    for event_id in record().event_rows:
        for claim in claims_of(record(), event_id=event_id):
            row = claim_row(record(), claim, EN)
            assert row["fell"] == (claim["stands"] in ("withdrawn", "revised"))
            assert bool(row["state"]) == row["fell"]
            assert row["contradicted"] == len(claim["contradicted_by"])
