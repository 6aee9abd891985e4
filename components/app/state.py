"""The view of the page being shown: read from the address, and written back to it."""

from dataclasses import replace

import streamlit as st

from components.language import Language, spoken
from data.queries.view import Rejected, View
from data.store import read_view


def current_view() -> tuple[View, tuple[Rejected, ...]]:
    """What the address says, in the language that it names or the browser prefers, and the parts that were left out."""
    view, rejected = read_view(dict(st.query_params))
    return replace(view, language=spoken(view.language, _accepted())), rejected


def reader() -> Language:
    """The language to speak in, also where no address can be read against the record."""
    return Language(spoken(st.query_params.get("lang", ""), _accepted()))


def _accepted() -> str:
    """What the browser prefers."""
    return str(st.context.headers.get("Accept-Language", ""))


def go(view: View) -> None:
    """Put a view into the address."""
    st.query_params.from_dict(view.to_query())
