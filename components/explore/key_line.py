"""The key in one line above the graphics: what colours and fillings say; each is a filter too."""

from markupsafe import Markup

from components.address import address
from components.drawing.glyphs import glyph
from components.drawing.legend import legend
from components.language import Language
from components.markup import render
from components.words import labels
from data.queries.view import View
from data.vocabulary import FAMILIES, STATUSES


def key_line(view: View, language: Language) -> Markup:
    """The families with their colours, the standings with their fillings, and the whole legend to unfold."""
    families = []
    for family, members in FAMILIES.items():
        on = set(members) <= set(view.categories)
        left = tuple(one for one in view.categories if one not in members)
        chosen = left if on else (*left, *members)
        families.append((family, labels.family(language, family), address(view.filtered(categories=chosen)), on))
    standings = []
    for status in STATUSES:
        on = status in view.statuses
        left = tuple(one for one in view.statuses if one != status)
        chosen = left if on else (*left, status)
        words = labels.status(language, status)
        link = address(view.filtered(statuses=chosen))
        standings.append((status, glyph("protest", status), words, labels.status_rule(language, status), link, on))
    return render("explore/key_line", language, families=families, standings=standings, legend=legend(language))


def guide(language: Language) -> Markup:
    """The whole legend, where a wide window has room for a card that is not open."""
    return render("explore/guide", language, legend=legend(language))
