"""The map and the timeline as widgets: they show a view, and what is chosen in them changes it."""

from datetime import datetime

import streamlit as st

from components.eventmap import event_deck, toggled
from components.language import Language
from components.sentence import sentence
from components.state import change, current_view, go
from components.timeline import timeline
from data.query import Shown
from data.view import View

MAP_HEIGHT = 430


def show_map(shown: Shown, language: Language, theme: str) -> None:
    """The map; a click on a mark or a tinted region chooses the place."""
    st.pydeck_chart(
        event_deck(shown, language, theme),
        key="map",
        height=MAP_HEIGHT,
        on_select=_choose_place,
        selection_mode="single-object",
        alt=language.text("Map. {sentence}. The list has the same events as text.").format(sentence=sentence(shown, language)),
    )


def show_timeline(shown: Shown, language: Language, theme: str) -> None:
    """The timeline; a click opens the event, dragging across a day chooses hours."""
    st.plotly_chart(
        timeline(shown, language, theme),
        key="timeline",
        theme=None,
        on_select=_choose_event,
        selection_mode=("points", "box"),
        config={"displayModeBar": False, "doubleClick": False},
        alt=language.text("Timeline. {sentence}. The list has the same events as text.").format(
            sentence=sentence(shown, language)
        ),
    )


def _choose_place() -> None:
    """Choose the place clicked on, by its id: the row number of a mark means nothing after the next filter."""
    objects = st.session_state["map"]["selection"]["objects"]
    for row in (row for rows in objects.values() for row in rows):
        place = row.get("place_id") or row.get("properties", {}).get("place_id")
        if place:
            go(toggled(current_view()[0], place))


def _choose_event() -> None:
    selection = st.session_state["timeline"]["selection"]
    view = current_view()[0]
    if selection["box"] and view.period and view.period.day:
        change(hours=_minutes(selection["box"][0]["x"], view), event="")
    elif selection["points"]:
        chosen = selection["points"][0]["customdata"]
        change(event="" if view.event == chosen else chosen)


def _minutes(edges: list[str], view: View) -> tuple[int, int] | None:
    """The two times that a box was drawn between, as minutes of the chosen day in steps of a quarter of an hour."""
    assert view.period and view.period.day
    start = datetime.combine(view.period.day, datetime.min.time())
    times = sorted(datetime.fromisoformat(str(edge).replace(" ", "T")[:19]) for edge in edges)
    first, last = ((moment - start).total_seconds() / 60 for moment in times)
    low, high = max(0, int(first // 15) * 15), min(24 * 60, -int(-last // 15) * 15)
    return (low, high) if low < high else None
