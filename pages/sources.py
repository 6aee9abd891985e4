"""Sources and data: method, definitions, rules, corrections, downloads, and the list of sources."""

from components.filters import word_search
from components.language import Language
from components.linked import linked
from components.sourcespage import method_page, source_list
from components.state import current_view, record_of
from data.query import query

view = current_view()[0]
language = Language(view.language)

linked(method_page(query(record_of(view), view), language), key="method", page="sources")
word_search(view, language, 420)
linked(source_list(record_of(view), view, language), key="sources", page="sources")
