"""The downloads: read back, they are the events that were shown."""

import csv
import io
import json
from typing import Any, cast

import pytest

from data.exports.formats import COMPUTED, events_csv, events_geojson
from data.loading.schema import columns
from data.loading.tables import parse_table
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
            assert properties["position_of"] == ""
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
