"""A page written in advance: what can be read at once, before the app has come, and where no script may run."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from markupsafe import Markup

from components.address import FIRST_STYLE, lasting_address
from components.drawing.glyphs import sprite
from components.drawing.palette import ACCENT, FAMILY_COLOURS, INK, LINE, PAPER, SURFACE, THEMES
from components.drawing.typefaces import stand_ins, typefaces
from components.frame.contents import PAGES, Block, Box, Draw, Part, Widget
from components.frame.context import Context
from components.frame.known_bar import known_bar, known_menu
from components.frame.navigation import foot, navigation
from components.frame.notices import notices
from components.frame.take_away import take_away
from components.language import Language
from components.markup import render
from data.queries.view import Rejected

STYLES = [Path(__file__).resolve().parents[2] / "static" / name for name in ("first.css", "layout.css")]


def written_page(
    context: Context, rejected: tuple[Rejected, ...], site: str = "", app_size: float | None = None
) -> Markup:
    """The page of a context, of whose address some parts were `rejected`.

    It has the app's own markup; its links load the page anew. Where there is an app to be had, of `app_size` megabytes,
    a button says so.
    """
    page, view, language = context.page, context.view, context.language
    blocks = written_blocks(PAGES[page].blocks, context)
    return render(
        "frame/prerender",
        language,
        sprite=sprite(Markup().join(blocks)),
        style=first_style_address(),
        navigation=navigation(page, view, language, unreviewed=language.code in context.record.unreviewed),
        menus=(known_menu(context.record, view, language, page), take_away(view, language, page, context.theme)),
        brings=_brings(page, app_size, language) if app_size else "",
        known=known_bar(context.record, view, language, page),
        notices=notices(context.record, rejected, view, language),
        blocks=blocks,
        foot=foot(page, context.record, view, language, site),
    )


def _brings(page: str, megabytes: float, language: Language) -> str:
    """What the app brings to a page, and what it costs."""
    _ = language.text
    words = {
        "explore": _("Live map and timeline, {size}"),
        "talks": _("Make a talk of your own, {size}"),
    }.get(page, _("Steps without reloading, {size}"))
    return words.format(size=_("{size} MB").format(size=language.number(round(megabytes, 1))))


@cache
def first_style(faces: str | None = None) -> str:
    """The style sheet: typefaces, the colours that Streamlit gives its components, and the measures of its pages.

    `faces` are the rules of the typefaces where they do not lie at the addresses of the app.
    """
    light, dark = map(_variables, THEMES)
    themes = f"#first-page {{ {light} }}\n@media (prefers-color-scheme: dark) {{ #first-page {{ {dark} }} }}\n"
    return "\n".join(
        [
            typefaces("Qantar") if faces is None else faces,
            stand_ins("Qantar"),
            themes,
            *(style.read_text(encoding="utf-8") for style in STYLES),
        ]
    )


def first_style_address() -> str:
    """The address of the style sheet, which changes with what it holds."""
    return lasting_address(FIRST_STYLE, first_style().encode())


def _variables(theme: str) -> str:
    families = FAMILY_COLOURS[theme]
    values = {
        "font": "'Qantar Sans', 'Qantar Sans at first', sans-serif",
        "heading-font": "'Qantar Serif', 'Qantar Serif at first', serif",
        "background-color": PAPER[theme],
        "secondary-background-color": SURFACE[theme],
        "text-color": INK[theme],
        "border-color": LINE[theme],
        "primary-color": ACCENT[theme],
        "blue-color": families["protest"],
        "gray-color": families["violence"],
        "orange-color": families["repression"],
        "violet-color": families["state"],
        "green-color": families["afterwards"],
    }
    return " ".join(f"--st-{name}: {value};" for name, value in values.items())


def _block(block: Block, context: Context) -> Markup:
    match block:
        case Part():
            return _part(block.key, block.draw, context)
        case Widget():
            return _part(block.key, block.written, context) if block.written else Markup()
        case Box() if not block.when(context.view):
            return Markup()
        case Box():
            return Markup('<div class="st-key-{}">{}</div>').format(
                block.name, Markup().join(written_blocks(block.blocks, context))
            )


def written_blocks(blocks: Iterable[Block], context: Context) -> list[Markup]:
    """The markup of some blocks of a page, those that have any."""
    return [written for block in blocks if (written := _block(block, context))]


def _part(key: str, draw: Draw, context: Context) -> Markup:
    """A part, empty if there is nothing to show. Its figures are drawn for every window, which shows those that fit."""
    drawn = draw(context, (False, True))
    if not drawn.strip():
        return Markup()
    return Markup('<div class="part" data-part="{}">{}</div>').format(key, drawn)
