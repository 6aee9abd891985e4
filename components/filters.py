"""The widgets that change the view. Each shows what the address says, and writes back to it."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from components import labels
from components.language import Language
from components.sentence import place_words
from components.state import change, go
from data.record import Record
from data.view import CAMERAS, LANES, View, step
from data.vocabulary import CATEGORIES, SIGNIFICANCES, STATUSES


def day_steps(view: View, language: Language) -> None:
    """Back and forward a day, also by the arrow keys."""
    _ = language.text
    for words, days, key in ((_("Previous day"), -1, "Left"), (_("Next day"), 1, "Right")):
        following = view.but(period=step(view.period, days), hours=None, event="", shown=View().shown)
        st.button(
            words,
            key=f"step-{key}",
            shortcut=key,
            on_click=go,
            args=(following,),
            disabled=following.period == view.period,
        )


def filter_row(record: Record, view: View, language: Language) -> None:
    """Words in the text, importance, places, kinds and standing."""
    _ = language.text
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        _bind("filter-text", view.text)
        st.text_input(
            _("Words in the text"),
            key="filter-text",
            placeholder=_("For example: akimat"),
            on_change=_set,
            args=("filter-text", "text"),
            width=230,
            max_chars=200,
        )
        _multiple(_("Places"), "filter-places", "places", _place_options(record), view.places, language,
                  lambda place: place_words(record.place_rows[place], language), 230)  # fmt: skip
        _multiple(_("Kinds of event"), "filter-kinds", "categories", CATEGORIES, view.categories, language,
                  lambda value: labels.category(language, value), 230)  # fmt: skip
        _multiple(_("How well known"), "filter-status", "statuses", STATUSES, view.statuses, language,
                  lambda value: labels.status(language, value), 210)  # fmt: skip
        _bind("filter-significance", view.significance)
        st.selectbox(
            _("Importance"),
            SIGNIFICANCES,
            key="filter-significance",
            format_func=lambda value: labels.significance(language, value),
            on_change=_set,
            args=("filter-significance", "significance"),
            width=160,
        )


def camera_choice(view: View, language: Language) -> None:
    """Where the map looks."""
    _segments("camera", "camera", CAMERAS, view.camera, lambda value: labels.camera(language, value), language.text("Look at"))


def lane_choice(view: View, language: Language) -> None:
    """What the timeline's lanes are."""
    _segments("lanes", "lanes", LANES, view.lanes, lambda value: labels.lanes(language, value), language.text("Lanes"))


def _place_options(record: Record) -> list[str]:
    """The places that events lie in, cities first, by their English names."""
    order = {"city": 0, "town": 0, "region": 1, "country": 2, "site": 3}
    used = {place for chain in map(record.within.get, record.events["place_id"]) for place in chain or ()}
    rows = record.place_rows
    return sorted(used, key=lambda place: (order[rows[place]["kind"]], rows[place]["name_en"]))


def _multiple(
    label: str, key: str, field: str, options: Sequence[str], chosen: tuple[str, ...], language: Language, words: Any, width: int
) -> None:
    _bind(key, list(chosen))
    st.multiselect(
        label,
        options,
        key=key,
        format_func=words,
        placeholder=language.text("All"),
        on_change=_set,
        args=(key, field),
        width=width,
    )


def _segments(key: str, field: str, options: Sequence[str], chosen: str, words: Any, label: str) -> None:
    _bind(key, chosen)
    st.segmented_control(
        label, options, key=key, format_func=words, on_change=_set, args=(key, field), label_visibility="collapsed", required=True
    )


def _bind(key: str, value: object) -> None:
    """Before a widget is drawn: what it shows is what the address says."""
    if st.session_state.get(key) != value:
        st.session_state[key] = value


def _set(key: str, field: str) -> None:
    value = st.session_state[key]
    if isinstance(value, list):
        value = tuple(value)
    if isinstance(value, str):
        value = " ".join(value.split())
    change(**{field: value, "event": "", "shown": View().shown} if field not in ("camera", "lanes") else {field: value})
