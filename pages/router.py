"""The frame round every page: its configuration, the list of pages, the navigation and the notices."""

from pathlib import Path

import streamlit as st

from components.address import HOME
from components.app.shell import require_readable_record, show_end, show_head, show_notices
from components.app.state import current_view, reader
from components.app.turns import turn
from components.frame.contents import PAGES
from components.frame.navigation import page_title
from components.language import language_of

STYLES = Path("static/page.css"), Path("static/layout.css")

st.set_page_config(page_icon="static/icon.svg", layout="wide")
with turn():
    require_readable_record(reader())
    view, rejected = current_view()
    language = language_of(view)
    pages = {
        name: st.Page(f"{name}.py", title=page_title(name, language), url_path=name, default=name == HOME)
        for name in PAGES
    }
    chosen = st.navigation(list(pages.values()), position="hidden")
    name = next(name for name, page in pages.items() if page == chosen)
    show_head(name, view, language)
    show_notices(rejected, view, language)
    for style in STYLES:
        st.html(style)
    chosen.run()
    show_end(name, view, language)
