"""The cases of a view: by words, place and outcome, of the record as it is known."""

from datetime import date

import pytest

from data.queries.as_known import as_known
from data.queries.cases import cases, newest_step, outcome_of
from data.queries.view import OUTCOMES, View
from tests.unit.samples import record

CASES = record().case_rows


def ids(view: View) -> set[str]:
    return {case["case_id"] for case in cases(record(), view)}


def test_without_a_choice_all_are_there_in_the_order_of_the_record() -> None:
    assert [case["case_id"] for case in cases(record(), View())] == list(CASES)


@pytest.mark.parametrize("words", ["tleuzhan", "AIRPORT", "nurpeisov hijacking", "алматы"])
def test_words_are_sought_in_people_charges_steps_and_the_names_of_the_place(words: str) -> None:
    assert "airport" in ids(View(text=words))


def test_all_words_must_occur() -> None:
    assert not ids(View(text="tleuzhan nosuchword"))


def test_by_place_and_what_lies_in_it() -> None:
    assert "airport" in ids(View(places=("almaty",)))
    assert ids(View(places=("almaty",))) < set(CASES)


def test_the_outcomes_divide_the_cases() -> None:
    found = [ids(View(outcome=outcome)) for outcome in OUTCOMES]
    assert sum(map(len, found)) == len(set().union(*found)) == len(CASES)
    assert "airport" in ids(View(outcome="convicted"))
    assert {outcome_of(CASES[case]) for case in ids(View(outcome="open"))} == {"open"}


def test_what_was_written_later_is_not_searched_on_an_earlier_day() -> None:
    known = as_known(record(), date(2023, 1, 5))
    assert "airport" in known.case_rows
    assert [case["case_id"] for case in cases(known, View(text="karmenov"))] == []
    assert newest_step(known, "airport") < "2023-01-06" < newest_step(record(), "airport")
    assert {outcome_of(case) for case in cases(known, View(text="airport"))} == {"open"}
