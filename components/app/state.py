"""The view of the page being shown: read from the address, and written back to it."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

import streamlit as st

from data.asknown import as_known
from data.query import addressable
from data.record import Record, load_record
from data.talks import Talk, load_talks
from data.view import KEYS, Rejected, View, parse_view
from data.view_codecs import Known


@st.cache_resource(show_spinner=False)
def record() -> Record:
    """The record, read and checked once for all sessions; treat it as read-only."""
    return load_record()


@st.cache_resource(show_spinner=False)
def known() -> Known:
    """What an address may name."""
    return addressable(record())


@st.cache_resource(show_spinner=False)
def talks() -> dict[str, Talk]:
    """The talks by their names, read once."""
    return load_talks(known())


@lru_cache(maxsize=64)
def _as_known(whole: Record, day: date, undated: bool) -> Record:
    return as_known(whole, day, undated)


def record_of(view: View) -> Record:
    """The record that a view shows: the whole, or what was known of it on the view's day."""
    return _as_known(record(), view.as_known_on, view.undated) if view.as_known_on else record()


def current_view() -> tuple[View, tuple[Rejected, ...]]:
    """What the address says, and the parts of it that were left out."""
    return read_view(dict(st.query_params))


def read_view(query: Mapping[str, str]) -> tuple[View, tuple[Rejected, ...]]:
    """The view of an address's parameters; an event, case or claim not known on its day is left out as well."""
    view, rejected = parse_view(query, known())
    found = record_of(view)
    tables = {"event": found.event_rows, "case": found.case_rows, "claim": found.claim_rows, "with": found.claim_rows}
    asked = {key: getattr(view, KEYS[key].field) for key in tables}
    later = [key for key, rows in tables.items() if asked[key] and asked[key] not in rows]
    rejected += tuple(Rejected(key, asked[key], not_before=view.as_known_on) for key in later)
    gone = {KEYS[key].field: "" for key in later}
    if "claim" in gone:
        gone["against"] = ""
    return view.but(seen=view.seen, **gone), rejected


def change(**changes: object) -> None:
    """Change some choices of the view in the address."""
    go(current_view()[0].but(**changes))


def filter_by(**changes: object) -> None:
    """Change some filters of the view in the address."""
    go(current_view()[0].filtered(**changes))


def go(view: View) -> None:
    """Put a view into the address."""
    st.query_params.from_dict(view.to_query())
