"""Reading one file: sound rows stay, every fault names its line, nothing raises."""

import csv
import io
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.loading.schema import TABLES, columns
from data.loading.tables import Table, parse_table, read_table
from tests.unit.helpers import ODD_CELLS, TINY

HEADER = ",".join(columns("origins"))


def origins(*lines: str) -> Table:
    return parse_table("origins", "\n".join((HEADER, *lines)) + "\n")


def written(name: str, rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows([columns(name), *rows])
    return text.getvalue()


def test_sound_rows_come_by_the_line_they_begin_on() -> None:
    table = origins("afp,Agency,press,", "", "tass,Agency,state_media,TASS;ТАСС")
    assert not table.faults
    assert table.readable
    assert list(table.rows) == [2, 4]
    row = {"origin": "tass", "meaning": "Agency", "kind": "state_media", "publishers": ("TASS", "ТАСС")}
    assert table.rows[4].model_dump() == row


def test_a_bad_row_is_left_out_and_the_others_stay() -> None:
    table = origins("afp,Agency,press,", "UPPER,Agency,press,", "tass,Agency,press,")
    assert list(table.rows) == [2, 4]
    [fault] = table.faults
    assert (fault.file, fault.line, fault.column, fault.value) == ("origins.csv", 3, "origin", "UPPER")
    assert str(fault).startswith("origins.csv:3: origin 'UPPER': ")


def test_a_row_of_several_lines_counts_from_its_first() -> None:
    table = origins('afp,"two\nlines",press,', "UPPER,Agency,press,")
    assert [fault.line for fault in table.faults] == [2, 4]


@pytest.mark.parametrize("line", ["afp,Agency,press", "afp,Agency,press,,x", "afp"])
def test_too_few_or_too_many_cells_are_a_fault_of_the_row(line: str) -> None:
    table = origins(line, "tass,Agency,press,")
    assert list(table.rows) == [3]
    assert [fault.line for fault in table.faults] == [2]


def test_columns_may_come_in_any_order() -> None:
    table = parse_table("origins", "publishers,kind,origin,meaning\nTASS,state_media,tass,Agency\n")
    assert not table.faults
    assert table.rows[2].model_dump()["origin"] == "tass"


@pytest.mark.parametrize("column", ["deaths", "injured", "notes"])
def test_a_column_outside_the_schema_is_a_fault_but_costs_no_row(column: str) -> None:
    table = parse_table("origins", f"{HEADER},{column}\nafp,Agency,press,,12\n")
    assert [fault.line for fault in table.faults] == [1]
    assert "claims.csv" in table.faults[0].reason
    assert list(table.rows) == [2]


@pytest.mark.parametrize("name", [name for name in TABLES if name != "claims"])
def test_no_table_but_claims_has_a_column_for_counts_of_people(name: str) -> None:
    counts = (
        "death",
        "dead",
        "killed",
        "injured",
        "wounded",
        "detained",
        "arrested",
        "count",
        "number",
        "value",
        "crowd",
    )
    others = {"about_deaths", "death_id", "accounts"}
    assert not [column for column in set(columns(name)) - others if any(word in column for word in counts)]


@pytest.mark.parametrize(
    "text", ["", "\n", "origin,meaning\n", f"{HEADER},origin\nafp,Agency,press,,afp\n",
             f'{HEADER}\nafp,"Agency,press,\n', f'{HEADER}\nafp,"Age"ncy,press,\n', HEADER.upper() + "\n"],
)  # fmt: skip
def test_a_file_that_cannot_be_trusted_is_unreadable_and_says_where(text: str) -> None:
    table = parse_table("origins", text)
    assert not table.readable
    assert not table.rows
    assert table.faults
    assert all(fault.line >= 1 for fault in table.faults)


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    table = read_table("origins", tmp_path)
    assert not table.readable
    assert "missing" in str(table.faults[0])


def test_a_folder_in_place_of_a_file_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "origins.csv").mkdir()
    assert not read_table("origins", tmp_path).readable


def test_a_named_pipe_in_place_of_a_file_is_a_fault_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "origins.csv")
    table = read_table("origins", tmp_path)
    assert not table.readable
    assert "not a plain file" in str(table.faults[0])


def test_a_file_that_may_not_be_read_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", self)

    (tmp_path / "origins.csv").write_text(HEADER + "\n")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    table = read_table("origins", tmp_path)
    assert not table.readable
    assert "Permission denied" in str(table.faults[0])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_two_bytes_a_letter_are_one_fault_that_says_so(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "origins.csv").write_bytes(f"{HEADER}\ntass,Агентство,press,\n".encode(encoding))
    [fault] = read_table("origins", tmp_path).faults
    assert "UTF-16" in fault.reason


@pytest.mark.parametrize(("mark", "word"), [(";", "semicolons"), ("\t", "tabs"), ("|", "vertical bars")])
@pytest.mark.parametrize("name", list(TABLES))
@pytest.mark.parametrize("quote", ["", '"'])
def test_another_separator_is_one_fault_that_names_it(name: str, mark: str, word: str, quote: str) -> None:
    header = mark.join(f"{quote}{column}{quote}" for column in columns(name))
    table = parse_table(name, f"{header}\n{mark * header.count(mark)}\n")
    assert not table.readable
    [fault] = table.faults
    assert (fault.line, word in fault.reason) == (1, True)


def test_a_first_line_that_names_the_separator_is_one_fault() -> None:
    [fault] = parse_table("origins", f"sep=;\n{HEADER}\n").faults
    assert "sep=;" in fault.reason


def test_empty_columns_and_rows_of_commas_are_passed_over() -> None:
    table = parse_table("origins", f",{HEADER},,\n,afp,Agency,press,,,\n,,,,,,\n , ,\n,tass,Agency,press,,,,,,\n")
    assert not table.faults
    assert list(table.rows) == [2, 5]


def test_a_cell_in_a_column_without_a_name_is_a_fault() -> None:
    table = parse_table("origins", f"{HEADER},\nafp,Agency,press,,astray\ntass,Agency,press,,\n")
    [fault] = table.faults
    assert (fault.line, fault.value) == (2, "astray")
    assert list(table.rows) == [3]


def test_a_file_whose_last_line_has_no_end_is_a_fault_that_drops_nothing() -> None:
    table = parse_table("origins", f"{HEADER}\nafp,Agency,press,\ntass,Agency,press,")
    [fault] = table.faults
    assert (fault.line, fault.drops_row) == (3, False)
    assert list(table.rows) == [2, 3]


@given(st.data())
def test_a_file_cut_anywhere_but_after_a_row_has_a_fault(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(TINY)))
    whole = written(name, [[row.get(column, "") for column in columns(name)] for row in TINY[name]])
    cut = whole[: data.draw(st.integers(0, len(whole) - 1))]
    assert parse_table(name, cut).faults or cut.endswith(("\n", "\r"))


def test_another_encoding_is_a_fault_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "origins.csv").write_bytes(f"{HEADER}\nafp,Agency,press,\ntass,Агентство,press,\n".encode("cp1251"))
    table = read_table("origins", tmp_path)
    assert not table.readable
    assert [fault.line for fault in table.faults] == [3]


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    (tmp_path / "origins.csv").write_bytes(f"\ufeff{HEADER}\r\nafp,Agency,press,\r\n".encode())
    table = read_table("origins", tmp_path)
    assert not table.faults
    assert list(table.rows) == [2]


@pytest.mark.parametrize("cell", ["@@=1+1", "<script>x</script>", "a\x1bb", "=cmd"])
def test_an_unsafe_cell_takes_its_row_out_in_every_text_column(cell: str) -> None:
    for column in ("meaning", "publishers"):
        row = {"origin": "afp", "meaning": "Agency", "kind": "press", "publishers": ""} | {column: cell}
        table = parse_table("origins", written("origins", [list(row.values())]))
        assert not table.rows
        assert [(fault.line, fault.column) for fault in table.faults] == [(2, column)]


@given(st.sampled_from(sorted(TABLES)), st.text())
def test_any_text_is_read_without_raising_and_every_fault_names_a_line(name: str, text: str) -> None:
    for whole in (text, ",".join(columns(name)) + "\n" + text):
        table = parse_table(name, whole)
        assert all(fault.line >= 1 and fault.reason for fault in table.faults)
        assert table.readable or not table.rows


@pytest.mark.slow
@settings(max_examples=200)
@given(st.sampled_from(sorted(TINY)), st.data())
def test_any_row_is_sound_or_has_a_fault_on_its_line(name: str, data: st.DataObject) -> None:
    good = [[row.get(column, "") for column in columns(name)] for row in TINY[name]]
    cell = st.sampled_from(ODD_CELLS) | st.text(max_size=8)
    bad = [data.draw(cell | st.just(old)) for old in data.draw(st.sampled_from(good))]
    table = parse_table(name, written(name, [*good, bad]))
    assert table.readable
    standing = len(table.rows) + len({fault.line for fault in table.faults})
    assert standing == len(good) + any(cell.strip() for cell in bad)
