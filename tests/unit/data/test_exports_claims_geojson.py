"""The downloads beside the events as a table: claims, and GeoJSON as a geographer's program reads it."""

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any, cast

import pyogrio  # type: ignore[import-untyped]
import pytest

from data.exports.formats import claims_csv, events_geojson
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


def test_whole_numbers_have_no_point_and_unknown_ones_are_empty(small: Folder) -> None:
    cells = {row["claim_id"]: (row["value_min"], row["value_max"]) for row in claims(small.load())}
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
def test_a_number_comes_out_as_it_went_in(small: Folder, value: str) -> None:
    of = small.change("claims", 0, value_min=value, value_max="").load()
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
