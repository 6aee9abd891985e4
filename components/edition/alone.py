"""A page of the app as one file: style and drawings inside, nothing else needed."""

from selectolax.lexbor import LexborHTMLParser

from components.drawing.glyphs import sprite
from components.edition.assets import style
from components.edition.document import POLICY
from components.edition.links import OF_THE_APP, SERVED
from components.frame.contents import PAGES
from components.frame.context import Context
from components.frame.head import description_of, title_of
from components.frame.known_bar import known_bar
from components.frame.notices import notices
from components.frame.prerender import written_blocks
from components.markup import render
from components.words.version import version_words
from data.queries.view import Rejected

CHOOSING = ("form", "button", "select", ".menu", ".narrowing", ".menus", ".steps-of-days", ".known .row > .button")
"""What chooses, as selectors: one page has nothing to choose from."""


def page_alone(context: Context, rejected: tuple[Rejected, ...], path: str, site: str) -> str:
    """The document. Its links lead to the `site`; where that has no name of its own they are words."""
    page, view, language, record = context.page, context.view, context.language, context.record
    written = render(
        "edition/alone",
        language,
        policy=POLICY,
        title=title_of(context),
        description=description_of(context),
        style=style(faces=""),
        sprite=sprite(),
        known=known_bar(record, view, language, page),
        notices=notices(record, rejected, view, language),
        blocks=written_blocks(PAGES[page].blocks, context),
        version=version_words(record, language),
        path=path,
    )
    tree = LexborHTMLParser(str(written))
    for selector in (*SERVED, *CHOOSING):
        for node in tree.css(selector):
            node.decompose()
    for node in tree.css('[href^="/"]'):
        if site:
            node.attrs["href"] = site + str(node.attributes["href"])
        else:
            del node.attrs["href"]
    for attribute in OF_THE_APP:
        for node in tree.css(f"[{attribute}]"):
            del node.attrs[attribute]
    return str(tree.html)
