"""The rules of the record that need more than one row; each function notes what it finds on the tables."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any, cast
from zoneinfo import available_timezones

from data.loading.chains import rings
from data.loading.geography import RegionOutlines, distance_km
from data.loading.schema import KEYS, REFERENCES, Translation, columns
from data.loading.tables import Table
from data.loading.translations import TRANSLATED, id_of
from data.times import last_day, span_of

Tables = dict[str, Table]

SITE_REACH_KM = 40
"""A site lies within this distance of its city's point: Almaty's airport and remand prison are about 15 km out."""
OPTIONAL = {
    ("claims", "superseded_by"), ("case_steps", "event_id"), ("events", "follows"), ("deaths", "person_id"),
}  # fmt: skip
"""References whose row still says what it has to say without them."""
BORDER_TOLERANCE_KM = 15
"""The base map's borders are simplified, and the Caspian shore moves: a point may lie this far outside its region."""


def check_ids(tables: Tables) -> None:
    """An id stands once; the first row that has it keeps it."""
    for name, key in KEYS.items():
        seen: dict[str, int] = {}
        for line, row in list(tables[name].rows.items()):
            value = getattr(row, key)
            if value in seen:
                tables[name].fault(line, key, value, f"stands already on line {seen[value]}: ids are used once")
            else:
                seen[value] = line


def check_twins(tables: Tables) -> None:
    """No row stands twice, also in a table without ids; the first keeps its place."""
    for name in tables.keys() - KEYS.keys():
        seen: dict[Any, int] = {}
        for line, row in _rows(tables[name]):
            cells = tuple(getattr(row, column) for column in columns(name))
            if cells in seen:
                tables[name].fault(line, "", "", f"is the same as line {seen[cells]}: take one of them out")
            seen.setdefault(cells, line)


def check_references(tables: Tables) -> None:
    """Every id that a row points to exists.

    A row that points to nothing is left out. One that points to a row left out for its own fault only loses that
    item of a list, so that one bad source does not take twenty events with it.
    """
    for (name, column), other in REFERENCES.items():
        if not tables[other].readable:
            continue
        sound = {getattr(row, KEYS[other]) for row in tables[other].rows.values()}
        for line, row in list(tables[name].rows.items()):
            cell = getattr(row, column)
            wanted = cell if isinstance(cell, tuple) else tuple(filter(None, [cell]))
            if sound.issuperset(wanted):
                continue
            unknown = [item for item in wanted if item not in tables[other].ids]
            kept = tuple(item for item in wanted if item in sound)
            if unknown:
                tables[name].fault(
                    line, column, ";".join(unknown), f"is not in {other}.csv: mend the id or add the row"
                )
            elif (name, column) in OPTIONAL:
                tables[name].rows[line] = row.model_copy(update={column: ""})
            elif isinstance(cell, str) or (column in ("sources", "places") and not kept):
                reason = f"points only to a row of {other}.csv that has a fault of its own: mend that first"
                tables[name].fault(line, column, ";".join(wanted), reason)
            else:
                tables[name].rows[line] = row.model_copy(update={column: kept})


def check_origins(tables: Tables) -> None:
    """A publisher speaks with one voice: it stands on one line of the origins."""
    seen: dict[str, int] = {}
    for line, origin in _rows(tables["origins"]):
        for publisher in origin.publishers:
            if publisher in seen:
                reason = f"{publisher} stands already on line {seen[publisher]}: a publisher has one voice"
                tables["origins"].fault(line, "publishers", ";".join(origin.publishers), reason)
            seen.setdefault(publisher, line)


def check_places(tables: Tables, outlines: RegionOutlines) -> None:
    """A place lies in a place of a larger kind, inside its parent on the map; its zone exists."""
    places = _by_key(tables["places"])
    larger = {
        "country": set(),
        "region": {"country"},
        "city": {"region", "country"},
        "town": {"region"},
        "site": {"city", "town", "region"},
    }
    for line, place in _rows(tables["places"]):
        parent = places.get(place.parent_id)
        if bool(parent) != bool(larger[place.kind]) or (parent and parent.kind not in larger[place.kind]):
            right = " or ".join(sorted(larger[place.kind])) or "no place"
            tables["places"].fault(line, "parent_id", place.parent_id, f"a {place.kind} lies in: {right}")
        elif place.tz and place.tz not in _zones():
            tables["places"].fault(line, "tz", place.tz, "is not in the zone database: write as Asia/Almaty")
        elif parent and place.lat is not None:
            here = (place.lon, place.lat)
            while parent.kind in ("city", "town") and parent.lat is None:
                above = places.get(parent.parent_id)
                if above is None or above.kind not in larger[parent.kind]:
                    break  # a fault of its own
                parent = above
            if outlines.distance_km(parent.place_id, here) > BORDER_TOLERANCE_KM:
                reason = f"the point lies outside {parent.name_en}: mend lat, lon or parent_id"
                tables["places"].fault(line, "lat", f"{place.lat}, {place.lon}", reason)
            elif parent.lat is not None and distance_km(here, (parent.lon, parent.lat)) > SITE_REACH_KM:
                reason = f"the point lies over {SITE_REACH_KM} km from {parent.name_en}: mend lat, lon or parent_id"
                tables["places"].fault(line, "lat", f"{place.lat}, {place.lon}", reason)


def check_events(tables: Tables) -> None:
    """An event's id, places and place precision belong together; it follows one of its day, never itself."""
    places = _by_key(tables["places"])
    fitting = {
        "site": {"site"},
        "city": {"city", "town"},
        "region": {"region"},
        "country": {"country"},
        "abroad": {"country", "city"},
    }
    events = _by_key(tables["events"])
    in_rings = rings({key: event.follows for key, event in events.items() if event.follows})
    for line, event in _rows(tables["events"]):
        place = places[event.place_id]
        abroad = country_of(event.place_id, places) != "kazakhstan"
        if not event.event_id.startswith(event.start[:10] + "-"):
            tables["events"].fault(line, "event_id", event.event_id, f"must begin with the start, {event.start[:10]}-")
        elif place.kind not in fitting[event.place_precision] or abroad != (event.place_precision == "abroad"):
            right = "abroad" if abroad else next(p for p, kinds in fitting.items() if place.kind in kinds)
            tables["events"].fault(line, "place_precision", event.place_precision, f"{place.name_en} asks for: {right}")
        elif "T" in event.start + event.end and not place.tz:
            tables["events"].fault(line, "start", event.start, f"a minute needs a zone, and {place.name_en} has none")
        elif event.time_precision == "part_of_day" and event.end and _days_between(event.start, event.end) != 1:
            reason = "a part of a day may run into the next day only: leave end empty, or write window"
            tables["events"].fault(line, "end", event.end, reason)
        elif event.also_places and (wrong := _wrong_areas(event, places)):
            reason = "name other cities, towns or regions of Kazakhstan, each once, for an event of a city or region"
            tables["events"].fault(line, "also_places", ";".join(wrong), reason)
        elif event.follows and (reason := _wrong_order(event, events[event.follows], in_rings)):
            tables["events"].fault(line, "follows", event.follows, reason)


def _wrong_areas(event: Any, places: dict[str, Any]) -> list[str]:
    """The places among an event's others that can't stand there."""
    if event.place_precision not in ("city", "region"):
        return list(event.also_places)
    seen = [event.place_id, *event.also_places]
    return [
        place_id
        for at, place_id in enumerate(seen)
        if at
        and (
            places[place_id].kind not in ("city", "town", "region")
            or country_of(place_id, places) != "kazakhstan"
            or place_id in seen[:at]
        )
    ]


def _wrong_order(event: Any, earlier: Any, in_rings: set[str]) -> str:
    """What speaks against one event following another; empty where nothing does."""
    if event.event_id in in_rings:
        return "comes back to itself: of two events only one can follow the other"
    if event.start[:10] != earlier.start[:10]:
        return f"must be an event of the same day, and that one began on {earlier.start[:10]}"
    own, other = (span_of(one.start, one.end, one.time_precision, one.part_of_day) for one in (event, earlier))
    if own.ends <= other.begins and own != other:
        return "the times say otherwise: mend them, or which of the two came first"
    return ""


def check_claims(tables: Tables) -> None:
    """Contradiction holds both ways; what replaces a claim ends somewhere. The app mends the first by itself."""
    claims = _by_key(tables["claims"])
    in_rings = rings({key: claim.superseded_by for key, claim in claims.items() if claim.superseded_by in claims})
    for line, claim in _rows(tables["claims"]):
        for other in claim.contradicted_by:
            if other in claims and claim.claim_id not in claims[other].contradicted_by:
                reason = f"holds both ways: add {claim.claim_id} to the contradicted_by of {other}"
                tables["claims"].fault(line, "contradicted_by", other, reason, drops_row=False)
        if claim.withdrawn_on and claim.said_on and last_day(claim.withdrawn_on) < claim.said_on:
            reason = f"must not come before said_on ({claim.said_on})"
            tables["claims"].fault(line, "withdrawn_on", claim.withdrawn_on, reason)
            continue
        successor = claims.get(claim.superseded_by)
        if successor and successor.said_on and last_day(successor.said_on) < claim.said_on:
            reason = f"was said earlier, on {successor.said_on}: mend said_on, or which of the two replaced the other"
            tables["claims"].fault(line, "superseded_by", claim.superseded_by, reason, drops_row=False)
        if claim.claim_id in in_rings:
            reason = "comes back to itself: a claim can't be replaced by one it replaced"
            tables["claims"].fault(line, "superseded_by", claim.superseded_by, reason)


def check_bands(tables: Tables) -> None:
    """A band ends after it begins."""
    events = _by_key(tables["events"])
    for line, band in _rows(tables["bands"]):
        if band.ends_with and events[band.ends_with].start <= events[band.begins_with].start:
            tables["bands"].fault(line, "ends_with", band.ends_with, "must come after the event it begins with")


def check_changes(tables: Tables) -> None:
    """The log of corrections speaks of rows that exist, or of the record as a whole."""
    for line, change in _rows(tables["changes"]):
        if change.table == "record":
            continue
        if change.table not in tables:
            tables["changes"].fault(line, "table", change.table, "write a table's name, or record for the whole")
        elif change.table in KEYS and change.id not in tables[change.table].ids:
            tables["changes"].fault(line, "id", change.id, f"is not in {change.table}.csv")


def country_of(place_id: str, places: dict[str, Any]) -> str:
    """The topmost place in which a place lies: `kazakhstan`, another country, or `abroad`."""
    while (parent := places[place_id].parent_id) and parent in places:
        place_id = parent
    return place_id


def check_all(tables: Tables, outlines: RegionOutlines) -> None:
    """Run every rule. Those that take rows out come before those that lean on the rows that stay."""
    rules: list[Callable[[], None]] = [
        lambda: check_ids(tables),
        lambda: check_twins(tables),
        lambda: check_origins(tables),
        lambda: check_references(tables),
        lambda: check_places(tables, outlines),
        lambda: check_events(tables),
        lambda: check_claims(tables),
        lambda: check_bands(tables),
        lambda: check_changes(tables),
    ]
    for rule in rules:
        standing = _standing(tables)
        rule()
        while _standing(tables) < standing:
            standing = _standing(tables)
            check_references(tables)  # what pointed to a row that went may have to go too


def check_translations(table: Table, tables: Tables) -> None:
    """A translation is of a text that is translated, in a row that is there, and a text is translated once."""
    there = {(name, id_of(name, row)) for name in TRANSLATED for row in tables[name].rows.values()}
    seen: dict[Any, int] = {}
    for line, row in list(table.rows.items()):
        one = cast(Translation, row)
        key = one.table, one.id, one.column, one.digest
        if one.table not in TRANSLATED:
            table.fault(line, "table", one.table, "write one of: " + ", ".join(TRANSLATED))
        elif one.column not in TRANSLATED[one.table]:
            table.fault(line, "column", one.column, "write one of: " + ", ".join(TRANSLATED[one.table]))
        elif (one.table, one.id) not in there:
            table.fault(line, "id", one.id, f"there is no such row in {one.table}.csv: take this one out")
        elif key in seen:
            table.fault(line, "digest", one.digest, f"is translated already on line {seen[key]}: keep one of them")
        seen.setdefault(key, line)


def _standing(tables: Tables) -> int:
    """How many rows stand."""
    return sum(len(table.rows) for table in tables.values())


def _rows(table: Table) -> Iterator[tuple[int, Any]]:
    yield from list(table.rows.items())


def _by_key(table: Table) -> dict[str, Any]:
    return {getattr(row, KEYS[table.name]): row for row in table.rows.values()}


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _days_between(start: str, end: str) -> int:
    return (date.fromisoformat(end[:10]) - date.fromisoformat(start[:10])).days
