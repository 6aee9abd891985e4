"""The map and the timeline as widgets: they show a view, and what is chosen in them changes it."""

from datetime import datetime

import streamlit as st
from markupsafe import Markup
from pydeck import Deck

from components.app.linked import flat, linked, narrow, small
from components.app.state import go
from components.frame.context import Context
from components.map.box import map_box
from components.map.eyes import moved_eye
from components.map.live import map_deck
from components.map.scene import scene
from components.timeline.live import hours_between, timeline_chart
from components.words.sentence import sentence
from data.period import Period


def show_map(context: Context) -> None:
    """The map as it stands, drawn; while a reader moves it the live one shows, which lies under it.

    That comes when the reader comes to the map: no page carries it before. Where the map is left it is drawn anew, so
    that marks part which lay in one another, and names find room.
    """
    live, camera = said_of_map()
    eye = moved_eye(camera, context.scene.looks_at)
    shown = scene(context.shown, context.language, moved=eye) if eye else context.scene
    narrow = small()

    def box() -> Markup:
        return map_box(shown, narrow, moved=bool(eye))

    def deck() -> Deck:
        return map_deck(shown, context.theme, narrow)

    with st.container(key="map-canvas"):
        if live and not flat():
            st.pydeck_chart(
                deck() if eye else context.once(("deck", narrow), deck), key="map", height="stretch", alt=_alt(context)
            )
        linked(box() if eye else context.once(("map", narrow), box), key="drawn-map", page=context.page)


def said_of_map() -> tuple[bool, object]:
    """What the browser has said of the map: whether its reader has come to it, and where its camera was moved to."""
    said = st.session_state.get("drawn-map")
    return bool(getattr(said, "live", None)), getattr(said, "camera", None)


def _alt(context: Context) -> str:
    """What the live map says to whoever can't see it."""
    return context.language.text("Map. {sentence}. The list has the same events as text.").format(
        sentence=sentence(context.shown, context.language)
    )


def show_hours(context: Context) -> None:
    """The live chart over the hours of the drawn timeline. A drag chooses hours; a click is one on the drawn mark.

    It comes when the reader's pointer comes to the hours, for which alone it is.
    """
    if context.plan.scale.in_hours and not narrow() and said_of_hours():
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


def said_of_hours() -> bool:
    """Whether the browser has said that its reader has come to the hours."""
    return bool(getattr(st.session_state.get("timeline"), "live", None))


def _choose_hours(context: Context) -> None:
    """Choose the hours of the box that was dragged."""
    for box in st.session_state["hours"]["selection"]["box"]:
        first, last = map(datetime.fromisoformat, box["x"])
        hours = hours_between(first, last, context.plan.scale)
        if hours and hours != context.view.hours:
            go(context.view.filtered(period=Period.of(context.plan.scale.begins.date()), hours=hours))
