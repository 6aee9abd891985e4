"""The claims of a view: by role, claimant, what became of them, place and the days on which they were said."""

from calendar import monthrange
from datetime import date
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.loading.record import Record
from data.loading.rows import ClaimRow
from data.period import AFTER, BEFORE, Period
from data.queries.as_known import as_known
from data.queries.claims import claimant_name, ledger, states_of
from data.queries.query import addressable
from data.queries.view import View
from data.vocabulary import CLAIM_STATES, CLAIMANT_ROLES
from tests.unit import generated
from tests.unit.helpers import Folder, periods, views
from tests.unit.samples import record as small_record

ONE, TWO, THREE, MONTH = "2022-01-09-toll-one", "2022-01-15-toll-two", "2022-01-16-toll-three", "month-known-only"
RECORDS = generated.records() | st.builds(small_record)


def ids(record: Record, **choices: Any) -> list[str]:
    return [claim["claim_id"] for claim in ledger(record, View(**choices))]


def first_and_last(claim: ClaimRow) -> tuple[date, date] | None:
    """The first and the last day on which a claim may have been said."""
    cell = claim["said_on"] or claim["said_by"]
    if not cell:
        return None
    year, month, day = [*map(int, cell.split("-")), 0, 0][:3]
    end = date(year, month or 12, day or monthrange(year, month or 12)[1])
    return date(year, month or 1, day or 1), end


def test_without_filters_every_claim_is_there_once(record: Record) -> None:
    assert sorted(ids(record)) == sorted(record.claims.index)


@pytest.mark.slow
@given(RECORDS)
def test_claims_come_by_the_last_day_they_may_have_been_said_on_and_those_without_one_last(record: Record) -> None:
    days = [found[1] if (found := first_and_last(claim)) else date.max for claim in ledger(record, View())]
    assert days == sorted(days)


def test_by_role_and_by_claimant(tiny: Folder) -> None:
    tiny.change("claims", THREE, claimant="A paper", claimant_role="journalist")
    record = tiny.load()
    assert ids(record, role="journalist") == [THREE]
    assert ids(record, role="official") == [ONE, TWO, MONTH]
    assert ids(record, role="court") == []
    assert ids(record, claimant="A paper") == [THREE]
    assert ids(record, claimant="A ministry", role="journalist") == []


def test_what_the_authorities_alone_say(tiny: Folder) -> None:
    """Of a number what nobody else counts there, of words what nobody else says of the same event."""
    assert set(ids(tiny.load(), only_by="authorities")) == {ONE, TWO, THREE, MONTH}
    tiny.change("claims", THREE, contradicted_by="", measure="deaths", value_min="9", claimant_role="ngo")
    tiny.change("claims", TWO, contradicted_by="")
    assert ids(tiny.load(), only_by="authorities") == [MONTH]
    assert ids(tiny.change("claims", THREE, place_id="zhanaozen").load(), only_by="authorities") == [ONE, TWO, MONTH]
    tiny.change("claims", THREE, contradicted_by=TWO).change("claims", TWO, contradicted_by=THREE)
    assert ids(tiny.load(), only_by="authorities") == [ONE, MONTH]
    tiny.change("claims", THREE, measure="", value_min="")
    assert ids(tiny.load(), only_by="authorities") == [ONE]
    assert ids(tiny.change("claims", THREE, topic="injured").load(), only_by="authorities") == [ONE, MONTH]


def test_a_claimant_is_the_same_whoever_spoke_for_it(tiny: Folder) -> None:
    record = tiny.load()
    assert record.claim_rows[TWO]["claimant"] == "A ministry (its spokesman)"
    assert TWO in ids(record, claimant="A ministry")
    assert ids(record, claimant="A ministry (its spokesman)") == []


@pytest.mark.parametrize(
    ("claimant", "name"),
    [("A ministry", "A ministry"), ("A ministry (its spokesman)", "A ministry"), ("A(B)", "A(B)"),
     ("A (B) via C (D)", "A"), ("", "")],
)  # fmt: skip
def test_the_name_of_a_claimant(claimant: str, name: str) -> None:
    assert claimant_name(claimant) == name


@pytest.mark.parametrize(
    ("stands", "contradicted_by", "states"),
    [
        ("current", (), {"current"}),
        ("current", ("other",), {"current", "contradicted"}),
        ("contradicted", ("other",), {"current", "contradicted"}),
        ("contradicted", (), {"current"}),
        ("revised", (), {"revised"}),
        ("revised", ("other",), {"revised", "contradicted"}),
        ("withdrawn", (), {"withdrawn"}),
        ("withdrawn", ("other",), {"withdrawn", "contradicted"}),
    ],
)
def test_what_can_be_said_of_a_claim(stands: str, contradicted_by: tuple[str, ...], states: set[str]) -> None:
    assert states_of(cast(ClaimRow, {"stands": stands, "contradicted_by": contradicted_by})) == states


def test_by_what_became_of_them(tiny: Folder) -> None:
    record = tiny.load()
    assert ids(record, stands="withdrawn") == [ONE]
    assert ids(record, stands="contradicted") == [TWO, THREE]
    assert ids(record, stands="current") == [TWO, THREE, MONTH]
    assert ids(record, stands="revised") == []


def test_by_the_case_they_speak_of() -> None:
    record = small_record()
    wanted = {claim for claim, row in record.claim_rows.items() if "airport" in row["case_ids"]}
    assert set(ids(record, of_case="airport")) == wanted
    assert 1 < len(wanted) < len(record.claims)


@pytest.mark.slow
@given(RECORDS)
def test_every_claim_stands_or_has_fallen_and_never_both(record: Record) -> None:
    by_state = {state: set(ids(record, stands=state)) for state in CLAIM_STATES}
    own = [by_state[state] for state in ("current", "revised", "withdrawn")]
    assert sum(map(len, own)) == len(set().union(*own)) == len(record.claims)
    assert by_state["contradicted"] == {i for i, row in record.claim_rows.items() if row["contradicted_by"]}


def test_a_claim_stands_again_in_the_record_of_the_day_it_was_said(tiny: Folder) -> None:
    whole = tiny.load()
    assert ids(as_known(whole, date(2022, 1, 9)), stands="current") == [ONE]
    assert ids(as_known(whole, date(2022, 1, 10)), stands="current") == []
    assert ids(as_known(whole, date(2022, 1, 15)), stands="contradicted") == []


@pytest.mark.parametrize(
    ("said_on", "period", "there"),
    [
        ("2022-01-09", Period.of(date(2022, 1, 9)), True),
        ("2022-01-09", Period.of(date(2022, 1, 8)), False),
        ("2022-01-09", Period.of(date(2022, 1, 10)), False),
        ("2022-01-09", Period(date(2022, 1, 9), date(2022, 1, 31)), True),
        ("2022-01-09", Period(date(2022, 1, 1), date(2022, 1, 9)), True),
        ("2022-01-09", Period(date(2022, 1, 9), None), True),
        ("2022-01-09", Period(date(2022, 1, 10), None), False),
        ("2022-01-09", Period(None, date(2022, 1, 9)), True),
        ("2022-01-09", BEFORE, False),
        ("2022-01", Period.of(date(2022, 1, 1)), True),
        ("2022-01", Period.of(date(2022, 1, 31)), True),
        ("2022-01", Period.of(date(2021, 12, 31)), False),
        ("2022-01", Period.of(date(2022, 2, 1)), False),
        ("2022-01", AFTER, False),
        ("2022-01", BEFORE, False),
        ("2022", Period.of(date(2022, 12, 31)), True),
        ("2022", Period.of(date(2022, 1, 1)), True),
        ("2022", AFTER, True),
        ("2022", BEFORE, False),
        ("2022", Period.of(date(2023, 1, 1)), False),
    ],
    ids=str,
)
def test_a_claim_belongs_to_every_day_on_which_it_may_have_been_said(
    tiny: Folder, said_on: str, period: Period, there: bool
) -> None:
    record = tiny.change("claims", THREE, said_on=said_on).load()
    assert (THREE in ids(record, period=period)) == there


def test_a_claim_without_a_day_of_its_own_belongs_to_that_of_its_first_report(tiny: Folder) -> None:
    tiny.change("claims", THREE, said_on="", sources="orda;vlast").change("sources", "orda", published="2022-01-20")
    record = tiny.load()
    assert THREE in ids(record, period=Period.of(date(2022, 1, 9)))
    assert THREE not in ids(record, period=Period.of(date(2022, 1, 20)))


def test_a_claim_of_which_no_day_is_known_belongs_to_none(tiny: Folder) -> None:
    record = (
        tiny.change("claims", THREE, said_on="", sources="orda")
        .change("sources", "orda", published="", published_basis="")
        .load()
    )
    assert THREE in ids(record)
    for period in (BEFORE, AFTER, Period(date(2022, 1, 1), date(2022, 1, 31))):
        assert THREE not in ids(record, period=period)


@pytest.mark.slow
@given(RECORDS, periods(date(2021, 12, 1), date(2023, 3, 1)))
def test_a_period_has_the_claims_whose_days_meet_it(record: Record, period: Period) -> None:
    low, high = period.first or date.min, period.last or date.max
    meeting = {
        claim_id
        for claim_id, row in record.claim_rows.items()
        if (found := first_and_last(row)) and found[0] <= high and found[1] >= low
    }
    assert set(ids(record, period=period)) == meeting


@given(views(addressable(small_record())))
def test_filters_narrow_and_every_claim_matches_each(view: View) -> None:
    record = small_record()
    found = ledger(record, view)
    assert len({claim["claim_id"] for claim in found}) == len(found)
    for claim in found:
        assert view.topic in ("", claim["topic"])
        assert view.role in ("", claim["claimant_role"])
        assert view.claimant in ("", claimant_name(claim["claimant"]))
        assert not view.stands or view.stands in states_of(claim)
        assert not view.places or set(view.places) & set(record.within[claim["place_id"]])
    for name, value in {"topic": "", "role": "", "claimant": "", "stands": "", "places": (), "text": ""}.items():
        assert len(ledger(record, view.but(**{name: value}))) >= len(found)


def test_the_roles_divide_the_claims(record: Record) -> None:
    by_role = [ids(record, role=role) for role in CLAIMANT_ROLES]
    assert sorted(claim for found in by_role for claim in found) == sorted(record.claims.index)
    assert len([found for found in by_role if found]) > 5


def test_words_are_sought_in_statement_and_claimant(tiny: Folder) -> None:
    record = tiny.change("claims", THREE, statement="The square was EMPTY", claimant="A paper (its editor)").load()
    assert ids(record, text="empty square") == [THREE]
    assert ids(record, text="Editor empty") == [THREE]
    assert ids(record, text="empty elsewhere") == []


def test_kazakhstan_means_what_was_said_of_the_whole_country(tiny: Folder) -> None:
    record = tiny.change("claims", THREE, place_id="kazakhstan").change("claims", TWO, place_id="almaty-street").load()
    assert ids(record, places=("kazakhstan",)) == [THREE]
    assert ids(record, places=("almaty",)) == [ONE, TWO, MONTH]
    assert ids(record, places=("almaty-street", "kazakhstan")) == [TWO, THREE]
