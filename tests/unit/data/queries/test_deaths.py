"""The dead of a view, and what does not add up in the numbers of others."""

from datetime import date
from typing import Any

import pytest

from data.loading.record import Record
from data.period import Period
from data.queries.as_known import as_known
from data.queries.deaths import apart, by_class, by_place, by_town, days_of, deaths, lowered, official
from data.queries.view import View
from tests.unit.helpers import TINY, Folder

GIRL, VICTIM = "2022-01-05-almaty-a-girl-4", "almaty-a-victim"
TOLL = TINY["claims"][1] | {"measure": "killed_total", "place_id": "kazakhstan", "contradicted_by": "", "value_max": ""}


def toll(claim_id: str, number: int, **cells: str) -> dict[str, str]:
    """A claim of the authorities of one day, who counted so many."""
    return TOLL | {"claim_id": claim_id, "value_min": str(number), "value_max": str(number)} | cells


def counted(tiny: Folder, *claims: dict[str, str]) -> Record:
    """The tiny record with these claims alone."""
    record = tiny.write("claims", list(claims)).load()
    assert not record.faults
    return record


def ids(record: Record, **choices: Any) -> list[str]:
    return [death["death_id"] for death in deaths(record, View(**choices))]


@pytest.mark.parametrize(
    ("choices", "found"),
    [
        ({}, [GIRL, VICTIM]),
        ({"places": ("almaty",)}, [GIRL, VICTIM]),
        ({"places": ("almaty-street",)}, [GIRL]),
        ({"places": ("zhanaozen",)}, []),
        ({"period": Period.parse("2022-01-05")}, [GIRL]),
        ({"period": Period.parse("2022-01-06..")}, []),
        ({"dead_role": "unknown"}, [VICTIM]),
        ({"told_by": "press"}, [GIRL]),
        ({"told_by": "court"}, [VICTIM]),
        ({"text": "жертва"}, [VICTIM]),
        ({"text": "the victim"}, [VICTIM]),
        ({"text": "soldiers car"}, [GIRL]),
        ({"text": "nobody"}, []),
    ],
)
def test_the_dead_are_found_by_place_day_part_teller_and_words(
    tiny: Folder, choices: dict[str, Any], found: list[str]
) -> None:
    assert ids(tiny.load(), **choices) == found


@pytest.mark.parametrize(
    ("died", "days"),
    [
        ("2022-01-05", ("2022-01-05", "2022-01-05")),
        ("2022-01", ("2022-01-01", "2022-01-31")),
        ("2022", ("2022-01-01", "2022-12-31")),
        ("", ("9999", "")),
    ],
)
def test_a_death_of_a_month_may_have_been_on_any_of_its_days(tiny: Folder, died: str, days: tuple[str, str]) -> None:
    record = tiny.change("deaths", 1, died_on=died).load()
    assert days_of(record.death_rows[VICTIM]) == days
    on_a_day = ids(record, period=Period.parse("2022-01-20"))
    assert on_a_day == ([VICTIM] if days[0] <= "2022-01-20" <= days[1] else [])


def test_the_newest_number_of_the_authorities_that_stands_is_the_official_one(tiny: Folder) -> None:
    record = counted(
        tiny,
        toll("first", 100, said_on="2022-01-07", stands="revised", superseded_by="second"),
        toll("second", 120, said_on="2022-01-08"),
        toll("withdrawn", 164, said_on="2022-01-10", stands="withdrawn"),
        toll("others", 200, said_on="2022-01-12", claimant_role="ngo"),
    )
    found = official(record, "kazakhstan")
    assert found
    assert found.claim["claim_id"] == "second"
    earlier = official(as_known(record, date(2022, 1, 7)), "kazakhstan")
    assert earlier
    assert earlier.claim["claim_id"] == "first"
    assert official(record, "almaty") is None


def test_a_death_counts_at_the_nearest_place_with_a_number_else_at_its_town(tiny: Folder) -> None:
    counts = {one.place_id: one for one in by_place(counted(tiny, toll("city", 9, place_id="almaty")))}
    assert list(counts) == ["almaty"]
    assert (counts["almaty"].persons, counts["almaty"].most) == (2, 9)
    without = {one.place_id: one for one in by_place(counted(tiny, toll("region", 3, place_id="mangystau-region")))}
    assert {place: one.persons for place, one in without.items()} == {"mangystau-region": 0, "almaty": 2}
    assert without["almaty"].said is None


@pytest.mark.parametrize(("day", "places"), [("2022-01-14", {"mangystau-region"}), ("2022-01-16", {"zhanaozen"})])
def test_a_number_for_a_region_gives_way_to_a_later_one_for_a_place_in_it(
    tiny: Folder, day: str, places: set[str]
) -> None:
    record = counted(
        tiny, toll("region", 9, place_id="mangystau-region"), toll("town", 4, place_id="zhanaozen", said_on=day)
    )
    found = {one.place_id for one in by_place(record) if one.said}
    assert found - {"zhanaozen"} | (found & places) >= places
    assert ("mangystau-region" in found) == ("mangystau-region" in places)


def test_classes_and_places_of_one_day_are_set_beside_their_whole(tiny: Folder) -> None:
    record = counted(
        tiny,
        toll("whole", 238),
        toll("attackers", 67, measure="killed_described_as_attackers"),
        toll("violators", 142, measure="killed_described_as_regime_violators"),
        toll("minors", 2, measure="killed_minors"),
        toll("another-day", 19, measure="killed_security", said_on="2022-01-14"),
        toll("another-claimant", 19, measure="killed_security", claimant="A paper"),
        toll("almaty", 151, place_id="almaty"),
        toll("zhanaozen", 17, place_id="zhanaozen"),
    )
    (classes,), (towns,) = by_class(record), by_town(record)
    assert {one.claim["claim_id"] for one in classes.parts} == {"attackers", "violators"}
    assert (classes.sum, classes.left) == (209, 29)
    assert {one.claim["claim_id"] for one in towns.parts} == {"almaty", "zhanaozen"}
    assert (towns.sum, towns.left) == (168, 70)


def test_what_adds_up_and_what_was_withdrawn_is_not_told(tiny: Folder) -> None:
    record = counted(
        tiny,
        toll("whole", 10),
        toll("almaty", 6, place_id="almaty"),
        toll("zhanaozen", 4, place_id="zhanaozen"),
        toll("security", 3, measure="killed_security"),
        toll("attackers", 3, measure="killed_described_as_attackers", stands="withdrawn"),
    )
    assert not by_town(record)
    assert not by_class(record)


def test_two_numbers_of_one_day_and_a_number_that_went_down_are_told(tiny: Folder) -> None:
    record = counted(
        tiny,
        toll("high", 238),
        toll("low", 230, claimant="A commissioner"),
        toll("same", 230, claimant="An office"),
        toll("attackers", 149, measure="killed_described_as_attackers", stands="revised", superseded_by="fewer"),
        toll("fewer", 67, measure="killed_described_as_attackers", said_on="2023-01-05"),
    )
    assert [[max(one.interval.ends) for one in day] for day in apart(record)] == [[238, 230]]
    assert [(one.claim["claim_id"], later.claim["claim_id"]) for one, later in lowered(record)] == [
        ("attackers", "fewer")
    ]
