"""What a view shows as files: CSV, GeoJSON and JSON, with what the record computes beside what it holds.

Texts and names are in the language of the view; columns, ids and the values of closed lists are the same in all.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

from data.cells import is_formula
from data.exports.texts import code_of, person_in, place_in, row_in, voice_in
from data.loading.record import Record
from data.loading.rows import DeathRow, EventRow
from data.loading.schema import columns
from data.queries.claims import ledger
from data.queries.deaths import deaths
from data.queries.query import Shown, places_of
from data.queries.view import View
from data.version import PROGRAM

COMPUTED = ("status", "voices", "voice_kinds", "place_name", "lat", "lon", "position_of")
"""Columns of the files that are not in events.csv: the standing by its rule, the independent voices with their kinds,
the names of the places, and a position with the place it belongs to, which may be larger than the event's own."""


def events_csv(shown: Shown) -> str:
    """The shown events as CSV: the columns of events.csv, then COMPUTED. Lists are joined by `;` as in the record."""
    return as_csv([*columns("events"), *COMPUTED], (_exported(shown, event) for event in shown.rows))


def claims_csv(record: Record, view: View) -> str:
    """The claims of a view as CSV: the columns of claims.csv."""
    code = code_of(view.language)
    return as_csv(columns("claims"), (row_in("claims", claim, code) for claim in ledger(record, view)))


NAMES = ("name", "place_name", "lat", "lon")
"""Columns of the files of deaths that are not in deaths.csv: the name where there is one, and the place's own."""


def deaths_csv(record: Record, view: View) -> str:
    """The deaths of a view as CSV: the columns of deaths.csv, then NAMES."""
    code = code_of(view.language)
    return as_csv([*columns("deaths"), *NAMES], (_named(record, death, code) for death in deaths(record, view)))


def deaths_json(record: Record, view: View, link: str = "") -> str:
    """The deaths of a view as JSON: an object with what it is and its `deaths`. What is empty is null."""
    as_of, code = record.as_of, code_of(view.language)
    document = {
        "language": code,
        "link": link,
        "version": record.version,
        "record_date": as_of.isoformat() if as_of else None,
        "licence": "CC BY 4.0",
        "generator": PROGRAM,
        "deaths": [
            {name: value if value not in ("", ()) else None for name, value in _named(record, death, code).items()}
            for death in deaths(record, view)
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _named(record: Record, death: DeathRow, code: str) -> dict[str, object]:
    own = row_in("deaths", death, code)
    longitude, latitude = record.point_of(death["place_id"]) or (None, None)
    return {
        **{column: own[column] for column in columns("deaths")},
        "name": person_in(record, death["person_id"], code),
        "place_name": place_in(record, death["place_id"], code),
        "lat": latitude,
        "lon": longitude,
    }


def as_csv(header: list[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Some columns of rows as CSV; lists are joined by `;` as in the record, whole numbers have no point.

    What is not known is empty. No cell is a formula.
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, header, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(row[name]) for name in header} for row in rows)
    return out.getvalue()


def events_geojson(shown: Shown, title: str, link: str = "", disputed: str = "") -> str:
    """The shown events as a GeoJSON FeatureCollection (RFC 7946); events without a position have a null geometry.

    `start` and `end` are days, and `start_time` and `end_time` the local times that are known besides, so that other
    programs read each as what it is. What is empty is null.
    """
    features = []
    for event in shown.rows:
        row = {name: value or None if isinstance(value, str | tuple) else value for name, value in _timed(shown, event)}
        position = [row.pop("lon"), row.pop("lat")]
        geometry = {"type": "Point", "coordinates": position} if position[0] is not None else None
        features.append({"type": "Feature", "id": row["event_id"], "geometry": geometry, "properties": row})
    as_of = shown.record.as_of
    document = {
        "type": "FeatureCollection",
        "language": code_of(shown.view.language),
        "title": title,
        "disputed": disputed,
        "link": link,
        "version": shown.record.version,
        "record_date": as_of.isoformat() if as_of else None,
        "licence": "CC BY 4.0",
        "generator": PROGRAM,
        "features": features,
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _timed(shown: Shown, event: EventRow) -> Iterable[tuple[str, object]]:
    """What is exported of an event, with days and times of day apart."""
    for name, value in _exported(shown, event).items():
        if name not in ("start", "end"):
            yield name, value
            continue
        day, _, minute = str(value).partition("T")
        yield name, day
        yield f"{name}_time", f"{minute}:00" if minute else ""


def _exported(shown: Shown, event: EventRow) -> dict[str, Any]:
    """An event's own columns and the computed ones; the position is that of the spot it is drawn at, or none."""
    record, code = shown.record, code_of(shown.view.language)
    own = row_in("events", event, code)
    at = event["place_id"] if record.point_of(event["place_id"]) else event["spot_id"]
    longitude, latitude = (record.point_of(at) if at else None) or (None, None)
    return {
        **{column: own[column] for column in columns("events")},
        "status": event["status"],
        "voices": tuple(voice_in(record, voice, code) for voice in event["voices"]),
        "voice_kinds": record.voices.kinds_of(event["voices"]),
        "place_name": tuple(place_in(record, place, code) for place in places_of(event)),
        "lat": latitude,
        "lon": longitude,
        "position_of": at,
    }


def _cell(value: object) -> object:
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, tuple):
        value = ";".join(value)
    # Such a cell never enters the record; what a spreadsheet would run nevertheless, an apostrophe keeps it from.
    return f"'{value}" if isinstance(value, str) and is_formula(value) else value
