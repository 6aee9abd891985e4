"""A person's page has all that the record tells of them; names lead to it."""

from datetime import date

from components.people.list import people_list
from components.people.person import person_page
from components.record.card import event_card
from components.record.case_page import case_page
from data.queries.as_known import as_known
from data.queries.people import told_of
from data.queries.view import View
from tests.unit.helpers import Folder
from tests.unit.samples import EN, Page, event, hostile_record, record

TLEUZHAN = "aigerim-tleuzhan"
VIEW = View(person=TLEUZHAN)


def test_it_has_names_cases_events_and_claims_in_order() -> None:
    page = Page(person_page(record(), VIEW, EN))
    assert {"Aigerim Tleuzhan", "Aigerim Tleuzhanova, Aigerim Tuleuzhanova"} <= set(page.texts)
    told = told_of(record(), TLEUZHAN)
    days = [one.day for one in told if one.day]
    assert days == sorted(days)
    wanted = [f"/?event={one.event['event_id']}" for one in told if one.event]
    assert [link for link in page.links if link in wanted] == wanted
    assert "/cases?case=airport" in page.links
    assert "Defendant" in page.text
    assert "Says: Aigerim Tleuzhan, activist, to RFE/RL (witness)" in page.text


def test_a_death_and_a_claim_of_others_stand_there_too(tiny: Folder) -> None:
    tiny.change("claims", 0, people="a-victim")
    page = Page(person_page(tiny.load(), View(person="a-victim"), EN))
    assert "/dead#death-almaty-a-victim" in page.links
    assert "Said by A ministry" in page.text
    assert "Жертва" in page.text


def test_names_in_a_case_and_on_a_card_lead_to_it() -> None:
    link = f"/people?person={TLEUZHAN}"
    assert link in Page(case_page(record(), "airport", View(case="airport"), EN)).links
    card = event_card(record(), event("2022-03-02-almaty-tleuzhan-jailed-15-days"), View(), EN)
    assert link in Page(card).links


def test_all_people_stand_in_the_list_and_are_found_in_any_spelling() -> None:
    page = Page(people_list(record(), View(), EN))
    links = [link for link in page.links if link.startswith("/people?person=")]
    assert len(links) == len(record().person_rows)
    found = Page(people_list(record(), View(text="tuleuzhanova"), EN)).links
    assert [link for link in found if link.startswith("/people?person=")] == [f"/people?person={TLEUZHAN}"]


def test_of_a_past_day_only_what_was_told_by_then() -> None:
    early = as_known(record(), date(2022, 3, 31))
    page = Page(person_page(early, VIEW, EN))
    told = [link for link in page.links if link.startswith("/?event=")]
    assert 0 < len(told) < len([one for one in told_of(record(), TLEUZHAN) if one.event])
    assert "/?event=2023-07-11-almaty-airport-verdict" not in told
    assert "/cases?case=airport" not in page.links


def test_hostile_names_are_data() -> None:
    hostile, clean = (Page(person_page(of, VIEW, EN)) for of in (hostile_record(), record()))
    assert hostile.names <= clean.names | {"span lang"}
    assert Page(people_list(hostile_record(), View(), EN)).names <= Page(people_list(record(), View(), EN)).names
