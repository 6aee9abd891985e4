"""Files for translators in each form: they come back as they were written, and open well elsewhere."""

import csv
import io
import zipfile
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from data.loading.schema import Translation
from data.loading.translations import Text, digest
from data.translating.forms import FORMS
from data.translating.taking_in import taken_in
from data.translating.work import COLUMNS, Refused, Work, work_of
from tests.unit.data.translating.drawn_work import works

SUMMARY = Text("events", "one", "summary", 'He said "go" to 50% of them.', digest("a"))
TITLE = Text("events", "one", "title", "A title", digest("b"))
STEP = Text("case_steps", "a", "step", "A step", digest("c"))


@pytest.fixture
def work() -> Work:
    """A text that is translated, one of which an older text is, one that is not."""
    rows = [
        Translation(table=text.table, id=text.id, column=text.column, text=to, digest=of, by="A. B.", reviewed=reviewed)
        for text, to, of, reviewed in (
            (SUMMARY, "Ол «бар» деді, 50%.", SUMMARY.digest, "V. G., 2026-11-30"),
            (TITLE, "Тақырып", digest("older"), "D. E."),
        )
    ]
    return work_of([SUMMARY, TITLE, STEP], rows, "kk", Path("kk.csv"))


def written(work: Work, form: str) -> bytes:
    return FORMS[form].write(work.pairs(), work.code)


@pytest.mark.parametrize("form", FORMS)
@given(work=works())
def test_a_file_comes_back_as_it_was_written_and_brings_nothing(form: str, work: Work) -> None:
    back = FORMS[form].read(written(work, form), "a")
    as_state = {"missing": "there"} if form == ".po" else {}
    wanted = [(*pair.cells[:-1], as_state.get(pair.state, pair.state)) for pair in work.pairs()]
    assert [tuple(line.cells[column] for column in COLUMNS) for line in back] == wanted
    assert not any(line.damage for line in back)
    taken = taken_in(work, back, "a", {})
    assert not taken.brought
    assert taken.rows == sorted(work.rows.values(), key=taken.rows.index)
    assert len(taken.rows) == len(work.rows)


@pytest.mark.parametrize("form", FORMS)
@given(content=st.binary())
def test_no_file_is_too_odd_to_be_refused(form: str, content: bytes) -> None:
    with suppress(Refused):
        assert FORMS[form].read(content, "a") == []


@pytest.mark.parametrize("form", FORMS)
@given(data=st.data())
def test_a_damaged_file_is_refused_or_read(form: str, data: st.DataObject) -> None:
    work = data.draw(works())
    content = bytearray(written(work, form))
    for _ in range(3):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(Refused):
        assert len(FORMS[form].read(bytes(content), "a")) <= len(work.texts) + 1


def test_a_workbook_keeps_its_header_in_sight_and_locks_what_is_given(work: Work) -> None:
    sheet = load_workbook(io.BytesIO(written(work, ".xlsx"))).worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert sheet.protection.sheet
    locked = {column for column, cell in zip(COLUMNS, sheet[2], strict=True) if cell.protection.locked}
    assert locked == {"table", "id", "column", "digest", "English"}
    grey = {column for column, cell in zip(COLUMNS, sheet[2], strict=True) if cell.fill.fill_type}
    assert grey == locked
    assert all(cell.alignment.wrap_text for cell in sheet[2])
    assert {cell.number_format for row in sheet for cell in row} == {"@"}
    assert sheet.column_dimensions["E"].width == sheet.column_dimensions["F"].width == 70


def test_csv_is_known_as_utf_8_and_has_a_header(work: Work) -> None:
    content = written(work, ".csv")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert tuple(rows[0]) == COLUMNS
    assert [row[-1] for row in rows[1:]] == ["there", "older", "missing"]


def test_a_catalogue_names_each_text_and_marks_older_translations(work: Work) -> None:
    catalogue = read_po(io.BytesIO(written(work, ".po")))
    assert str(catalogue.locale) == "kk"
    first, older, missing = (message for message in catalogue if message.id)
    assert first.context == f"events/one/summary/{SUMMARY.digest}"
    assert (first.id, first.string) == (SUMMARY.english, "Ол «бар» деді, 50%.")
    assert first.auto_comments == ["state: there"]
    assert first.user_comments == ["by: A. B.", "reviewed: V. G., 2026-11-30"]
    assert b"python-format" not in written(work, ".po")
    assert older.fuzzy
    assert older.auto_comments == ["state: older"]
    assert (missing.string, missing.fuzzy) == ("", False)


@pytest.mark.parametrize("form", FORMS)
def test_what_is_no_utf_8_and_no_workbook_is_refused(form: str, work: Work) -> None:
    content = {
        ".xlsx": b"PK no zip",
        ".csv": written(work, ".csv").decode("utf-8-sig").encode("cp1251", "replace"),
        ".po": written(work, ".po").decode().encode("cp1251", "replace"),
    }[form]
    with pytest.raises(Refused, match="save it as"):
        FORMS[form].read(content, f"kk{form}")


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("form", [".xlsx", ".csv"])
def test_a_header_without_a_column_is_refused(form: str, column: str, work: Work) -> None:
    if form == ".csv":
        content = written(work, form).replace(column.encode(), b"other", 1)
    else:
        content = edited(work, {1: {column: "other"}})
    with pytest.raises(Refused, match=f"a{form}:1: {column}: this column is missing"):
        FORMS[form].read(content, f"a{form}")


def test_csv_of_a_spreadsheet_with_semicolons_is_refused(work: Work) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([COLUMNS, *(pair.cells for pair in work.pairs())])
    with pytest.raises(Refused, match="semicolons between its cells: save it as CSV with commas"):
        FORMS[".csv"].read(out.getvalue().encode(), "a.csv")


def edited(work: Work, changes: dict[int, dict[str, Any]]) -> bytes:
    """A workbook in which some cells of some lines are others."""
    book = load_workbook(io.BytesIO(written(work, ".xlsx")))
    for line, cells in changes.items():
        for column, value in cells.items():
            book.worksheets[0].cell(line, COLUMNS.index(column) + 1).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (datetime(2022, 1, 5), "is a date"),
        ("=A1&B1", "is a formula"),
        ("#NAME?", "is an error of a formula"),
        (12.5, "is a number"),
        (True, "is a number or a truth value"),
    ],
)
@pytest.mark.parametrize("column", ["id", "digest", "translation"])
def test_what_a_spreadsheet_has_made_of_a_text_is_refused(value: object, why: str, column: str, work: Work) -> None:
    back = FORMS[".xlsx"].read(edited(work, {3: {column: value}}), "a.xlsx")
    with pytest.raises(Refused, match=rf"a.xlsx:3: {column}.*: {why}.*write the file out anew"):
        taken_in(work, back, "a.xlsx", {})


def test_a_whole_number_is_a_translation() -> None:
    work = work_of([Text("events", "one", "title", "2022", digest("2022"))], [], "kk", Path("kk.csv"))
    back = FORMS[".xlsx"].read(edited(work, {2: {"translation": 2022, "by": "A. B."}}), "a.xlsx")
    assert [row.text for row in taken_in(work, back, "a.xlsx", {}).rows] == ["2022"]


def test_columns_may_stand_in_another_order_and_others_beside_them() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["note", *reversed(COLUMNS)])
    sheet.append(["mine", *map(str, range(len(COLUMNS)))])
    out = io.BytesIO()
    book.save(out)
    (line,) = FORMS[".xlsx"].read(out.getvalue(), "a")
    assert line.cells["table"] == str(len(COLUMNS) - 1)


def test_a_workbook_that_was_cut_off_is_refused(work: Work) -> None:
    content = written(work, ".xlsx")
    with pytest.raises(Refused, match="no workbook"):
        FORMS[".xlsx"].read(content[: len(content) // 2], "a")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(Refused, match="no workbook"):
        FORMS[".xlsx"].read(out.getvalue(), "a")


def test_a_message_that_stands_twice_is_seen(work: Work) -> None:
    text = written(work, ".po").decode()
    twice = text + text[text.index("# by: A. B.") :].replace("Ол «бар»", "Ол «қал»")
    with pytest.raises(Refused, match="is translated otherwise on line"):
        taken_in(work, FORMS[".po"].read(twice.encode(), "a.po"), "a.po", {})


def test_a_broken_catalogue_is_refused_with_its_line(work: Work) -> None:
    lines = written(work, ".po").decode().splitlines()
    at = lines.index('msgid "A title"')
    lines[at] = "mgid " + lines[at]
    with pytest.raises(Refused, match=rf"a.po:{at + 1}: is no sound catalogue"):
        FORMS[".po"].read("\n".join(lines).encode(), "a.po")


def test_a_mark_of_doubt_holds_back_what_was_changed(work: Work) -> None:
    text = written(work, ".po").decode()
    with pytest.raises(Refused, match="marked as fuzzy"):
        taken_in(work, FORMS[".po"].read(text.replace("Тақырып", "Атауы").encode(), "a.po"), "a.po", {})
    done = text.replace("#, fuzzy\n", "")
    rows = taken_in(work, FORMS[".po"].read(done.encode(), "a.po"), "a.po", {}).rows
    assert [(row.text, row.digest, row.reviewed) for row in rows if row.column == "title"] == [
        ("Тақырып", TITLE.digest, "")
    ]
