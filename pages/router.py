"""The frame round every page: its configuration, the list of pages, the navigation and the notices."""

from pathlib import Path

import streamlit as st

from components.address import PAGES
from components.app.shell import (
    page_titles,
    require_readable_record,
    show_end,
    show_known_bar,
    show_navigation,
    show_notices,
)
from components.app.state import current_view
from components.language import Language

PAGE_STYLE = Path("static/page.css")

st.set_page_config(page_icon="static/icon.svg", layout="wide")
require_readable_record(Language())
view, rejected = current_view()
language = Language(view.language)
titles = page_titles(language)
pages = [
    st.Page(f"{name}.py", title=f"{title} · Qantar", url_path=name, default=name == PAGES[0])
    for name, title in titles.items()
]
chosen = st.navigation(pages, position="hidden")
name = PAGES[pages.index(chosen)]
show_navigation(name, view, language)
show_known_bar(name, view, language)
show_notices(rejected, view, language)
st.html(PAGE_STYLE)
chosen.run()
show_end(language)
