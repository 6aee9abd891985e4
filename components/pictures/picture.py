"""Figures of a view as pictures for download."""

from markupsafe import Markup

from components.figure import from_outside
from components.language import Language
from components.pictures.figures import FIGURES, PICTURE
from components.pictures.framed import framed, key_of
from components.pictures.proof import publishers_words
from components.words.version import version_words
from data.queries.query import Shown


def picture(name: str, shown: Shown, language: Language, theme: str, base: str) -> Markup:
    """One of FIGURES as an SVG document; `base` is the address of the site. Raises NothingToDrawError."""
    kind = FIGURES[name]
    figure = kind.draw(shown, language, PICTURE).linked(from_outside(base))
    proof = [
        *figure.notes,
        publishers_words(shown.record, figure.sources, language),
        version_words(shown.record, language),
        language.text("The same view: {link}").format(link=figure.links(figure.path)),
    ]
    return framed(figure, list(filter(None, proof)), theme, key_of(language) if kind.key else ())
