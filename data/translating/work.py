"""What there is to translate into a language: the texts of the record, and what its table of translations has of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Literal, cast

from data.folders import check_of, named
from data.loading.checks import check_translations
from data.loading.schema import TABLES, Row, Translation
from data.loading.tables import Table, read_table
from data.loading.translations import FILES, Key, Text, all_texts, book_of, in_language, key_of

State = Literal["missing", "older", "there"]
"""Whether a text has a translation, and whether that is one of an older text."""
COLUMNS = ("table", "id", "column", "digest", "English", "translation", "by", "reviewed", "state")
"""The header of a file for translators."""
NAMES_A_TEXT = COLUMNS[:4]
TO_FILL = ("translation", "by", "reviewed")
MOST_REASONS = 36


class Refused(Exception):  # noqa: N818 - it is no fault of the program
    """Why a file can't be written or taken in: one reason a line, each with what to do."""

    def __init__(self, *reasons: object) -> None:
        super().__init__(*reasons)
        self.reasons = [str(reason) for reason in reasons[:MOST_REASONS]]
        if more := len(reasons) - MOST_REASONS:
            self.reasons += [f"and {more} more"] if more > 0 else []


@dataclass(frozen=True)
class Pair:
    """A text with its translation, as files for translators have it; what is not there is empty."""

    text: Text
    translation: str
    by: str
    reviewed: str
    state: State

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of its line, in the order of `COLUMNS`."""
        text = self.text
        return (
            *(text.table, text.id, text.column, text.digest, text.english),
            *(self.translation, self.by, self.reviewed, self.state),
        )


@dataclass(frozen=True)
class Given:
    """A line of a file that came back: its cells by column, what a program has made of some, and whether the
    translator's tool marks it as not done."""

    line: int
    cells: dict[str, str]
    damage: dict[str, str] = field(default_factory=dict)
    unsure: bool = False


@dataclass(frozen=True)
class Work:
    """The texts of the record, the rows of a language's table in their order, and those that translate older texts, by
    the text that stands there now; and how people and towns are named in the language, by their English names."""

    code: str
    texts: dict[Key, Text]
    rows: dict[Key, Translation]
    older: dict[Key, Translation]
    file: Path
    names: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def ids(self) -> frozenset[tuple[str, str]]:
        """The rows that have texts, by table and id."""
        return frozenset((text.table, text.id) for text in self.texts.values())

    def pair(self, key: Key) -> Pair:
        """A text as it is handed out. A review is one of the text that was read, so an older one doesn't show it."""
        text = self.texts[key]
        if row := self.rows.get(key):
            return Pair(text, row.text, row.by, row.reviewed, "there")
        if row := self.older.get(key):
            return Pair(text, row.text, row.by, "", "older")
        return Pair(text, "", "", "", "missing")

    def pairs(self) -> Iterator[Pair]:
        """Every text once, in the order of the record."""
        return map(self.pair, self.texts)


def key_of_row(row: Translation) -> Key:
    """What a row translates."""
    return row.table, row.id, row.column, row.digest


def work_of(texts: Iterable[Text], rows: Iterable[Translation], code: str, file: Path) -> Work:
    """What there is, of the texts of a record and the rows of a table of translations."""
    by_key = {key_of(text): text for text in texts}
    of_rows = {key_of_row(row): row for row in rows}
    stale: dict[tuple[str, str, str], list[Translation]] = {}
    for key, row in of_rows.items():
        if key not in by_key:
            stale.setdefault(key[:3], []).append(row)
    older = {}
    for key in by_key:
        if key not in of_rows and (rest := stale.get(key[:3])):
            older[key] = rest.pop(0)
    return Work(code, by_key, of_rows, older, file)


def read_work(folder: Path, code: str) -> Work:
    """Read the record in a folder and its translations into a language. Raises `Refused` where a row of either has a
    fault: a row that is left out would be lost."""
    if not folder.is_dir():
        raise Refused(f"There is no folder {named(folder)}.")
    tables = {name: read_table(name, folder) for name in TABLES}
    table = read_translations(folder, code)
    check_translations(table, tables)
    if any(fault.drops_row for each in (*tables.values(), table) for fault in each.faults):
        raise Refused(f"The record has faults: mend them first. {check_of(folder)} lists them.")
    rows = {name: each.rows.values() for name, each in tables.items()}
    work = work_of(all_texts(rows, code), translations_of(table), code, folder / table.file)
    return replace(work, names=names_in(rows, book_of(translations_of(table)), code))


def names_in(rows: Mapping[str, Iterable[Row]], book: Mapping[Key, str], code: str) -> dict[str, str]:
    """The last names of people and the names of towns, of one word each, as they are written in a language."""
    found: dict[str, str] = {}
    for table in ("people", "places"):
        for row in rows[table]:
            cells = row.model_dump()
            english = cells["name_en"]
            own = cells[f"name_{code}"] or in_language(table, row, code, book).get(f"name_{code}")
            if own and (table == "people" or (cells["kind"] in ("city", "town") and " " not in f"{own}{english}")):
                found[english.split()[-1]] = str(own).split()[-1]
    return found


def read_translations(folder: Path, code: str) -> Table:
    """The table of a language; an empty one where there is none yet."""
    name = FILES[code]
    return read_table(name, folder) if (folder / f"{name}.csv").exists() else Table(name)


def translations_of(table: Table) -> Iterable[Translation]:
    return cast(Iterable[Translation], table.rows.values())
