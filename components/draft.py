"""A talk that a reader puts together: views collected on the pages, ordered and titled, kept for the session alone."""

from dataclasses import replace
from datetime import date

import streamlit as st

from components.language import Language
from components.sentence import NO_BREAK, describe
from components.stagefigures import NoFigureError, slide_figure
from components.state import known, read_view, record, record_of
from data.query import query
from data.talks import LONGEST_HEADING, Slide, Talk, parse_talk, write_talk
from data.view import View

_KEY = "draft"
LAYER_OF_PAGE = {"explore": "map", "day": "timeline", "claims": "numbers", "cases": "docket"}
"""What fills the slide of a view that was added on a page."""


def slides() -> list[Slide]:
    """The slides so far."""
    found: list[Slide] = st.session_state.setdefault(_KEY, [])
    return found


def add(page: str, query: dict[str, str], language: Language) -> None:
    """Add the view of a page as a slide, with what it shows as its heading."""
    view = read_view(query)[0].but(talk="", layer=LAYER_OF_PAGE.get(page, "map"))
    if view.layer == "docket" and not view.case:
        view = view.but(layer="timeline")
    slides().append(Slide(len(slides()) + 1, 0, _heading(view, language), "", view, ""))


def _heading(view: View, language: Language) -> str:
    """What a view is of: its days and places, its numbers, its case."""
    try:
        figure = slide_figure(record(), view, language)
    except NoFigureError:
        return language.text("A view")
    chosen = describe(view, query(record_of(view), view), language)
    words = ", ".join(chosen) if figure.layer in ("map", "timeline") and chosen else figure.caption
    words = words.replace(NO_BREAK, " ")
    return words if len(words) <= LONGEST_HEADING else words[: LONGEST_HEADING - 1] + "…"


def move(number: int, by: int) -> None:
    """Put a slide before or after its neighbour."""
    found, at = slides(), number - 1
    to = at + by
    if 0 <= to < len(found):
        found[at], found[to] = found[to], found[at]


def remove(number: int) -> None:
    """Take a slide out."""
    del slides()[number - 1]


def change(number: int, **texts: str) -> None:
    """Change the heading, words or notes of a slide."""
    found = slides()
    found[number - 1] = replace(found[number - 1], **texts)  # type: ignore[arg-type]


def take(talk: Talk) -> None:
    """Go on with the slides of a talk, in place of those so far."""
    st.session_state[_KEY] = [replace(slide, faults=()) for slide in talk.slides]


def written(title: str, author: str, language: Language) -> str:
    """The draft as the text of a talk's file."""
    named = [slide if slide.heading else replace(slide, heading=language.text("Untitled")) for slide in slides()]
    return write_talk(title, language.code, author, date.today().isoformat(), named)


def parsed(title: str, author: str, language: Language) -> Talk:
    """The draft as the talk that its file will be, with its faults."""
    return parse_talk("my-talk", written(title, author, language), known())
