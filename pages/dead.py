"""The dead, one by one, and what others counted."""

from components.app.page import show_page

show_page("dead")
