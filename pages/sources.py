"""Sources and data: method, definitions, rules, corrections, downloads, and the list of sources."""

from components.app.filters import word_search
from components.app.linked import linked
from components.app.state import current_view
from components.language import Language
from components.record.sources_page import method_page, source_list
from data.query import query
from data.store import record_of

view = current_view()[0]
language = Language(view.language)

linked(method_page(query(record_of(view), view), language), key="method", page="sources")
word_search(view, language, 420)
linked(source_list(record_of(view), view, language), key="sources", page="sources")
