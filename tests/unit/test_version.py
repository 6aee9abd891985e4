"""The version of the program: told in one wording, on all that leaves the app, and with an entry in the changelog."""

import csv
import io
import json
import re
from datetime import date
from pathlib import Path

import pytest

from components.words.version import record_version, short_version, version_words
from data.version import PROGRAM, VERSION
from tests.unit.asking import ask
from tests.unit.samples import EN, record

CHANGELOG = Path(__file__).resolve().parents[2] / "CHANGELOG.md"
EVENT = next(iter(record().event_rows))


def test_the_version_stands_on_top_of_the_changelog() -> None:
    entries = re.findall(r"^## (\S+) - (\S+)$", CHANGELOG.read_text("utf-8"), re.MULTILINE)
    assert entries[0][0] == VERSION
    days = [date.fromisoformat(day) for _, day in entries]
    assert days == sorted(days, reverse=True)
    assert re.fullmatch(r"\d+\.\d+\.\d+", VERSION)


def test_one_wording_with_a_shorter_one_for_slides() -> None:
    day = EN.day(record().as_of or date.min)
    assert record_version(record(), EN).endswith(f", of {day}, version {record().version}")
    assert version_words(record(), EN) == f"{record_version(record(), EN)}. CC BY 4.0. Made with {PROGRAM}."
    assert short_version(record(), EN) == f"{PROGRAM}, record of {day}"


def text_of(address: str) -> str:
    answer = ask(address)
    assert answer.status == 200
    return " ".join(answer.text.split())


@pytest.mark.parametrize(
    "address",
    [
        "/sources",
        "/data/events.geojson?day=2022-01-02",
        *(
            f"/pictures/{figure}.svg?case=airport"
            for figure in ("map", "timeline", "days", "numbers", "docket", "growth")
        ),
        *(f"/cite/events/{EVENT}.{form}" for form in ("bib", "ris", "json")),
        "/talk/ten-days",
        "/talk/ten-days.html",
    ],
)
def test_what_leaves_the_app_says_which_program_made_it(address: str) -> None:
    assert PROGRAM in text_of(address)


@pytest.mark.parametrize("address", ["/data/qantar.zip", "/data/events.zip?day=2022-01-02"])
def test_a_package_says_which_program_made_it(address: str) -> None:
    files = ask(address).files
    assert json.loads(files["datapackage.json"])["generator"] == PROGRAM
    assert PROGRAM in files.get("ABOUT.txt", PROGRAM)


def test_a_plain_table_has_nothing_but_its_rows() -> None:
    rows = list(csv.reader(io.StringIO(ask("/data/claims.csv").text)))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(rows) == len(record().claims) + 1
