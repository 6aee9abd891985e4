"""A copy is checked file by file: what is whole, what is not, and what it must not be fooled by."""

import ast
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.edition import verify as verify_module
from components.edition.verify import (
    FAULTY,
    MORE,
    SUMS,
    UNCHECKED,
    WHOLE,
    UncheckableError,
    main,
    read_sums,
    unfit,
    verify,
)

SOURCE = Path(verify_module.__file__)
FILES = {
    "VERSION.json": json.dumps(
        {"program": "Qantar 9", "as_of": "2024-05-01", "version": "abc", "languages": ["en"], "files": 4}
    ).encode(),
    "en/cases/airport.html": b"<p>airport</p>",
    "en/index.html": b"<p>home</p>",
    "index.html": b"<p>choose</p>",
}
D = "0" * 64


def sums_of(files: Mapping[str, bytes]) -> bytes:
    return "".join(f"{hashlib.sha256(content).hexdigest()}  {path}\n" for path, content in files.items()).encode()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A whole copy."""
    place = tmp_path / "site"
    for path, content in {**FILES, SUMS: sums_of(FILES)}.items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_bytes(content)
    return place


def told(place: Path) -> tuple[int, list[str]]:
    verdict = verify(place)
    return verdict.code, [str(flaw) for flaw in verdict.flaws]


def test_a_whole_copy_is_whole_and_says_which_it_is(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(copy)]) == WHOLE
    said = capsys.readouterr().out
    assert said.splitlines() == [
        "Qantar 9: the record of 2024-05-01, version abc, in en",
        f"The number of this edition: {hashlib.sha256((copy / SUMS).read_bytes()).hexdigest()}",
        "Whole: 4 files, each as it was written.",
    ]


def test_what_is_missing_or_changed_is_named(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / "index.html").unlink()
    (copy / "en/index.html").write_bytes(b"<p>hame</p>")
    assert main([str(copy)]) == FAULTY
    said = capsys.readouterr().out
    assert "index.html: is missing. Copy it again" in said
    assert "en/index.html: is not as it was written. Copy it again" in said
    assert "airport" not in said
    assert "NOT WHOLE: 2 faults, of 4 files." in said


def test_a_file_longer_than_a_chunk_is_read_to_its_end(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify_module, "CHUNK", 3)
    assert told(copy)[0] == WHOLE
    (copy / "index.html").write_bytes(FILES["index.html"][:-1] + b"!")
    assert told(copy) == (FAULTY, ["index.html: is not as it was written. Copy it again"])


def test_what_was_added_is_named_and_ends_otherwise(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / "en/more.html").write_text("<p>said by somebody else</p>")
    assert main([str(copy)]) == MORE
    said = capsys.readouterr().out
    assert "en/more.html: is not of the edition" in said
    assert "Whole: 4 files. Not of the edition, but here: 1 file." in said
    (copy / "index.html").unlink()
    assert told(copy)[0] == FAULTY


@pytest.mark.parametrize("left", [".DS_Store", "en/Thumbs.db", "en/._index.html", "System Volume Information/a/b"])
def test_what_systems_leave_behind_is_no_fault(copy: Path, left: str) -> None:
    (copy / left).parent.mkdir(parents=True, exist_ok=True)
    (copy / left).write_bytes(b"?")
    assert told(copy) == (WHOLE, [f"{left}: was left here by a system. It does no harm"])


@pytest.mark.parametrize("name", ["SHA256SUMS.minisig", "SHA256SUMS.sig"])
def test_a_signature_of_the_list_is_named_and_no_fault(copy: Path, name: str) -> None:
    (copy / name).write_bytes(b"?")
    assert told(copy) == (WHOLE, [f"{name}: is a signature of the list, which is not checked here"])


def test_names_of_added_files_can_be_printed(copy: Path) -> None:
    (copy / "en" / "\x1b[31m\u202ered.html").write_bytes(b"")
    assert told(copy)[1] == [
        "'en/\\x1b[31m\\u202ered.html': is not of the edition. Take it away, unless you put it there"
    ]


def test_a_link_is_named_and_not_followed(copy: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(copy / "en", elsewhere)
    shutil.rmtree(copy / "en")
    (copy / "en").symlink_to(elsewhere)
    (copy / "index.html").rename(tmp_path / "index.html")
    (copy / "index.html").symlink_to(tmp_path / "index.html")
    code, lines = told(copy)
    assert code == FAULTY
    for path in ("en", "index.html"):
        assert f"{path}: is a link, which may lead anywhere. Copy what it leads to in its place" in lines
    assert "en/index.html: is missing. Copy it again" in lines


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(copy: Path) -> None:
    (copy / "index.html").unlink()
    os.mkfifo(copy / "index.html")
    assert told(copy) == (FAULTY, ["index.html: is no plain file", "index.html: is missing. Copy it again"])


def test_what_cannot_be_read_is_named_with_the_reason(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def refuse(path: Path, *arguments: object, **more: object) -> object:
        if path.name == "airport.html":
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    assert told(copy) == (FAULTY, ["en/cases/airport.html: can't be read (Permission denied). Copy it again"])


def test_a_name_that_came_in_other_letters_is_told(copy: Path) -> None:
    (copy / "en/index.html").rename(copy / "en/INDEX.HTM")
    (copy / "en/INDEX.HTM").rename(copy / "en/Index.html")
    code, lines = told(copy)
    assert code == FAULTY
    assert lines[0] == "en/index.html: is there as en/Index.html: give it its own name back"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (f"{D}  ../secret", "../secret leads out of the folder. It is not looked at."),
        (f"{D}  en/../../secret", "leads out of the folder"),
        (f"{D}  /etc/passwd", "leads out of the folder"),
        (f"{D}  C:/secret", "is no name that every system takes"),
        (f"{D}  en\\..\\secret", "is no name that every system takes"),
        (f"{D}  en//index.html", "is no name that every system takes"),
        (f"{D}  ./index.html", "is no name that every system takes"),
        (f"{D}  en/", "is no name that every system takes"),
        (f"{D}  en/a\x00b", "is no name that every system takes"),
        (f"{D}  en/nul.html", "is the name of a device"),
        (f"{D}  {'a' * 200}", "has more than 180 letters"),
        (f"{D}  SHA256SUMS", "is the list itself"),
        (f"{D}  sha256sums", "is the list itself"),
        (f"{D}  index.html", "index.html stands on line 4 already"),
        (f"{D} index.html", "is no digest with two spaces and a path"),
        (f"{D[1:]}  index.html", "is no digest with two spaces and a path"),
        ("", "is no digest with two spaces and a path"),
        (f"\\{D}  a\\nb", "is no digest with two spaces and a path"),
    ],
)
def test_a_line_that_cannot_be_taken_is_named_by_its_number(copy: Path, line: str, said: str) -> None:
    (copy.parent / "secret").write_text("")
    with (copy / SUMS).open("a") as file:
        file.write(line + "\n")
    verdict = verify(copy)
    assert verdict.code == FAULTY
    (flaw,) = verdict.flaws
    assert flaw.path == f"{SUMS}, line 5"
    assert said in flaw.what


def test_other_forms_of_the_list_that_coreutils_writes_are_read(copy: Path) -> None:
    text = (copy / SUMS).read_text()
    (copy / SUMS).write_text(text.replace("  ", " *").upper().replace("SHA", "sha"), newline="\r\n")
    assert verify(copy).files == 4
    (copy / SUMS).write_text(text.replace("  ", " *"), newline="\r\n")
    assert told(copy) == (WHOLE, [])


def test_names_that_differ_by_case_alone_are_found(copy: Path) -> None:
    (copy / SUMS).write_bytes(sums_of({**FILES, "Index.html": b""}))
    assert "Index.html: differs only by case from index.html: a stick or Windows keeps one of them" in told(copy)[1]


@pytest.mark.parametrize("kept", [0, 1, 3])
def test_a_list_that_was_cut_short_is_found(copy: Path, kept: int) -> None:
    lines = (copy / SUMS).read_bytes().splitlines(keepends=True)
    (copy / SUMS).write_bytes(b"".join(lines[:kept]))
    code, found = told(copy)
    assert code == FAULTY
    assert any(line.startswith("SHA256SUMS: ") for line in found)
    (copy / SUMS).write_bytes(b"".join(lines)[:-3])
    assert "SHA256SUMS: ends in the middle of a line: it was cut short. Take it anew" in told(copy)[1]


@pytest.mark.parametrize(
    "text", [b"{}", b"[]", b"\xff", b"{", b'{"files": "4", "as_of": "\\u001b[31m", "languages": 3}']
)
def test_a_version_that_says_nothing_breaks_nothing(
    copy: Path, text: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (copy / "VERSION.json").write_bytes(text)
    (copy / SUMS).write_bytes(sums_of({**FILES, "VERSION.json": text}))
    main([str(copy)])
    assert "\x1b" not in capsys.readouterr().out


def test_where_there_is_nothing_to_check_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "text.zip").write_text("no zip")
    (tmp_path / SUMS).mkdir()
    for arguments, said in (
        ([str(tmp_path)], "There is no file SHA256SUMS here"),
        ([str(tmp_path / "none")], "Name the folder or the zip of an edition"),
        ([str(tmp_path / "text.zip")], "is no zip that can be read"),
        (["a", "b"], "verify.py FOLDER"),
    ):
        assert main(arguments) == UNCHECKED
        assert said in "".join(capsys.readouterr())


def test_a_list_beyond_measure_is_not_read(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify_module, "MOST", 100)
    with pytest.raises(UncheckableError, match="more than 100 bytes"):
        verify(copy)


def zip_of(path: Path, entries: list[tuple[str, bytes]], top: str = "", link: str = "") -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in entries:
            entry = ZipInfo(top + name)
            entry.external_attr = (0o120777 if name == link else 0o100644) << 16
            archive.writestr(entry, content)
    return path


@pytest.mark.parametrize("top", ["", "qantar-site-en/"])
def test_a_zip_is_checked_as_it_stands(tmp_path: Path, top: str) -> None:
    entries = [*FILES.items(), (SUMS, sums_of(FILES))]
    assert told(zip_of(tmp_path / "whole.zip", entries, top)) == (WHOLE, [])
    other = [(name, content.upper() if name == "index.html" else content) for name, content in entries[1:]]
    code, lines = told(zip_of(tmp_path / "other.zip", [*other, ("en/../../more", b"")], top))
    assert code == FAULTY
    assert "VERSION.json: is missing. Copy it again" in lines
    assert "index.html: is not as it was written. Copy it again" in lines
    assert any(line.startswith("en/../../more: is not of the edition") for line in lines)
    code, lines = told(zip_of(tmp_path / "link.zip", entries, top, link="index.html"))
    assert code == FAULTY
    assert lines[0] == "index.html: is a link, which may lead anywhere"


def test_a_zip_with_a_file_twice_or_damaged_is_not_whole(tmp_path: Path) -> None:
    entries = [*FILES.items(), (SUMS, sums_of(FILES))]
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = zip_of(tmp_path / "twice.zip", [*entries, ("index.html", b"<p>another</p>")])
    assert told(twice) == (FAULTY, ["index.html: is in the zip twice"])
    whole = zip_of(tmp_path / "whole.zip", entries).read_bytes()
    for at in range(0, len(whole), 7):
        (tmp_path / "spoiled.zip").write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        try:
            verify(tmp_path / "spoiled.zip")
        except UncheckableError:
            continue
    (tmp_path / "short.zip").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UncheckableError):
        verify(tmp_path / "short.zip")


NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30) | st.from_regex(
    r"\A(\.{0,2}/)?[A-Za-z0-9. -]{1,5}(/[a-z.]{1,5}){0,3}\Z"
)


@given(st.binary(max_size=300) | st.lists(NAMES.map(lambda name: f"{D}  {name}\n".encode())).map(b"".join))
def test_no_list_raises_or_leads_out_of_the_folder(text: bytes) -> None:
    listed = read_sums(text)
    for path in listed.digests:
        assert Path(os.path.normpath(Path("/copy") / path)).is_relative_to("/copy")
        assert os.path.normpath(path) == path
        assert path.lower() != SUMS.lower()
    lines = text.split(b"\n")[: None if text[-1:] not in (b"\n", b"") else -1]
    faults = [flaw for flaw in listed.flaws if ", line " in flaw.path]
    assert len(listed.digests) + len(faults) == len(lines)


FIT = st.lists(st.from_regex(r"\A[a-z0-9 -]{0,6}[a-z]\Z"), min_size=1, max_size=3).map("/".join)


@given(st.dictionaries(FIT.filter(lambda name: not unfit(name)), st.binary(max_size=9), max_size=9))
def test_a_list_of_fit_names_is_read_as_it_was_written(files: dict[str, bytes]) -> None:
    assert read_sums(sums_of(files)).digests == {
        path: hashlib.sha256(content).hexdigest() for path, content in files.items()
    }


@pytest.mark.parametrize("path", ["a.", "a ", " a", "a?.html", "con", "en/COM1.txt", "a/./b", "", "é.html", "a" * 181])
def test_names_that_some_system_refuses_are_unfit(path: str) -> None:
    assert unfit(path)


def test_it_runs_alone_from_where_it_was_copied_to(copy: Path, tmp_path: Path) -> None:
    files = {**FILES, "verify.py": SOURCE.read_bytes()}
    files["VERSION.json"] = files["VERSION.json"].replace(b"4}", b"5}")
    for path in ("verify.py", "VERSION.json"):
        (copy / path).write_bytes(files[path])
    (copy / SUMS).write_bytes(sums_of(files))
    command = [sys.executable, "-I", "-S", "-W", "error", str(copy / "verify.py")]
    for more in ([], [str(copy)]):
        run = subprocess.run([*command, *more], cwd=tmp_path, capture_output=True, text=True, timeout=60)
        assert (run.returncode, run.stderr) == (WHOLE, "")
        assert run.stdout.endswith("Whole: 5 files, each as it was written.\n")
    if checker := shutil.which("sha256sum"):
        assert subprocess.run([checker, "--quiet", "--strict", "-c", SUMS], cwd=copy).returncode == 0


def test_an_older_python_can_read_it_and_it_needs_nothing_else() -> None:
    tree = ast.parse(SOURCE.read_text("utf-8"), feature_version=(3, 8))
    names = {
        name.name if isinstance(node, ast.Import) else node.module or ""
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in node.names
    }
    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names
    newer = {"removeprefix", "removesuffix", "is_relative_to", "readlink", "zip_longest", "pairwise", "file_digest"}
    assert not newer & {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
