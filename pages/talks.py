"""Talks: those there are, and one's own."""

from components.app.page import show_page

show_page("talks")
