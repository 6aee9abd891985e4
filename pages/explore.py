"""Explore: the day strip, the map, the timeline and the list of one view, each linked with the others."""

import streamlit as st

from components.app.charts import show_map, show_timeline
from components.app.filters import camera_choice, day_steps, filter_menu, hour_choice, lane_choice
from components.app.linked import linked, narrow
from components.app.shell import theme
from components.app.state import current_view
from components.drawing.legend import legend
from components.language import Language
from components.map.shelf import shelf
from components.map.silence import silence
from components.record.card import event_card
from components.record.downloads import download_links
from components.record.event_list import event_list
from components.timeline.strip import day_strip
from components.words.sentence import heading
from data.query import query
from data.store import record_of

view = current_view()[0]
language = Language(view.language)
shown = query(record_of(view), view)

with st.container(horizontal=True, vertical_alignment="center", gap="small"):
    linked(heading(shown, language), key="sentence", page="explore")
    day_steps(view, language)
linked(day_strip(shown, language), key="strip", page="explore")

left, right = st.columns([3, 2], gap="medium")
below = st.container() if narrow() else left
with right:
    if shown.selected is not None:
        linked(event_card(record_of(view), shown.selected, view, language), key="card", page="explore")
    linked(event_list(shown, language), key="list", page="explore")
with left:
    with st.container(horizontal=not narrow(), gap="small"):
        camera_choice(view, language)
        filter_menu(record_of(view), view, language)
    show_map(shown, language, theme())
    linked(silence(shown, language), key="silence", page="explore")
    linked(shelf(shown, language, theme()), key="shelf", page="explore")
with below:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        lane_choice(view, language)
        hour_choice(view, language)
    show_timeline(shown, language, theme())
    linked(legend(language), key="legend", page="explore")
    linked(download_links(view, language, theme()), key="downloads", page="explore")
