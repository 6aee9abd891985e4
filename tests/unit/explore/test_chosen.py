"""The sentence with its choices: every choice in use can be taken off, and every menu leads where it says."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings

from components.address import split
from components.explore.beside import beside_choices
from components.explore.chosen import chosen
from components.explore.menus import menus
from data.queries.query import addressable, query
from data.queries.view import KEYS, Kind, View, parse_view
from tests.unit.helpers import views
from tests.unit.samples import EN, Page, foreign, hostile_record, record, shown

KNOWN = addressable(record())


def drawn(**choices: Any) -> Page:
    return Page(chosen(shown(**choices), EN))


def leads_to(link: str) -> View:
    view, rejected = parse_view(split(link)[1], KNOWN)
    assert not rejected, link
    return view


def links(of: Page, begins: str) -> dict[str, str]:
    """The links whose name begins so, by the rest of it."""
    named = [(found.get("data-id", ""), found["href"]) for tag, found in of.tags if tag == "a"]
    return {name.removeprefix(begins): href for name, href in named if name.startswith(begins)}


CHOSEN: list[tuple[str, dict[str, Any]]] = [
    ("period", {"day": "2022-01-05"}),
    ("hours", {"day": "2022-01-05", "hours": (540, 1080)}),
    ("places-almaty", {"places": ("almaty", "oral")}),
    ("categories-clash", {"categories": ("clash",)}),
    ("statuses-disputed", {"statuses": ("disputed",)}),
    ("voices-press", {"voices": ("press",), "alone": True}),
    ("significance", {"significance": 2}),
    ("text", {"text": "akimat"}),
    ("case", {"of_case": "airport"}),
]


@pytest.mark.parametrize(("name", "choices"), CHOSEN, ids=[name for name, _ in CHOSEN])
def test_a_choice_has_a_chip_that_takes_it_off_and_leaves_the_others(name: str, choices: dict[str, Any]) -> None:
    before = shown(**choices).view
    after = leads_to(links(drawn(**choices), "off-")[name])
    assert after != before
    changed = {key.field for key in KEYS.values() if getattr(before, key.field) != getattr(after, key.field)}
    field = {"case": "of_case"}.get(name, name.partition("-")[0])
    assert field in changed
    assert changed - {field} <= {"period": {"hours"}, "voices": {"alone"}}.get(field, set())
    if "-" in name:
        assert name.partition("-")[2] not in getattr(after, field)


def test_nothing_chosen_has_no_chip() -> None:
    assert not links(drawn(), "off-")
    assert "reset" not in links(drawn(), "")


@given(views(KNOWN))
@hypothesis_settings(max_examples=8)
def test_there_is_a_chip_for_every_filter_in_use(view: View) -> None:
    of = Page(chosen(query(record(), view), EN))
    for link in of.links:
        leads_to(link)
    undone = view
    for _ in range(60):
        off = links(Page(chosen(query(record(), undone), EN)), "off-")
        if not off:
            break
        undone = leads_to(next(iter(off.values())))
    narrowing = [key for key in KEYS.values() if key.kind & (Kind.FILTER | Kind.TIME) and key.field != "all_days"]
    assert {key.field for key in narrowing if getattr(undone, key.field) != key.default} == set()


def test_a_menu_counts_what_each_line_would_show() -> None:
    of = shown(day="2022-01-05", categories=("clash",))
    page = Page(chosen(of, EN))
    hrefs = links(page, "categories-")
    assert len(hrefs) > 3
    for href in links(page, "places-").values():
        assert set(leads_to(href).categories) == {"clash"}
    kinds = [leads_to(href).categories for href in hrefs.values()]
    assert () in kinds
    assert all(view == () or view[0] == "clash" for view in kinds)


def test_every_line_says_how_many_events_it_leaves() -> None:
    for menu in menus(shown(), EN):
        for section in menu.sections:
            for option in section.options:
                if option.number:
                    assert option.number == str(len(query(record(), leads_to(option.href)).rows)), option.words


def test_what_can_stand_beside_a_place_says_how_many_events_it_has() -> None:
    choices = beside_choices(shown(places=("almaty",)), EN)
    assert choices.places
    for place, words, _ in choices.places:
        assert words.endswith(f"({len(shown(places=(place,)).rows)})"), words


def test_a_chosen_place_stands_in_its_menu_though_nothing_of_it_is_left() -> None:
    page = drawn(day="2022-01-21", places=("almaty",))
    assert any(leads_to(href).places == () for href in links(page, "places-").values())


def test_days_and_hours_are_picked_from_lists_in_words() -> None:
    page = drawn(day="2022-01-05", hours=(540, 1080))
    values = [leads_to(found["value"]) for tag, found in page.tags if tag == "option"]
    assert {view.period and str(view.period) for view in values} >= {None, "2022-01-05", "2022-01-05..2022-01-06"}
    assert {view.hours for view in values} >= {None, (540, 1080), (0, 1080), (540, 1440)}
    chosen_now = [leads_to(found["value"]) for tag, found in page.tags if tag == "option" and "selected" in found]
    assert {(str(view.period), view.hours) for view in chosen_now} == {
        ("2022-01-05", None), ("2022-01-05", (540, 1080)),
    }  # fmt: skip
    assert "5 January" in page.text


def test_hours_are_offered_for_a_single_day_only() -> None:
    assert "From hour" in drawn(day="2022-01-05").text
    for choices in ({}, {"day": "2022-01-05..2022-01-06"}, {"day": "before"}):
        assert "From hour" not in drawn(**choices).text


def test_the_search_keeps_the_other_choices() -> None:
    page = drawn(day="2022-01-05", places=("almaty",), text="akimat")
    hidden = {found["name"]: found["value"] for _, found in page.tags if found.get("type") == "hidden"}
    assert hidden == {"day": "2022-01-05", "place": "almaty"}


def test_the_sheet_says_how_many_events_remain() -> None:
    number = len(shown(day="2022-01-05").rows)
    assert f"Show {number} events" in drawn(day="2022-01-05").text


def test_words_of_the_record_stay_words() -> None:
    page = Page(chosen(shown(hostile_record(), places=("almaty",)), EN))
    assert not foreign(page.links)
    assert not [tag for tag, _ in page.tags if tag in ("script", "img")]


def test_the_events_of_a_case_lead_back_to_it() -> None:
    assert links(drawn(of_case="airport"), "to-case") == {"": "/cases?case=airport"}
    assert links(drawn(), "to-case") == {}
