"""The map and the timeline as widgets: they show a view, and what is chosen in them changes it."""

from datetime import datetime

import streamlit as st

from components.app.linked import flat, linked, narrow, small
from components.app.state import current_view, go
from components.frame.context import Context
from components.map.box import map_box
from components.map.eyes import moved_eye
from components.map.live import map_deck
from components.map.scene import Scene, scene
from components.timeline.live import hours_between, timeline_chart
from components.words.sentence import sentence
from data.period import Period


def show_map(context: Context) -> None:
    """The map as it stands, drawn; while a reader moves it the live one shows, which lies under it.

    That comes when the reader comes to the map: no page carries it before. Where the map is left it is drawn anew, so
    that marks part which lay in one another, and names find room.
    """
    said = st.session_state.get("drawn-map")
    eye = moved_eye(getattr(said, "camera", None), context.scene.looks_at)
    shown = scene(context.shown, context.language, moved=eye) if eye else context.scene
    with st.container(key="map-canvas"):
        if getattr(said, "live", None) and not flat():
            _live_map(context, shown)
        linked(map_box(shown, small(), moved=bool(eye)), key="drawn-map", page=context.page)


def _live_map(context: Context, shown: Scene) -> None:
    st.pydeck_chart(
        map_deck(shown, context.theme, small()),
        key="map",
        height="stretch",
        alt=context.language.text("Map. {sentence}. The list has the same events as text.").format(
            sentence=sentence(context.shown, context.language)
        ),
    )


def show_hours(context: Context) -> None:
    """The live chart over the hours of the drawn timeline. A drag chooses hours; a click is one on the drawn mark."""
    if context.plan.scale.in_hours and not narrow():
        st.plotly_chart(
            context.once("hours", lambda: timeline_chart(context.plan, context.theme)),
            key="hours",
            height="stretch",
            theme=None,
            on_select=lambda: _choose_hours(context),
            selection_mode="box",
            config={"displayModeBar": False, "doubleClick": False},
            alt=context.language.text("The hours of the timeline, to choose from."),
        )


def _choose_hours(context: Context) -> None:
    """Choose the hours of the box that was dragged."""
    for box in st.session_state["hours"]["selection"]["box"]:
        first, last = map(datetime.fromisoformat, box["x"])
        hours = hours_between(first, last, context.plan.scale)
        if hours and hours != context.view.hours:
            go(context.view.filtered(period=Period.of(context.plan.scale.begins.date()), hours=hours))
