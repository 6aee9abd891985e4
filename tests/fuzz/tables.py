"""Copies of the small record, each damaged in some ways, read as a record."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from data.loading.record import load_record
from data.loading.schema import TABLES
from data.queries.as_known import as_known
from data.queries.query import addressable, query
from data.queries.view import View
from tests.fuzz.odd import changed, piece
from tests.fuzz.tally import Tally
from tests.unit.helpers import ODD_CELLS, small_folder

ENCODINGS = ("utf-16", "utf-8-sig", "cp1251", "latin-1", "utf-16-be")


def damaged_tables(chance: Random, tally: Tally) -> None:
    """Read a record with one to four kinds of damage; if it can be read, ask it something."""
    with TemporaryDirectory() as folder:
        copied = small_folder(Path(folder))
        for _ in range(chance.choice((1, 1, 2, 4))):
            _damage(chance, copied.file(chance.choice(sorted(TABLES))))
        found = load_record(copied.path)
    if found.unreadable:
        tally.outcomes["not readable"] += 1
        return
    tally.outcomes["with faults" if found.faults else "sound"] += 1
    first, last = addressable(found).days
    query(found, View())
    query(as_known(found, chance.choice((first, last)), False), View())


def _damage(chance: Random, file: Path) -> None:
    """Damage a file of cells, rows, separators or bytes; a part of what is damaged already may fail and stay."""
    if not file.is_file():
        return
    whole = file.read_bytes()
    text = whole.decode("utf-8", "replace")
    lines = text.splitlines(keepends=True)
    what = chance.choice((_cell, _cell, _cell, _cell, _rows, _rows, _separator, _encoding, _bytes, _text, _gone))
    changed_file = what(chance, whole, text, lines)
    if changed_file is None:
        file.unlink()
    else:
        file.write_bytes(changed_file)


def _cell(chance: Random, whole: bytes, text: str, lines: list[str]) -> bytes:
    at = chance.randrange(len(lines)) if lines else 0
    if not lines:
        return piece(chance).encode("utf-8", "replace")
    cells = lines[at].split(",")
    cell = chance.randrange(len(cells))
    cells[cell] = chance.choice((chance.choice(ODD_CELLS), piece(chance), changed(chance, cells[cell])))
    lines[at] = ",".join(cells)
    return "".join(lines).encode("utf-8", "surrogatepass")


def _rows(chance: Random, whole: bytes, text: str, lines: list[str]) -> bytes:
    first, last = sorted((chance.randint(0, len(lines)), chance.randint(0, len(lines))))
    part = lines[first:last]
    return "".join(
        chance.choice(
            (
                lines[:first] + lines[last:],
                lines + part * chance.randint(1, 4),
                lines[:first] + part[::-1] + lines[last:],
                lines[:1],
                lines[1:],
                [*lines, ",,,,\n", "\n", ", \n"],
            )
        )
    ).encode("utf-8", "replace")


def _separator(chance: Random, whole: bytes, text: str, lines: list[str]) -> bytes:
    return text.replace(
        *chance.choice(((",", ";"), (",", "\t"), ("\n", "\r"), ('"', "'"), (";", ","), (",", "|")))
    ).encode()


def _encoding(chance: Random, whole: bytes, text: str, lines: list[str]) -> bytes:
    return text.encode(chance.choice(ENCODINGS), "replace")


def _bytes(chance: Random, whole: bytes, text: str, lines: list[str]) -> bytes:
    at = chance.randint(0, len(whole))
    return chance.choice((whole[:at], whole[:at] + chance.randbytes(20) + whole[at:], chance.randbytes(500), b""))


def _text(chance: Random, whole: bytes, text: str, lines: list[str]) -> bytes:
    return changed(chance, text).encode("utf-8", "replace")


def _gone(chance: Random, whole: bytes, text: str, lines: list[str]) -> None:
    return None
