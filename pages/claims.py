"""Claims: the numbers over time, and the ledger of who said what and when."""

from components.filters import word_search
from components.language import Language
from components.ledger import ledger_page
from components.linked import linked, narrow
from components.numberslayout import BROAD, NARROW
from components.numberspanel import numbers_panel
from components.state import current_view, record_of

view = current_view()[0]
language = Language(view.language)
record = record_of(view)

linked(numbers_panel(record, view, language, NARROW if narrow() else BROAD), key="numbers", page="claims")
word_search(view, language, 420)
linked(ledger_page(record, view, language), key="ledger", page="claims")
