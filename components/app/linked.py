"""Markup whose links change the view in place.

The links are true links, so they can be copied and opened in a new tab; a plain click is handed to the session
instead of loading the page anew.
"""

from collections.abc import Callable
from secrets import token_hex
from typing import Any, Literal

import streamlit as st

from components.address import lasting_asset
from components.app.state import current_view
from components.frame.navigation import target_of
from components.frame.scripts import linked_address
from components.language import Language
from components.markup import render
from data.queries.query import stretched
from data.store import read_view

# Streamlit sends shell and script with every mount on every run, so both only point to files that the browser keeps.
_SCRIPT = f"""const script = import(location.origin + "{linked_address()}");
export default async (component) => (await script).default(component);
"""
_SHELL = (
    f'<link rel="stylesheet" href="{lasting_asset("qantar.css")}">'
    f'<link rel="stylesheet" href="{lasting_asset("figures.css")}">'
    '<div class="q"></div>'
)
_mount = st.components.v2.component("qantar_linked", html=_SHELL, js=_SCRIPT)


def linked(
    markup: str,
    key: str,
    page: str,
    language: str = "",
    on_keep: Callable[[str], None] | None = None,
    width: Literal["stretch", "content"] = "stretch",
) -> None:
    """Show markup on a page. A click on one of its links is followed before the next run of the page.

    A `language` is set as that of the whole document, and the browser says how wide its window is and whether it
    draws live maps: see `narrow`, `small` and `flat`. A map says where it was moved to (`components/app/charts.py`).
    What a button with `data-keep` holds is given to `on_keep`.
    """
    data = {"markup": markup, "language": language}
    result = _mount(
        data=data,
        key=key,
        on_go_change=lambda: _follow(key, page),
        on_width_change=_nothing,
        on_flat_change=_nothing,
        on_camera_change=_nothing,
        on_live_change=_nothing,
        on_keep_change=lambda: _keep(st.session_state[key]["keep"], on_keep) if on_keep else None,
        width=width,
    )
    if result.go and (target := target_of(result.go["href"]))[0] != page:
        st.switch_page(f"{target[0]}.py", query_params=target[1])


def complete(
    language: Language, below: str = "", kept: str | None = None, on_kept: Callable[[str], None] | None = None
) -> None:
    """Say that the page has been sent whole, so that the one which the server wrote in advance can go.

    With it goes what the page was made for: if that is not the reader's window, another run is on its way.
    What stands `below` is for paper.
    The browser keeps the text `kept` for its tab. A session that is new to a tab which has kept one already is given
    that first, through `on_kept`, and once only. With None the browser leaves things as they are.
    """
    session = st.session_state.setdefault("session", token_hex(8))
    runs = st.session_state["runs"] = st.session_state.get("runs", 0) + 1
    data = {
        "markup": render("frame/line", language) + below,
        "complete": runs,
        "width": _said("width") or "",
        "flat": flat(),
        "session": session,
        "kept": kept,
        "given": "given" in st.session_state,
    }
    _mount(
        data=data,
        key="complete",
        on_kept_change=lambda: _given(on_kept) if on_kept else None,
        on_greeted_change=_nothing,
    )


def _given(take: Callable[[str], None]) -> None:
    if "given" not in st.session_state:
        st.session_state["given"] = True
        take(st.session_state["complete"]["kept"])


def _keep(press: dict[str, Any], keep: Callable[[str], None]) -> None:
    """Of one press that comes twice, as after a cut of the line, the first counts."""
    if st.session_state.get("kept-last") != press["number"]:
        st.session_state["kept-last"] = press["number"]
        keep(press["link"])


def narrow() -> bool:
    """Whether the window is narrower than WIDTHS["phone"], as far as the browser has said."""
    return _said("width") == "phone"


def small() -> bool:
    """Whether it is narrower than WIDTHS["small"], so that a figure in a column has a phone's width."""
    return _said("width") in ("phone", "small")


def flat() -> bool:
    """Whether the browser has said that it has no WebGL and so can't draw the live map."""
    return bool(_said("flat"))


def _said(state: str) -> object:
    return getattr(st.session_state.get("navigation"), state, None)


def _nothing() -> None:
    """A state of a component needs a callback; the next run reads the state itself."""


def _follow(key: str, page: str) -> None:
    click = st.session_state[key]["go"]
    target, query = target_of(click["href"])
    if target != page:
        return
    if click["shift"]:
        view = read_view(query)[0]
        query = view.but(period=stretched(current_view()[0].period, view.period)).to_query()
    st.query_params.from_dict(query)
