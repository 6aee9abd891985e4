"""The pages, each declared once: the app draws them, and the server writes them in advance.

A page is its title and its parts in order. Adding one is a builder with its template, a row here, and a file in
`pages/`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from markupsafe import Markup

from components.claims.layout import CANVASES
from components.claims.ledger import ledger_page
from components.claims.panel import numbers_panel
from components.dead.page import dead_page
from components.explore.beginning import beginning
from components.explore.chosen import chosen
from components.explore.compared import compared_side
from components.explore.key_line import guide, key_line
from components.explore.opened import opened
from components.explore.play import player
from components.frame.context import Context
from components.frame.day_steps import day_steps
from components.frame.placeholders import standing_map
from components.frame.tour import first_step, tour
from components.language import Language
from components.map.rows import TYPE_SIZES
from components.people.list import people_list
from components.people.person import person_page
from components.record.about import about
from components.record.case_list import case_list
from components.record.case_page import case_page
from components.record.corrections import corrections
from components.record.event_list import event_list
from components.record.reading import day_title, reading, reading_period
from components.record.sources_page import method_page, source_list
from components.search.page import search_page
from components.talks.list import talk_list
from components.timeline.drawn import drawn_timeline
from components.timeline.strip import day_strip
from components.words.rest import note
from components.words.sentence import sentence
from data.queries.view import View

T = TypeVar("T")
Narrow = tuple[bool, ...]
"""The windows that a part is drawn for: a narrow one or a wide one, or both, a wide one first."""
Draw = Callable[[Context, Narrow], Markup]
"""Draws a part; empty markup where there is nothing to show."""
Until = Literal["", "phone"]
"""Up to which width a part has figures for a narrow window: see `components/drawing/widths.py`."""


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


@dataclass(frozen=True)
class Box:
    """Blocks in a box, which `static/layout.css` lays out by its name; `when` says for which views it is there."""

    name: str
    blocks: tuple["Part | Widget | Box", ...]
    when: Callable[[View], bool] = lambda view: True


Block = Part | Widget | Box


@dataclass(frozen=True)
class Page:
    """A page: its title, its parts, what a slide can keep of it, and whether its graphics can be downloaded.

    `reads` makes the view that the page shows out of that of its address. One that is not `listed` is led to from
    others, and not among the links on top.
    """

    title: Callable[[Language], str]
    blocks: tuple[Block, ...]
    kept_as: str = ""
    has_graphics: bool = False
    reads: Callable[[View], View] = lambda view: view
    listed: bool = True

    @property
    def parts(self) -> Iterator[Part | Widget]:
        """Every part, in order."""
        return _parts(self.blocks)


def _parts(blocks: Iterable[Block]) -> Iterator[Part | Widget]:
    for block in blocks:
        if isinstance(block, Box):
            yield from _parts(block.blocks)
        else:
            yield block


DAY_STEPS = Part("day-steps", lambda c, _: day_steps(c), width="content")
PLAY = Part("play", lambda c, _: player(c.view, c.language), width="content")
MAP = (
    Widget("map", standing_map),
    Part("map-rest", lambda c, _: note(c.scene.rest)),
)
TIMELINE = (
    Box(
        "timeline-canvas",
        (Part("timeline", lambda c, _: drawn_timeline(c.plan, sentence(c.shown, c.language))), Widget("hours")),
    ),
    Part("timeline-rest", lambda c, _: note(c.plan.rest)),
)

PAGES = {
    "explore": Page(
        lambda language: language.text("Explore"),
        (
            Part("beginning", lambda c, _: beginning(c.shown, c.language, first_step(c.talks, c.view))),
            Box("line", (Part("sentence", lambda c, _: chosen(c.shown, c.language)), DAY_STEPS, PLAY)),
            Part("strip", lambda c, _: day_strip(c.shown, c.language)),
            Part("key", lambda c, _: key_line(c.view, c.language)),
            Box(
                "panes",
                (
                    Box(
                        "opened",
                        (
                            Part("guide", lambda c, _: guide(c.language)),
                            Part("card", lambda c, _: opened(c.shown, c.language)),
                        ),
                    ),
                    Box("map-frame", MAP),
                    Box("timeline-frame", TIMELINE),
                    Box(
                        "events",
                        (
                            Part("tour", lambda c, _: tour(c)),
                            Part("list", lambda c, _: event_list(c.shown, c.language)),
                        ),
                    ),
                ),
                lambda view: view.beside is None,
            ),
            Box(
                "panes",
                (
                    Box("left-side", (Part("left", lambda c, _: compared_side(c.sides, 0, c.language)),)),
                    Box("right-side", (Part("right", lambda c, _: compared_side(c.sides, 1, c.language)),)),
                ),
                lambda view: view.beside is not None,
            ),
        ),
        kept_as="map",
        has_graphics=True,
    ),
    "day": Page(
        lambda language: language.text("Day by day"),
        (
            Box("line", (Part("day-title", lambda c, _: day_title(c.view, c.language)), DAY_STEPS)),
            Part("day-strip", lambda c, _: day_strip(c.shown, c.language, "day")),
            Part(
                "reading",
                lambda c, narrow: reading(c.country, *_sizes(TYPE_SIZES, "column", narrow)),
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
    "dead": Page(
        lambda language: language.text("The dead"),
        (
            Part(
                "dead",
                lambda c, narrow: dead_page(c.record, c.view, c.language, *_sizes(TYPE_SIZES, "page", narrow)),
                until="phone",
            ),
        ),
        kept_as="dead",
    ),
    "claims": Page(
        lambda language: language.text("Claims"),
        (
            Part(
                "numbers",
                lambda c, narrow: numbers_panel(c.record, c.view, c.language, *_sizes(CANVASES, "page", narrow)),
                until="phone",
            ),
            Part("ledger", lambda c, _: ledger_page(c.record, c.view, c.language)),
        ),
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
            Part("sources", lambda c, _: source_list(c.record, c.view, c.language)),
        ),
    ),
    "corrections": Page(
        lambda language: language.text("Corrections"),
        (Part("corrections", lambda c, _: corrections(c.record.whole, c.view, c.language)),),
    ),
    "about": Page(
        lambda language: language.text("About"),
        (Part("about", lambda c, _: about(c.record, c.view, c.language)),),
    ),
    "people": Page(
        lambda language: language.text("People"),
        (
            Part("person", lambda c, _: person_page(c.record, c.view, c.language) if c.view.person else Markup()),
            Part("people", lambda c, _: Markup() if c.view.person else people_list(c.record, c.view, c.language)),
        ),
        listed=False,
    ),
    "search": Page(
        lambda language: language.text("Search"),
        (Part("found", lambda c, _: search_page(c.record, c.view, c.language)),),
        listed=False,
    ),
}
"""Every page by the last part of its address; the first is the home page, at the root."""


def _sizes(of: Mapping[str, T], wide: str, narrow: Narrow) -> list[T]:
    """The sizes of a figure for some windows; `wide` is the name of the one for wide windows."""
    return [of["phone" if one else wide] for one in narrow]


def _case(context: Context) -> Markup:
    view = context.view
    return case_page(context.record, view.case, view, context.language) if view.case else Markup()
