"""The events of a view as a Frictionless Data Package, in the language of the view."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.exports.descriptor import A_LIST, Json, as_json, descriptor, resource, schema
from data.exports.formats import COMPUTED, as_csv, events_csv
from data.exports.texts import code_of
from data.exports.zipping import zipped
from data.loading.schema import columns
from data.queries.query import Shown

COMPUTED_TYPES = {"lat": "number", "lon": "number"}
COMPUTED_LISTS = {"voices", "voice_kinds", "place_name"}


@dataclass(frozen=True)
class PackageWords:
    """What the package of a view says of itself, in the language of the view.

    `about` are the lines of its text file, `tables` what each table is called, and `columns` each of its columns;
    `a_list` explains a cell with several items.
    """

    title: str
    description: str
    about: tuple[str, ...]
    tables: Mapping[str, str]
    columns: Mapping[str, Mapping[str, str]]
    a_list: str


def view_package(shown: Shown, words: PackageWords, link: str) -> bytes:
    """The shown events and their sources as a zip; the descriptor and a text file say what was filtered, and how.

    Texts and words are in the language of the view.
    """
    record = shown.record
    tables = [
        resource(name, f"data/{name}.csv", words.tables[name], _in_words(schema(name, {"sources"}), name, words))
        for name in ("events", "sources")
    ]
    described = descriptor(record, "qantar-events", words.title, words.description, tables)
    described |= {"languages": [code_of(shown.view.language)], "homepage": link}
    return zipped(
        {
            "datapackage.json": as_json(described),
            "ABOUT.txt": "\n".join((*words.about, "")).encode(),
            "data/events.csv": events_csv(shown).encode("utf-8-sig"),
            "data/sources.csv": as_csv(
                columns("sources"), (record.source_rows[source] for source in shown.sources)
            ).encode("utf-8-sig"),
        }
    )


def _in_words(described: Json, table: str, words: PackageWords) -> Json:
    """The schema of a table, that of events with its computed columns, with what each column is called."""
    fields = described["fields"] + (list(map(_computed, COMPUTED)) if table == "events" else [])
    return described | {
        "fields": [
            field
            | {"title": words.columns[table][field["name"]]}
            | ({"description": words.a_list} if "description" in field else {})
            for field in fields
        ]
    }


def _computed(name: str) -> Json:
    field = {"name": name, "type": COMPUTED_TYPES.get(name, "string")}
    return field | ({"description": A_LIST} if name in COMPUTED_LISTS else {})
