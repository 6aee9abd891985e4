"""The registry of downloads: what is in it is linked, served and named; nothing else has to know a format."""

from dataclasses import replace
from datetime import date

import pytest

from components.record import downloads, files
from components.record.downloads import links
from components.record.files import File, citations, tables
from data.period import Period
from data.queries.view import View
from tests.unit.asking import ask
from tests.unit.samples import EN

VIEW = View(period=Period.of(date(2022, 1, 5)), case="airport", topic="torture")
NAME = {"record": "qantar-record", "claims": "qantar-claims-2022-01-05-airport-torture"}


@pytest.mark.parametrize(
    ("address", "file"),
    [
        *((f"/data/{path}", file) for path, file in tables(EN).items()),
        *((f"/cite/{path}", file) for path, file in citations(EN).items()),
    ],
)
def test_each_is_served_as_what_it_is_under_a_name_that_says_what_it_holds(address: str, file: File) -> None:
    answer = ask(f"{address}?day=2022-01-05&case=airport&topic=torture")
    assert answer.kind == file.media_type
    ending = address.rpartition(".")[2]
    name = NAME.get(file.of, f"qantar-{file.of}-2022-01-05-airport-torture")
    assert answer.filename == f"{name}.{ending}"


def test_a_link_keeps_what_the_file_follows() -> None:
    found = links(VIEW, EN)["tables"]
    assert {row["href"].partition("?")[2] for row in found["events"]} == {"day=2022-01-05"}
    assert [row["href"] for row in found["claims"] + found["record"]] == ["/data/claims.csv", "/data/qantar.zip"]


def test_a_new_format_is_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    row = replace(
        tables(EN)["events.csv"], name="Count", media_type="text/plain", write=lambda shown, _: str(shown.total)
    )
    monkeypatch.setattr(downloads, "tables", lambda language: files.tables(language) | {"events.txt": row})
    monkeypatch.setattr("server.downloads.tables", lambda language: files.tables(language) | {"events.txt": row})
    assert {"name": "Count", "words": row.words, "href": "/data/events.txt"} in links(View(), EN)["tables"]["events"]
    assert "Count" in downloads.download_links(View(), EN, "light")
    assert ask("/data/events.txt").text.isdecimal()
