"""A page of `components/frame/contents.py` in the app: its parts as linked markup, its widgets in their places."""

from collections.abc import Callable, Iterable
from functools import partial

import streamlit as st

from components.app import charts, filters, talk_builder
from components.app.linked import linked, narrow, small
from components.app.shell import theme
from components.app.state import current_view
from components.frame.contents import PAGES, Block, Columns, Part, SideBySide, Widget
from components.frame.context import Context, shared
from data.store import record_of, talks

WIDGETS: dict[str, Callable[[Context], None]] = {
    "cameras": lambda c: filters.camera_choice(c.view, c.language),
    "filters": lambda c: filters.filter_menu(c.record, c.view, c.language),
    "search": lambda c: filters.word_search(c.view, c.language, 420),
    "lanes": lambda c: filters.lane_choice(c.view, c.language),
    "hours": lambda c: filters.hour_choice(c.view, c.language),
    "map": charts.show_map,
    "timeline": charts.show_timeline,
    "talk-builder": lambda c: talk_builder.builder(c.language),
}
"""How the app shows each widget of the pages."""


def show_page(name: str) -> None:
    """Show one of PAGES for the view of the address."""
    page, view = PAGES[name], current_view()[0]
    _show(page.blocks, shared(name, record_of(view), page.reads(view), talks(), theme()))


def _show(blocks: Iterable[Block], context: Context) -> None:
    for block in blocks:
        match block:
            case Part():
                is_narrow = {"phone": narrow, "small": small}.get(block.until, bool)()
                if drawn := context.once((block.key, is_narrow), partial(block.draw, context, is_narrow)):
                    linked(drawn, key=block.key, page=context.page, width=block.width)
            case Widget():
                WIDGETS[block.key](context)
            case SideBySide():
                with st.container(
                    horizontal=not (block.stacked and narrow()),
                    horizontal_alignment="right" if block.at == "right" else "left",
                    vertical_alignment="top" if block.at == "right" or block.stacked else block.at,
                    gap="small",
                ):
                    _show(block.parts, context)
            case Columns():
                left, right = st.columns([3, 2], gap="medium")
                below = st.container() if narrow() else left
                for place, parts in ((right, block.right), (left, block.left), (below, block.below)):
                    with place:
                        _show(parts, context)
