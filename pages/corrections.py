"""Corrections: what changed in the record, when and why."""

from components.corrections import corrections
from components.language import Language
from components.linked import linked
from components.state import current_view, record

view = current_view()[0]
language = Language(view.language)

linked(corrections(record(), view, language), key="corrections", page="corrections")
