"""The pages of Explore of a static edition as files, without the rest of it, for tests that look at them."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from components.edition.assets import assets
from components.edition.beside import others
from components.edition.document import document
from components.edition.links import Way
from components.edition.sheets import Sheet, sheets
from components.frame.contents import PAGES
from components.frame.context import Context
from components.language import Language
from data.store import record
from data.vocabulary import LANGUAGES

SCRIPTS = ("explore.js", "words.js", "search.js")


def write_explore(folder: Path, *pages: str) -> None:
    """The pages of these files, in all languages, with their style, scripts and data."""
    for name, content in assets().items():
        _put(folder / "assets" / name, content)
    all_sheets = sheets(record())
    for code in LANGUAGES:
        beside = others(code)
        way = partial(Way, language=code, languages=LANGUAGES, others=frozenset(beside), sheets=all_sheets)
        for name in SCRIPTS:
            if name in beside:
                _put(folder / code / name, beside[name]())
        for sheet in all_sheets.all:
            if sheet.file in pages:
                _put(folder / code / sheet.file, _written(sheet, code, way(sheet.file)))


def _written(sheet: Sheet, code: str, way: Way) -> str:
    view = PAGES[sheet.page].reads(replace(sheet.view, language=code))
    return document(sheet, Context(sheet.page, record(), view, Language(code), {}), way)


def _put(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
