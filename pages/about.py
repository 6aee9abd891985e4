"""About: what this is and how it is made, in plain words, with a glossary."""

from components.app.page import show_page

show_page("about")
