"""What leaves the record has the columns and types that the schema and the computed columns say."""

from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from mypy import api

from data.loading.record import Record, records
from data.loading.rows import (
    BandRow,
    CasePersonRow,
    CaseRow,
    ChangeRow,
    ClaimRow,
    DeathRow,
    EventRow,
    OriginRow,
    PersonRow,
    PlaceRow,
    SourceRow,
    StepRow,
)
from data.loading.schema import TABLES
from data.queries.as_known import as_known
from tests.unit.samples import record

ROWS: dict[str, Any] = {
    "places": PlaceRow, "origins": OriginRow, "sources": SourceRow, "cases": CaseRow, "events": EventRow,
    "claims": ClaimRow, "case_people": CasePersonRow, "case_steps": StepRow, "bands": BandRow, "changes": ChangeRow,
    "people": PersonRow, "deaths": DeathRow,
}  # fmt: skip
COMPUTED: dict[str, dict[str, Any]] = {
    "events": {
        "voices": tuple[str, ...], "status": str, "family": str, "begins": datetime, "ends": datetime, "timing": str,
        "spot_id": str, "region_id": str, "search": str, "first_report": str, "known_from": str,
    },
    "sources": {"out_by": str},
    "claims": {"said_by": str},
    "deaths": {"known_from": str}, "people": {"spelled_by_us": tuple[str, ...]},
}  # fmt: skip
LOOK_UPS = {
    "place_rows": dict[str, PlaceRow], "event_rows": dict[str, EventRow], "source_rows": dict[str, SourceRow],
    "claim_rows": dict[str, ClaimRow], "case_rows": dict[str, CaseRow], "band_rows": dict[str, BandRow],
    "person_rows": dict[str, PersonRow], "death_rows": dict[str, DeathRow],
    "case_people": list[CasePersonRow], "steps": list[StepRow], "changes": list[ChangeRow],
}  # fmt: skip


def holds(value: object, kind: Any) -> bool:
    """Whether a cell is of a kind exactly: no NaN, no number of numpy, no time of pandas."""
    if get_origin(kind) is UnionType:
        return any(holds(value, one) for one in get_args(kind))
    if get_origin(kind) is tuple:
        return type(value) is tuple and all(type(item) is str for item in value)
    return value is None if kind is type(None) else type(value) is kind and value == value


@pytest.mark.parametrize("table", TABLES)
def test_a_row_has_the_columns_of_its_table_and_the_computed_ones(table: str) -> None:
    own = {name: column.annotation for name, column in TABLES[table].model_fields.items()}
    assert get_type_hints(ROWS[table]) == own | COMPUTED.get(table, {})


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("day", [None, date(2022, 1, 8)])
def test_every_cell_is_what_its_row_says(table: str, day: date | None) -> None:
    hints = get_type_hints(ROWS[table])
    of = as_known(record(), day) if day else record()
    for row in records(of.tables[table], ROWS[table]):
        assert list(row) == list(hints)
        for column, value in row.items():
            assert holds(value, hints[column]), (row, column)


@pytest.mark.parametrize("name", LOOK_UPS)
def test_the_look_ups_of_a_record_give_typed_rows(name: str) -> None:
    look_up = vars(Record)[name]
    assert isinstance(look_up, cached_property)
    assert get_type_hints(look_up.func)["return"] == LOOK_UPS[name]
    rows = getattr(record(), name)
    (kind,) = get_args(LOOK_UPS[name])[-1:]
    assert all(set(row) == set(get_type_hints(kind)) for row in (rows.values() if isinstance(rows, dict) else rows))


@pytest.mark.slow
def test_mypy_finds_a_misspelt_column(tmp_path: Path) -> None:
    code = "from data.loading.rows import EventRow\ndef when(event: EventRow) -> str:\n    return event['{}']"
    options = ["--config-file=", "--strict", f"--cache-dir={tmp_path}", "-c"]
    assert api.run([*options, code.format("time_precision")])[2] == 0
    found, _, status = api.run([*options, code.format("time_precison")])
    assert status == 1
    assert 'TypedDict "EventRow" has no key "time_precison"' in found
