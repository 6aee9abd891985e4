"""What we rely on inside Streamlit: the installed version has it, and what another lacks is named at the start."""

import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit import net_util
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session, memory_uploaded_file_manager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec
from streamlit.web.server import server_util

from components import streamlit_files
from components.frame.scripts import whether_script, written_address
from components.streamlit_files import FILES, FRONT_END, streamlit_address, streamlit_file
from server import streamlit_insides
from server.compression import compressed_file
from server.streamlit_insides import (
    ASKS_OUTSIDE,
    DOCUMENT,
    IN_THE_BROWSER,
    ITS_SERVER,
    ITS_THEME,
    KEEPS_UPLOADS,
    ask_nobody_outside,
    document,
    keep_theme,
    missing,
    require_insides,
    uploaded_bytes,
)
from tools.serving import ROOT

NAME = re.compile(r"\bst[A-Z]\w+|test-\w+-state|__react[A-Z]\w+|onViewState\w+")
OF_TESTS = "data-test-script-state"
"""What the tests alone look at: whether the app is at rest."""


def test_the_installed_version_lacks_nothing() -> None:
    assert list(missing()) == []
    require_insides()


@pytest.fixture
def front_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small front end in place of the installed one, with all that is relied on."""
    for pattern in FILES.values():
        path = tmp_path / pattern.replace("*", "digest")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (tmp_path / FILES["document"]).write_bytes(streamlit_file("document").read_bytes())
    (tmp_path / "static/js/index.js").write_text("".join(f"`{name}`" for name in IN_THE_BROWSER))
    for module in (streamlit_files, streamlit_insides):
        monkeypatch.setattr(module, "FRONT_END", tmp_path)
    assert list(missing()) == []
    return tmp_path


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_not_there_is_named(front_end: Path, name: str) -> None:
    (front_end / FILES[name].replace("*", "digest")).unlink()
    assert next(missing()) == f"{FILES[name]} in Streamlit's front end: 0 files where one is expected"
    with pytest.raises(FileNotFoundError, match=re.escape(FILES[name])):
        streamlit_file(name)


@pytest.mark.parametrize("name", [name for name in FILES if "*" in FILES[name]])
def test_a_file_that_is_there_twice_is_named(front_end: Path, name: str) -> None:
    (front_end / FILES[name].replace("*", "other")).touch()
    assert list(missing()) == [f"{FILES[name]} in Streamlit's front end: 2 files where one is expected"]


@pytest.mark.parametrize("theirs", DOCUMENT)
@pytest.mark.parametrize("times", [0, 2])
def test_what_its_document_has_not_once_is_named(front_end: Path, theirs: str, times: int) -> None:
    page = front_end / FILES["document"]
    text = re.sub(theirs, lambda found: found[0] * times, page.read_text("utf-8"), flags=re.DOTALL)
    page.write_text(text, "utf-8")
    assert list(missing()) == [f"{theirs} in its document: {times} times where once is expected"]


@pytest.mark.parametrize("name", IN_THE_BROWSER)
def test_a_name_that_its_scripts_do_not_know_is_named(front_end: Path, name: str) -> None:
    script = front_end / "static/js/index.js"
    script.write_text(script.read_text("utf-8").replace(f"`{name}`", f"`{name}Longer`"), "utf-8")
    assert list(missing()) == [f"{name} in its scripts"]


def test_a_function_that_is_gone_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(net_util, ASKS_OUTSIDE.partition(":")[2])
    monkeypatch.delattr(memory_uploaded_file_manager, KEEPS_UPLOADS.partition(":")[2])
    assert list(missing()) == [ASKS_OUTSIDE, KEEPS_UPLOADS]


def test_the_files_of_a_reader_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    manager = memory_uploaded_file_manager.MemoryUploadedFileManager("")
    for number in range(3):
        manager.add_file("one", UploadedFileRec(str(number), "a-talk.md", "text/markdown", b"12345"))
    monkeypatch.setattr(streamlit_insides, "get_instance", lambda: SimpleNamespace(uploaded_file_mgr=manager))
    assert uploaded_bytes("one") == 15
    assert uploaded_bytes("two") == 0
    assert "two" not in manager.file_storage


@pytest.mark.slow
def test_the_app_ends_with_one_message_that_names_all_that_is_missing() -> None:
    code = """
from server import streamlit_insides as insides
insides.version = lambda _: "9.9.9"
insides.DOCUMENT["<nothing>"] = ""
insides.IN_THE_BROWSER += ("stNothing",)
import app
"""
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    (tried,) = re.findall(r"^streamlit==(.*)", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE)
    assert ended.returncode == 1
    assert ended.stderr.splitlines() == [
        f"Qantar was tried with Streamlit {tried}. The installed 9.9.9 lacks:",
        "  <nothing> in its document: 0 times where once is expected",
        "  stNothing in its scripts",
        "`make clean setup` installs the right one.",
    ]


def test_the_names_are_those_that_our_scripts_and_styles_use() -> None:
    static = [path for path in (ROOT / "static").glob("*.*s*") if path.suffix in (".css", ".js")]
    used = {name for path in static for name in NAME.findall(path.read_text("utf-8"))} | set(NAME.findall(ITS_THEME))
    assert used | set(re.findall(r"(?<=window\.)\w+|\w+(?=:)", ITS_SERVER)) == set(IN_THE_BROWSER)


def test_its_scripts_know_the_names_that_the_browser_tests_use() -> None:
    tests = "".join(path.read_text("utf-8") for path in (ROOT / "tests" / "browser").glob("*.py"))
    assert OF_TESTS in tests
    scripts = "".join(path.read_text("utf-8") for path in FRONT_END.glob("static/js/*.js"))
    assert [name for name in {*NAME.findall(tests), OF_TESTS} if not re.search(rf"{name}\b", scripts)] == []


def test_a_page_is_its_document_with_ours_in_it() -> None:
    page = document().substitute(language="kk", head="<title>Title</title>", page="<p>$1 {page}</p>")
    for ours in ('<html lang="kk">', "<title>Title</title>", '<p>$1 {page}</p><div id="root"></div>'):
        assert page.count(ours) == 1
    theirs = streamlit_file("document").read_text("utf-8")
    assert page.count("modulepreload") == theirs.count("modulepreload") + 2 > 2


def test_the_app_waits_in_a_template_until_it_is_wanted() -> None:
    page = document().substitute(language="kk", head="", page="")
    (waiting,) = re.findall(r'<template id="app">(.*?)</template>', page, re.DOTALL)
    by_itself = page.replace(waiting, "")
    assert "/static/js/" in waiting
    assert "/static/css/" in waiting
    assert "./static/" not in waiting
    assert "/static/js/" not in by_itself
    assert re.findall(r'src="([^"]+)"', by_itself) == [written_address()]
    assert page.count(whether_script()) == 1


def test_the_script_of_a_page_is_found_to_be_compressed() -> None:
    page = document().substitute(language="", head="", page="")
    (script,) = re.findall(r'src="(/static/[^"]+)"', page)
    scope = {"type": "http", "method": "GET", "path": script, "headers": [(b"accept-encoding", b"gzip")]}
    found = compressed_file(scope)
    assert found
    assert found.is_relative_to(FRONT_END)
    assert compressed_file(scope | {"path": "/" + FILES["document"]}) is None


def test_nobody_outside_is_asked_for_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def ask(url: str, timeout: float) -> None:
        asked.append(url)

    def judge() -> bool:
        return server_util.is_url_from_allowed_origins("https://elsewhere.example")

    monkeypatch.setattr(net_util, "_external_ip", None)
    monkeypatch.setattr(net_util, "_make_blocking_http_get", ask)
    monkeypatch.setattr(net_util, "get_external_ip", net_util.get_external_ip)  # put back at the end
    assert not judge()
    assert asked
    asked.clear()
    ask_nobody_outside()
    assert not judge()
    assert not asked


def test_the_theme_is_told_as_before_and_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def told() -> CustomThemeConfig:
        message = CustomThemeConfig()
        app_session._populate_theme_msg(message)
        app_session._populate_theme_msg(message.dark, "theme.dark")
        return message

    monkeypatch.setattr(app_session, "_populate_theme_msg", app_session._populate_theme_msg)
    before = told()
    assert before.heading_font
    assert before.dark.primary_color
    keep_theme()
    assert told() == before
    monkeypatch.setattr("streamlit.config.get_options_for_section", None)
    assert told() == before


def test_typefaces_are_found_without_loading_streamlit() -> None:
    code = """
import sys
from components.drawing.typefaces import inside, typefaces
typefaces("Stage", inside)
sys.exit("streamlit" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, timeout=60).returncode == 0


def test_the_address_of_a_file_is_its_place_in_the_front_end() -> None:
    assert streamlit_address("document") == "/index.html"
    assert FRONT_END / streamlit_address("component").lstrip("/") == streamlit_file("component")
