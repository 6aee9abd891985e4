"""The list of cases: each once, searched, narrowed, and in an order that has a name."""

import pytest

from components.record.case_list import case_list, grouped, in_order
from components.words import labels
from data.queries.cases import cases, newest_step
from data.queries.view import SORTS, View
from data.times import last_day
from tests.unit.samples import EN, Page, assert_same_markup, forms, hostile_record, record

CASES = record().case_rows


def listed(view: View) -> Page:
    return Page(case_list(record(), view, EN))


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("sort", SORTS)
def test_every_case_is_in_the_list_once_with_its_outcome_and_its_newest_step(sort: str) -> None:
    page = listed(View(sort=sort))
    opened = [link for link in page.links if "case=" in link]
    assert sorted(opened) == sorted(
        f"/cases?case={case_id}" + ("" if sort == "kind" else f"&sort={sort}") for case_id in CASES
    )
    for row in CASES.values():
        assert flat(row["title"]) in page.text
        assert flat(row["outcome"]) in page.text
    assert "18 November 2025" in page.text


def test_the_airport_stands_on_top_of_all_cases_and_of_nothing_else() -> None:
    assert listed(View()).links[0] == "/cases?case=airport"
    assert listed(View()).classed("first")
    assert not listed(View(sort="newest")).classed("first")
    assert not listed(View(text="almaty")).classed("first")


def test_groups_say_what_they_are_and_have_the_newest_first() -> None:
    for sort in ("kind", "newest", "place", "outcome"):
        for heading, rows in grouped(record(), list(CASES.values()), View(sort=sort), EN):
            assert heading
            days = [last_day(newest_step(record(), row["case_id"])) for row in rows]
            assert days == sorted(days, reverse=True)
    headings = [heading for heading, _ in grouped(record(), list(CASES.values()), View(sort="kind"), EN)]
    assert headings[0] == "Protesters and activists prosecuted"
    outcomes = dict(grouped(record(), list(CASES.values()), View(sort="outcome"), EN))
    assert {row["result"] for row in outcomes[labels.case_result(EN, "open")]} == {""}


def test_by_name_they_stand_by_name_alone() -> None:
    ((heading, rows),) = grouped(record(), list(CASES.values()), View(sort="name"), EN)
    assert heading == ""
    titles = [row["title"].casefold() for row in rows]
    assert titles == sorted(titles)


def test_the_form_sends_what_is_chosen_and_what_is_narrowed_is_said() -> None:
    page = listed(View(text="kazakh", places=("almaty",), outcome="convicted", sort="newest"))
    (form,) = forms(page)
    assert form.sends(q="", place="", outcome="", sort="kind") == (View(), ())
    assert form.sends()[0] == View(text="kazakh", places=("almaty",), outcome="convicted", sort="newest")
    assert f"of {len(CASES)} cases · Almaty · Convicted, jailed or fined · with “kazakh”" in page.text
    assert "/cases?sort=newest" in page.links


def test_a_search_that_finds_none_says_so_and_leads_out() -> None:
    page = listed(View(text="no such word"))
    assert "No case matches this" in page.text
    assert "/cases" in page.links


def test_the_order_is_that_of_the_list() -> None:
    for sort in SORTS[1:]:
        view = View(sort=sort)
        assert [link for link in listed(view).links if "case=" in link] == [
            f"/cases?case={case_id}&sort={sort}" for case_id in in_order(record(), view, EN)
        ]
    assert set(in_order(record(), View(text="almaty"), EN)) == {
        case["case_id"] for case in cases(record(), View(text="almaty"))
    }


def test_hostile_text_stays_text() -> None:
    for view in (View(), View(sort="place")):
        assert_same_markup(case_list(hostile_record(), view, EN), case_list(record(), view, EN))


def test_every_place_that_is_offered_has_a_case() -> None:
    page = Page(case_list(record(), View(), EN))
    at = next(number for number, (tag, found) in enumerate(page.tags) if tag == "select" and found["name"] == "place")
    offered = []
    for tag, found in page.tags[at + 1 :]:
        if tag == "select":
            break
        if tag == "option" and found["value"]:
            offered.append(found["value"])
    assert offered
    assert [place for place in offered if not cases(record(), View(places=(place,)))] == []
