"""Claims: the numbers over time, and the ledger of who said what and when."""

from components.app.page import show_page

show_page("claims")
