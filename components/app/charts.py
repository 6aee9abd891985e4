"""The map and the timeline as widgets: they show a view, and what is chosen in them changes it."""

from datetime import datetime

import streamlit as st

from components.app.linked import flat, linked, narrow, small, stand_in
from components.app.state import current_view, go
from components.frame.context import Context
from components.frame.placeholders import standing_map
from components.map.groups import toggled
from components.map.live import map_deck
from components.timeline.live import hours_between, timeline_chart
from components.words.sentence import sentence
from data.period import Period


def show_map(context: Context) -> None:
    """The map; a click on a mark or a tinted region chooses the place. Without WebGL it is the drawn one."""
    with st.container(key="map-canvas"):
        if flat():
            linked(standing_map(context, small()), key="drawn-map", page=context.page)
        else:
            stand_in(lambda: standing_map(context, small()), key="first-map", page=context.page)
            _live_map(context)


def _live_map(context: Context) -> None:
    st.pydeck_chart(
        context.once(("deck", small()), lambda: map_deck(context.scene, context.theme, small())),
        key="map",
        height="stretch",
        on_select=_choose_place,
        selection_mode="single-object",
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


def _choose_place() -> None:
    """Choose the place clicked on, by its id: the row number of a mark means nothing after the next filter."""
    objects = st.session_state["map"]["selection"]["objects"]
    for row in (row for rows in objects.values() for row in rows):
        if place := row.get("place_id") or row.get("properties", {}).get("place_id"):
            go(toggled(current_view()[0], place))


def _choose_hours(context: Context) -> None:
    """Choose the hours of the box that was dragged."""
    for box in st.session_state["hours"]["selection"]["box"]:
        first, last = map(datetime.fromisoformat, box["x"])
        hours = hours_between(first, last, context.plan.scale)
        if hours and hours != context.view.hours:
            go(context.view.filtered(period=Period.of(context.plan.scale.begins.date()), hours=hours))
