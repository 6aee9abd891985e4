"""The view of the page being shown: read from the address, and written back to it."""

import streamlit as st

from data.record import Record, load_record
from data.view import Known, Rejected, View, parse_view


@st.cache_resource(show_spinner=False)
def record() -> Record:
    """The record, read and checked once for all sessions; treat it as read-only."""
    return load_record()


@st.cache_resource(show_spinner=False)
def known() -> Known:
    """The ids that an address may name."""
    tables = record().tables
    return Known(*(frozenset(tables[name].index) for name in ("places", "events", "cases", "claims")))


def current_view() -> tuple[View, tuple[Rejected, ...]]:
    """What the address says, and the parts of it that were left out."""
    return parse_view(dict(st.query_params), known())


def change(**changes: object) -> None:
    """Change some choices of the view in the address."""
    go(current_view()[0].but(**changes))


def go(view: View) -> None:
    """Put a view into the address."""
    st.query_params.from_dict(view.to_query())
