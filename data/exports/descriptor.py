"""The parts of a Frictionless Data Package: what describes it and its tables."""

import json
import types
from typing import Any, get_args, get_origin

from data.loading.record import Record
from data.loading.schema import KEYS, REFERENCES, list_columns, model
from data.version import PROGRAM

Json = dict[str, Any]

LICENCE = [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/", "title": "CC BY 4.0"}]
A_LIST = "A list; its items are separated by semicolons."


def descriptor(record: Record, name: str, title: str, description: str, resources: list[Json]) -> Json:
    """What a package says of itself: which record it has, of which version, under which licence."""
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


def resource(name: str, path: str, title: str, schema: Json) -> Json:
    """What describes a table of a package; `path` is where it lies in the zip."""
    return {
        "name": name.replace("_", "-").replace("/", "-"),
        "path": path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "title": title,
        "schema": schema,
    }


def schema(name: str, present: set[str]) -> Json:
    """A table's columns with their types, its key, and its references to tables that are `present`."""
    own, lists = model(name).model_fields, list_columns(name)
    fields = [{"name": column, **_type(info.annotation)} for column, info in own.items()]
    found: Json = {"fields": fields, "missingValues": [""]}
    if name in KEYS:
        found["primaryKey"] = KEYS[name]
    foreign = [
        {
            "fields": column,
            "reference": {"resource": "" if other == name else other.replace("_", "-"), "fields": KEYS[other]},
        }
        for (table, column), other in REFERENCES.items()
        if table == name and other in present and column not in lists
    ]
    return found | ({"foreignKeys": foreign} if foreign else {})


def _type(annotation: Any) -> Json:
    """The type of a column: numbers are numbers; lists are text with semicolons between their items."""
    parts = get_args(annotation) if isinstance(annotation, types.UnionType) else (annotation,)
    if float in parts:
        return {"type": "number"}
    if int in parts:
        return {"type": "integer"}
    if get_origin(annotation) is tuple:
        return {"type": "string", "description": A_LIST}
    return {"type": "string"}


def as_json(value: Json) -> bytes:
    """The file of a descriptor."""
    return json.dumps(value, ensure_ascii=False, indent=1).encode()
