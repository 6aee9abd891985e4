"""The texts of the record in the language in which something is exported.

A text that has no translation stands in English, without a mark: what leaves here is data, whose dictionary says so.
"""

from collections.abc import Mapping
from typing import Any

from data.loading.record import Record
from data.loading.translations import TRANSLATED
from data.loading.voices import name_in


def code_of(language: str) -> str:
    """The language of a view by its code: one that says none is read in English."""
    return language or "en"


def text_in(row: Mapping[str, object], column: str, code: str) -> Any:
    """A text of a row, or a list of them, in a language; `column` is the English one. What is not known is empty."""
    english, translated = row[column], row.get(f"{column.removesuffix('_en')}_{code}")
    if isinstance(english, tuple):
        return translated if isinstance(translated, tuple) and len(translated) == len(english) else english
    return (translated or english) if english else english


def row_in(table: str, row: Mapping[str, object], code: str) -> dict[str, Any]:
    """A row with its texts in a language, under the same names."""
    return {**row, **{column: text_in(row, column, code) for column in TRANSLATED.get(table, ())}}


def place_in(record: Record, place_id: str, code: str) -> str:
    """The name of a place."""
    return str(text_in(record.place_rows[place_id], "name_en", code))


def person_in(record: Record, person_id: str, code: str) -> str:
    """The name of a person; empty without one."""
    person = record.person_rows.get(person_id)
    return str(text_in(person, "name_en", code)) if person else ""


def voice_in(record: Record, voice: str, code: str) -> str:
    """The name of a voice; a publisher goes by its own in every language."""
    origin = record.origin_rows.get(voice)
    return name_in(text_in(origin, "meaning", code)) if origin else record.voices.name(voice)
