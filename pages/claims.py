"""Claims: the numbers over time, and the ledger of who said what and when."""

from components.app.filters import word_search
from components.app.linked import linked, narrow
from components.app.state import current_view
from components.claims.layout import BROAD, NARROW
from components.claims.ledger import ledger_page
from components.claims.panel import numbers_panel
from components.language import Language
from data.store import record_of

view = current_view()[0]
language = Language(view.language)
record = record_of(view)

linked(numbers_panel(record, view, language, NARROW if narrow() else BROAD), key="numbers", page="claims")
word_search(view, language, 420)
linked(ledger_page(record, view, language), key="ledger", page="claims")
