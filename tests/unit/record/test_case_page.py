"""A case: all of it is on its page."""

from dataclasses import replace

import pytest

from components.record.case_list import in_order
from components.record.case_page import case_page
from data.queries.query import people_of, steps_of
from data.queries.view import View
from tests.unit.helpers import Folder
from tests.unit.samples import EN, Page, assert_same_markup, foreign, hostile_record, record

CASES = list(record().cases.index)


def case(case_id: str) -> Page:
    return Page(case_page(record(), case_id, View(case=case_id), EN))


def flat(text: str) -> str:
    return " ".join(text.split())


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

    first, second, third, *_, last = listed = in_order(record(), View(), EN)
    assert sorted(listed) == sorted(CASES)
    assert turns(first) == {"next": f"/cases?case={second}"}
    assert turns(second) == {"prev": f"/cases?case={first}", "next": f"/cases?case={third}"}
    assert turns(last) == {"prev": f"/cases?case={listed[-2]}"}


def test_a_case_keeps_the_list_it_was_found_in_and_leads_back_to_it() -> None:
    view = View(case="koshmambet", text="koshmambet", sort="newest")
    page = Page(case_page(record(), "koshmambet", view, EN))
    assert "/cases?q=koshmambet&sort=newest" in page.links
    assert not [found for _, found in page.tags if found.get("rel") in ("prev", "next")]
    elsewhere = Page(case_page(record(), "airport", view.but(case="airport"), EN))
    assert [found for _, found in elsewhere.tags if found.get("rel") == "next"]


def test_the_events_of_a_case_are_one_link_away() -> None:
    for case_id in CASES:
        number = len([row for row in record().event_rows.values() if case_id in row["case_ids"]])
        page = case(case_id)
        assert (f"/?of={case_id}" in page.links) == (number > 0)
        assert (f"Its {number} event" in page.text) == (number > 0)


@pytest.mark.parametrize("case_id", CASES)
def test_the_contents_lead_to_what_is_on_the_page(case_id: str) -> None:
    page = case(case_id)
    asked = [found["href"][1:] for tag, found in page.tags if tag == "a" and found["href"].startswith("#")]
    assert asked
    assert set(asked) <= set(page.attribute("id"))


def test_hostile_text_stays_text() -> None:
    for case_id in CASES[:10]:
        hostile, clean = (case_page(of, case_id, View(), EN) for of in (hostile_record(), record()))
        assert_same_markup(hostile, clean)


def test_a_case_says_when_something_later_was_looked_for(tiny: Folder) -> None:
    words = "Looked for in November 2026: nothing later found."
    assert words not in Page(case_page(tiny.load(), "airport", View(case="airport"), EN)).text
    record = tiny.change("cases", "airport", looked_for="2026-11").load()
    assert words in Page(case_page(record, "airport", View(case="airport"), EN)).text


def test_it_names_its_dead_and_leads_to_them() -> None:
    found = Page(case_page(record(), "almaty-boy-12", View(case="almaty-boy-12"), EN))
    assert "/dead#death-2022-01-05-almaty-boy-12" in found.links
    assert "#dead" in found.links
