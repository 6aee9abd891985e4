"""The pages of the edition as documents of their own."""

import re
from collections.abc import Collection, Sequence
from urllib.parse import urlencode

from markupsafe import Markup

from components.address import table_address
from components.drawing.glyphs import sprite
from components.edition.assets import faces_in, style
from components.edition.links import Way, turned
from components.edition.sheets import FIRST, Sheet
from components.edition.verify import SUMS
from components.frame.context import Context
from components.frame.head import description_of, title_of
from components.frame.navigation import navigation
from components.frame.notices import notices
from components.frame.prerender import written_blocks
from components.language import Language, languages
from components.markup import render
from components.words.version import record_version
from data.loading.record import Record
from data.queries.view import View

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)
"""Nothing from elsewhere; inline styles are where the places of drawings stand."""
PACKAGE = "qantar.zip"
COMMANDS = ("python3 verify.py", f"sha256sum --check --quiet {SUMS}")
"""The package of the tables, and what checks a copy."""
_HEADING = re.compile(r"<(h[2-4])\b([^>]*>.*?)</\1>", re.DOTALL)
COPY = "copy.html"
"""The page on how a copy is checked and passed on, in the folder of each language."""


def document(sheet: Sheet, context: Context, way: Way) -> str:
    """A sheet, whose context is that of the app."""
    alone = sheet.view.source  # of one source there is nothing to say that its page does not say
    told, shown = (title_of(context), "" if alone else description_of(context)), (context.page, sheet.chosen)
    blocks = headed(Markup().join(written_blocks(sheet.drawn, context)))
    return _document([blocks], told, shown, context.view, context.language, context.record, way)


def headed(markup: Markup) -> Markup:
    """A part of a page as a page of its own: its first heading is that of the page."""
    return markup if "<h1" in markup else Markup(_HEADING.sub(r"<h1\2</h1>", str(markup), count=1))


def _sprite(markup: Markup) -> Markup:
    """The shapes that some markup uses; with a map all of them, as the script draws its marks anew."""
    return sprite() if "data-map=" in markup else sprite(markup)


def copy_page(language: Language, record: Record, package: str, way: Way) -> str:
    """The page on how a copy is checked and passed on; `package` is the digest of the package of the tables."""
    block = render(
        "edition/copy",
        language,
        about=record_version(record, language),
        name=PACKAGE,
        package=table_address(PACKAGE, View()),
        commands=COMMANDS,
        digest=package,
    )
    title = language.text("Check this copy, or pass it on")
    view = View(language=language.code)
    return _document([block], (f"{title} · Qantar", title), (COPY, {}), view, language, record, way)


def front(codes: Collection[str]) -> str:
    """The page at the root: the languages to choose from, of which a script takes the reader's own."""
    names = [(code, name) for code, name, _, _ in languages(lambda code: code, Language()) if code in codes]
    return render("edition/front", Language(), policy=POLICY, languages=names)


def _style(way: Way) -> Markup:
    """The styles, to stand within a page: it is drawn with its first bytes, while a file of their own is waited for."""
    return style(faces_in(way.relative("..", "assets") + "/"))


def _document(
    blocks: Sequence[Markup],
    told: tuple[str, str],
    shown: tuple[str, dict[str, str]],
    view: View,
    language: Language,
    record: Record,
    way: Way,
) -> str:
    """A document of some blocks, with what is `told` of it, title and description, and the page and choices `shown`."""
    page, chosen = shown
    written = render(
        "edition/document",
        language,
        policy=POLICY,
        title=told[0],
        description=told[1],
        version=record.version,
        root=way.relative("."),
        page=page,
        chosen=urlencode(chosen),
        style=_style(way) if way.file == FIRST else "",
        sprite=_sprite(Markup().join(blocks)),
        navigation=navigation(page, view, language, unreviewed=language.code in record.unreviewed),
        notices=notices(record, (), view, language),
        blocks=blocks,
        about=record_version(record, language),
        copy=way.relative(COPY),
    )
    return turned(written, way)
