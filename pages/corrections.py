"""Corrections: what changed in the record, when and why."""

from components.app.page import show_page

show_page("corrections")
