"""Corrections: what changed in the record, when and why."""

from components.app.linked import linked
from components.app.state import current_view
from components.language import Language
from components.record.corrections import corrections
from data.store import record

view = current_view()[0]
language = Language(view.language)

linked(corrections(record(), view, language), key="corrections", page="corrections")
