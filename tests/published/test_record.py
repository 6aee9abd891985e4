"""The published record is sound: it loads without a fault, loses no row, and keeps what it once published."""

import csv
import json
import math
from datetime import datetime

import pytest
import shapely
from shapely.geometry import Point, shape

from data.folders import RECORD_FOLDER
from data.loading.geography import BASEMAP
from data.loading.record import Record
from data.loading.schema import KEYS, TABLES
from data.queries.bands import bands
from data.queries.query import changes_of
from tests.unit.samples import record as small

TOLERANCE_KM = 15
EVER = (datetime(1900, 1, 1), datetime(2200, 1, 1))


def test_it_has_no_fault(published: Record) -> None:
    assert [str(fault) for fault in published.faults] == []
    assert not published.unreadable
    assert published.as_of


def test_it_loses_no_row(published: Record) -> None:
    for name, table in published.tables.items():
        with (RECORD_FOLDER / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            assert len(table) == len(list(csv.DictReader(file))), name


def test_every_event_has_sources_voices_and_a_time(published: Record) -> None:
    for row in published.event_rows.values():
        assert row["sources"]
        assert 1 <= len(row["voices"]) <= len(row["sources"])
        assert type(row["begins"]) is type(row["ends"]) is datetime
        assert row["begins"] <= row["ends"]
        assert row["place_precision"] not in ("city", "site") or row["spot_id"]


def test_every_status_follows_from_standing_and_voices(published: Record) -> None:
    for row in published.event_rows.values():
        state = {"authorities", "court", "state_media", "foreign_government"}
        widely = "corroborated" if len(row["voices"]) >= 2 else "single_source"
        heard = widely if set(published.voices.kinds_of(row["voices"])) - state else "authorities_only"
        assert row["status"] == (row["standing"] or heard)


def test_an_event_of_which_a_claim_counts_the_dead_is_about_deaths(published: Record) -> None:
    counting = [claim for claim in published.claim_rows.values() if claim["measure"] == "killed_incident"]
    of_one = {event: claim for claim in counting for event in claim["event_ids"] if len(claim["event_ids"]) == 1}
    assert len(of_one) > 5
    assert not [claim["claim_id"] for event, claim in of_one.items() if not published.event_rows[event]["about_deaths"]]


@pytest.mark.parametrize("table", sorted(KEYS))
def test_no_id_that_was_once_published_is_gone(table: str, published: Record) -> None:
    """Ids never change; those of the record of the tests were all published in November 2026."""
    assert [row_id for row_id in small().tables[table].index if row_id not in published.tables[table].index] == []


def test_every_place_lies_in_its_region(published: Record) -> None:
    features = json.loads((BASEMAP / "regions.geojson").read_text("utf-8"))["features"]
    regions = {one["properties"]["place_id"]: one for one in features}
    assert set(regions) == {row["place_id"] for row in published.place_rows.values() if row["kind"] == "region"} | {
        "almaty",
        "nur-sultan",
    }
    for place_id, region in regions.items():
        assert region["properties"]["name"] == published.place_rows[place_id]["name_en"]
    areas = {place_id: shape(region["geometry"]) for place_id, region in regions.items()}
    for place_id, row in published.place_rows.items():
        above = next((place for place in published.within[place_id][1:] if place in areas), "")
        if above and row["lat"] is not None:
            scale = [111.2 * math.cos(math.radians(row["lat"])), 111.2]
            point, area = (
                shapely.transform(one, lambda xy, scale=scale: xy * scale)
                for one in (Point(row["lon"], row["lat"]), areas[above])
            )
            assert shapely.distance(point, area) <= TOLERANCE_KM, place_id


def test_the_tables_are_those_of_the_schema() -> None:
    assert {path.stem for path in RECORD_FOLDER.glob("*.csv")} == set(TABLES)


def test_every_band_has_both_ends(published: Record) -> None:
    found = bands(published, *EVER)
    assert len(found) == len(published.tables["bands"]) > 0
    for band in found:
        assert EVER[0] < band.begins < band.ends < EVER[1]
        assert band.event_id in published.events.index
    assert all(published.tables["bands"]["ends_with"])


def test_every_change_is_found_at_its_row(published: Record) -> None:
    log = published.tables["changes"].to_dict("records")
    rows = {(row["table"], row["id"]) for row in log}
    assert sum(len(changes_of(published, *row)) for row in rows) == len(log)
    assert changes_of(published, "claims", "2022-01-09-government-164-dead")


def test_a_case_with_a_sentence_says_that_somebody_was_convicted(published: Record) -> None:
    sentenced = {person["case_id"] for person in published.case_people if person["sentence_years"] is not None}
    assert sentenced
    assert {published.case_rows[case_id]["result"] for case_id in sentenced} == {"convicted"}
    assert not [row["case_id"] for row in published.case_rows.values() if row["result"] and not row["outcome"]]
