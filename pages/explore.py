"""Explore: the day strip, the map, the timeline and the list of one view, each linked with the others."""

from components.app.page import show_page

show_page("explore")
