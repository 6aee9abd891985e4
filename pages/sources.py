"""Sources and data: method, definitions, rules, corrections, downloads, and the list of sources."""

from components.app.page import show_page

show_page("sources")
