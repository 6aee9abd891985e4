"""Day by day: a day as a page to read and to print."""

import streamlit as st

from components.app.filters import day_steps
from components.app.linked import linked, narrow
from components.app.state import current_view
from components.language import Language
from components.map.svg import COLUMN, NARROW
from components.record.reading import reading, reading_period
from components.timeline.strip import day_strip
from data.query import query
from data.store import record_of

view = current_view()[0]
language = Language(view.language)
shown = query(record_of(view), view.but(period=reading_period(view)))

with st.container(horizontal=True, horizontal_alignment="right", gap="small"):
    day_steps(shown.view, language)
linked(day_strip(shown, language, "day"), key="day-strip", page="day")
linked(reading(shown, language, NARROW if narrow() else COLUMN), key="reading", page="day")
