"""A page of `components/frame/contents.py` in the app: its parts as linked markup, its widgets in their places."""

from collections.abc import Callable, Iterable
from functools import partial

import streamlit as st

from components.app import charts, talk_builder
from components.app.linked import linked, narrow
from components.app.shell import theme
from components.app.state import current_view
from components.frame.contents import PAGES, Block, Box, Part, Widget
from components.frame.context import Context, shared
from components.frame.head import title_of
from data.store import record_of, talks

WIDGETS: dict[str, Callable[[Context], None]] = {
    "map": charts.show_map,
    "hours": charts.show_hours,
    "talk-builder": lambda c: talk_builder.builder(c.language),
}
"""How the app shows each widget of the pages."""


def show_page(name: str) -> None:
    """Show one of PAGES for the view of the address."""
    page, view = PAGES[name], current_view()[0]
    context = shared(name, record_of(view), page.reads(view), talks(), theme())
    st.set_page_config(page_title=context.once("title", lambda: title_of(context)))
    _show(page.blocks, context)


def _show(blocks: Iterable[Block], context: Context) -> None:
    for block in blocks:
        match block:
            case Part():
                windows = (bool(block.until) and narrow(),)
                if drawn := context.once((block.key, windows), partial(block.draw, context, windows)):
                    linked(drawn, key=block.key, page=context.page, width=block.width)
            case Widget():
                WIDGETS[block.key](context)
            case Box() if block.when(context.view):
                with st.container(key=block.name):
                    _show(block.blocks, context)
