"""Cases: the list, and a page each."""

from components.casepage import case_list, case_page
from components.language import Language
from components.linked import linked
from components.state import current_view, record_of

view = current_view()[0]
language = Language(view.language)

if view.case:
    linked(case_page(record_of(view), view.case, view, language), key="case", page="cases")
else:
    linked(case_list(record_of(view), view, language), key="cases", page="cases")
