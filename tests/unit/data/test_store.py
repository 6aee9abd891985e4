"""What the app shows is read once, from the folders that the environment names."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from components.language import Language
from components.record.corrections import corrections
from data import store
from data.exports import package
from data.folders import RECORD_FOLDER, ROOT, TALKS_FOLDER, check_of, named, record_folder, talks_folder
from data.period import AFTER
from data.queries.view import Rejected, View
from tests.unit.helpers import Folder
from tests.unit.sampletalks import saved, written

UseFolders = Callable[..., None]


def test_without_settings_the_published_record_and_its_talks_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for setting in ("QANTAR_RECORD", "QANTAR_TALKS"):
        monkeypatch.delenv(setting)
    assert (record_folder(), talks_folder()) == (RECORD_FOLDER, TALKS_FOLDER)
    for setting in ("QANTAR_RECORD", "QANTAR_TALKS"):
        monkeypatch.setenv(setting, "")
    assert (record_folder(), talks_folder()) == (RECORD_FOLDER, TALKS_FOLDER)


def test_a_relative_path_counts_from_the_working_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QANTAR_RECORD", "some/tables")
    monkeypatch.setenv("QANTAR_TALKS", "../talks")
    assert (record_folder(), talks_folder()) == (tmp_path / "some" / "tables", tmp_path.parent / "talks")


def test_folders_are_named_from_the_project_on_and_others_in_full(tmp_path: Path) -> None:
    assert (named(RECORD_FOLDER), named(TALKS_FOLDER)) == ("data/record", "talks")
    assert named(tmp_path) == str(tmp_path)
    assert check_of(RECORD_FOLDER) == "make check"
    assert check_of(Path("/a b/c")) == "QANTAR_RECORD='/a b/c' make check"


def test_another_record_is_read_once_with_the_talks_that_go_with_it(
    tiny: Folder, use_folders: UseFolders, tmp_path: Path
) -> None:
    (tmp_path / "talks").mkdir()
    saved(tmp_path / "talks", "a-talk", written("# One\n\nview: event=2022-01-05-airport-entered"))
    use_folders(record=tiny.path, talks=tmp_path / "talks")
    assert store.record() is store.record()
    assert set(store.record().event_rows) == {row["event_id"] for row in tiny.rows("events")}
    assert "2022-01-05-airport-entered" in store.known().events
    assert [(name, talk.all_faults) for name, talk in store.talks().items()] == [("a-talk", ())]
    assert store.complaints() == []
    view, rejected = store.read_view({"event": "2022-02-10-kazakhstan-trial", "known": "2022-01-09"})
    assert (view.event, [part.key for part in rejected]) == ("", ["event"])
    assert store.record_of(view).whole is store.record()
    entered = {"event": "2022-01-05-airport-entered"}
    alone, _ = store.read_view(entered)
    assert alone == store.read_view(entered | {"day": "2022-01-05"})[0]
    for days in ({"all": "1"}, {"day": "2022-01-06"}, {"day": "before"}):
        assert store.read_view(entered | days)[0].to_query() == days | entered
    assert store.read_view({"event": "2022-02-10-kazakhstan-trial"})[0].period == AFTER
    gone, _ = store.read_view({"event": "2022-02-10-kazakhstan-trial", "all": "1", "known": "2022-01-09"})
    assert gone.to_query() == {"known": "2022-01-09"}
    assert store.read_view({"talk": "a-talk.1"}) == (View(talk="a-talk.1"), ())
    for nowhere in ("a-talk.2", "another.1", "README.1"):
        assert store.read_view({"talk": nowhere}) == (View(), (Rejected("talk", nowhere),))


def test_a_folder_that_is_not_there_and_a_table_that_is_not_are_said_in_a_line(
    tiny: Folder, use_folders: UseFolders, tmp_path: Path
) -> None:
    use_folders(record=tmp_path / "nowhere", talks=tmp_path / "none")
    for complaint, folder, setting in zip(
        store.complaints(), ("nowhere", "none"), ("QANTAR_RECORD", "QANTAR_TALKS"), strict=True
    ):
        assert f"no folder {tmp_path / folder}" in complaint
        assert f"correct {setting}." in complaint
    assert store.talks() == {}
    use_folders(record=tiny.delete("bands").path, talks=tmp_path)
    (complaint,) = store.complaints()
    assert "bands.csv" in complaint
    assert complaint.endswith(f"Run QANTAR_RECORD={tiny.path} make check.")


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [
        ["data.check"],
        ["data.exports.package", "out.zip"],
        ["components.talks.write", "html", "ten-days", "out"],
        ["tools.rehearse", "ten-days"],
    ],
)
def test_every_command_says_in_a_line_that_there_is_no_such_folder(
    command: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("QANTAR_RECORD", str(tmp_path / "nowhere"))
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode
    (line,) = (done.stdout + done.stderr).splitlines()
    assert str(tmp_path / "nowhere") in line
    assert "correct QANTAR_RECORD" in line


def test_pages_say_where_the_record_really_is(tiny: Folder, use_folders: UseFolders) -> None:
    use_folders(record=tiny.path)
    text = corrections(store.record(), View(), Language())
    assert f"Edit the row in {tiny.path}," in text
    assert f"run QANTAR_RECORD={tiny.path} make check," in text


def test_a_record_without_a_dictionary_makes_a_package_all_the_same(
    tiny: Folder, use_folders: UseFolders, tmp_path: Path
) -> None:
    use_folders(record=tiny.path)
    assert package.main([str(tmp_path / "out.zip")]) == 0


@pytest.mark.slow
def test_every_setting_is_in_the_readme() -> None:
    code = [ROOT / "Makefile", *(path for path in ROOT.rglob("*.py") if ".venv" not in path.parts)]
    settings = {name for path in code for name in re.findall(r"\bQANTAR_[A-Z_]+\b", path.read_text("utf-8"))}
    assert {"QANTAR_RECORD", "QANTAR_TALKS", "QANTAR_PUBLISH", "QANTAR_FRAME_ANCESTORS"} <= settings
    readme = (ROOT / "README.md").read_text("utf-8")
    assert {name for name in settings if name not in readme} == set()
