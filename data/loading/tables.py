"""Reading one CSV file of the record into typed rows and faults."""

import csv
import io
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from data.cells import unsafe_text
from data.faults import Fault
from data.folders import file_bytes
from data.loading.schema import KEYS, Row, columns, model


@dataclass
class Table:
    """The sound rows of a file by the line each begins on, the ids of all its rows, and what was wrong."""

    name: str
    rows: dict[int, Row] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    readable: bool = True

    @property
    def file(self) -> str:
        return f"{self.name}.csv"

    def fault(self, line: int, column: str, value: object, reason: str, drops_row: bool = True) -> None:
        """Note a fault; the row is taken out unless `drops_row` is false."""
        self.faults.append(Fault(self.file, line, column, str(value or ""), reason, drops_row))
        if drops_row:
            self.rows.pop(line, None)


def read_table(name: str, folder: Path) -> Table:
    """Read `<name>.csv` in `folder`. Never raises for what the file holds: faults say what is wrong."""
    table = Table(name)
    try:
        content = file_bytes(folder / table.file)
        text = content.decode("utf-8-sig")
    except FileNotFoundError:
        return _unreadable(table, "is missing: put the file back")
    except UnicodeDecodeError as error:
        if error.object.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            return _unreadable(table, "is UTF-16 text: save it as CSV UTF-8")
        line = error.object[: error.start].count(b"\n") + 1
        return _unreadable(table, "is not UTF-8 text: save it as CSV UTF-8", line)
    except OSError as error:
        return _unreadable(table, f"can't be opened ({error.strerror}): put a file that may be read in its place")
    if b"\0" in content[:4]:
        return _unreadable(table, "is UTF-16 text: save it as CSV UTF-8")
    return parse_table(name, text)


def parse_table(name: str, text: str) -> Table:
    """Read the text of a CSV file; see `read_table`."""
    table = Table(name)
    if reason := of_a_spreadsheet(text, columns(name)):
        return _unreadable(table, reason, 1)
    reader = csv.reader(io.StringIO(text, newline=None), strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        _check_header(table, header)
        line = reader.line_num + 1
        for cells in reader if table.readable else ():
            if any(cell.strip() for cell in cells):
                _read_row(table, line, header, cells)
            line = reader.line_num + 1
    except csv.Error as error:
        _unreadable(table, f"is not sound CSV ({error}): check the quotes", reader.line_num)
    if table.readable and not text.endswith(("\n", "\r")):
        reason = "its last line has no end: the file may have been cut off there; add what is missing and a line break"
        table.fault(reader.line_num, "", "", reason, drops_row=False)
    return table


_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "vertical bars"}


def of_a_spreadsheet(text: str, wanted: Collection[str]) -> str:
    """Why a file is no CSV with commas, as some spreadsheets save it; or ""."""
    first = re.split(r"[\r\n]", text, maxsplit=1)[0]
    if re.fullmatch(r"\"?sep=.\"?,*", first):
        return f"begins with a line {first!r}, which is for one spreadsheet alone: take it out"

    def known(separator: str) -> int:
        return len({cell.strip().strip('"') for cell in first.split(separator)} & set(wanted))

    separator = max(_SEPARATORS, key=known)
    if known(separator) > max(known(","), 1):
        return f"has {_SEPARATORS[separator]} between its cells: save it as CSV with commas between them"
    return ""


def _check_header(table: Table, header: list[str]) -> None:
    wanted = columns(table.name)
    for column in [column for column in wanted if column not in header]:
        table.readable = False
        table.fault(1, column, "", "this column is missing: add it to the header")
    named = [column for column in header if column]
    for column in [column for column in named if column not in wanted]:
        table.fault(1, column, "", "is not a column of this table; counts of people belong in claims.csv", False)
    if len(set(named)) < len(named):
        _unreadable(table, "a column stands twice in the header: keep one", 1)


def _read_row(table: Table, line: int, header: list[str], cells: list[str]) -> None:
    while len(cells) > len(header) and not cells[-1].strip():
        cells.pop()
    if table.name in KEYS and (key := header.index(KEYS[table.name])) < len(cells):
        table.ids.add(cells[key].strip())
    if len(cells) != len(header):
        table.fault(line, "", "", f"has {len(cells)} cells where the header has {len(header)}: check commas and quotes")
        return
    row = dict(zip(header, (cell.strip() for cell in cells), strict=True))
    if stray := next((cell for column, cell in zip(header, cells, strict=True) if not column and cell.strip()), ""):
        table.fault(line, "", stray, "stands in a column without a name: move it, or empty the column")
        return
    wanted = {column: row[column] for column in columns(table.name)}
    unsafe = [(column, cell, reason) for column, cell in wanted.items() if (reason := unsafe_text(cell))]
    for column, cell, reason in unsafe:
        table.fault(line, column, cell, reason)
    if unsafe:
        return
    try:
        table.rows[line] = model(table.name).model_validate(wanted)
    except ValidationError as error:
        for detail in error.errors():
            column = str(detail["loc"][0]) if detail["loc"] else ""
            table.fault(line, column, wanted.get(column, ""), detail["msg"].removeprefix("Value error, "))


def _unreadable(table: Table, reason: str, line: int = 0) -> Table:
    table.readable = False
    table.rows.clear()
    table.fault(line, "", "", reason)
    return table
