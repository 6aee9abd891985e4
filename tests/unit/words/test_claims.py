"""Claims in words: whose they are, what became of them, and numbers as ranges with names."""

from datetime import date
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.address import claim_address
from components.record.card import event_card
from components.words.claims import (
    became,
    claim_row,
    interval_words,
    names_words,
    number_lines,
    range_words,
    side_ranges,
    sides,
    value_words,
)
from data.loading.rows import ClaimRow
from data.queries.as_known import as_known
from data.queries.claims import claims_of
from data.queries.numbers import Interval, Range, Said, range_of
from data.queries.view import View
from data.vocabulary import AUTHORITIES
from tests.unit.samples import EN, Page, event, record

CLAIMS = record().claim_rows
TOLL = "2022-01-09-government-164-dead"
ends = st.none() | st.integers(0, 10**7).map(float)


def interval(low: float | None, high: float | None) -> Interval:
    return Interval(low, high) if low is None or high is None else Interval(min(low, high), max(low, high))


def said(interval: Interval, name: str = "A", day: date = date(2022, 1, 9), stands: str = "current") -> Said:
    claim = {"claimant": name, "said_on": day.isoformat(), "claimant_role": "ngo", "stands": stands}
    return Said(cast(ClaimRow, claim), interval, day, None)


def of(*intervals: Interval) -> Range:
    found = range_of(said(one, name) for one, name in zip(intervals, "ABCDEFGH", strict=False))
    assert found
    return found


intervals = st.builds(interval, ends, ends).filter(lambda found: bool(found.ends))


def test_claims_stand_under_whoever_speaks() -> None:
    groups = sides(record(), CLAIMS.values(), View(), EN)
    assert [group["heading"] for group in groups] == ["The authorities say", "Others say"]
    for group, by_authorities in zip(groups, (True, False), strict=True):
        wanted = [
            claim_address(claim_id, View())
            for claim_id, claim in CLAIMS.items()
            if (claim["claimant_role"] in AUTHORITIES) == by_authorities
        ]
        assert [row["href"] for row in group["rows"]] == wanted


@pytest.mark.parametrize(
    ("role", "rows"),
    [("official", [1, 0]), ("prosecutor", [1, 0]), ("court", [1, 0]), ("ngo", [0, 1]), ("un", [0, 1])],
)
def test_a_side_that_is_silent_is_named_all_the_same(role: str, rows: list[int]) -> None:
    claim = next(claim for claim in CLAIMS.values() if claim["claimant_role"] == role)
    groups = sides(record(), [claim], View(), EN)
    assert [len(group["rows"]) for group in groups] == rows
    assert all(group["none"] for group in groups)


def test_without_claims_there_are_no_sides() -> None:
    assert sides(record(), [], View(), EN) == []


def test_a_row_says_what_the_record_says_and_strikes_only_what_was_withdrawn() -> None:
    view = View(as_known_on=date(2022, 6, 30), text="left behind")
    for claim_id, claim in CLAIMS.items():
        row = claim_row(record(), claim, view, EN)
        assert (row["statement"], row["claimant"]) == (claim["statement"], claim["claimant"])
        assert row["struck"] == (claim["stands"] == "withdrawn")
        assert row["contradicted"] == len(claim["contradicted_by"])
        assert row["href"] == f"/claims?known=2022-06-30&claim={claim_id}"


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("2022-01-15-pgo-225-dead", "replaced by 227, 18 January 2022"),
        ("2023-01-05-pgo-238-dead-majilis", ""),
        ("2022-07-29-ngos-241-dead", ""),
    ],
)
def test_what_became_of_a_claim(claim: str, words: str) -> None:
    assert became(record(), CLAIMS[claim], EN) == words


def test_what_was_withdrawn_says_when_and_why() -> None:
    words = became(record(), CLAIMS[TOLL], EN)
    assert words == f"withdrawn, 9 January 2022: {CLAIMS[TOLL]['withdrawn_why']}"
    assert CLAIMS[TOLL]["withdrawn_why"]
    bare = CLAIMS[TOLL] | {"withdrawn_on": "", "withdrawn_why": ""}
    assert became(record(), bare, EN) == "withdrawn"


def test_what_was_replaced_by_a_number_of_something_else_does_not_compare_them() -> None:
    claim = CLAIMS["2022-01-15-pgo-225-dead"] | {"measure": "detained"}
    assert became(record(), claim, EN) == "replaced, 18 January 2022"


def test_what_was_revised_without_a_successor_says_so() -> None:
    claim = CLAIMS["2022-01-15-pgo-225-dead"] | {"superseded_by": ""}
    assert became(record(), claim, EN) == "revised later"


def test_nothing_had_become_of_a_claim_before_it_did() -> None:
    day = as_known(record(), date(2022, 1, 17))
    assert became(day, day.claim_rows["2022-01-15-pgo-225-dead"], EN) == ""
    day = as_known(record(), date(2022, 1, 18))
    assert became(day, day.claim_rows["2022-01-15-pgo-225-dead"], EN) == "replaced by 227, 18 January 2022"


def test_only_what_was_given_up_or_replaced_has_a_word_for_it() -> None:
    for claim in CLAIMS.values():
        assert bool(became(record(), claim, EN)) == (claim["stands"] in ("withdrawn", "revised"))


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (26, 26, "26"),
        (20, 30, "20–30"),
        (5000, None, "at least 5,000"),
        (None, 12, "at most 12"),
        (0, 0, "0"),
        (1.5, 1.5, "1.5"),
    ],
)
def test_an_interval_in_words(low: float | None, high: float | None, words: str) -> None:
    assert interval_words(Interval(low, high), EN) == words
    assert value_words(cast(ClaimRow, {"value_min": low, "value_max": high}), EN) == words


def test_a_claim_without_a_number_has_no_words_for_it() -> None:
    assert value_words(cast(ClaimRow, {"value_min": None, "value_max": None}), EN) == ""


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ([(238, 238)], "238"),
        ([(188, 188), (241, 241)], "188–241"),
        ([(188, None), (263, None)], "from at least 188 to at least 263"),
        ([(188, None), (188, None)], "at least 188"),
        ([(20, 30)], "20–30"),
        ([(20, 30), (25, 40)], "20–40"),
        ([(188, None), (241, 241)], "from at least 188 to 241"),
        ([(None, 12), (20, 20)], "from at most 12 to 20"),
        ([(None, 12)], "at most 12"),
    ],
)
def test_a_range_in_words(given: list[tuple[float | None, float | None]], words: str) -> None:
    assert range_words(of(*(Interval(*one) for one in given)), EN) == words


@given(st.lists(intervals, min_size=1, max_size=8))
def test_a_range_names_its_lowest_and_its_highest_number(given: list[Interval]) -> None:
    words = range_words(of(*given), EN)
    numbers = [end for one in given for end in one.ends]
    assert EN.number(min(numbers)) in words
    assert EN.number(max(numbers)) in words


def test_a_range_has_the_names_of_who_gave_both_ends_and_one_name_once() -> None:
    both = range_of([said(Interval(188, None), "A (through B)"), said(Interval(263, None), "C", date(2023, 1, 5))])
    assert both
    assert names_words(both, EN) == "A, 9 January 2022; C, 5 January 2023"
    alone = range_of([said(Interval(188, 263))])
    assert alone
    assert names_words(alone, EN) == "A, 9 January 2022"


def test_what_fell_is_no_part_of_a_range() -> None:
    found = range_of([said(Interval(164, 164), stands="withdrawn"), said(Interval(225, 225))])
    assert found
    assert range_words(found, EN) == "225"
    assert range_of([said(Interval(164, 164), stands="revised")]) is None


def test_either_side_has_a_range_of_its_own() -> None:
    claims = [row for row in CLAIMS.values() if (row["measure"], row["place_id"]) == ("killed_total", "kazakhstan")]
    official = [claim for claim in claims if claim["claimant_role"] in AUTHORITIES]
    other = [claim for claim in claims if claim not in official]
    assert [side["who"] for side in side_ranges(record(), claims, EN)] == ["the authorities", "others"]
    assert [side["range"] for side in side_ranges(record(), official, EN)] == ["238"]
    assert [side["range"] for side in side_ranges(record(), other, EN)] == ["from at least 188 to at least 263"]


def lines(event_id: str) -> list[dict[str, Any]]:
    return number_lines(record(), claims_of(record(), event_id=event_id), EN)


def test_numbers_of_different_things_or_places_stand_on_lines_of_their_own() -> None:
    found = lines("2022-03-14-nur-sultan-two-death-tolls")
    assert len({(line["measure"], line["place"]) for line in found}) == len(found) > 1
    assert {
        "measure": "Deaths",
        "place": "nationwide",
        "sides": [
            {
                "who": "the authorities",
                "range": "238",
                "names": "Elvira Azimova, Human Rights Commissioner, 14 March 2022",
            }
        ],
    } in found


def test_the_heading_of_the_numbers_never_stands_alone() -> None:
    """An event all of whose numbers were given up has none that stands."""
    for event_id in record().event_rows:
        page = Page(event_card(record(), event(event_id), View(), EN))
        stand = any(line["sides"] for line in lines(event_id))
        assert ("Numbers, and whose they are" in page.text) == stand, event_id
