"""The page of the dead: what is not known first, each death with who says what, the counts beside it."""

from datetime import date

import pytest

from components.dead.page import dead_page
from data.loading.record import Record
from data.queries.as_known import as_known
from data.queries.view import View
from tests.unit.data.queries.test_deaths import GIRL, VICTIM, counted, toll
from tests.unit.helpers import Folder
from tests.unit.samples import EN, Page, assert_same_markup, forms, hostile_record, record

SIZE = 14


def page(of: Record, **choices: object) -> Page:
    return Page(dead_page(of, View(**choices), EN, SIZE))  # type: ignore[arg-type]


def test_it_begins_with_how_many_of_the_official_number_are_told_of(tiny: Folder) -> None:
    told = page(counted(tiny, toll("whole", 238)))
    assert "2 of the 238 dead that the authorities count are told of here." in told.text
    assert "/claims?claim=whole" in told.links
    assert "A ministry, 15 January 2022" in told.text


def test_without_a_number_of_the_authorities_it_says_so(tiny: Folder) -> None:
    told = page(counted(tiny, toll("others", 263, claimant_role="ngo")))
    assert "2 deaths are told of here. The record has no number of the authorities for all of them." in told.text


def test_each_of_the_dead_stands_with_who_says_what_and_where_it_leads(tiny: Folder) -> None:
    told = page(tiny.load())
    assert {f"death-{GIRL}", f"death-{VICTIM}"} <= set(told.attribute("id"))
    for words in (
        "A girl, 4", "A Victim, aged 20 to 29", "Her father says soldiers", "Nobody says so in what was read.",
        "The court said nothing.", "the family and the press", "day not known", "bystander",
    ):  # fmt: skip
        assert words in told.text, words
    assert "/?event=2022-01-05-almaty-fight" in told.links
    assert "/cases?case=airport" in told.links


def test_it_is_narrowed_by_its_form_and_says_by_what(tiny: Folder) -> None:
    of = tiny.load()
    told = page(of, dead_role="bystander", told_by="press")
    assert f"death-{GIRL}" in told.attribute("id")
    assert f"death-{VICTIM}" not in told.attribute("id")
    assert "1 of 2 told of here · bystander · told by the press" in told.text
    (form,) = forms(told)
    assert form.action == "/dead"
    assert (form.fields["part"], form.fields["told"], form.fields["place"]) == ("bystander", "press", "")
    assert "Nobody matches this." in page(of, text="nobody at all").text


def test_what_does_not_add_up_is_said_with_the_claim(tiny: Folder) -> None:
    told = page(
        counted(
            tiny,
            toll("whole", 238),
            toll("attackers", 67, measure="killed_described_as_attackers"),
            toll("violators", 142, measure="killed_described_as_regime_violators"),
        )
    ).text
    assert "142 (said to have broken emergency rules) and 67 (described as attackers) make 209 of 238." in told
    assert "For the other 29 the record has no class given that day." in told
    assert "No class of that day is for people who took no part." in told


def test_more_deaths_than_the_authorities_count_in_a_place_do_not_add_up(tiny: Folder) -> None:
    told = page(counted(tiny, toll("almaty", 0, place_id="almaty"))).text
    assert "Almaty: the record tells of 2 deaths; A ministry, 15 January 2022, counted 0." in told


@pytest.mark.parametrize("day", [date(2022, 1, 8), date(2022, 1, 9)])
def test_as_known_on_a_day_it_has_those_who_had_been_told_of(tiny: Folder, day: date) -> None:
    known = day >= date(2022, 1, 9)
    told = page(as_known(tiny.load(), day))
    assert (f"death-{GIRL}" in told.attribute("id")) == known
    assert f"As known on {day.day} January 2022" in told.text


def test_hostile_text_stays_text() -> None:
    assert_same_markup(dead_page(hostile_record(), View(), EN, SIZE), dead_page(record(), View(), EN, SIZE))
