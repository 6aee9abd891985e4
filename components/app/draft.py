"""A talk that a reader puts together: views collected on the pages, ordered and titled, kept while the tab is open."""

from dataclasses import replace
from datetime import date

import streamlit as st

from components.figure import NothingToDrawError
from components.frame.contents import PAGES
from components.language import Language
from components.talks.figures import slide_figure
from components.words.sentence import NO_BREAK, describe
from data.queries.query import query
from data.queries.view import View
from data.store import known, read_view, record, record_of
from data.talks import LONGEST_HEADING, Slide, Talk, parse_talk, write_talk

_KEY, _FRONT, _NEXT = "draft", "draft-front", "draft-next"
LONGEST = 2_000_000
"""So many characters of a talk are taken back from the browser: a file that was opened, and as much again."""


def slides() -> dict[int, Slide]:
    """The slides so far in their order, each by a number of its own that no other slide gets.

    So what a widget says of a slide, once more or late, can't be taken for that of another.
    """
    found: dict[int, Slide] = st.session_state.setdefault(_KEY, {})
    return found


def _append(slide: Slide) -> None:
    number = st.session_state[_NEXT] = st.session_state.get(_NEXT, 0) + 1
    slides()[number] = slide


def front() -> dict[str, str]:
    """The title and the author so far."""
    found: dict[str, str] = st.session_state.setdefault(_FRONT, {"title": "", "author": ""})
    return found


def add(page: str, query: dict[str, str], language: Language) -> None:
    """Add the view of a page as a slide, with what it shows as its heading."""
    view = read_view(query)[0].but(talk="", language="", layer=PAGES[page].kept_as or "map")
    if view.layer == "docket" and not view.case:
        view = view.but(layer="timeline")
    _append(Slide(len(slides()) + 1, 0, _heading(view, language), "", view, ""))


def _heading(view: View, language: Language) -> str:
    """What a view is of: its days and places, its numbers, its case."""
    try:
        figure = slide_figure(record(), view, language)
    except NothingToDrawError:
        return language.text("A view")
    chosen = describe(view, query(record_of(view), view), language)
    words = ", ".join(chosen) if figure.layer in ("map", "timeline") and chosen else figure.caption
    words = words.replace(NO_BREAK, " ")
    return words if len(words) <= LONGEST_HEADING else words[: LONGEST_HEADING - 1] + "…"


def move(number: int, by: int) -> None:
    """Put a slide before or after its neighbour."""
    order = list(slides())
    at = order.index(number) if number in order else -1
    if at >= 0 and 0 <= at + by < len(order):
        order[at], order[at + by] = order[at + by], order[at]
        st.session_state[_KEY] = {one: slides()[one] for one in order}


def remove(number: int) -> None:
    """Take a slide out."""
    slides().pop(number, None)


def change(number: int, **texts: str) -> None:
    """Change the heading, words or notes of a slide, if it is still there."""
    if number in slides():
        slides()[number] = replace(slides()[number], **texts)  # type: ignore[arg-type]


def take(talk: Talk) -> None:
    """Go on with a talk, in place of what there is so far."""
    st.session_state[_FRONT] = {"title": talk.title, "author": talk.author}
    slides().clear()
    for slide in talk.slides:
        _append(replace(slide, faults=()))


def take_back(text: str) -> None:
    """Go on with what the browser has kept: it comes before what was put together since."""
    if len(text) > LONGEST:
        return
    since, entitled = list(slides().values()), {key: words for key, words in front().items() if words}
    take(parse_talk("my-talk", text, known()))
    front().update(entitled)
    for slide in since:
        _append(slide)


def kept(language: Language) -> str:
    """What the browser is to keep, in the form of a talk's file; empty where nothing was put together."""
    return written(language) if slides() or any(front().values()) else ""


def written(language: Language) -> str:
    """The draft as the text of a talk's file."""
    title = front()["title"] or language.text("My talk")
    named = [
        slide if slide.heading else replace(slide, heading=language.text("Untitled")) for slide in slides().values()
    ]
    return write_talk(title, language.code, front()["author"], date.today().isoformat(), named)


def parsed(language: Language) -> Talk:
    """The draft as the talk that its file will be, with its faults."""
    return parse_talk("my-talk", written(language), known())
