"""The ledger: who said what and when, with no winner among those who contradict one another."""

from datetime import date
from typing import Any, cast

import pytest

from components.address import address
from components.claims.ledger import ledger_page
from components.language import Language
from components.words.claims import value_words
from data.loading.rows import ClaimRow
from data.queries.as_known import as_known
from data.queries.claims import states_of
from data.queries.view import View
from data.vocabulary import CLAIM_STATES
from tests.unit.helpers import Folder
from tests.unit.samples import EN, Page, assert_same_markup, foreign, hostile_record, record

CLAIMS = record().claim_rows


def page(**choices: Any) -> Page:
    return Page(ledger_page(record(), View(**choices), EN))


def rows(of: Page) -> list[str]:
    """The ids of the claims in the table."""
    return [found["data-id"] for _, found in of.tags if found.get("data-id", "") in CLAIMS]


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (26.0, 26.0, "26"),
        (20.0, 30.0, "20–30"),
        (5000.0, None, "at least 5,000"),
        (None, 12.0, "at most 12"),
        (None, None, ""),
        (0.0, 0.0, "0"),
        (1.5, 1.5, "1.5"),
    ],
)
def test_a_number_with_its_bounds(low: float | None, high: float | None, words: str) -> None:
    assert value_words(cast(ClaimRow, {"value_min": low, "value_max": high}), EN) == words


def test_every_claim_stands_once_by_the_day_it_was_said() -> None:
    found = rows(page(shown=9999))
    assert sorted(found) == sorted(CLAIMS)
    days = [CLAIMS[claim]["said_by"] or "9999" for claim in found]
    assert days == sorted(days)


def test_a_topic_shows_its_claims_and_as_many_as_it_says() -> None:
    of = page(topic="death_toll", shown=9999)
    wanted = {claim for claim, row in CLAIMS.items() if row["topic"] == "death_toll"}
    assert set(rows(of)) == wanted
    assert f"Deaths {len(wanted)}" in of.text
    assert f"{len(wanted)} claims" in of.text


def test_a_page_of_the_ledger_and_a_link_to_more() -> None:
    assert len(rows(page())) == 100
    assert "/claims?show=200" in page().links


def test_an_open_claim_shows_its_chain() -> None:
    chained = [i for i, c in CLAIMS.items() if c["contradicted_by"] or c["superseded_by"] or c["case_ids"]]
    for claim_id in chained[:: max(1, len(chained) // 60)]:
        filters = View(topic="other", shown=1)
        claim, of = CLAIMS[claim_id], Page(ledger_page(record(), filters.but(claim=claim_id), EN))
        linked = [*claim["contradicted_by"], *filter(None, [claim["superseded_by"]])]
        linked += [other for other, row in CLAIMS.items() if row["superseded_by"] == claim_id]
        wanted = {address(filters.but(claim=other), "claims") for other in linked}
        wanted |= {address(filters.but(claim=claim_id, against=other), "claims") for other in linked}
        wanted |= {f"/?event={event}" for event in claim["event_ids"]}
        wanted |= {f"/cases?case={case}" for case in claim["case_ids"]}
        wanted |= {record().source_rows[source]["url"] for source in claim["sources"]}
        assert wanted <= set(of.links), claim_id
        assert not foreign(of.links), claim_id
        assert " nan" not in of.text, claim_id


def test_contradiction_holds_both_ways() -> None:
    for claim_id, claim in CLAIMS.items():
        for other in claim["contradicted_by"]:
            assert claim_id in CLAIMS[other]["contradicted_by"]


def test_closing_leads_back_to_the_filters() -> None:
    claim = next(iter(CLAIMS))
    (close,) = page(claim=claim, topic=CLAIMS[claim]["topic"]).classed("close")
    assert close["href"] == f"/claims?topic={CLAIMS[claim]['topic']}"


@pytest.mark.parametrize("said_before", [True, False])
def test_the_chosen_claimant_is_named_in_the_language(translated: Folder, said_before: bool) -> None:
    for claim in ("2022-01-15-toll-two", "2022-01-16-toll-three", "month-known-only"):
        translated.change("claims", claim, claimant="Somebody else")
    of, view = translated.load(), View(claimant="A ministry", language="ru", text="no such word")
    known = of if said_before else as_known(of, date(2022, 1, 1))
    told = Page(ledger_page(known, view, Language("ru"))).text
    assert "Министерство" in told
    assert "A ministry" not in told


def test_only_a_claim_that_was_withdrawn_is_struck() -> None:
    of = page(shown=9999)
    struck = {found["data-id"] for found in of.classed("fell")}
    assert struck == {claim for claim, row in CLAIMS.items() if row["stands"] == "withdrawn"}


def test_what_was_withdrawn_says_why() -> None:
    withdrawn = {claim: row["withdrawn_why"] for claim, row in CLAIMS.items() if row["withdrawn_why"]}
    assert withdrawn
    for claim, why in withdrawn.items():
        assert why in page(claim=claim, shown=1, topic="other").text


@pytest.mark.parametrize("stands", CLAIM_STATES)
def test_what_became_of_a_claim_narrows_the_ledger(stands: str) -> None:
    found = rows(page(stands=stands, shown=9999))
    assert set(found) == {claim for claim, row in CLAIMS.items() if stands in states_of(row)}
    assert 0 < len(found) < len(CLAIMS)


def test_words_that_none_has_are_named_and_lead_out() -> None:
    of = page(text="no such word <b>", places=("almaty",))
    assert "No claim matches these filters" in of.text
    assert "with “no such word <b>”" in of.text
    assert "/claims" in of.links


def test_hostile_text_stays_text() -> None:
    for choices in ({"shown": 9999}, {"claim": "2022-01-03-nogaev-lpg-85-90"}, {"topic": "death_toll"}):
        hostile, clean = (ledger_page(of, View(**choices), EN) for of in (hostile_record(), record()))
        assert_same_markup(hostile, clean)
