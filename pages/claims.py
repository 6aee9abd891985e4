"""Claims: the ledger of who said what and when."""

from components.filters import word_search
from components.language import Language
from components.ledger import ledger_heading, ledger_page
from components.linked import linked
from components.state import current_view, record

view = current_view()[0]
language = Language(view.language)

linked(ledger_heading(language), key="ledger-heading", page="claims")
word_search(view, language, 420)
linked(ledger_page(record(), view, language), key="ledger", page="claims")
