"""An edition is written whole or not at all, the same each time, and nothing else is touched."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from components.edition.verify import WHOLE, verify
from data.folders import RECORD_SETTING, TALKS_SETTING
from tests.edition.conftest import write
from tests.unit.helpers import Folder, tiny_folder

pytestmark = pytest.mark.slow
Write = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A tiny record that a test may spoil."""
    (tmp_path / "record").mkdir()
    (tmp_path / "talks").mkdir()
    return tiny_folder(tmp_path / "record")


@pytest.fixture
def write_tiny(folder: Folder, tmp_path: Path) -> Write:
    """Writes an edition of it, which has no talks, to a folder."""
    settings = {RECORD_SETTING: str(folder.path), TALKS_SETTING: str(tmp_path / "talks")}
    return lambda out, *languages, **more: write(out, *(languages or ("en",)), **settings | more)


def held(place: Path) -> dict[str, bytes]:
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()}


def test_two_editions_are_the_same_byte_for_byte(write_tiny: Write, tmp_path: Path) -> None:
    out, other = tmp_path / "site", tmp_path / "another place" / "ru kk"
    assert write_tiny(out, "en", "ru", PYTHONHASHSEED="1", TZ="Asia/Almaty").returncode == 0
    assert write_tiny(other, "en", "ru", PYTHONHASHSEED="2", TZ="America/Lima", LANG="C").returncode == 0
    first, second = held(out), held(other)
    assert first.keys() == second.keys()
    assert [file for file in first if first[file] != second[file]] == []


def test_what_is_faulty_is_left_out_and_said_on_every_page(write_tiny: Write, folder: Folder, tmp_path: Path) -> None:
    folder.change("events", "2022-01-05-street-shots", category="nothing").change("claims", 0, said_on="soon")
    done = write_tiny(tmp_path / "site")
    assert done.returncode == 0, done.stderr
    for file in ("index.html", "cases.html", "days/2022-01-05.html"):
        text = (tmp_path / "site" / "en" / file).read_text("utf-8")
        assert "events.csv, row" in text or "events.csv" in text.partition("<main")[0], file
    assert not (tmp_path / "site" / "en" / "events" / "2022-01-05-street-shots.html").exists()
    assert verify(tmp_path / "site").code == WHOLE


def test_a_record_that_cannot_be_read_is_said_and_nothing_is_written(
    write_tiny: Write, folder: Folder, tmp_path: Path
) -> None:
    folder.delete("events")
    done = write_tiny(tmp_path / "site")
    assert done.returncode == 1
    assert "events.csv" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("name", ["text.txt", "VERSION.json", ".git/config"])
def test_what_is_no_edition_is_left_as_it_is(write_tiny: Write, tmp_path: Path, name: str) -> None:
    out = tmp_path / "site"
    (out / name).parent.mkdir(parents=True)
    (out / name).write_text("{}")
    done = write_tiny(out)
    assert done.returncode == 1
    assert str(out) in done.stderr
    assert "Traceback" not in done.stderr
    assert held(out) == {name: b"{}"}


def test_a_file_or_a_place_that_cannot_be_written_is_said(write_tiny: Write, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    for out in (tmp_path / "file", tmp_path / "file" / "site", Path("/proc/none/site")):
        done = write_tiny(out)
        assert done.returncode == 1, out
        assert str(out.parent) in done.stderr
        assert "Traceback" not in done.stderr
    assert (tmp_path / "file").read_text() == "mine"


def test_an_edition_takes_the_place_of_an_older_one_only_when_it_is_whole(
    write_tiny: Write, folder: Folder, tmp_path: Path
) -> None:
    out = tmp_path / "site"
    assert write_tiny(out).returncode == 0
    before, beside = held(out), sorted(path.name for path in tmp_path.iterdir())
    folder.change("events", 0, title="Something else happened")
    done = write_tiny(out, limit="40")  # as on a disk that is full, once style and scripts are to be written
    assert done.returncode == 1
    assert "Can't write" in done.stderr
    assert "Traceback" not in done.stderr
    assert held(out) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == beside
    # What a reader put into the folder is not ours to take away.
    (out / "CNAME").write_text("qantar.example")
    done = write_tiny(out)
    assert done.returncode == 1
    assert "CNAME" in done.stderr
    assert held(out) == before | {"CNAME": b"qantar.example"}
    (out / "CNAME").unlink()
    assert write_tiny(out).returncode == 0
    after = held(out)
    assert after.keys() == before.keys()
    assert after != before
    assert verify(out).code == WHOLE
    assert sorted(path.name for path in tmp_path.iterdir()) == beside


def test_an_id_that_no_stick_can_keep_is_said(write_tiny: Write, folder: Folder, tmp_path: Path) -> None:
    folder.add("people", person_id="con", name_en="Con", part="a defendant", sources="vlast")
    done = write_tiny(tmp_path / "site")
    assert done.returncode == 1
    assert "en/people/con.html" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site").exists()
