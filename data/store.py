"""The record and the talks that this process shows, each read once, and what a view shows of them."""

from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

from data.folders import TALKS_SETTING, named, record_folder, talks_folder
from data.kept import Kept
from data.loading.record import Record, load_record
from data.queries.as_known import as_known
from data.queries.opened import on_its_day
from data.queries.query import addressable
from data.queries.view import KEYS, Rejected, View, parse_view
from data.queries.view_codecs import Known
from data.talks import Talk, load_talks

ROOM = 256_000_000
"""Bytes of records as known on some day that are kept."""
_as_known: Kept[Record] = Kept(ROOM)


@cache
def record() -> Record:
    """The record, read and checked; treat it as read-only."""
    return load_record(record_folder())


@cache
def known() -> Known:
    """What an address may name."""
    return addressable(record())


@cache
def talks() -> dict[str, Talk]:
    """The talks by their names; none where the record can't be read."""
    return {} if record().unreadable else load_talks(known(), talks_folder())


def forget() -> None:
    """Read all anew when it is next asked for."""
    for kept in (record, known, talks):
        kept.cache_clear()


def complaints() -> list[str]:
    """Why what was asked for can't be shown, a line each: a table that can't be read, a folder that is not there."""
    found = [record().complaint] if record().complaint else []
    if not talks_folder().is_dir():
        found.append(f"There is no folder {named(talks_folder())} for talks. Make it, or correct {TALKS_SETTING}.")
    return found


def record_of(view: View) -> Record:
    """The record that a view shows: the whole, or what was known of it on the view's day."""
    if not view.as_known_on:
        return record()
    key = (record().version, view.as_known_on, view.undated)
    found = _as_known.get(key)
    if found is None:
        found = as_known(record(), view.as_known_on, view.undated)
        _as_known.put(key, found, _size(found))
    return found


def _size(record: Record) -> int:
    """About how many bytes a record takes once its rows are asked for, which take five times as much as its frames."""
    return sum(6 * int(frame.memory_usage(deep=True).sum()) for frame in record.tables.values())


def _is_slide(place: str) -> bool:
    """Whether a slide, as `ten-days.5`, is there; a talk with faults has a card with them before its slides."""
    name, _, number = place.rpartition(".")
    talk = talks().get(name)
    return talk is not None and int(number) <= len(talk.slides) + bool(talk.faults)


def read_view(query: Mapping[str, str]) -> tuple[View, tuple[Rejected, ...]]:
    """The view of an address's parameters; what is not there, or not known on its day, is left out as well.

    An event that is linked alone is shown with its day.
    """
    view, rejected = parse_view(query, known())
    found = record_of(view)
    claims = found.claim_rows
    ids: dict[str, Collection[str]] = {
        "event": found.event_rows, "case": found.case_rows, "claim": claims, "with": claims,
        "person": found.person_rows, "source": found.source_rows,
    }  # fmt: skip
    asked = {key: getattr(view, KEYS[key].field) for key in ids}
    later = [key for key in ids if asked[key] and asked[key] not in ids[key]]
    rejected += tuple(Rejected(key, asked[key], not_before=view.as_known_on) for key in later)
    gone: dict[str, Any] = {KEYS[key].field: "" for key in later}
    if view.talk and not _is_slide(view.talk):
        rejected += (Rejected("talk", view.talk),)
        gone["talk"] = ""
    if "claim" in gone:
        gone["against"] = ""
    if "event" in gone:
        gone["all_days"] = False
    return on_its_day(found, view.but(seen=view.seen, **gone)), rejected
