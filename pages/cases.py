"""Cases: the list, and a page each."""

from components.app.linked import linked
from components.app.state import current_view
from components.language import Language
from components.record.case_page import case_list, case_page
from data.store import record_of

view = current_view()[0]
language = Language(view.language)

if view.case:
    linked(case_page(record_of(view), view.case, view, language), key="case", page="cases")
else:
    linked(case_list(record_of(view), view, language), key="cases", page="cases")
