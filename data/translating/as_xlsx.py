"""Files for translators as a workbook: what is not to be changed is grey and locked, texts are wide and wrapped."""

import io
import warnings
from collections.abc import Iterable
from datetime import date, time, timedelta

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from data.translating.reading import from_lines
from data.translating.work import COLUMNS, TO_FILL, Given, Pair, Refused

_WIDTHS = {"id": 30, "English": 70, "translation": 70, "reviewed": 24}
_WIDTH = 14
_TEXT = "@"
"""The format of cells in which a spreadsheet makes no dates and numbers of what is typed."""
_MENDS = "write the file out anew, or put the text back"


def write_xlsx(pairs: Iterable[Pair], code: str) -> bytes:
    """The workbook, with one sheet; its header stays in sight."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = code
    styles = _styles()
    for style in dict.fromkeys(styles.values()):
        book.add_named_style(style)
    for line, cells in enumerate((COLUMNS, *(pair.cells for pair in pairs)), 1):
        for place, (column, text) in enumerate(zip(COLUMNS, cells, strict=True), 1):
            cell = sheet.cell(line, place, text or None)
            if text:
                cell.data_type = "s"  # whatever it begins with
            cell.style = styles["header" if line == 1 else column].name
    for place, column in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS.get(column, _WIDTH)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    states = DataValidation("list", formula1='"missing,older,there"')
    states.add(f"{get_column_letter(len(COLUMNS))}2:{get_column_letter(len(COLUMNS))}{max(2, sheet.max_row)}")
    sheet.add_data_validation(states)
    guard = sheet.protection
    guard.sheet = True
    guard.formatColumns = guard.formatRows = guard.formatCells = guard.autoFilter = False  # these are not locked
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _styles() -> dict[str, NamedStyle]:
    """The style of each column, and of the header; new ones, for a workbook keeps those it is given."""
    grey = PatternFill("solid", fgColor="00F2F2F2")
    fixed = _style("Fixed", Font(color="00707070"), grey)
    filled = _style("To fill", locked=False)
    of_columns = {column: filled if column in (*TO_FILL, "state") else fixed for column in COLUMNS}
    return of_columns | {"English": _style("English", Font(), grey), "header": _style("Header", Font(bold=True))}


def _style(name: str, font: Font | None = None, fill: PatternFill | None = None, locked: bool = True) -> NamedStyle:
    return NamedStyle(
        name,
        font or Font(),
        fill or PatternFill(),
        alignment=Alignment(vertical="top", wrap_text=True),
        number_format=_TEXT,
        protection=Protection(locked=locked),
    )


def read_xlsx(content: bytes, file: str) -> list[Given]:
    """The lines of the first sheet of a workbook that came back. Raises `Refused` for what is no workbook."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts of a workbook that hold no text
            book = load_workbook(io.BytesIO(content))
            sheet = book.worksheets[0]
            # Written numbers and dates come as such; formulas as their text, which is what they are known by.
            values = [[(cell.value, cell.data_type) for cell in row] for row in sheet.iter_rows()]
    except Exception:  # of a damaged file openpyxl raises whatever its parts do
        raise Refused(f"{file}: is no workbook that can be read: save it as .xlsx (Excel workbook)") from None
    damage: dict[tuple[int, int], str] = {}
    rows = []
    for line, cells in enumerate(values, 1):
        for place, (value, kind) in enumerate(cells):
            if why := _damage(value, kind):
                damage[line, place] = why
        rows.append((line, ["" if value is None else str(value) for value, _ in cells]))
    return from_lines(rows, file, damage)


def _damage(value: object, kind: str) -> str:
    """What a spreadsheet has made of a cell that is no text, and how to mend it; or "". Whole numbers are taken as
    they are written."""
    if kind == "f":
        return f"is a formula: {_MENDS}"
    if kind == "e":
        return f"is an error of a formula: {_MENDS}"
    if isinstance(value, date | time | timedelta):
        return f"is a date that a spreadsheet has made of a text: {_MENDS}"
    if isinstance(value, bool | float):
        return f"is a number or a truth value that a spreadsheet has made of a text: {_MENDS}"
    return ""
