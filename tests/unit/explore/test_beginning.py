"""What a newcomer is told: whose counts there are, and where to begin."""

from typing import Any

import pytest

from components.explore.beginning import beginning
from components.words.claims import side_ranges
from data.loading.record import Record
from tests.unit.helpers import Folder
from tests.unit.samples import EN, Page, foreign, hostile_record, record, shown


def drawn(of: Record | None = None, **choices: Any) -> Page:
    return Page(beginning(shown(of, **choices), EN, "/?tour=1"))


def test_the_counts_of_the_dead_are_those_of_the_claims_with_their_names() -> None:
    rows = [
        row
        for row in record().claim_rows.values()
        if (row["measure"], row["place_id"]) == ("killed_total", "kazakhstan")
    ]
    sides = side_ranges(record(), rows, EN)
    assert len(sides) == 2
    page = drawn()
    for side in sides:
        assert f"{side['range']} by the count of {side['who']}" in page.text
        assert side["names"] in page.attribute("title")


def test_it_says_what_the_name_means_and_leads_to_three_beginnings() -> None:
    page = drawn()
    assert "“Qandy Qantar” is Kazakh for “Bloody January”" in page.text
    doors = {found["data-id"]: found["href"] for tag, found in page.tags if tag == "a" and "data-id" in found}
    assert doors == {"door-tour": "/?tour=1", "door-day": "/?day=2022-01-05", "door-case": "/cases?case=airport"}
    assert not foreign(page.links)


@pytest.mark.parametrize(
    "choices",
    [{"day": "2022-01-05"}, {"places": ("almaty",)}, {"text": "police"}, {"tour": 2}, {"statuses": ("disputed",)}],
)
def test_whoever_has_chosen_something_is_not_told_again(choices: dict[str, Any]) -> None:
    assert not drawn(**choices).markup


@pytest.mark.parametrize(
    "choices", [{"event": "2022-01-04-oral-depo-bridge", "all_days": True}, {"camera": "west"}, {"lanes": "place"}]
)
def test_opening_and_looking_about_move_nothing(choices: dict[str, Any]) -> None:
    assert drawn(**choices).markup


def test_a_record_without_counts_makes_no_claim_of_its_own(tiny: Folder) -> None:
    assert "How many were killed" not in drawn(tiny.load()).text


def test_words_of_the_record_stay_words() -> None:
    page = drawn(hostile_record())
    assert not [tag for tag, _ in page.tags if tag in ("script", "img")]
    assert not foreign(page.links)
