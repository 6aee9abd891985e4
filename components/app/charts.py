"""The map and the timeline as widgets: they show a view, and what is chosen in them changes it."""

import streamlit as st
from markupsafe import Markup

from components.app.linked import flat, linked, narrow, small, stand_in
from components.app.state import change, current_view, go
from components.language import Language
from components.map.groups import toggled
from components.map.live import event_deck
from components.map.svg import BROAD, NARROW, drawn_map
from components.timeline.live import timeline
from components.words.sentence import sentence
from data.query import Shown

MAP_HEIGHT, NARROW_MAP_HEIGHT = 430, 300


def show_map(shown: Shown, language: Language, theme: str) -> None:
    """The map; a click on a mark or a tinted region chooses the place. Without WebGL it is the drawn one."""
    with st.container(key="map-frame"):
        if flat():
            linked(_drawn_map(shown, language), key="drawn-map", page="explore")
        else:
            stand_in(lambda: _drawn_map(shown, language), key="first-map", page="explore")
            _live_map(shown, language, theme)


def _drawn_map(shown: Shown, language: Language) -> Markup:
    drawn = drawn_map(shown, language, NARROW if small() else BROAD, shown.view.camera)
    return Markup('<div class="standing-in">{}</div>').format(drawn)


def _live_map(shown: Shown, language: Language, theme: str) -> None:
    st.pydeck_chart(
        event_deck(shown, language, theme, small()),
        key="map",
        height=NARROW_MAP_HEIGHT if narrow() else MAP_HEIGHT,
        on_select=_choose_place,
        selection_mode="single-object",
        alt=language.text("Map. {sentence}. The list has the same events as text.").format(
            sentence=sentence(shown, language)
        ),
    )


def show_timeline(shown: Shown, language: Language, theme: str) -> None:
    """The timeline; a click opens the event."""
    st.plotly_chart(
        timeline(shown, language, theme, narrow()),
        key="timeline",
        theme=None,
        on_select=_choose_event,
        selection_mode="points",
        config={"displayModeBar": False, "doubleClick": False},
        alt=language.text("Timeline. {sentence}. The list has the same events as text.").format(
            sentence=sentence(shown, language)
        ),
    )


def _choose_place() -> None:
    """Choose the place clicked on, by its id: the row number of a mark means nothing after the next filter."""
    objects = st.session_state["map"]["selection"]["objects"]
    for row in (row for rows in objects.values() for row in rows):
        if place := row.get("place_id") or row.get("properties", {}).get("place_id"):
            go(toggled(current_view()[0], place))


def _choose_event() -> None:
    points = st.session_state["timeline"]["selection"]["points"]
    if points:
        event, view = points[0]["customdata"], current_view()[0]
        change(event="" if view.event == event else event)
