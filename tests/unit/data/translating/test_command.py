"""The command: a file goes out and comes back without a byte changed, and what is wrong is said without a trace."""

import csv
import os
from pathlib import Path

import pytest

from data.folders import RECORD_SETTING
from data.loading.translations import OTHERS
from data.translating.__main__ import main
from data.translating.forms import FORMS
from data.translating.work import COLUMNS, read_work
from tests.unit.helpers import Folder

AT = {column: place for place, column in enumerate(COLUMNS)}
LEFT = 5
Lines = list[list[str]]


@pytest.fixture
def translated(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """The small record, all but the last of its texts translated, into the words they have."""
    (folder.path / "translations").mkdir(exist_ok=True)
    for code in OTHERS:
        pairs = list(read_work(folder.path, code).pairs())[:-LEFT]
        rows = [
            {"table": text.table, "id": text.id, "column": text.column, "text": text.english, "digest": text.digest}
            for text in (pair.text for pair in pairs)
        ]
        folder.write(f"translations/{code}", [row | {"by": "machine"} for row in rows])
    monkeypatch.setenv(RECORD_SETTING, str(folder.path))
    return folder


def lines_of(path: Path) -> Lines:
    return list(csv.reader(path.read_text("utf-8-sig").splitlines()))


def put(path: Path, lines: Lines) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(lines)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("code", OTHERS)
def test_a_file_that_nobody_changed_leaves_every_byte(
    form: str, code: str, translated: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = translated.file(f"translations/{code}").read_bytes()
    out = tmp_path / f"out{form}"
    assert main(["write", code, str(out)]) == 0
    assert f"0 from an older English, {LEFT} not" in capsys.readouterr().out
    assert main(["take", code, str(out)]) == 0
    assert "brings nothing new" in capsys.readouterr().out
    assert translated.file(f"translations/{code}").read_bytes() == before


def test_what_was_filled_in_is_in_the_table_and_the_record_sound(
    translated: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "kk.csv"
    assert main(["write", "kk", str(out)]) == 0
    lines = lines_of(out)
    filled = next(line for line in lines if line[AT["state"]] == "missing")
    filled[AT["translation"]], filled[AT["by"]] = f"«{filled[AT['English']]}»", "A. B."
    put(out, lines)
    assert main(["take", "kk", str(out)]) == 0
    assert "1 new, 0 changed; " in capsys.readouterr().out
    assert translated.rows("translations/kk")[-1]["by"] == "A. B."
    assert not translated.faults()
    assert sorted(path.name for path in (translated.path / "translations").iterdir()) == ["kk.csv", "ru.csv"]


def test_a_language_without_a_table_gets_one(translated: Folder, tmp_path: Path) -> None:
    translated.delete("translations/kk").delete("translations/ru")
    (translated.path / "translations").rmdir()
    out = tmp_path / "kk.csv"
    assert main(["write", "kk", str(out)]) == 0
    lines = lines_of(out)
    lines[1][AT["translation"]], lines[1][AT["by"]] = lines[1][AT["English"]], "A. B."
    put(out, lines)
    assert main(["take", "kk", str(out)]) == 0
    assert len(translated.rows("translations/kk")) == 1


def test_a_file_that_is_refused_changes_nothing(
    translated: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = translated.file("translations/kk").read_bytes()
    out = tmp_path / "kk.csv"
    main(["write", "kk", str(out)])
    lines = lines_of(out)
    lines[1][AT["translation"]], lines[-1][AT["digest"]] = "", "0" * 12
    put(out, lines)
    capsys.readouterr()
    assert main(["take", "kk", str(out)]) == 1
    first, second, last = capsys.readouterr().err.splitlines()
    assert first.startswith("kk.csv:2: translation: a translation was here")
    assert second.startswith(f"kk.csv:{len(lines)}: digest '000000000000': the English has changed")
    assert last == f"Nothing of {out} was taken in."
    assert translated.file("translations/kk").read_bytes() == before


def test_what_is_suspicious_is_printed_faults_first(translated: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "ru"]) == 0
    assert "Faults: 0, hints: " in capsys.readouterr().out
    numbered = next(
        place for place, row in enumerate(translated.rows("translations/ru")) if any(map(str.isdigit, row["text"]))
    )
    translated.change("translations/ru", numbered, text="без числа")
    assert main(["check", "ru"]) == 1
    out = capsys.readouterr().out
    assert out.startswith("fault: ")
    assert "  без числа\n" in out
    assert "Faults: 1" in out


@pytest.mark.parametrize(
    "arguments",
    [[], ["write"], ["write", "kk"], ["write", "en", "a.csv"], ["write", "C.UTF-8", "a.csv"], ["write", "kk", "a.ods"],
     ["take", "kk", "a.csv", "b.csv"], ["check"], ["check", "de"], ["read", "kk", "a.csv"]],
)  # fmt: skip
def test_wrong_arguments_are_answered_with_how_it_is_used(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    assert "usage: python -m data.translating" in capsys.readouterr().err


def test_files_that_can_t_be_read_or_written_are_named(
    translated: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["take", "kk", str(tmp_path / "none.po")]) == 1
    assert f"Can't read {tmp_path / 'none.po'}: No such file" in capsys.readouterr().err
    assert main(["write", "kk", str(tmp_path / "none" / "a.po")]) == 1
    assert "Can't write" in capsys.readouterr().err
    (tmp_path / "a.csv").mkdir()
    assert main(["take", "kk", str(tmp_path / "a.csv")]) == 1
    assert "Can't read" in capsys.readouterr().err


def test_a_record_with_faults_is_mended_first(
    translated: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    translated.change("translations/kk", 0, digest="x")
    assert main(["write", "kk", str(tmp_path / "a.csv")]) == 1
    assert "The record has faults: mend them first" in capsys.readouterr().err
    assert not os.path.lexists(tmp_path / "a.csv")
    monkeypatch.setenv(RECORD_SETTING, str(tmp_path / "nowhere"))
    assert main(["check", "kk"]) == 1
    assert "There is no folder" in capsys.readouterr().err
