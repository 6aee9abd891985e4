"""Cases: all of them in the list, and all of each on its page."""

from dataclasses import replace

import pytest

from components.record.case_page import case_list, case_page
from data.queries.query import people_of, steps_of
from data.queries.view import View
from tests.unit.samples import EN, Page, assert_same_markup, foreign, hostile_record, record

CASES = list(record().cases.index)


def case(case_id: str) -> Page:
    return Page(case_page(record(), case_id, View(case=case_id), EN))


def flat(text: str) -> str:
    return " ".join(text.split())


def test_every_case_is_in_the_list_once_with_its_outcome() -> None:
    page = Page(case_list(record(), View(), EN))
    assert sorted(page.links) == sorted(f"/cases?case={case_id}" for case_id in CASES)
    assert page.links[0] == "/cases?case=airport"
    for row in record().case_rows.values():
        assert flat(row["title"]) in page.text
        assert flat(row["outcome"]) in page.text


@pytest.mark.parametrize("case_id", CASES)
def test_all_of_a_case_is_on_its_page(case_id: str) -> None:
    page, row = case(case_id), record().case_rows[case_id]
    people = people_of(record(), case_id)
    parts = [
        row["title"],
        row["summary"],
        row["official_version"],
        row["other_version"],
        row["outcome"],
        *row["charges"],
    ]
    parts += [text for person in people for text in (person["name"], person["note"])]
    parts += [step["step"] for step in steps_of(record(), case_id)]
    for part in parts:
        assert flat(part) in page.text
    assert set(page.links) >= {record().source_rows[source]["url"] for source in row["sources"]}
    assert not foreign(page.links)
    assert " nan" not in page.text


def test_steps_are_in_order_and_numbered_as_on_the_axis() -> None:
    for case_id in CASES:
        steps = steps_of(record(), case_id)
        assert [step["date"] for step in steps] == sorted(step["date"] for step in steps)
        page = case(case_id)
        assert len(page.classed("number")) == len(page.classed("dot")) == len(steps)


@pytest.mark.parametrize(
    ("years", "words"),
    [(8.0, "8 years"), (1.0, "1 year"), (1.75, "1 year 9 months"), (0.5, "6 months"), (2 + 1 / 12, "2 years 1 month")],
)
def test_a_sentence_in_words(years: float, words: str) -> None:
    people = record().tables["case_people"]
    case_id = people["case_id"].iloc[0]
    changed = people.assign(sentence_years=people["sentence_years"].where(people["case_id"] != case_id, years))
    of = replace(record(), tables={**record().tables, "case_people": changed})
    assert f"· {words}" in Page(case_page(of, case_id, View(), EN)).text


def test_cases_lead_to_their_neighbours_and_end_at_the_ends() -> None:
    def turns(case_id: str) -> dict[str, str]:
        return {
            found["rel"]: found["href"] for tag, found in case(case_id).tags if found.get("rel") in ("prev", "next")
        }

    assert turns(CASES[0]) == {"next": f"/cases?case={CASES[1]}"}
    assert turns(CASES[1]) == {"prev": f"/cases?case={CASES[0]}", "next": f"/cases?case={CASES[2]}"}
    assert turns(CASES[-1]) == {"prev": f"/cases?case={CASES[-2]}"}


def test_hostile_text_stays_text() -> None:
    assert_same_markup(case_list(hostile_record(), View(), EN), case_list(record(), View(), EN))
    for case_id in CASES[:10]:
        hostile, clean = (case_page(of, case_id, View(), EN) for of in (hostile_record(), record()))
        assert_same_markup(hostile, clean)
