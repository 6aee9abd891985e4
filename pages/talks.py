"""Talks: those there are, and one's own."""

from components.language import Language
from components.linked import linked
from components.state import current_view
from components.talkspage import builder, talk_list

view = current_view()[0]
language = Language(view.language)

linked(talk_list(language), key="talks", page="talks")
builder(language)
