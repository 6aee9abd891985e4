"""The record in memory: whatever the files hold it loads, leaves out what is wrong, and keeps the rest."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.loading.record import Record
from data.loading.schema import TABLES, columns
from data.queries.as_known import as_known
from data.queries.bands import silences
from data.queries.claims import ledger
from data.queries.mapping import on_map
from data.queries.numbers import chosen, numbers
from data.queries.query import addressable, citing, query
from data.queries.view import View
from tests.unit.counting import growth
from tests.unit.helpers import ODD_CELLS, TINY, Folder, event, small_folder, tiny_folder
from tests.unit.large import large_folder

ROOT = Path(__file__).resolve().parents[4]
CELLS = [(table, row, column) for table in TINY for row in range(len(TINY[table])) for column in columns(table)]


@pytest.fixture(scope="module")
def shared_tiny(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return tiny_folder(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def shared_small(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return small_folder(tmp_path_factory.mktemp("real"))


def show(whole: Record) -> Iterator[object]:
    """What the pages ask of a record, of today and of days on which less was known."""
    first, last = addressable(whole).days
    for record in (whole, *(as_known(whole, day, undated) for day in (first, last) for undated in (False, True))):
        shown = query(record, View())
        yield from (shown.by_day, shown.rows, on_map(shown), on_map(shown, "almaty"), record.as_of)
        yield from (ledger(record, View()), citing(record), silences(shown))
        yield numbers(record, *chosen(record, "", "", ()))


def test_one_bad_cell_costs_one_event(folder: Folder, record: Record) -> None:
    first = folder.rows("events")[0]["event_id"]
    spoilt = folder.change("events", 0, title="<b>bold</b>").load()
    assert first not in spoilt.events.index
    assert len(spoilt.events) == len(record.events) - 1
    assert ("events.csv", 2, "title") in {(fault.file, fault.line, fault.column) for fault in spoilt.faults}


@pytest.mark.parametrize("table", sorted(TABLES))
def test_a_missing_file_is_reported_and_does_not_raise(tiny: Folder, table: str) -> None:
    record = tiny.delete(table).load()
    assert record.unreadable == (f"{table}.csv",)
    assert f"{table}.csv" in {fault.file for fault in record.faults}


@pytest.mark.parametrize("table", sorted(TABLES))
def test_a_table_without_rows_loads_and_shows(tiny: Folder, table: str) -> None:
    list(show(tiny.write(table, []).load()))


def test_an_empty_folder_loads_with_every_table_unreadable(tmp_path: Path) -> None:
    assert len(Folder(tmp_path).load().unreadable) == len(TABLES)


@pytest.mark.slow
def test_a_ring_of_places_beside_a_missing_file_does_not_hang(tiny: Folder) -> None:
    tiny.change("places", "kazakhstan", parent_id="almaty").delete("changes")
    code = (
        f"from pathlib import Path; from data.loading.record import load_record; load_record(Path({str(tiny.path)!r}))"
    )
    limit = "import resource; resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30)); "
    try:
        done = subprocess.run([sys.executable, "-c", limit + code], cwd=ROOT, timeout=10, capture_output=True)
    except subprocess.TimeoutExpired:
        pytest.fail("loading went round in a ring for 10 seconds")
    assert done.returncode == 0


def test_a_faulty_row_for_abroad_leaves_the_rest(tiny: Folder) -> None:
    record = tiny.change("places", "abroad", name_ru="").load()
    assert "2022-01-05-almaty-fight" in record.events.index


@pytest.mark.parametrize("end", ["9999-12-31", "9999-12-31T23:59"])
def test_an_end_on_the_last_day_of_the_calendar_does_not_raise(tiny: Folder, end: str) -> None:
    tiny.change("events", "2022-01-08-camp-gathering", end=end, time_precision="first_reported")
    assert "2022-01-05-almaty-fight" in tiny.load().events.index


@pytest.mark.parametrize(
    ("published", "basis", "sound"),
    [("2022-01-09", "page", True), ("2022-01", "series", True), ("2022", "address", True), ("", "", True),
     ("2022-01-09", "", False), ("", "page", False), ("2022-01-09", "guess", False), ("2022-13", "page", False)],
)  # fmt: skip
def test_a_date_of_publication_says_where_it_is_from(tiny: Folder, published: str, basis: str, sound: bool) -> None:
    faults = tiny.change("sources", "vlast-again", published=published, published_basis=basis).load().faults
    assert sound == (not [fault for fault in faults if fault.column.startswith("published")])


@pytest.mark.parametrize(("precision", "part"), [("day", ""), ("month", ""), ("part_of_day", "evening")])
def test_an_event_on_the_last_day_of_the_calendar_does_not_raise(tiny: Folder, precision: str, part: str) -> None:
    row = event("9999-12-31-x", "almaty", "city", "vlast", time_precision=precision, part_of_day=part)
    assert "2022-01-05-almaty-fight" in tiny.add("events", **row).load().events.index


@pytest.mark.slow
@pytest.mark.parametrize("column", columns("places"))
def test_a_record_with_any_one_cell_of_its_places_emptied_loads(shared_tiny: Folder, column: str) -> None:
    raised, table = [], "places"
    for row in range(len(TINY[table])):
        shared_tiny.change(table, row, **{column: ""})
        try:
            shared_tiny.load()
        except Exception as error:
            raised.append((TINY[table][row]["place_id"], repr(error)))
        finally:
            shared_tiny.write(table, TINY[table])
    assert not raised


@pytest.mark.slow
@settings(max_examples=40)
@given(st.sampled_from(CELLS), st.sampled_from(ODD_CELLS) | st.text(max_size=20))
def test_a_tiny_record_with_a_random_text_in_a_random_cell_loads_and_shows(
    shared_tiny: Folder, cell: tuple[str, int, str], text: str
) -> None:
    table, row, column = cell
    shared_tiny.change(table, row, **{column: text})
    try:
        list(show(shared_tiny.load()))
    finally:
        shared_tiny.write(table, TINY[table])


@pytest.mark.slow
@settings(max_examples=8)
@given(st.sampled_from(sorted(TABLES)), st.sampled_from(ODD_CELLS) | st.text(max_size=20), st.data())
def test_the_small_record_with_a_random_text_in_a_random_cell_loads_and_shows(
    shared_small: Folder, table: str, text: str, data: st.DataObject
) -> None:
    sound = shared_small.rows(table)
    row = data.draw(st.integers(0, len(sound) - 1))
    shared_small.change(table, row, **{data.draw(st.sampled_from(columns(table))): text})
    try:
        list(show(shared_small.load()))
    finally:
        shared_small.write(table, sound)


def test_markup_that_is_no_tag_is_text_like_any_other(tiny: Folder) -> None:
    text = "[x](javascript:alert(1)) $x$ :material/x: **b**"
    record = tiny.change("events", 0, summary=text).load()
    assert not record.faults
    assert record.events["summary"]["2021-12-20-kazakhstan-order"] == text


def test_computed_places_of_events(tiny: Folder) -> None:
    rows = tiny.load().event_rows
    found = {event_id: (row["spot_id"], row["region_id"]) for event_id, row in rows.items()}
    assert found["2022-01-05-airport-entered"] == ("almaty", "")
    assert found["2022-01-02-zhanaozen-gathering"] == ("zhanaozen", "mangystau-region")
    assert found["2022-01-08-camp-gathering"] == ("camp", "mangystau-region")
    assert found["2022-01-06-region-strike"] == ("", "mangystau-region")
    assert found["2022-01-07-moscow-speech"] == ("", "")


def test_events_of_a_day_stand_by_time_then_by_part_of_the_day_and_whole_days_last(tiny: Folder) -> None:
    days = [event_id for event_id in tiny.load().events.index if event_id.startswith("2022-01-05")]
    assert days == ["2022-01-05-airport-entered", "2022-01-05-almaty-fight", "2022-01-05-street-shots"]
    record = tiny.add("events", **event("2022-01-05-a-whole-day", "almaty", "city", "vlast")).load()
    assert [one for one in record.events.index if one.startswith("2022-01-05")] == [*days, "2022-01-05-a-whole-day"]
    assert [record.event_rows[one]["timing"] for one in days] == ["time", "time", "part"]


def test_what_is_known_to_the_day_alone_stands_as_the_record_says_what_followed_what(tiny: Folder) -> None:
    first, second, third, fourth = (f"2022-01-05-{name}" for name in ("m", "k", "z", "a"))
    for one, before in ((fourth, third), (third, second), (second, first), (first, "")):
        tiny.add("events", **event(one, "almaty", "city", "vlast", follows=before))
    told = [one for one in tiny.load().events.index if one in (first, second, third, fourth)]
    assert told == [first, second, third, fourth]


def test_what_was_before_a_minute_stands_at_that_minute(tiny: Folder) -> None:
    left, entered = "2022-01-05-soldiers-left", "2022-01-05-airport-entered"
    tiny.add("events", **event(left, "almaty", "city", "vlast", time_precision="window", end="2022-01-05T16:00"))
    told = tiny.change("events", entered, follows=left).load().events.index
    assert [one for one in told if one.startswith("2022-01-05")][:2] == [left, entered]


def test_a_place_abroad_lies_abroad_and_one_at_home_does_not(tiny: Folder) -> None:
    within = tiny.load().within
    assert within["moscow"] == ("moscow", "russia", "abroad")
    assert within["almaty-airport"] == ("almaty-airport", "almaty", "kazakhstan")


def test_the_date_of_the_record_is_that_of_its_last_change(tiny: Folder) -> None:
    assert tiny.load().as_of == date(2022, 4, 1)
    assert tiny.write("changes", []).load().as_of is None


def test_a_table_that_may_not_be_read_stops_the_record_with_a_word(
    tiny: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = Path.read_bytes

    def refuse(self: Path) -> bytes:
        if self.name == "events.csv":
            raise PermissionError(13, "Permission denied", self)
        return reads(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    found = tiny.load()
    assert found.unreadable == ("events.csv",)
    assert "events.csv" in found.complaint


@pytest.mark.slow
def test_the_work_of_reading_grows_with_the_tables(tmp_path: Path) -> None:
    def read(size: int) -> None:
        folder = tmp_path / str(size)
        folder.mkdir()
        large_folder(folder, size, size, 50).load()

    assert growth(read, 500) < 2.5


def test_a_large_record_is_read_whole(tmp_path: Path) -> None:
    found = large_folder(tmp_path, 2000, 2000, 50).load()
    assert not found.faults
    assert (len(found.event_rows), len(found.claim_rows)) == (2010, 2004)
    [series] = [one for one in numbers(found, "killed_total", "kazakhstan").series if len(one.said) > 1]
    assert [one.claim["claim_id"] for one in series.said] == [f"claim-{n}" for n in range(2000)]


def test_a_person_of_a_case_has_the_name_of_the_person_or_the_description(tiny: Folder) -> None:
    record = tiny.load()
    assert [person["name"] for person in record.people_by_case["airport"]] == ["a driver", "A Person"]


def test_deaths_are_found_by_event_and_case_and_known_from_their_earliest_source(tiny: Folder) -> None:
    record = tiny.change("sources", "orda", published="", published_basis="").load()
    girl, victim = record.death_rows.values()
    assert record.deaths_by_event == {"2022-01-05-almaty-fight": [girl]}
    assert record.deaths_by_case == {"airport": [victim]}
    assert (girl["known_from"], victim["known_from"]) == ("2022-01-09", "")
