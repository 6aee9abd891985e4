"""The record's check: its exit codes, and every fault on a line of its own."""

import csv
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from data.check import main
from data.folders import record_folder
from data.loading.record import load_record
from tests.unit.samples import record

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the record to break."""
    return Path(shutil.copytree(record_folder(), tmp_path / "record"))


def change(folder: Path, table: str, row: int, column: str, cell: str) -> str:
    """Write a cell of a table, counted from the first row below the header; return what stood in it."""
    path = folder / f"{table}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    at = lines[0].index(column)
    before, lines[row + 1][at] = lines[row + 1][at], cell
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(lines)
    return before


def test_a_sound_record_has_one_line_and_exit_code_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert len(printed) == 1
    assert printed[0].endswith("Faults: 0.")
    for name, frame in record().tables.items():
        assert f"{name} {len(frame)}" in printed[0]


def test_every_fault_is_printed_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(folder, "events", 0, "category", "riot")
    change(folder, "events", 1, "title", "=HYPERLINK(1)")
    change(folder, "sources", 2, "url", "nowhere")
    change(folder, "claims", 3, "place_id", "atlantis")
    assert main([str(folder)]) == 1
    *faults, counts = capsys.readouterr().out.splitlines()
    assert faults == [str(fault) for fault in load_record(folder).faults]
    assert len(faults) == len(set(faults))
    assert counts.endswith(f"Faults: {len(faults)}.")
    for start in (
        "events.csv:2: category 'riot': write one of: ",
        "events.csv:3: title '=HYPERLINK(1)': must not begin with ",
        "sources.csv:4: url 'nowhere': write a link ",
        "claims.csv:5: place_id 'atlantis': is not in places.csv",
    ):
        assert sum(fault.startswith(start) for fault in faults) == 1, start


def test_a_row_left_out_is_not_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sound = len(load_record(folder).tables["bands"])
    change(folder, "bands", 0, "kind", "storm")
    assert main([str(folder)]) == 1
    assert f"bands {sound - 1}" in capsys.readouterr().out.splitlines()[-1]


def test_a_fault_that_drops_no_row_counts_as_well(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "events.csv"
    header, rest = path.read_text("utf-8-sig").split("\n", 1)
    lines = [header.rstrip("\r") + ",killed", *(line.rstrip("\r") + "," for line in rest.splitlines())]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    assert main([str(folder)]) == 1
    *faults, counts = capsys.readouterr().out.splitlines()
    assert len(faults) == 1
    assert faults[0].startswith("events.csv:1: killed: is not a column of this table")
    assert f"events {len(record().events)}" in counts


def test_a_broken_folder_names_every_file_that_fails(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "places.csv").unlink()
    (folder / "claims.csv").write_bytes(b"claim_id,said_on\n\xff\xfe\n")
    assert main([str(folder)]) == 1
    claims, places, counts = capsys.readouterr().out.splitlines()
    assert claims.startswith("claims.csv:2:")
    assert "is not UTF-8" in claims
    assert places.startswith("places.csv:")
    assert "is missing" in places
    assert counts.endswith("Faults: 2.")


def test_a_folder_that_does_not_exist_is_said_in_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nowhere")]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert f"there is no folder {tmp_path / 'nowhere'}" in line


@pytest.mark.slow
@pytest.mark.parametrize(("broken", "code"), [(False, 0), (True, 1)])
def test_the_command_ends_with_the_exit_code(folder: Path, broken: bool, code: int) -> None:
    if broken:
        change(folder, "changes", 0, "date", "2022-02-30")
    command = [sys.executable, "-m", "data.check", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (code, "")
    assert len(done.stdout.splitlines()) == 1 + code


def test_too_many_folders_are_a_mistake_of_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["one", "two"])
    assert ended.value.code == 2
    assert "usage: python -m data.check" in capsys.readouterr().err
