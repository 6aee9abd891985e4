"""Reading one CSV file of the record into typed rows and faults."""

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from data.cells import unsafe_text
from data.faults import Fault
from data.loading.schema import KEYS, TABLES, Row, columns


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
        text = (folder / table.file).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return _unreadable(table, "is missing: put the file back")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return _unreadable(table, "is not UTF-8 text: save it as CSV UTF-8", line)
    except OSError as error:
        return _unreadable(table, f"can't be opened ({error.strerror}): check its rights")
    return parse_table(name, text)


def parse_table(name: str, text: str) -> Table:
    """Read the text of a CSV file; see `read_table`."""
    table = Table(name)
    wanted = columns(name)
    reader = csv.reader(io.StringIO(text), strict=True)
    try:
        header = next(reader, [])
        for column in [column for column in wanted if column not in header]:
            table.readable = False
            table.fault(1, column, "", "this column is missing: add it to the header")
        for column in [column for column in header if column not in wanted]:
            table.fault(1, column, "", "is not a column of this table; counts of people belong in claims.csv", False)
        if len(set(header)) < len(header):
            _unreadable(table, "a column stands twice in the header: keep one", 1)
        if not table.readable:
            return table
        line = reader.line_num + 1
        for cells in reader:
            if cells:
                _read_row(table, line, header, cells)
            line = reader.line_num + 1
    except csv.Error as error:
        _unreadable(table, f"is not sound CSV ({error}): check the quotes", reader.line_num)
    return table


def _read_row(table: Table, line: int, header: list[str], cells: list[str]) -> None:
    if table.name in KEYS and (key := header.index(KEYS[table.name])) < len(cells):
        table.ids.add(cells[key].strip())
    if len(cells) != len(header):
        table.fault(line, "", "", f"has {len(cells)} cells where the header has {len(header)}: check commas and quotes")
        return
    row = dict(zip(header, (cell.strip() for cell in cells), strict=True))
    wanted = {column: row[column] for column in columns(table.name)}
    unsafe = [(column, cell, reason) for column, cell in wanted.items() if (reason := unsafe_text(cell))]
    for column, cell, reason in unsafe:
        table.fault(line, column, cell, reason)
    if unsafe:
        return
    try:
        table.rows[line] = TABLES[table.name].model_validate(wanted)
    except ValidationError as error:
        for detail in error.errors():
            column = str(detail["loc"][0]) if detail["loc"] else ""
            table.fault(line, column, wanted.get(column, ""), detail["msg"].removeprefix("Value error, "))


def _unreadable(table: Table, reason: str, line: int = 0) -> Table:
    table.readable = False
    table.rows.clear()
    table.fault(line, "", "", reason)
    return table
