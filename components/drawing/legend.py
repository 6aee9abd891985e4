"""The legend of map, timeline, list and strip: what colours, shapes, fillings and bars say, and by which rule."""

from markupsafe import Markup

from components.drawing.glyphs import glyph
from components.language import Language
from components.markup import render
from components.words import labels
from data.vocabulary import CATEGORIES, STATUSES


def legend(language: Language) -> Markup:
    """Every kind of event with its shape, and every standing with its filling and rule."""
    kinds = [(glyph(category, "corroborated"), labels.category(language, category)) for category in CATEGORIES]
    standings = [
        (glyph("protest", status), labels.status(language, status), labels.status_rule(language, status))
        for status in STATUSES
    ]
    return render("drawing/legend", language, kinds=kinds, standings=standings)
