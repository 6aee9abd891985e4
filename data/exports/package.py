"""The whole record as a Frictionless Data Package: the tables, the translations, their schemas, and what they are.

`python -m data.exports.package OUT.zip` writes it; see https://specs.frictionlessdata.io for the form.
"""

import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from babel import Locale

from data.exports.descriptor import Json, as_json, descriptor, resource, schema
from data.exports.formats import as_csv
from data.exports.zipping import zipped
from data.folders import RECORD_FOLDER, file_bytes, named
from data.loading.record import Record, records, version_of
from data.loading.schema import TABLES, columns
from data.loading.translations import FILES, OTHERS
from data.store import record

TEXTS = ("README.md", "LICENSE")
"""What goes with the tables: their data dictionary and their licence."""


def whole_package(record: Record) -> bytes:
    """Every table as its file stands now, with the translations, the data dictionary and the licence where there are
    some, as a zip.

    Where a file has gone since it was read, the tables are those in memory. It is the same in every language.
    """
    folder = record.folder
    try:
        files = {f"data/{name}.csv": file_bytes(folder / f"{name}.csv") for name in TABLES}
        record = replace(record, version=version_of(folder))
    except OSError:
        files = {f"data/{name}.csv": _in_memory(record, name).encode() for name in TABLES}
    resources = [resource(name, f"data/{name}.csv", _title(name), schema(name, set(TABLES))) for name in TABLES]
    for code, name in FILES.items():
        if translations := _text(folder, f"{name}.csv"):
            files[f"data/{name}.csv"] = translations
            resources.append(_translations(code, f"data/{name}.csv"))
    texts = {name: text for name in TEXTS if (text := _text(folder, name))}
    described = descriptor(
        record,
        "qantar",
        "Qantar: a sourced record of January 2022 in Kazakhstan",
        "Events, claims and court cases of the January 2022 protests, each with its sources. The tables are in "
        "English; those in data/translations have their texts in other languages. README.md is the data dictionary.",
        resources,
    )
    if "LICENSE" not in texts:
        del described["licenses"]
    return zipped({"datapackage.json": as_json(described), **files, **texts})


def _in_memory(record: Record, name: str) -> str:
    frame = record.tables[name]
    if name == "case_people":
        frame = frame.assign(name=frame["name"].where(frame["person_id"] == "", ""))  # it stands in people.csv
    if name == "people":
        for code in OTHERS:
            both = zip(frame[f"name_{code}"], frame["spelled_by_us"], strict=True)
            own = ["" if code in ours else name for name, ours in both]  # what is ours is a translation
            frame = frame.assign(**{f"name_{code}": own})
    return as_csv(columns(name), records(frame, dict[str, object]))


def _text(folder: Path, name: str) -> bytes:
    """A text of the folder; the dictionary, which is that of every record of this form, else from the published one."""
    for place in dict.fromkeys((folder, RECORD_FOLDER)) if name == "README.md" else (folder,):
        with suppress(OSError):
            return file_bytes(place / name)
    return b""


def _title(name: str) -> str:
    """What a table is called, in English."""
    return (TABLES[name].__doc__ or "").split("\n")[0] or name.replace("_", " ").capitalize()


def _translations(code: str, path: str) -> Json:
    """What describes the table of a language."""
    table = FILES[code]
    described = resource(
        table,
        path,
        f"Texts of the record in {Locale(code).get_language_name('en')}",
        schema(table, set()) | {"primaryKey": ["table", "id", "column", "digest"]},
    )
    return described | {
        "description": "A row for each text: the table, the id and the column that it stands in, the translation, and "
        "the first twelve hexadecimal digits of the SHA-256 of the English cell that it translates, as UTF-8."
    }


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
