"""Talks: those there are, and one's own."""

from components.app.linked import linked
from components.app.state import current_view
from components.app.talk_builder import builder, talk_list
from components.language import Language

view = current_view()[0]
language = Language(view.language)

linked(talk_list(language), key="talks", page="talks")
builder(language)
