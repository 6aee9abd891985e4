"""The frame round every page: configuration, the list of pages, and what the reader is told when something is wrong."""

import streamlit as st

from components.frame import check_record, guarded, show_navigation
from components.language import Language
from components.pages import page_titles

st.set_page_config(page_title="Qantar", page_icon="static/icon.svg", layout="wide", initial_sidebar_state="collapsed")
language = Language()
check_record(language)
pages = {
    name: st.Page(f"{name}.py", title=title, url_path="" if name == "explore" else name, default=name == "explore")
    for name, title in page_titles(language).items()
}
chosen = st.navigation(list(pages.values()), position="hidden")
show_navigation(pages, chosen, language)
with guarded(language):
    chosen.run()
