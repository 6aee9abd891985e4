"""The view of the page being shown: read from the address, and written back to it."""

import streamlit as st

from data.queries.view import Rejected, View
from data.store import read_view


def current_view() -> tuple[View, tuple[Rejected, ...]]:
    """What the address says, and the parts of it that were left out."""
    return read_view(dict(st.query_params))


def go(view: View) -> None:
    """Put a view into the address."""
    st.query_params.from_dict(view.to_query())
