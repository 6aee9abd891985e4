"""The widgets that change the view. Each shows what the address says, and writes back to it."""

from collections.abc import Sequence
from typing import Any, Literal

import streamlit as st

from components.app.state import change, filter_by
from components.language import Language
from components.words import labels
from components.words.places import place_words
from data.loading.record import Record
from data.period import Period, january_days
from data.queries.view import CAMERAS, LANES, View
from data.vocabulary import CATEGORIES, SIGNIFICANCES, STATUSES, VOICE_KINDS

JANUARY_DAYS = tuple(january_days())
WHOLE_DAY = (0, 24 * 60)


def filter_menu(record: Record, view: View, language: Language) -> None:
    """Words in the text, importance, places, kinds and standing, behind one button that counts those in use."""
    _ = language.text
    used = view.used_filters()
    label = language.plural("{n} filter in use", "{n} filters in use", used) if used else _("Filter")
    with st.popover(label, icon=":material/filter_list:", key="filters"):
        word_search(view, language)
        _day_range(view, language)
        _multiple(_("Places"), "filter-places", "places", _place_options(record, language), view.places, language,
                  lambda place: place_words(record.place_rows[place], language))  # fmt: skip
        _multiple(_("Kinds of event"), "filter-kinds", "categories", CATEGORIES, view.categories, language,
                  lambda value: labels.category(language, value))  # fmt: skip
        _multiple(_("How well known"), "filter-status", "statuses", STATUSES, view.statuses, language,
                  lambda value: labels.status(language, value))  # fmt: skip
        _multiple(_("Reported by"), "filter-voices", "voices", VOICE_KINDS, view.voices, language,
                  lambda value: labels.voice_kind(language, value))  # fmt: skip
        _bind("filter-alone", view.alone)
        st.checkbox(
            _("and by nobody else"),
            key="filter-alone",
            disabled=not view.voices,
            on_change=_set,
            args=("filter-alone", "alone"),
        )
        _bind("filter-significance", view.significance)
        st.selectbox(
            _("Importance"),
            SIGNIFICANCES,
            key="filter-significance",
            format_func=lambda value: labels.significance(language, value),
            on_change=_set,
            args=("filter-significance", "significance"),
        )


def _day_range(view: View, language: Language) -> None:
    """A range of days in January, also for those who have no shift key to click with."""
    _ = language.text
    period = view.period
    with st.container(horizontal=True, gap="small"):
        for key, label, day in (
            ("days-first", _("From day"), period and period.first),
            ("days-last", _("To day"), period and period.last),
        ):
            _bind(key, day if day in JANUARY_DAYS else None)
            st.selectbox(
                label,
                [None, *JANUARY_DAYS],
                key=key,
                format_func=lambda day: language.day(day, "d MMMM") if day else _("Any"),
                on_change=_set_days,
            )


def _set_days() -> None:
    first, last = st.session_state["days-first"], st.session_state["days-last"]
    if first and last:
        first, last = min(first, last), max(first, last)
    period = Period(first, last) if first or last else None
    filter_by(period=period, hours=None)


def word_search(view: View, language: Language, width: Literal["stretch"] | int = "stretch") -> None:
    """Words that must all occur."""
    _bind("filter-text", view.text)
    st.text_input(
        language.text("Words in the text"),
        key="filter-text",
        placeholder=language.text("For example: akimat"),
        on_change=_set,
        args=("filter-text", "text"),
        max_chars=200,
        width=width,
    )


def camera_choice(view: View, language: Language) -> None:
    """Where the map looks."""
    _choice(
        "camera", "camera", CAMERAS, view.camera, lambda value: labels.camera(language, value), language.text("Look at")
    )


def lane_choice(view: View, language: Language) -> None:
    """What the timeline's lanes are."""
    _choice("lanes", "lanes", LANES, view.lanes, lambda value: labels.lanes(language, value), language.text("Lanes"))


def hour_choice(view: View, language: Language) -> None:
    """From which hour to which, when a single day is chosen."""
    if not (view.period and view.period.day):
        return
    _ = language.text
    first, last = view.hours or WHOLE_DAY
    with st.container(horizontal=True, gap="small"):
        for key, label, value, options in (
            ("hours-first", _("From"), first, range(0, last, 30)),
            ("hours-last", _("Until"), last, range(first + 30, WHOLE_DAY[1] + 1, 30)),
        ):
            _bind(key, value)
            st.selectbox(label, options, key=key, format_func=_clock, on_change=_set_hours, width=120)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _set_hours() -> None:
    hours = st.session_state["hours-first"], st.session_state["hours-last"]
    filter_by(hours=None if hours == WHOLE_DAY else hours)


def _place_options(record: Record, language: Language) -> list[str]:
    """The places that events lie in, cities first, by their names."""
    order = {"city": 0, "town": 0, "region": 1, "country": 2, "site": 3}
    used = {place for event in record.event_rows.values() for place in record.within[event["place_id"]]}
    rows = record.place_rows
    return sorted(used, key=lambda place: (order[rows[place]["kind"]], language.of(rows[place], "name")))


def _multiple(
    label: str, key: str, field: str, options: Sequence[str], chosen: tuple[str, ...], language: Language, words: Any
) -> None:
    _bind(key, list(chosen))
    st.multiselect(
        label,
        options,
        key=key,
        format_func=words,
        placeholder=language.text("All"),
        select_all=False,
        on_change=_set,
        args=(key, field),
    )


def _choice(key: str, field: str, options: Sequence[str], chosen: str, words: Any, label: str) -> None:
    _bind(key, chosen)
    st.pills(
        label,
        options,
        key=key,
        format_func=words,
        on_change=lambda: change(**{field: st.session_state[key]}),
        label_visibility="collapsed",
        required=True,
    )


def _bind(key: str, value: object) -> None:
    """Before a widget is drawn: what it shows is what the address says.

    It is said on every run, even if nothing changed: of two runs close together the browser may see the last alone.
    """
    st.session_state[key] = value


def _set(key: str, field: str) -> None:
    value = st.session_state[key]
    if isinstance(value, list):
        value = tuple(value)
    if isinstance(value, str):
        value = " ".join(value.split())
    changes = {field: value}
    if field == "voices" and not value:
        changes["alone"] = False
    filter_by(**changes)
