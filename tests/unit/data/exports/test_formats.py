"""The downloads: read back, by us and by a geographer's program, they are what was shown."""

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any, cast

import pyogrio  # type: ignore[import-untyped]
import pytest
from numpy import isnat

from data.exports.formats import (
    COMPUTED,
    NAMES,
    as_csv,
    claims_csv,
    deaths_csv,
    deaths_json,
    events_csv,
    events_geojson,
)
from data.loading.record import Record
from data.loading.schema import columns
from data.loading.tables import parse_table
from data.queries.as_known import as_known
from data.queries.claims import ledger
from data.queries.query import Shown, query
from data.queries.view import View
from tests.unit.generated import loaded
from tests.unit.helpers import Folder
from tests.unit.samples import hostile_record, record, shown

VIEWS: list[dict[str, Any]] = [{}, {"day": "2022-01-05"}, {"places": ("kazakhstan",)}, {"text": "no such word"}]


def rows(**choices: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(events_csv(shown(**choices)))))


def geojson(**choices: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(events_geojson(shown(**choices), "Title"))
    return found


@pytest.mark.parametrize("choices", VIEWS, ids=str)
def test_the_csv_read_back_is_the_events(choices: dict[str, Any]) -> None:
    found = rows(**choices)
    assert [row["event_id"] for row in found] == list(shown(**choices).events.index)
    for row in found:
        event = cast(dict[str, Any], record().event_rows[row["event_id"]])
        for column in columns("events"):
            value = event[column]
            assert row[column] == (";".join(value) if isinstance(value, tuple) else str(value))
        assert row["status"] == event["status"]
        assert len(row["voices"].split(";")) == len(event["voices"])


def test_the_record_can_read_its_own_columns_of_the_csv() -> None:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns("events"), extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows())
    table = parse_table("events", out.getvalue())
    assert not table.faults
    assert len(table.rows) == len(record().events)


def test_the_header_is_there_without_events_too() -> None:
    header = events_csv(shown(text="no such word")).strip()
    assert header == ",".join([*columns("events"), *COMPUTED])


def test_no_cell_is_a_formula_for_a_spreadsheet() -> None:
    for row in rows():
        for column, cell in row.items():
            assert not cell.startswith(("=", "+", "@", "\t", "\r")), (row["event_id"], column)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "@x", "-2+3+cmd|' /C calc'!A0", "\t=1", "\rx", "x;=1+1", ("x", "=1")])
def test_what_would_run_is_written_as_text(cell: str | tuple[str, ...]) -> None:
    written = as_csv(["a"], [{"a": cell}]).removeprefix("a\n")
    assert written.startswith(("'", "\"'"))


@pytest.mark.parametrize(("cell", "written"), [(-2.0, "-2"), (-2.5, "-2.5"), ("-2", "-2"), ("a-b", "a-b"), ("", "")])
def test_what_would_not_run_is_written_as_it_is(cell: object, written: str) -> None:
    [row] = csv.reader(io.StringIO(as_csv(["a", "b"], [{"a": cell, "b": "x"}]).partition("\n")[2]))
    assert row == [written, "x"]


@pytest.mark.parametrize("choices", VIEWS, ids=str)
def test_the_geojson_is_sound(choices: dict[str, Any]) -> None:
    document = geojson(**choices)
    assert document["type"] == "FeatureCollection"
    assert [feature["id"] for feature in document["features"]] == list(shown(**choices).events.index)
    for feature in document["features"]:
        assert feature["type"] == "Feature"
        assert {"type", "id", "geometry", "properties"} == feature.keys()
        if feature["geometry"] is not None:
            assert feature["geometry"]["type"] == "Point"
            longitude, latitude = feature["geometry"]["coordinates"]
            assert -180 <= longitude <= 180
            assert -90 <= latitude <= 90


def test_json_has_no_nan() -> None:
    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    json.loads(events_geojson(shown(), "Title"), parse_constant=refuse)
    assert "nan" not in {cell for row in rows() for cell in row.values()}


def test_what_has_no_place_on_the_map_has_no_position() -> None:
    for feature in geojson()["features"]:
        event, properties = record().event_rows[feature["id"]], feature["properties"]
        if event["place_precision"] in ("country", "region"):
            assert feature["geometry"] is None
            assert properties["position_of"] is None
        elif feature["geometry"] is not None:
            place = record().place_rows[properties["position_of"]]
            assert feature["geometry"]["coordinates"] == [place["lon"], place["lat"]]
            assert properties["position_of"] in record().within[event["place_id"]]


def test_hostile_text_comes_back_as_it_went_in() -> None:
    of = shown(hostile_record(), day="2022-01-05")
    titles = [row["title"] for row in of.rows]
    assert [row["title"] for row in csv.DictReader(io.StringIO(events_csv(of)))] == titles
    features = json.loads(events_geojson(of, "Title"))["features"]
    assert [feature["properties"]["title"] for feature in features] == titles


TITLE, LINK, DISPUTED = 'Events "of the day"', "https://qantar.example/?day=2022-01-05&place=almaty", "9 of 85 disputed"


def claims(of: Record, **choices: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(claims_csv(of, View(**choices)))))


CHOICES: list[dict[str, Any]] = [
    {}, {"topic": "death_toll"}, {"role": "prosecutor", "stands": "revised"}, {"text": "no such word"},
]  # fmt: skip


@pytest.mark.parametrize("choices", CHOICES, ids=str)
def test_the_claims_are_those_of_the_ledger_in_its_order(choices: dict[str, Any]) -> None:
    expected = [row["claim_id"] for row in ledger(record(), View(**choices))]
    assert [row["claim_id"] for row in claims(record(), **choices)] == expected


def test_the_header_is_there_without_claims_too() -> None:
    assert claims_csv(record(), View(text="no such word")) == ",".join(columns("claims")) + "\n"


def test_the_record_can_read_its_own_claims_of_the_csv() -> None:
    table = parse_table("claims", claims_csv(record(), View()))
    assert not table.faults
    read = {row["claim_id"]: row for row in (found.model_dump() for found in table.rows.values())}
    assert len(read) == len(record().claims)
    for claim_id, row in cast(dict[str, dict[str, Any]], record().claim_rows).items():
        for column in columns("claims"):
            assert read[claim_id][column] == row[column], (claim_id, column)


def test_whole_numbers_have_no_point_and_unknown_ones_are_empty(tiny: Folder) -> None:
    cells = {row["claim_id"]: (row["value_min"], row["value_max"]) for row in claims(tiny.load())}
    assert cells["2022-01-09-toll-one"] == ("164", "164")
    assert cells["2022-01-15-toll-two"] == ("225", "")
    assert cells["2022-01-16-toll-three"] == ("", "")


@pytest.mark.parametrize(
    "value",
    [
        "0", "0.5", "1.75", "230000000000", "999999999999",
        "1234567890123",
        "2000000000000",
    ],
)  # fmt: skip
def test_a_number_comes_out_as_it_went_in(tiny: Folder, value: str) -> None:
    of = tiny.change("claims", 0, value_min=value, value_max="").load()
    assert not of.faults
    assert claims(of, text="")[0]["value_min"] == value


def test_hostile_claims_come_back_as_they_went_in() -> None:
    found = claims(hostile_record())
    assert {row["claim_id"]: row["statement"] for row in found} == {
        claim_id: row["statement"] for claim_id, row in hostile_record().claim_rows.items()
    }


def test_the_claims_known_on_a_day_stand_as_they_stood() -> None:
    found = claims(as_known(record(), date(2022, 1, 9)), topic="death_toll")
    (toll,) = [row for row in found if row["claim_id"] == "2022-01-09-government-164-dead"]
    assert (toll["stands"], toll["withdrawn_on"], toll["superseded_by"]) == ("current", "", "")
    assert max(row["said_on"] for row in found) <= "2022-01-09"


def test_the_geojson_says_its_view_its_disputed_share_and_its_version() -> None:
    document = json.loads(events_geojson(shown(day="2022-01-05"), TITLE, LINK, DISPUTED))
    assert (document["title"], document["link"], document["disputed"]) == (TITLE, LINK, DISPUTED)
    assert (document["version"], document["licence"]) == (record().version, "CC BY 4.0")
    assert document["record_date"] == str(record().as_of)


def test_a_record_without_a_log_has_no_date() -> None:
    document = json.loads(events_geojson(query(loaded({"changes": []}), View()), TITLE))
    assert document["record_date"] is None
    assert (document["link"], document["disputed"]) == ("", "")


def opened(path: Path, of: Shown) -> tuple[dict[str, Any], Any]:
    """The properties by their names, and the geometries, as GDAL reads them from a file."""
    file = path / "events.geojson"
    file.write_text(events_geojson(of, TITLE, LINK, DISPUTED), encoding="utf-8")
    meta, _, geometries, data = pyogrio.raw.read(file)
    return dict(zip(meta["fields"], data, strict=True)), geometries


@pytest.mark.parametrize(
    "of",
    [shown(), shown(day="2022-01-05"), shown(places=("almaty",)), query(as_known(record(), date(2022, 1, 10)), View())],
    ids=["all", "a day", "a place", "as known"],
)
def test_gdal_reads_every_event_and_a_point_where_there_is_one(tmp_path: Path, of: Shown) -> None:
    properties, geometries = opened(tmp_path, of)
    assert list(properties["event_id"]) == list(of.events.index)
    assert list(properties["title"]) == list(of.events["title"])
    assert list(properties["status"]) == list(of.events["status"])
    placed = [bool(place) for place in properties["position_of"]]
    assert [geometry is not None for geometry in geometries] == placed
    assert any(placed)


def test_gdal_reads_days_as_days_and_times_where_they_are_known(tmp_path: Path) -> None:
    of = shown()
    file = tmp_path / "events.geojson"
    file.write_text(events_geojson(of, TITLE, LINK, DISPUTED), encoding="utf-8")
    types = dict(zip(*(pyogrio.read_info(file)[key] for key in ("fields", "ogr_types")), strict=True))
    assert {name: types[name] for name in ("start", "end", "start_time", "end_time")} == {
        "start": "OFTDate", "end": "OFTDate", "start_time": "OFTTime", "end_time": "OFTTime"
    }  # fmt: skip
    properties, _ = opened(tmp_path, of)
    assert [str(day) for day in properties["start"]] == [event["start"][:10] for event in of.rows]
    ends = [None if isnat(day) else str(day) for day in properties["end"]]
    assert ends == [event["end"][:10] or None for event in of.rows]


def test_what_is_not_known_is_null_and_has_no_time_of_day() -> None:
    of = shown()
    for feature, event in zip(json.loads(events_geojson(of, TITLE))["features"], of.rows, strict=True):
        properties = feature["properties"]
        assert not [name for name, value in properties.items() if value in ("", [])]
        for name in ("start", "end"):
            day, _, minute = cast(dict[str, str], event)[name].partition("T")
            assert properties[name] == (day or None)
            assert properties[f"{name}_time"] == (f"{minute}:00" if minute else None)


def test_gdal_reads_events_without_a_place_on_the_map(tmp_path: Path) -> None:
    of = shown(places=("kazakhstan",))
    properties, geometries = opened(tmp_path, of)
    assert len(properties["event_id"]) == len(of.events)
    assert set(geometries) == {None}


def test_gdal_reads_hostile_titles_as_they_are(tmp_path: Path) -> None:
    of = shown(hostile_record(), day="2022-01-05")
    assert all('"' in title for title in of.events["title"])
    properties, _ = opened(tmp_path, of)
    assert list(properties["title"]) == list(of.events["title"])


def test_gdal_keeps_the_lists_apart(tmp_path: Path) -> None:
    of = shown(day="2022-01-05")
    properties, _ = opened(tmp_path, of)
    for found, event in zip(properties["sources"], of.rows, strict=True):
        assert tuple(found) == event["sources"]


def test_the_deaths_read_back_are_those_of_the_view_with_names_and_places(tiny: Folder) -> None:
    record = tiny.load()
    (row,) = csv.DictReader(io.StringIO(deaths_csv(record, View(told_by="court"))))
    assert list(row) == [*columns("deaths"), *NAMES]
    assert (row["name"], row["place_name"], row["persons"], row["lat"]) == ("A Victim", "Almaty", "1", "43.25")
    told = json.loads(deaths_json(record, View(), "https://example.org/dead"))
    assert (told["link"], told["version"]) == ("https://example.org/dead", record.version)
    girl, victim = told["deaths"]
    assert (girl["name"], girl["said_by"], girl["lat"]) == (None, ["family", "press"], None)
    assert (victim["name"], victim["died_on"]) == ("A Victim", None)
