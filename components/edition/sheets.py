"""The pages of the edition: which views have a file of their own, and what stands in it."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import urlencode

from components.address import HOME
from components.claims.ledger import opened_claims
from components.explore.opened import opened
from components.frame.contents import PAGES, Block, Box, Part
from components.record.sources_page import source_list
from components.words.rest import MOST
from data.loading.record import Record
from data.period import AFTER, BEFORE, Period, january_days
from data.queries.numbers import offered
from data.queries.opened import on_its_day
from data.queries.query import query
from data.queries.view import CAMERAS, LANES, PAGE_OF_LIST, View
from data.vocabulary import TOPICS

LATER = Period(*sorted(january_days())[12::18])
"""The days that the timeline of all days has no columns for."""


def _without(blocks: Iterable[Block], key: str) -> tuple[Block, ...]:
    """Blocks without a part, in whichever box it is."""
    return tuple(
        replace(block, blocks=_without(block.blocks, key)) if isinstance(block, Box) else block
        for block in blocks
        if isinstance(block, Box) or block.key != key
    )


SHORTER = _without(PAGES[HOME].blocks, "guide")
"""Explore without the help on reading it, which stands on the first page."""
EVENT = (Part("card", lambda c, _: opened(c.shown, c.language)),)
CLAIM = (Part("claim", lambda c, _: opened_claims(c.record, c.view, c.language)),)
FIRST = "index.html"
"""The page that most come to first."""
MEASURE = tuple(part for part in PAGES["claims"].parts if part.key == "numbers")
SOURCE = (Part("sources", lambda c, _: source_list(c.record, c.view, c.language)),)
SOURCES = (Part("sources", lambda c, _: source_list(c.record, c.view, c.language, len(c.record.source_rows), room=0)),)
"""What stands on the page of one event, claim, measure or source, and on that of all sources, where each leads to what
cites it; on the others stands the whole page of the app."""
NARROWING = ("outcome", "sort", "part", "told", "q", "day", "place", "stands", "only", "role", "claimant", "of")
"""What narrows the lists of the other pages, in the order in which it is let go of where a link has it."""
ALL_SOURCES = ("sources", frozenset({("show", "all")}))
"""The one list that has a page of its own: the page of its first rows tells of the method as well."""


@dataclass(frozen=True)
class Sheet:
    """A page of the app with a view, in a `file` below the folder of its language, with some `blocks` of the page."""

    file: str
    page: str
    view: View
    blocks: tuple[Block, ...] = ()

    @property
    def key(self) -> "Key":
        """By what a link finds it."""
        whole = self.page == "sources" and self.view.shown > PAGE_OF_LIST
        return ALL_SOURCES if whole else key(self.page, self.view.to_query())

    @property
    def chosen(self) -> dict[str, str]:
        """The choices of its view, as in an address of the app; that a list is whole is none."""
        return replace(self.view, shown=View().shown).to_query()

    @property
    def drawn(self) -> tuple[Block, ...]:
        """The blocks that stand on it."""
        return self.blocks or PAGES[self.page].blocks


_NEAREST = (
    ("day", ("at", "lanes")), ("place", ("at", "lanes")), ("at", ("lanes",)), ("lanes", ()), ("", ("at", "lanes")),
)  # fmt: skip
"""The choices that have files of their own on Explore, the nearest first, and what such a file has its own way with."""
Key = tuple[str, frozenset[tuple[str, str]]]
_PASSING = ("lang", "seen", "talk", "tour", "known", "undated", "layer")
"""What makes no page of its own: how it was come by, and what only the app can do."""
_SHOWN = ("all", "show")
"""What a sheet shows anyway: all of a list, and an event among all days."""


def key(page: str, query: Mapping[str, str]) -> Key:
    """A page and its parameters, without those that make no page of their own."""
    kept = {name: value for name, value in query.items() if name not in _PASSING + _SHOWN}
    if "event" in kept:
        kept = {"event": kept["event"]}
    return page, frozenset(kept.items())


@dataclass(frozen=True)
class Sheets:
    """All sheets of a language, and the way from an address of the app to one of them."""

    all: tuple[Sheet, ...]

    @cached_property
    def by_key(self) -> dict[Key, str]:
        """The file of each key."""
        return {sheet.key: sheet.file for sheet in self.all}

    def file_of(self, page: str, query: Mapping[str, str]) -> str | None:
        """The file of a view; of one without a file the nearest, on Explore with the view after "#".

        None where there is nothing like it: two sides, or two claims that are open.
        """
        if page == "sources" and "show" in query:
            return self.by_key[ALL_SOURCES]
        page, kept = key(page, query)
        exact = self.by_key.get((page, kept))
        if exact is not None:
            return exact
        choices = dict(kept)
        if page == HOME:
            return None if "beside" in choices else self._near({name: query[name] for name in query if name in choices})
        if "with" in choices:
            return None
        for name in NARROWING:
            choices.pop(name, None)
            if found := self.by_key.get((page, frozenset(choices.items()))):
                return found
        return self.by_key.get((page, frozenset()))

    def _near(self, choices: dict[str, str]) -> str:
        """The file of Explore that is nearest to some choices; it is looked at as it was drawn."""
        for name, let_go in _NEAREST:
            if near := self.by_key.get((HOME, frozenset({(name, choices.get(name, ""))} if name else ()))):
                left = {one: value for one, value in choices.items() if one not in let_go}
                return self.by_key.get((HOME, frozenset(left.items()))) or f"{near}#{urlencode(left)}"
        raise KeyError(HOME)


def sheets(record: Record) -> Sheets:
    """Every page of the edition, in a fixed order. All of a list stands on its page."""
    return Sheets(tuple(_sheets(record)))


def _sheets(record: Record) -> Iterator[Sheet]:
    whole = View(shown=MOST)
    yield Sheet(FIRST, HOME, whole)
    for camera in CAMERAS[1:3]:  # what lies within a city is looked at from the page of the city
        yield Sheet(f"maps/{camera}.html", HOME, whole.but(camera=camera), SHORTER)
    yield Sheet("places.html", HOME, whole.but(lanes=LANES[1]), SHORTER)
    for period in (BEFORE, *map(Period.of, january_days()), LATER, AFTER):
        yield Sheet(f"days/{period}.html", HOME, whole.but(period=period), SHORTER)
        yield Sheet(f"reading/{period}.html", "day", whole.but(period=period))
    for place in record.place_rows:
        view = whole.but(places=(place,))
        if query(record, view).rows:
            yield Sheet(f"places/{place}.html", HOME, view, SHORTER)
    for event in record.event_rows:
        yield Sheet(f"events/{event}.html", HOME, on_its_day(record, View(event=event)), EVENT)
    for page in PAGES:
        if page != HOME:
            yield Sheet(f"{page}.html", page, View() if page == "sources" else whole)
    yield Sheet("sources/all.html", "sources", View(shown=sys.maxsize), SOURCES)
    yield from _of_pages(record)


def _of_pages(record: Record) -> Iterator[Sheet]:
    """What can be opened on the other pages."""
    whole = View(shown=MOST)
    for case in record.case_rows:
        yield Sheet(f"cases/{case}.html", "cases", View(case=case))
    for claim in record.claim_rows:
        yield Sheet(f"claims/{claim}.html", "claims", View(claim=claim), CLAIM)
    for measure in offered(record):
        yield Sheet(f"measures/{measure}.html", "claims", View(measure=measure), MEASURE)
    yield from (Sheet(f"topics/{topic}.html", "claims", whole.but(topic=topic)) for topic in _topics(record))
    for person in record.person_rows:
        yield Sheet(f"people/{person}.html", "people", View(person=person))
    for source in record.source_rows:
        yield Sheet(f"sources/{source}.html", "sources", View(source=source), SOURCE)


def _topics(record: Record) -> Iterable[str]:
    made = {claim["topic"] for claim in record.claim_rows.values()}
    return (topic for topic in TOPICS if topic in made)
