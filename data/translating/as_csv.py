"""Files for translators as CSV: UTF-8 with a mark at its beginning, by which spreadsheets know it."""

import csv
import io
from collections.abc import Iterable

from data.loading.tables import of_a_spreadsheet
from data.translating.reading import from_lines, text_of
from data.translating.work import COLUMNS, Given, Pair, Refused


def write_csv(pairs: Iterable[Pair], code: str) -> bytes:
    """The file, its header first."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(pair.cells for pair in pairs)
    return out.getvalue().encode("utf-8-sig")


def read_csv(content: bytes, file: str) -> list[Given]:
    """The lines of a file that came back. Raises `Refused` for what is no such file."""
    text = text_of(content, file)
    if reason := of_a_spreadsheet(text, COLUMNS):
        raise Refused(f"{file}:1: {reason}")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for cells in reader:
            rows.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise Refused(f"{file}:{reader.line_num}: is not sound CSV ({error}): check the quotes") from None
    return from_lines(rows, file)
