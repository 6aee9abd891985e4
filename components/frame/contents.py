"""The pages, each declared once: the app draws them, and the server writes them in advance.

A page is its title and its parts in order. Adding one is a builder with its template, a row here, and a file in
`pages/`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from components.claims.layout import CANVASES
from components.claims.ledger import ledger_page
from components.claims.panel import numbers_panel
from components.drawing.legend import legend
from components.frame.context import Context
from components.frame.day_steps import day_steps
from components.frame.placeholders import cameras, standing_map, timeline
from components.language import Language
from components.map.shelf import shelf
from components.map.silence import silence_note
from components.map.svg import TYPE_SIZES
from components.record.card import event_card
from components.record.case_page import case_list, case_page
from components.record.corrections import corrections
from components.record.downloads import download_links
from components.record.event_list import event_list
from components.record.reading import reading, reading_period
from components.record.sources_page import method_page, source_list
from components.talks.list import talk_list
from components.timeline.strip import day_strip
from components.words.rest import note
from components.words.sentence import heading
from data.queries.view import View

Draw = Callable[[Context, bool], Markup]
"""Draws a part, for a narrow window or a wide one; empty markup where there is nothing to show."""
Until = Literal["", "phone", "small"]
"""Up to which width a part is drawn for a narrow window: see `components/drawing/widths.py`."""


@dataclass(frozen=True)
class Part:
    """Markup, the same in the app and in the written page."""

    key: str
    draw: Draw
    until: Until = ""
    width: Literal["stretch", "content"] = "stretch"


@dataclass(frozen=True)
class Widget:
    """What the app has a control or a live chart for (`components/app/page.py`), and what is written in its place."""

    key: str
    written: Draw | None = None
    until: Until = ""


@dataclass(frozen=True)
class SideBySide:
    """Parts side by side, placed at the `center`, the `bottom` or the `right`; one under the other on a phone if
    `stacked`."""

    parts: tuple[Part | Widget, ...]
    at: Literal["center", "bottom", "right"] = "center"
    stacked: bool = False


@dataclass(frozen=True)
class Columns:
    """Two columns; what is `below` stands under the left one, and on a phone under both."""

    left: tuple[Part | Widget | SideBySide, ...]
    right: tuple[Part | Widget | SideBySide, ...]
    below: tuple[Part | Widget | SideBySide, ...]


Block = Part | Widget | SideBySide | Columns


@dataclass(frozen=True)
class Page:
    """A page: its title, its parts, whether its lists are searched by words, and what a slide can keep of it.

    `reads` makes the view that the page shows out of that of its address.
    """

    title: Callable[[Language], str]
    blocks: tuple[Block, ...]
    searched: bool = False
    kept_as: str = ""
    reads: Callable[[View], View] = lambda view: view

    @property
    def parts(self) -> Iterator[Part | Widget]:
        """Every part, in order."""
        for block in self.blocks:
            columns = (block.left, block.right, block.below) if isinstance(block, Columns) else ((block,),)
            for one in (one for column in columns for one in column):
                yield from one.parts if isinstance(one, SideBySide) else (one,)


DAY_STEPS = Part("day-steps", lambda c, _: day_steps(c), width="content")

PAGES = {
    "explore": Page(
        lambda language: language.text("Explore"),
        (
            SideBySide(
                (
                    Part("sentence", lambda c, _: heading(c.shown, c.language)),
                    Part("day-steps", lambda c, _: day_steps(c), width="content"),
                )
            ),
            Part("strip", lambda c, _: day_strip(c.shown, c.language)),
            Columns(
                left=(
                    SideBySide((Widget("cameras", cameras), Widget("filters")), stacked=True),
                    Widget("map", standing_map, until="small"),
                    Part("silence", lambda c, _: silence_note(c.scene)),
                    Part("shelf", lambda c, _: shelf(c.scene, c.theme)),
                    Part("map-rest", lambda c, _: note(c.scene.rest)),
                ),
                right=(
                    Part("card", lambda c, _: _card(c)),
                    Part("list", lambda c, _: event_list(c.shown, c.language)),
                ),
                below=(
                    SideBySide((Widget("lanes"), Widget("hours")), at="bottom"),
                    Widget("timeline", timeline),
                    Part("timeline-rest", lambda c, _: note(c.plan.rest)),
                    Part("legend", lambda c, _: legend(c.language)),
                    Part("downloads", lambda c, _: download_links(c.view, c.language, c.theme)),
                ),
            ),
        ),
        searched=True,
        kept_as="map",
    ),
    "day": Page(
        lambda language: language.text("Day by day"),
        (
            SideBySide((DAY_STEPS,), at="right"),
            Part("day-strip", lambda c, _: day_strip(c.shown, c.language, "day")),
            Part(
                "reading",
                lambda c, narrow: reading(c.country, TYPE_SIZES["phone" if narrow else "column"]),
                until="phone",
            ),
        ),
        kept_as="timeline",
        reads=lambda view: view.but(period=reading_period(view)),
    ),
    "cases": Page(
        lambda language: language.text("Cases"),
        (
            Part("case", lambda c, _: _case(c)),
            Part("cases", lambda c, _: Markup() if c.view.case else case_list(c.record, c.view, c.language)),
        ),
        kept_as="docket",
    ),
    "claims": Page(
        lambda language: language.text("Claims"),
        (
            Part(
                "numbers",
                lambda c, narrow: numbers_panel(c.record, c.view, c.language, CANVASES["phone" if narrow else "page"]),
                until="phone",
            ),
            Widget("search"),
            Part("ledger", lambda c, _: ledger_page(c.record, c.view, c.language)),
        ),
        searched=True,
        kept_as="numbers",
    ),
    "talks": Page(
        lambda language: language.text("Talks"),
        (Part("talks", lambda c, _: talk_list(c.talks.values(), c.language)), Widget("talk-builder")),
    ),
    "sources": Page(
        lambda language: language.text("Sources and data"),
        (
            Part("method", lambda c, _: method_page(c.shown, c.language)),
            Widget("search"),
            Part("sources", lambda c, _: source_list(c.record, c.view, c.language)),
        ),
        searched=True,
    ),
    "corrections": Page(
        lambda language: language.text("Corrections"),
        (Part("corrections", lambda c, _: corrections(c.record.whole, c.view, c.language)),),
    ),
}
"""Every page by the last part of its address; the first is the home page, at the root."""


def _card(context: Context) -> Markup:
    event = context.shown.selected
    return event_card(context.record, event, context.view, context.language) if event is not None else Markup()


def _case(context: Context) -> Markup:
    view = context.view
    return case_page(context.record, view.case, view, context.language) if view.case else Markup()
