"""Search over everything."""

from components.app.page import show_page

show_page("search")
