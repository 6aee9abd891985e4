"""Markup whose links change the view in place.

The links are true links, so they can be copied and opened in a new tab; a plain click is handed to the session
instead of loading the page anew.
"""

from pathlib import Path

import streamlit as st

from components.address import split

_SCRIPT = (Path(__file__).parent / "linked.js").read_text(encoding="utf-8")
_SHELL = '<link rel="stylesheet" href="/assets/qantar.css"><div class="q"></div>'
_mount = st.components.v2.component("qantar_linked", html=_SHELL, js=_SCRIPT)


def linked(markup: str, key: str, page: str, language: str = "") -> None:
    """Show markup on a page. A click on one of its links is followed before the next run of the page.

    A `language` is set as that of the whole document, and the width of the window is asked for: see `narrow`.
    """
    asks = {"on_narrow_change": _nothing} if language else {}
    result = _mount(data={"markup": markup, "language": language}, key=key, **asks, on_go_change=lambda: _follow(key, page))
    if result.go and (target := split(result.go))[0] != page:
        st.switch_page(f"{target[0]}.py", query_params=target[1])


def narrow() -> bool:
    """Whether the window has about the width of a phone, as far as the browser has said."""
    return bool(getattr(st.session_state.get("navigation"), "narrow", False))


def _nothing() -> None:
    """A state of a component needs a callback; the next run reads the state itself."""


def _follow(key: str, page: str) -> None:
    target, query = split(st.session_state[key]["go"] or "")
    if target == page:
        st.query_params.from_dict(query)
