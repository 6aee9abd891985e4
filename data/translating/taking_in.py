"""Taking back what translators have filled in: what is wrong with it, or the rows of the table of translations anew."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from data.cells import unsafe_text
from data.faults import Fault
from data.loading.schema import Translation, list_columns
from data.loading.translations import TRANSLATED, Key
from data.translating.checks import findings
from data.translating.work import NAMES_A_TEXT, TO_FILL, Given, Pair, Refused, Work, key_of_row

_ANEW = "write the file out anew, and carry over what you have filled in"
_NO_NAME = 40
"""Longer texts are no names, which two languages may write alike."""
_MIXED_UP = 5
"""So many new translations that stand in the table of another language are no chance."""


@dataclass(frozen=True)
class Taken:
    """The rows of a table of translations after a file was taken in, and those texts of which it has brought one."""

    rows: list[Translation]
    brought: frozenset[Key]


def taken_in(work: Work, given: Iterable[Given], file: str, others: Mapping[str, Mapping[Key, str]]) -> Taken:
    """The rows with what a file brings; `others`: the translations into other languages, by language.

    What the file doesn't name stays. Raises `Refused` with all that is wrong, and then nothing of it is taken.
    """
    faults: list[Fault] = []
    first: dict[Key, Given] = {}
    brought: dict[Key, Translation] = {}
    for line in given:
        if wrong := list(_misplaced(work, line, file)):
            faults += wrong
            continue
        key = _key(line)
        if (before := first.setdefault(key, line)) is not line:
            if before.cells["translation"] != line.cells["translation"]:
                why = f"is translated otherwise on line {before.line}: keep one of them"
                faults.append(_fault(file, line, "translation", why))
            continue
        pair = work.pair(key)
        if not _is_news(pair, line):
            continue
        row = _row(pair, line)
        faults += _wrong(pair, line, row, work.code, file)
        brought[key] = row
    faults += _of_another_language(work, brought, file, others)
    if faults:
        raise Refused(*sorted(faults))
    return Taken(_in_order(work, brought), frozenset(brought))


def as_table(rows: Iterable[Translation]) -> bytes:
    """Rows as the file of a language has them."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(Translation.model_fields), lineterminator="\n")
    writer.writeheader()
    writer.writerows(row.model_dump() for row in rows)
    return out.getvalue().encode()


def _key(line: Given) -> Key:
    table, row, column, digest = (line.cells[name] for name in NAMES_A_TEXT)
    return table, row, column, digest


def _fault(file: str, line: Given, column: str, why: str) -> Fault:
    return Fault(file, line.line, column, line.cells.get(column, ""), why)


def _misplaced(work: Work, line: Given, file: str) -> Iterator[Fault]:
    """Why a line stands for no text of the record, or is damaged."""
    if line.damage:
        yield from (_fault(file, line, column, why) for column, why in line.damage.items())
        return
    table, row, column, _ = key = _key(line)
    if table not in TRANSLATED:
        yield _fault(file, line, "table", f"there is no such table of texts: write one of {', '.join(TRANSLATED)}")
    elif column not in TRANSLATED[table]:
        why = f"there is no such column of texts in {table}: write one of {', '.join(TRANSLATED[table])}"
        yield _fault(file, line, "column", why)
    elif key not in work.texts:
        if (table, row) not in work.ids:
            why = f"there is no such row with texts in {table}.csv: put the id back, or take the line out"
            yield _fault(file, line, "id", why)
        else:
            why = f"the English has changed since this file was written, or the digest was damaged: {_ANEW}"
            yield _fault(file, line, "digest", why)
    elif line.cells["English"] != work.texts[key].english:
        why = "is not the English of this text: lines may have been mixed up. Only the record says what the English is"
        yield _fault(file, line, "English", f"{why}: put it back, or {_ANEW}")


def _is_news(pair: Pair, line: Given) -> bool:
    """Whether a line brings something: other words than were handed out, or the word that an older translation fits."""
    if pair.state == "missing" and not line.cells["translation"]:
        return False
    if line.cells["translation"] != pair.translation:
        return True
    if any(line.cells[name] not in ("", was) for name, was in (("by", pair.by), ("reviewed", pair.reviewed))):
        return True
    return pair.state == "older" and line.cells["state"] == "there"


def _row(pair: Pair, line: Given) -> Translation:
    """The row that a line makes, not checked; who translated and reviewed a text stays where the line doesn't say."""
    text, translation = pair.text, line.cells["translation"]
    if _is_list(pair):
        translation = ";".join(item.strip() for item in translation.split(";") if item.strip())
    return Translation.model_construct(
        table=text.table,
        id=text.id,
        column=text.column,
        text=translation,
        digest=text.digest,
        by=line.cells["by"] or pair.by,
        reviewed=line.cells["reviewed"] or pair.reviewed,
    )


def _is_list(pair: Pair) -> bool:
    return pair.text.column in list_columns(pair.text.table)


def _wrong(pair: Pair, line: Given, row: Translation, code: str, file: str) -> Iterator[Fault]:
    """Why what a line brings can't be taken in."""
    if not row.text:
        why = "a translation was here and would be lost: put it back or write another"
        yield _fault(file, line, "translation", why)
        return
    if line.unsure:
        why = "is marked as fuzzy: take the mark away when the translation is done, or put back what was there"
        yield _fault(file, line, "translation", why)
    for column in TO_FILL:
        if unsafe := unsafe_text(line.cells[column]):
            yield _fault(file, line, column, unsafe)
    if not row.by:
        yield _fault(file, line, "by", "must not be empty: write who has translated this text")
    is_other = line.cells["translation"] != pair.translation
    if is_other and pair.reviewed and row.reviewed == pair.reviewed:
        why = "somebody has reviewed the text that was here: write who has reviewed the new one, or put it back"
        yield _fault(file, line, "reviewed", why)
    if is_other or pair.state == "older":
        for finding in findings(pair.text.english, row.text, code, _is_list(pair)):
            if finding.surely:
                yield _fault(file, line, "translation", finding.reason)


def _of_another_language(
    work: Work, brought: Mapping[Key, Translation], file: str, others: Mapping[str, Mapping[Key, str]]
) -> Iterator[Fault]:
    """Whether most of what a file brings is the text of another language, letter for letter."""
    changed = {
        key: row.text
        for key, row in brought.items()
        if len(row.text) > _NO_NAME and row.text != work.pair(key).translation
    }
    for code, book in others.items():
        same = sum(book.get(key) == text for key, text in changed.items())
        if same >= _MIXED_UP and same > len(changed) / 2:
            why = f"{same} new translations are those of {code}.csv: name the language that the file is in"
            yield Fault(file, 0, "translation", "", why)


def _in_order(work: Work, brought: Mapping[Key, Translation]) -> list[Translation]:
    """All rows in the order of the texts. What translates an older text stands behind what translates that of now, or
    behind the row it stood behind; where its text has a new translation, it goes."""
    rows = dict(work.rows)
    for key in brought:
        if older := work.older.get(key):
            rows.pop(key_of_row(older))
    rows |= brought
    places = {key: place for place, key in enumerate(work.texts)}
    last = {key[:3]: place for key, place in places.items()}
    order: dict[Key, tuple[int, bool]] = {}
    at = -1
    for key in work.rows:
        at = places.get(key, last.get(key[:3], at))
        order[key] = at, key not in places
    order |= {key: (places[key], False) for key in brought}
    return [rows[key] for key in sorted(rows, key=order.__getitem__)]
