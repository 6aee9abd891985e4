"""Day by day: a day as a page to read and to print."""

from components.app.page import show_page

show_page("day")
