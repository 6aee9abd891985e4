"""Talks: those there are, and one's own."""

from components.app.linked import linked
from components.app.state import current_view
from components.app.talk_builder import builder
from components.language import Language
from components.talks.list import talk_list
from data.store import talks

view = current_view()[0]
language = Language(view.language)

linked(talk_list(talks().values(), language), key="talks", page="talks")
builder(language)
