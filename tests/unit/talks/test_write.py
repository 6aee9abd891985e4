"""Writing a talk to a file: what is written, what is said, and the exit codes."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from components.talks.stage import Site, stage
from components.talks.write import main
from data.queries.query import addressable
from data.talks import load_talks
from tests.unit.samples import EN, record
from tests.unit.sampletalks import FRONT, NAMES, saved, shipped, written

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("form", "begins"), [("html", b"<!doctype html>"), ("pdf", b"%PDF-")])
def test_a_talk_is_written(
    name: str, form: str, begins: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / f"a talk.{form}"
    assert main([form, name, str(out)]) == 0
    assert out.read_bytes().startswith(begins)
    said, complaints = capsys.readouterr()
    talk = shipped()[name]
    assert said.startswith(f"{out}: {talk.title}, {len(talk.slides)} slides, ")
    size = re.search(r", ([\d.]+) MB$", said.strip())
    assert size
    assert float(size[1]) == pytest.approx(out.stat().st_size / 1e6, abs=0.06)
    assert not complaints


def test_the_file_is_the_one_that_is_served(tmp_path: Path) -> None:
    out = tmp_path / "talk.html"
    main(["html", "airport-case", str(out)])
    assert out.read_text(encoding="utf-8") == stage(record(), shipped()["airport-case"], EN, Site())


def test_what_was_there_is_written_over(tmp_path: Path) -> None:
    out = tmp_path / "talk.html"
    out.write_text("x" * 3_000_000, encoding="utf-8")
    assert main(["html", "airport-case", str(out)]) == 0
    assert out.read_text(encoding="utf-8").rstrip().endswith("</html>")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["html"],
        ["html", "ten-days"],
        ["html", "ten-days", "a", "b"],
        ["png", "ten-days", "a"],
        ["ten-days", "html", "a"],
        ["HTML", "ten-days", "a"],
        ["--help"],
    ],
)
def test_wrong_arguments_are_answered_with_the_right_ones(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    said, complaints = capsys.readouterr()
    assert not said
    assert complaints == "usage: python -m components.talks.write html|pdf TALK OUT\n"


@pytest.mark.parametrize("name", ["no-talk", "", "README", "ten-days.md", "../talks/ten-days"])
def test_for_a_talk_that_there_is_not_those_there_are_are_named(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "talk.html"
    assert main(["html", name, str(out)]) == 1
    complaints = capsys.readouterr().err
    assert complaints == f"There is no talk {name!r} in tests/talks/; there are: {', '.join(NAMES)}\n"
    assert not out.exists()


@pytest.mark.parametrize("place", ["", "nowhere/talk.html", "file/talk.html"])
def test_where_nothing_can_be_written_it_says_why(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    out = tmp_path / place
    assert main(["html", "airport-case", str(out)]) == 1
    said, complaints = capsys.readouterr()
    assert not said
    assert re.fullmatch(rf"Can't write {re.escape(str(out))}: [A-Z].+\n", complaints)


def test_a_talk_with_faults_is_written_and_they_are_named(
    use_folders: Callable[..., None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved(tmp_path, "a-talk", written("# One\n\nview: sig=9", "# Two", front=FRONT.replace("A talk", "")))
    use_folders(talks=tmp_path)
    for form in ("html", "pdf"):
        out = tmp_path / f"out.{form}"
        assert main([form, "a-talk", str(out)]) == 1
        said, complaints = capsys.readouterr()
        assert "2 slides" in said
        assert out.stat().st_size > 1000
        talk = load_talks(addressable(record()), tmp_path)["a-talk"]
        assert complaints.splitlines() == [str(fault) for fault in talk.all_faults]
        assert len(talk.all_faults) >= 2


def test_a_record_that_can_not_be_read_is_said_to_be_so(
    use_folders: Callable[..., None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    use_folders(record=tmp_path)
    out = tmp_path / "talk.html"
    assert main(["html", "ten-days", str(out)]) == 1
    complaints = capsys.readouterr().err
    assert complaints.startswith("The record can't be read: ")
    assert "events.csv" in complaints
    assert not out.exists()


@pytest.mark.slow
@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["html", "no-talk", "out"], 1)])
def test_the_command_ends_with_the_exit_code(arguments: list[str], code: int) -> None:
    command = [sys.executable, "-m", "components.talks.write", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout) == (code, "")
    assert len(done.stderr.splitlines()) == 1
