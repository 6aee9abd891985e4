"""The log of corrections, row by row: what was changed, and what since a link was made."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.loading.record import Record
from data.loading.rows import ChangeRow
from data.queries.query import changes_of, changes_since
from tests.unit.helpers import Folder
from tests.unit.samples import record as small_record

FIGHT, AIRPORT = "2022-01-05-almaty-fight", "2022-01-05-airport-entered"


@pytest.fixture
def log(tiny: Folder) -> Record:
    """Three corrections of the fight, one of another event, one of the record, one of a source of the same id."""
    source = {**tiny.rows("sources")[0], "source_id": FIGHT}
    rows = [
        ("2022-03-01", "record", "", "First version"), ("2022-05-01", "events", FIGHT, "Second"),
        ("2022-04-01", "events", FIGHT, "First"), ("2022-06-01", "events", FIGHT, "Third"),
        ("2022-05-15", "events", AIRPORT, "Another event"), ("2022-05-20", "sources", FIGHT, "Another table"),
    ]  # fmt: skip
    tiny.add("sources", **source).write(
        "changes",
        [{"date": day, "table": table, "id": of, "change": change, "reason": "-"} for day, table, of, change in rows],
    )
    record = tiny.load()
    assert not record.faults
    return record


def words(changes: list[ChangeRow]) -> list[str]:
    return [row["change"] for row in changes]


def test_the_changes_of_a_row_come_newest_first_and_no_other_rows_with_them(log: Record) -> None:
    assert words(changes_of(log, "events", FIGHT)) == ["Third", "Second", "First"]
    assert words(changes_of(log, "events", AIRPORT)) == ["Another event"]
    assert words(changes_of(log, "sources", FIGHT)) == ["Another table"]
    assert words(changes_of(log, "record", "")) == ["First version"]
    assert changes_of(log, "events", "") == changes_of(log, "claims", FIGHT) == []


@pytest.mark.parametrize(
    ("day", "since"),
    [
        (date(2022, 3, 31), ["Third", "Second", "First"]),
        (date(2022, 4, 1), ["Third", "Second"]),
        (date(2022, 5, 31), ["Third"]),
        (date(2022, 6, 1), []),
        (date(2199, 1, 1), []),
        (None, []),
    ],
)
def test_the_changes_since_a_day_are_those_after_it(log: Record, day: date | None, since: list[str]) -> None:
    assert words(changes_since(log, "events", FIGHT, day)) == since


def test_where_no_row_is_meant_nothing_has_changed(log: Record) -> None:
    assert changes_since(log, "record", "", date(2022, 1, 1)) == []
    assert changes_since(log, "events", "", date(2022, 1, 1)) == []


def test_a_log_without_entries_changes_nothing(tiny: Folder) -> None:
    record = tiny.write("changes", []).load()
    assert changes_of(record, "events", FIGHT) == []
    assert record.as_of is None


@given(st.dates(date(2022, 1, 1), date(2027, 1, 1)), st.dates(date(2022, 1, 1), date(2027, 1, 1)))
def test_since_a_later_day_there_is_never_more(one: date, other: date) -> None:
    record = small_record()
    earlier, later = sorted((one, other))
    for claim_id in ("2022-01-09-government-164-dead", "2022-01-15-pgo-225-dead"):
        every = changes_of(record, "claims", claim_id)
        since = changes_since(record, "claims", claim_id, later)
        assert all(change in changes_since(record, "claims", claim_id, earlier) for change in since)
        assert since == every[: len(since)]
