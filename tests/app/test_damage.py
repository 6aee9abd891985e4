"""A damaged record: what is wrong is named with its place and reason, the rest is shown, and nothing breaks down."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.frame.contents import PAGES
from data.loading.record import Record, load_record
from data.loading.schema import TABLES
from tests.app.conftest import markup, markups, notices, open_page
from tests.unit.samples import HOSTILE, Page, assert_same_markup, hostile_record, record

Damage = Callable[[Callable[[Path], object]], None]


def edit(table: str, change: Callable[[list[str]], list[str]]) -> Callable[[Path], object]:
    """An edit of the lines of a table's file."""

    def edited(folder: Path) -> None:
        path = folder / f"{table}.csv"
        path.write_text("".join(change(path.read_text("utf-8").splitlines(keepends=True))), "utf-8")

    return edited


def said(at: AppTest) -> str:
    return "\n".join(
        [*notices(at), *(e.label for e in at.expander), *(m.value for m in at.markdown), *(t.value for t in at.title)]
    )


def without_trace(at: AppTest) -> bool:
    return not at.exception and "Traceback" not in said(at)


@pytest.mark.parametrize("name", PAGES)
def test_a_row_with_a_fault_is_counted_named_and_left_out(name: str, damaged: Damage) -> None:
    damaged(edit("events", lambda lines: [lines[0], lines[1].replace(",day,", ",someday,"), *lines[2:]]))
    at = open_page(name)
    assert without_trace(at)
    assert "1 row of the record has a fault and is left out" in said(at)
    assert "events.csv:2: time_precision 'someday': write one of: exact, about" in said(at)


def test_the_rows_without_a_fault_are_still_shown(damaged: Damage) -> None:
    damaged(edit("events", lambda lines: [*lines, "2022-01-05-bad,1,2\n", "too,few\n"]))
    at = open_page("explore")
    assert "2 rows of the record have faults and are left out" in said(at)
    assert f"All {len(record().events)} events" in Page(markup(at, "sentence")).text


def test_a_lost_place_takes_its_events_along_and_the_pages_run(damaged: Damage) -> None:
    damaged(edit("places", lambda lines: [line for line in lines if not line.startswith("almaty-airport,")]))
    for name in PAGES:
        at = open_page(name)
        assert without_trace(at)
        assert "almaty-airport" in said(at)
        assert "is not in places.csv" in said(at)


@pytest.mark.parametrize("capital", ["taraz", "almaty", "kazakhstan"])
def test_a_fault_in_a_place_that_the_map_names_stops_nothing(capital: str, damaged: Damage) -> None:
    """A wrong cell costs the place and what lies there, and no more."""
    damaged(
        edit("places", lambda lines: [f"{capital},\n" if line.startswith(f"{capital},") else line for line in lines])
    )
    for name in PAGES:
        at = open_page(name)
        assert without_trace(at)
        assert "of the record ha" in said(at)


@pytest.mark.parametrize("table", TABLES)
def test_a_missing_table_gives_a_page_that_says_what_to_do(table: str, damaged: Damage) -> None:
    damaged(lambda folder: (folder / f"{table}.csv").unlink())
    at = open_page("explore", day="2022-01-05")
    assert without_trace(at)
    assert "The record can't be read" in said(at)
    assert re.search(rf"{table}\.csv:+ is missing: put the file back", said(at))
    assert re.search(r"every table in `.*/record`\..*run `QANTAR_RECORD=.*/record make check`", said(at), re.DOTALL)
    assert not markups(at)


def test_a_missing_folder_gives_a_page_that_names_it(tmp_path: Path, use_record: Callable[[Record], None]) -> None:
    use_record(load_record(tmp_path / "nowhere"))
    at = open_page("explore")
    assert without_trace(at)
    assert f"There is no folder `{tmp_path / 'nowhere'}`." in said(at)
    assert "`QANTAR_RECORD`" in said(at)


def test_every_page_says_so_when_a_table_is_missing(damaged: Damage) -> None:
    damaged(lambda folder: (folder / "places.csv").unlink())
    for name in PAGES:
        assert re.search(r"places\.csv:+ is missing", said(open_page(name)))


UNREADABLE = {
    "not text": (b"\xff\xfa\x00", "is not UTF-8 text"),
    "two bytes a letter": (b"\xff\xfe\x00", "is UTF-16 text"),
    "a quote left open": (b'source_id,publisher\n"x,y\n', "is missing: add it to the header"),
    "without a column": (b"source_id\n", "this column is missing"),
    "empty": (b"", "this column is missing"),
}


@pytest.mark.parametrize(("content", "reason"), UNREADABLE.values(), ids=UNREADABLE)
def test_an_unreadable_table_gives_its_reason(content: bytes, reason: str, damaged: Damage) -> None:
    damaged(lambda folder: (folder / "sources.csv").write_bytes(content))
    at = open_page("explore")
    assert without_trace(at)
    assert "The record can't be read" in said(at)
    assert reason in said(at)


def test_a_folder_in_the_place_of_a_table_is_a_fault_like_others(damaged: Damage) -> None:
    def change(folder: Path) -> None:
        (folder / "claims.csv").unlink()
        (folder / "claims.csv").mkdir()

    damaged(change)
    assert "can't be opened" in said(open_page("claims"))


PAGE_OF = {"sources": "sources", "changes": "corrections", "claims": "claims", "events": "day", "origins": "sources"}


@pytest.mark.parametrize("table", TABLES)
def test_a_table_with_its_header_alone_stops_no_page(table: str, damaged: Damage) -> None:
    damaged(edit(table, lambda lines: lines[:1]))
    for name in ("explore", PAGE_OF.get(table, "cases")):
        assert without_trace(open_page(name)), name


@pytest.mark.parametrize("day", ["before", "after", "2022-01-05", "2022-01-10..", "..2022-01-10"])
def test_a_record_without_events_runs_for_every_period(day: str, damaged: Damage) -> None:
    damaged(edit("events", lambda lines: lines[:1]))
    for name in ("explore", "day"):
        assert without_trace(open_page(name, day=day)), name


HOSTILE_ADDRESSES = [
    ("explore", {"event": "2022-01-04-oral-depo-bridge", "show": "999", "place": "almaty.oral"}),
    ("day", {"day": "2022-01-05"}),
    ("cases", {}),
    ("cases", {"case": "airport"}),
    ("claims", {"claim": "2022-01-03-nogaev-lpg-85-90", "show": "999"}),
    ("claims", {"claim": "2022-01-03-nogaev-lpg-85-90", "with": "2022-01-04-media-lpg-50-60-before-rise"}),
    ("claims", {"measure": "killed_total", "known": "2022-01-20"}),
    ("sources", {"show": "999"}),
    ("corrections", {}),
]


@pytest.mark.parametrize(("name", "address"), HOSTILE_ADDRESSES)
def test_text_of_the_record_stays_text(
    name: str, address: dict[str, str], use_record: Callable[[Record], None]
) -> None:
    clean = markups(open_page(name, **address))
    use_record(hostile_record())
    at = open_page(name, **address)
    assert without_trace(at)
    found = markups(at)
    assert found.keys() == clean.keys()
    for key, text in found.items():
        assert_same_markup(text, clean[key])
    assert HOSTILE.split()[0] not in "".join(m.value for m in at.markdown)


def test_text_of_the_address_stays_text() -> None:
    words = '<script>alert(1)</script> $x$ **b** {0} {n} {{7*7}} "><img src=x onerror=alert(1)>'
    for name in PAGES:
        at = open_page(name, q=words, colour=words, event=words)
        assert without_trace(at)
        for key, text in markups(at).items():
            assert not {"script", "img"} & {tag for tag, _ in Page(text).tags}, key
            assert not any(name.startswith("on") for _, found in Page(text).tags for name in found)
        assert not [m.value for m in at.markdown if "alert" in m.value]
    assert words in Page(markup(open_page("claims", q=words), "ledger")).text
