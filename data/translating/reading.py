"""What all files that came back are read with: their text, their header, their lines."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Sequence

from data.faults import Fault
from data.translating.work import COLUMNS, NAMES_A_TEXT, Given, Refused


def text_of(content: bytes, file: str) -> str:
    """A file as text. Raises `Refused` where it is not UTF-8."""
    try:
        if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or b"\0" in content[:4]:
            raise Refused(f"{file}: is UTF-16 text: save it as UTF-8")
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise Refused(f"{file}:{line}: is not UTF-8 text: save it as UTF-8") from None


def from_lines(
    rows: Sequence[tuple[int, Sequence[str]]], file: str, damage: dict[tuple[int, int], str] | None = None
) -> list[Given]:
    """Lines as they are numbered, the header first, as what was given; `damage` by line and place of its cell.

    Empty lines are passed over. Raises `Refused` for a header that lacks a column, and for lines longer than it.
    """
    if not rows:
        raise Refused(f"{file}: is empty: write it out anew")
    first, names = rows[0][0], [name.strip() for name in rows[0][1]]
    if missing := [column for column in COLUMNS if column not in names]:
        reason = "this column is missing: write the file out anew, and leave its header as it is"
        raise Refused(*(Fault(file, first, column, "", reason) for column in missing))
    if twice := [column for column in COLUMNS if names.count(column) > 1]:
        raise Refused(*(Fault(file, first, column, "", "stands twice in the header: keep one") for column in twice))
    places = {column: names.index(column) for column in COLUMNS}
    if long := [(line, len(cells)) for line, cells in rows if any(cell.strip() for cell in cells[len(names) :])]:
        wrong = [f"has {count} cells where the header has {len(names)}: check commas and quotes" for _, count in long]
        raise Refused(*(Fault(file, line, "", "", why) for (line, _), why in zip(long, wrong, strict=True)))
    found = []
    for line, cells in rows[1:]:
        given = {column: cells[at].strip() if at < len(cells) else "" for column, at in places.items()}
        spoilt = {column: why for column, at in places.items() if (why := (damage or {}).get((line, at)))}
        if spoilt or any(given[column] for column in (*NAMES_A_TEXT, "translation")):
            found.append(Given(line, given, spoilt))
    return found
