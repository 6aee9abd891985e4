"""People: the list, and a page each."""

from components.app.page import show_page

show_page("people")
