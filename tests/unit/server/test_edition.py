"""The edition as a zip, made when it is asked for; and a page as one file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from components.address import on_a_stick_address, page_file_address
from data import editions
from data.queries.view import View
from data.store import record
from server import edition
from tests.unit.asking import ask


class Process:
    """A process that ends as it is told to."""

    ended: int | None = None

    def poll(self) -> int | None:
        """What it ended with."""
        return self.ended

    def terminate(self) -> None:
        """End at once."""
        self.ended = -15


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[list[tuple[list[str], Process]]]:
    """The processes that were begun, with their commands; zips are kept in a folder of the test."""
    found: list[tuple[list[str], Process]] = []

    def begin(command: list[str], **_: object) -> Process:
        found.append((command, Process()))
        return found[-1][1]

    monkeypatch.setattr(edition, "Popen", begin)
    monkeypatch.setenv(editions.EDITION_SETTING, str(tmp_path))
    editions.edition_folder.cache_clear()
    edition._maker.cache_clear()
    yield found
    editions.edition_folder.cache_clear()
    edition._maker.cache_clear()


def test_it_is_begun_once_and_then_handed_out(begun: list[tuple[list[str], Process]]) -> None:
    for _ in range(3):
        waiting = ask(on_a_stick_address("kk"))
        assert waiting.status == 202
        assert waiting.headers["retry-after"] == "10"
    ((command, process),) = begun
    out = Path(command[-2])
    assert command[-1] == "kk"
    assert record().version in out.name
    out.write_bytes(b"PK")
    process.ended = 0
    answer = ask(on_a_stick_address("kk"))
    assert answer.status == 200
    assert answer.content == b"PK"
    assert 'filename="qantar-site-kk.zip"' in answer.headers["content-disposition"]
    assert len(begun) == 1


def test_one_is_made_after_the_other(begun: list[tuple[list[str], Process]]) -> None:
    ask(on_a_stick_address("en"))
    ask(on_a_stick_address("ru"))
    assert [command[-1] for command, _ in begun] == ["en"]
    begun[0][1].ended = 0
    ask(on_a_stick_address("ru"))
    assert [command[-1] for command, _ in begun] == ["en", "ru"]


def test_what_failed_is_said_and_not_tried_again_at_once(begun: list[tuple[list[str], Process]]) -> None:
    ask(on_a_stick_address("en"))
    begun[0][1].ended = 1
    for _ in range(2):
        answer = ask(on_a_stick_address("en"))
        assert answer.status == 503
        assert answer.headers["retry-after"] == "300"
    assert len(begun) == 1


def test_there_is_none_in_another_language(begun: list[tuple[list[str], Process]]) -> None:
    assert ask("/edition/qantar-site-de.zip").status == 404
    assert not begun


def test_the_link_says_how_large_it_is_once_it_is_there(begun: list[tuple[list[str], Process]]) -> None:
    assert "The whole record on a stick (zip)" in ask("/sources?lang=en&q=tengri").text
    editions.kept_zip(record().version, "en").write_bytes(b"x" * 12_300_000)
    assert "The whole record on a stick (zip, 13 MB)" in ask("/sources?lang=en&q=orda").text


def test_a_page_is_one_file_that_asks_for_nothing() -> None:
    view = View(text="akimat", language="en")
    answer = ask(page_file_address(view, "explore"))
    assert 'filename="qantar-explore-akimat.html"' in answer.headers["content-disposition"]
    assert "“akimat”" in answer.page.text
    for left in ("<script", "<link", "<form", "<button", 'href="/', "url(http", "src="):
        assert left not in answer.text
    assert "default-src 'none'" in answer.text


def test_the_links_of_a_page_as_a_file_lead_to_the_site_where_it_has_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QANTAR_HOSTS", "record.example")
    answer = ask(page_file_address(View(language="en"), "cases"), host="record.example")
    assert 'href="https://record.example/cases?case=' in answer.text


def test_there_is_no_file_of_a_page_that_there_is_not() -> None:
    assert ask("/file/nothing").status == 404
