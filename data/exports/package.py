"""The record, or the events of a view, as a Frictionless Data Package: the tables, their schemas, and what they are.

`python -m data.exports.package OUT.zip` writes the whole record; see https://specs.frictionlessdata.io for the form.
"""

import io
import json
import sys
import types
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args, get_origin
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from data.exports.formats import COMPUTED, as_csv, events_csv
from data.folders import RECORD_FOLDER, file_bytes, named
from data.loading.record import Record, records, version_of
from data.loading.schema import KEYS, REFERENCES, TABLES, columns
from data.queries.query import Shown
from data.store import record
from data.version import PROGRAM

Json = dict[str, Any]

LICENCE = [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/", "title": "CC BY 4.0"}]
COMPUTED_TYPES = {"lat": "number", "lon": "number"}


TEXTS = ("README.md", "LICENSE")
"""What goes with the tables: their data dictionary and their licence."""


def whole_package(record: Record) -> bytes:
    """Every table as its file stands now, with the data dictionary and the licence where there is one, as a zip.

    Where a file has gone since it was read, the tables are those in memory.
    """
    folder = record.folder
    try:
        files = {f"data/{name}.csv": file_bytes(folder / f"{name}.csv") for name in TABLES}
        record = replace(record, version=version_of(folder))
    except OSError:
        files = {f"data/{name}.csv": _in_memory(record, name).encode() for name in TABLES}
    resources = [_resource(name, f"data/{name}.csv", _schema(name, set(TABLES))) for name in TABLES]
    texts = {name: text for name in TEXTS if (text := _text(folder, name))}
    described = _descriptor(
        record,
        "qantar",
        "Qantar: a sourced record of January 2022 in Kazakhstan",
        "Events, claims and court cases of the January 2022 protests, each with its sources. README.md is the data "
        "dictionary.",
        resources,
    )
    if "LICENSE" not in texts:
        del described["licenses"]
    return _zip({"datapackage.json": _json(described), **files, **texts})


def _in_memory(record: Record, name: str) -> str:
    frame = record.tables[name]
    if name == "case_people":
        frame = frame.assign(name=frame["name"].where(frame["person_id"] == "", ""))  # it stands in people.csv
    return as_csv(columns(name), records(frame, dict[str, object]))


def _text(folder: Path, name: str) -> bytes:
    """A text of the folder; the dictionary, which is that of every record of this form, else from the published one."""
    for place in dict.fromkeys((folder, RECORD_FOLDER)) if name == "README.md" else (folder,):
        with suppress(OSError):
            return file_bytes(place / name)
    return b""


def view_package(shown: Shown, title: str, filters: str, disputed: str, link: str) -> bytes:
    """The shown events and their sources as a zip; the descriptor and a text file say what was filtered, and how."""
    record = shown.record
    sources = list(dict.fromkeys(source for event in shown.rows for source in event["sources"]))
    schema = _schema("events", {"sources"})
    schema["fields"] += [{"name": name, "type": COMPUTED_TYPES.get(name, "string")} for name in COMPUTED]
    resources = [
        _resource("events", "data/events.csv", schema),
        _resource("sources", "data/sources.csv", _schema("sources", {"sources"})),
    ]
    described = _descriptor(record, "qantar-events", title, f"{filters}. {disputed}.", resources) | {"homepage": link}
    about = [
        title,
        f"Shown: {filters}",
        disputed,
        f"Sources: {len(sources)}, in data/sources.csv",
        f"Record of {record.as_of}, version {record.version}, CC BY 4.0",
        f"Made with {PROGRAM}",
        f"The same view: {link}",
        "",
    ]
    return _zip(
        {
            "datapackage.json": _json(described),
            "ABOUT.txt": "\n".join(about).encode(),
            "data/events.csv": events_csv(shown).encode("utf-8-sig"),
            "data/sources.csv": as_csv(columns("sources"), (record.source_rows[source] for source in sources)).encode(
                "utf-8-sig"
            ),
        }
    )


def _descriptor(record: Record, name: str, title: str, description: str, resources: list[Json]) -> Json:
    created = {"created": f"{record.as_of}T00:00:00Z"} if record.as_of else {}
    return {
        "profile": "tabular-data-package",
        "name": name,
        "title": title,
        "description": description,
        "version": f"{record.as_of or 'undated'}+{record.version}",
        **created,
        "generator": PROGRAM,
        "licenses": LICENCE,
        "keywords": ["Kazakhstan", "January 2022", "Qandy Qantar", "protests"],
        "resources": resources,
    }


def _resource(name: str, path: str, schema: Json) -> Json:
    return {
        "name": name.replace("_", "-"),
        "path": path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "title": (TABLES[name].__doc__ or "").split("\n")[0] or name.replace("_", " ").capitalize(),
        "schema": schema,
    }


def _schema(name: str, present: set[str]) -> Json:
    """A table's columns with their types, its key, and its references to tables that are `present`."""
    fields = [{"name": column, **_type(info.annotation)} for column, info in TABLES[name].model_fields.items()]
    schema: Json = {"fields": fields, "missingValues": [""]}
    if name in KEYS:
        schema["primaryKey"] = KEYS[name]
    lists = {column for column, info in TABLES[name].model_fields.items() if get_origin(info.annotation) is tuple}
    foreign = [
        {
            "fields": column,
            "reference": {"resource": "" if other == name else other.replace("_", "-"), "fields": KEYS[other]},
        }
        for (table, column), other in REFERENCES.items()
        if table == name and other in present and column not in lists
    ]
    return schema | ({"foreignKeys": foreign} if foreign else {})


def _type(annotation: Any) -> Json:
    """The type of a column: numbers are numbers; lists are text with semicolons between their items."""
    parts = get_args(annotation) if isinstance(annotation, types.UnionType) else (annotation,)
    if float in parts:
        return {"type": "number"}
    if int in parts:
        return {"type": "integer"}
    if get_origin(annotation) is tuple:
        return {"type": "string", "description": "A list; its items are separated by semicolons."}
    return {"type": "string"}


def _json(value: Json) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


def _zip(files: Mapping[str, bytes]) -> bytes:
    """A zip whose bytes depend on nothing but its files."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, content)
    return out.getvalue()


def main(arguments: list[str]) -> int:
    """Write the package; 1 when the record can't be read or the file can't be written, 2 for wrong arguments."""
    if len(arguments) != 1:
        print("usage: python -m data.exports.package OUT.zip", file=sys.stderr)
        return 2
    whole = record()
    if whole.complaint:
        print(whole.complaint, file=sys.stderr)
        return 1
    for name in TEXTS:
        if not _text(whole.folder, name):
            print(f"There is no {name} in {named(whole.folder)}: the package has none. Put one there.", file=sys.stderr)
    out = Path(arguments[0])
    try:
        out.write_bytes(whole_package(whole))
    except OSError as error:
        print(f"Can't write {out}: {error.strerror}", file=sys.stderr)
        return 1
    print(f"{out}: {len(whole.event_rows)} events, {len(whole.claim_rows)} claims, version {whole.version}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
