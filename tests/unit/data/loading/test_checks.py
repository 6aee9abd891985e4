"""The rules between rows: each broken rule is named by file, line and column, and costs only what it must."""

import pytest

from data.faults import Fault
from data.loading.schema import KEYS, REFERENCES, TABLES
from tests.unit.helpers import TINY, Folder, event

ZHANAOZEN, AIRPORT, FIGHT = "2022-01-02-zhanaozen-gathering", "2022-01-05-airport-entered", "2022-01-05-almaty-fight"


def at(faults: tuple[Fault, ...]) -> set[tuple[str, int, str]]:
    return {(fault.file, fault.line, fault.column) for fault in faults}


def test_the_tiny_record_is_sound(tiny: Folder) -> None:
    record = tiny.load()
    assert not record.faults
    assert {name: len(table) for name, table in record.tables.items()} == {name: len(TINY[name]) for name in TABLES}


@pytest.mark.parametrize("table", sorted(KEYS))
def test_an_id_stands_once_and_the_first_row_keeps_it(tiny: Folder, table: str) -> None:
    rows = tiny.rows(table)
    record = tiny.add(table, **rows[0]).load()
    assert at(record.faults) == {(f"{table}.csv", len(rows) + 2, KEYS[table])}
    assert len(record.tables[table]) == len(rows)


@pytest.mark.parametrize(("table", "column"), sorted(REFERENCES))
def test_an_id_that_is_nowhere_is_a_fault_of_the_row_that_names_it(tiny: Folder, table: str, column: str) -> None:
    row = len(tiny.rows(table)) - 1
    faults = tiny.change(table, row, **{column: "nowhere-at-all"}).faults()
    assert (f"{table}.csv", row + 2, column) in at(faults)


def test_a_bad_source_takes_out_only_what_rests_on_it_alone(tiny: Folder) -> None:
    record = tiny.change("sources", "vlast", url="javascript:alert(1)").load()
    assert ("sources.csv", tiny.line("sources", "vlast"), "url") in at(record.faults)
    assert ZHANAOZEN not in record.events.index
    assert record.events["sources"][AIRPORT] == ("azattyq",)


@pytest.mark.parametrize("sources", ["", ";", " ; "])
@pytest.mark.parametrize("table", ["events", "claims", "cases", "case_people", "case_steps", "people", "deaths"])
def test_every_row_that_says_something_has_a_source(tiny: Folder, table: str, sources: str) -> None:
    assert (f"{table}.csv", 2, "sources") in at(tiny.change(table, 0, sources=sources).faults())


def test_a_source_row_with_a_cell_too_many_costs_no_event_that_has_another_source(tiny: Folder) -> None:
    lines = tiny.file("sources").read_text(encoding="utf-8").splitlines()
    lines[1] += ",one too many"
    tiny.file("sources").write_text("\n".join(lines), encoding="utf-8")
    assert AIRPORT in tiny.load().events.index


@pytest.mark.parametrize(
    ("place", "parent"),
    [("mangystau-region", "almaty"), ("almaty", "camp"), ("kazakhstan", "abroad"), ("kazakhstan", "almaty"),
     ("almaty", ""), ("camp", "kazakhstan"), ("mangystau-region", "mangystau-region")],
)  # fmt: skip
def test_a_place_lies_in_a_place_of_a_larger_kind(tiny: Folder, place: str, parent: str) -> None:
    record = tiny.change("places", place, parent_id=parent).load()
    assert ("places.csv", tiny.line("places", place), "parent_id") in at(record.faults)
    assert place not in record.places.index


@pytest.mark.parametrize(
    ("place", "lat", "lon"), [("zhanaozen", "43.25", "76.91"), ("camp", "0", "0"), ("almaty-airport", "43.34", "52.86"),
                              ("almaty-airport", "43.75", "77.04"), ("zhanaozen-square", "52.86", "43.35")],
)  # fmt: skip
def test_a_point_outside_its_parent_is_a_fault(tiny: Folder, place: str, lat: str, lon: str) -> None:
    record = tiny.change("places", place, lat=lat, lon=lon).load()
    assert ("places.csv", tiny.line("places", place), "lat") in at(record.faults)
    assert place not in record.places.index


def test_a_city_directly_in_kazakhstan_must_lie_there(tiny: Folder) -> None:
    faults = tiny.change("places", "almaty", lat="0", lon="0").faults()
    assert ("places.csv", tiny.line("places", "almaty"), "lat") in at(faults)


def test_a_site_in_a_town_without_a_position_must_lie_in_the_region(tiny: Folder) -> None:
    tiny.change("places", "zhanaozen", lat="", lon="").change("places", "zhanaozen-square", lat="0", lon="0")
    assert ("places.csv", tiny.line("places", "zhanaozen-square"), "lat") in at(tiny.faults())


@pytest.mark.parametrize(
    ("lat", "lon"), [("43.2", ""), ("", "76.9"), ("91", "76.9"), ("43.2", "181"), ("43,2", "76.9")]
)
def test_a_position_is_two_numbers_on_earth(tiny: Folder, lat: str, lon: str) -> None:
    record = tiny.change("places", "almaty-airport", lat=lat, lon=lon).load()
    assert record.faults
    assert "almaty-airport" not in record.places.index


@pytest.mark.parametrize("zone", ["Asia/Nowhere", "../../etc/passwd", "/etc/passwd", "UTC+6", "Almaty"])
def test_a_zone_must_exist(tiny: Folder, zone: str) -> None:
    faults = tiny.change("places", "almaty", tz=zone).faults()
    assert ("places.csv", tiny.line("places", "almaty"), "tz") in at(faults)


@pytest.mark.parametrize("zone", ["Asia", "A" * 300])
def test_a_zone_that_names_a_folder_or_is_endless_is_a_fault_and_no_crash(tiny: Folder, zone: str) -> None:
    faults = tiny.change("places", "almaty", tz=zone).faults()
    assert ("places.csv", tiny.line("places", "almaty"), "tz") in at(faults)


def test_an_event_id_begins_with_its_day(tiny: Folder) -> None:
    record = tiny.change("events", ZHANAOZEN, start="2022-01-03").load()
    assert at(record.faults) == {("events.csv", tiny.line("events", ZHANAOZEN), "event_id")}


@pytest.mark.parametrize(
    ("place", "precision"),
    [("almaty", "site"), ("almaty-airport", "city"), ("mangystau-region", "city"), ("moscow", "city"),
     ("almaty", "abroad"), ("kazakhstan", "region"), ("russia", "country"), ("kazakhstan", "abroad")],
)  # fmt: skip
def test_a_place_is_no_narrower_than_its_precision(tiny: Folder, place: str, precision: str) -> None:
    tiny.change("events", ZHANAOZEN, place_id=place, place_precision=precision)
    assert ("events.csv", tiny.line("events", ZHANAOZEN), "place_precision") in at(tiny.faults())


def test_a_minute_needs_a_zone(tiny: Folder) -> None:
    row = event("2022-01-07-abroad-call", "abroad", "abroad", "vlast", start="2022-01-07T10:00", time_precision="exact")
    assert at(tiny.add("events", **row).faults()) == {("events.csv", tiny.line("events", row["event_id"]), "start")}


@pytest.mark.parametrize(("end", "sound"), [("2022-01-05", False), ("2022-01-06", True), ("2022-01-07", False)])
def test_a_part_of_a_day_runs_into_the_next_day_at_most(tiny: Folder, end: str, sound: bool) -> None:
    assert sound == (not tiny.change("events", "2022-01-05-street-shots", end=end).faults())


@pytest.mark.parametrize(
    ("follower", "followed", "sound"),
    [
        ("2022-01-05-street-shots", "2022-01-05-airport-entered", True),
        ("2022-01-05-almaty-fight", "2022-01-05-street-shots", True),
        ("2022-01-05-airport-entered", "2022-01-05-almaty-fight", False),
        ("2022-01-05-airport-entered", "2022-01-05-airport-entered", False),
        ("2022-01-06-region-strike", "2022-01-05-airport-entered", False),
    ],
)
def test_an_event_follows_one_of_its_day_that_its_time_allows(
    tiny: Folder, follower: str, followed: str, sound: bool
) -> None:
    found = tiny.change("events", follower, follows=followed).faults()
    assert sound == (("events.csv", tiny.line("events", follower), "follows") not in at(found))
    assert not sound or not found


def test_events_that_follow_each_other_in_a_ring_are_faults(tiny: Folder) -> None:
    tiny.change("events", "2022-01-06-region-strike", follows="2022-01-06-kazakhstan-speech")
    tiny.change("events", "2022-01-06-kazakhstan-speech", follows="2022-01-06-region-strike")
    assert {fault.column for fault in tiny.faults()} == {"follows"}


def test_an_event_outlives_the_fault_of_the_one_it_follows(tiny: Folder) -> None:
    tiny.change("events", "2022-01-06-region-strike", follows="2022-01-06-kazakhstan-speech")
    record = tiny.change("events", "2022-01-06-kazakhstan-speech", category="riot").load()
    assert record.event_rows["2022-01-06-region-strike"]["follows"] == ""


@pytest.mark.parametrize(
    ("event_id", "places", "sound"),
    [
        (ZHANAOZEN, "almaty;mangystau-region", True),
        ("2022-01-06-region-strike", "almaty", True),
        (ZHANAOZEN, "zhanaozen", False),
        (ZHANAOZEN, "almaty;almaty", False),
        (ZHANAOZEN, "almaty-airport", False),
        (ZHANAOZEN, "moscow", False),
        (ZHANAOZEN, "kazakhstan", False),
        ("2022-01-05-street-shots", "zhanaozen", False),
        ("2022-01-06-kazakhstan-speech", "zhanaozen", False),
    ],
)
def test_the_other_places_of_an_event_are_cities_and_regions(
    tiny: Folder, event_id: str, places: str, sound: bool
) -> None:
    found = tiny.change("events", event_id, also_places=places).faults()
    assert at(found) == (set() if sound else {("events.csv", tiny.line("events", event_id), "also_places")})


def test_a_contradiction_said_once_is_noted_and_holds_both_ways(tiny: Folder) -> None:
    record = tiny.change("claims", "2022-01-16-toll-three", contradicted_by="").load()
    assert at(record.faults) == {("claims.csv", tiny.line("claims", "2022-01-15-toll-two"), "contradicted_by")}
    assert record.claims["contradicted_by"]["2022-01-16-toll-three"] == ("2022-01-15-toll-two",)


def test_claims_that_replace_each_other_in_a_ring_are_faults(tiny: Folder) -> None:
    record = tiny.change("claims", "2022-01-15-toll-two", superseded_by="2022-01-09-toll-one").load()
    assert {fault.column for fault in record.faults} == {"superseded_by"}
    assert "2022-01-16-toll-three" in record.claims.index


@pytest.mark.parametrize(
    "cells", [{"value_min": "226", "value_max": "225"}, {"measure": ""}, {"value_min": "", "value_max": ""}],
)  # fmt: skip
def test_a_number_and_its_measure_belong_together(tiny: Folder, cells: dict[str, str]) -> None:
    assert ("claims.csv", 2, "value_max") in at(tiny.change("claims", 0, **cells).faults())


@pytest.mark.parametrize(
    ("cells", "column"),
    [({"withdrawn_on": "soon"}, "withdrawn_on"), ({"withdrawn_on": "2022-01-08"}, "withdrawn_on"),
     ({"withdrawn_on": "2021"}, "withdrawn_on"), ({"stands": "current"}, "withdrawn_why"),
     ({"stands": "revised", "withdrawn_why": ""}, "withdrawn_why"),
     ({"withdrawn_why": "<b>mistake</b>"}, "withdrawn_why")],
)  # fmt: skip
def test_a_withdrawal_is_that_of_a_withdrawn_claim_and_follows_it(
    tiny: Folder, cells: dict[str, str], column: str
) -> None:
    record = tiny.change("claims", "2022-01-09-toll-one", **cells).load()
    assert ("claims.csv", 2, column) in at(record.faults)
    assert "2022-01-09-toll-one" not in record.claims.index


@pytest.mark.parametrize("day", ["2022-01-09", "2022-01", "2022", ""])
def test_a_claim_may_be_withdrawn_on_its_own_day_and_in_a_month_or_year_that_goes_on(tiny: Folder, day: str) -> None:
    assert not tiny.change("claims", "2022-01-09-toll-one", withdrawn_on=day).faults()


@pytest.mark.parametrize("kind", ["", "newspaper", "news"])
def test_a_voice_has_a_kind(tiny: Folder, kind: str) -> None:
    assert at(tiny.change("origins", "interior-ministry", kind=kind).faults()) >= {("origins.csv", 3, "kind")}


@pytest.mark.parametrize(
    ("places", "left"), [("", None), ("nowhere", None), ("almaty;nowhere", None), ("zhanaozen", ("zhanaozen",))]
)
def test_a_band_lies_somewhere(tiny: Folder, places: str, left: tuple[str, ...] | None) -> None:
    record = tiny.change("bands", "curfew", places=places).load()
    assert record.tables["bands"]["places"].get("curfew") == left
    assert at(record.faults) == ({("bands.csv", 3, "places")} if left is None else set())


def test_a_band_over_two_places_outlives_the_fault_of_one(tiny: Folder) -> None:
    record = tiny.change("places", "zhanaozen", tz="Nowhere").load()
    assert record.tables["bands"]["places"]["curfew"] == ("almaty",)


def test_a_band_ends_after_it_begins(tiny: Folder) -> None:
    faults = tiny.change("bands", "operation", begins_with=FIGHT, ends_with=AIRPORT).faults()
    assert at(faults) == {("bands.csv", 2, "ends_with")}


@pytest.mark.parametrize(
    ("cells", "column"),
    [({"table": "weather"}, "table"), ({"id": "2022-01-05-nothing"}, "id"), ({"date": "soon"}, "date")],
)
def test_the_log_of_changes_speaks_of_rows_that_exist(tiny: Folder, cells: dict[str, str], column: str) -> None:
    assert at(tiny.change("changes", 1, **cells).faults()) == {("changes.csv", 3, column)}


def test_cities_in_one_another_are_faults_and_hang_nothing(tiny: Folder) -> None:
    tiny.change("places", "almaty", parent_id="moscow", lat="", lon="").change("places", "moscow", parent_id="almaty")
    lines = {fault.line for fault in tiny.faults() if fault.file == "places.csv"}
    assert {tiny.line("places", "almaty"), tiny.line("places", "moscow")} <= lines


@pytest.mark.parametrize("name", ["case_people", "case_steps", "changes", "events"])
def test_a_row_that_stands_twice_is_a_fault_of_the_second(tiny: Folder, name: str) -> None:
    rows = tiny.rows(name)
    tiny.write(name, [*rows, rows[0]])
    [fault] = tiny.faults()
    assert (fault.file, fault.line) == (f"{name}.csv", len(rows) + 2)
    assert len(tiny.load().tables[name]) == len(rows)


@pytest.mark.parametrize(
    ("table", "row", "cells", "column"),
    [
        ("case_people", 0, {"person_id": "a-person"}, "name"),
        ("case_people", 0, {"name": ""}, "name"),
        ("deaths", 0, {"person_id": "a-victim"}, "age"),
        ("deaths", 1, {"age": "10s"}, "age"),
        ("deaths", 1, {"age": "about 20"}, "age"),
        ("deaths", 1, {"persons": "2"}, "persons"),
        ("deaths", 1, {"persons": "0"}, "persons"),
        ("deaths", 1, {"persons": ""}, "persons"),
        ("deaths", 0, {"said_by": "family;nobody"}, "said_by"),
        ("deaths", 0, {"said_by": "family;family"}, "said_by"),
        ("deaths", 0, {"said_by": ""}, "said_by"),
        ("deaths", 0, {"died_on": "January"}, "died_on"),
        ("deaths", 0, {"role": "hero"}, "role"),
    ],
)
def test_a_person_or_a_death_that_says_what_it_may_not_is_left_out(
    tiny: Folder, table: str, row: int, cells: dict[str, str], column: str
) -> None:
    rows = len(tiny.rows(table))
    record = tiny.change(table, row, **cells).load()
    assert at(record.faults) == {(f"{table}.csv", row + 2, column)}
    assert len(record.tables[table]) == rows - 1


def test_a_death_goes_without_the_name_that_fell_but_a_person_of_a_case_does_not(tiny: Folder) -> None:
    record = tiny.change("people", "a-victim", part="").change("people", "a-person", part="").load()
    assert record.death_rows["almaty-a-victim"]["person_id"] == ""
    assert [person["name"] for person in record.people_by_case["airport"]] == ["a driver"]


def test_what_points_to_a_row_that_fell_falls_too_however_long_the_chain(tiny: Folder) -> None:
    tiny.change("places", "mangystau-region", parent_id="almaty")
    found = tiny.load()
    assert not {"zhanaozen", "zhanaozen-square"} & set(found.place_rows)
    assert all(event["place_id"] in found.place_rows for event in found.event_rows.values())
