"""The links to everything that can be downloaded of a view: pictures, tables, citations."""

from typing import Any

from markupsafe import Markup

from components.address import citations_address, table_address
from components.drawing.palette import THEMES
from components.drawing.picture_forms import picture_links
from components.language import Language
from components.markup import render
from components.record.files import SHOWN, citations, tables
from data.queries.view import View


def download_links(view: View, language: Language, theme: str) -> Markup:
    """The links under map and timeline."""
    return render("record/downloads", language, **links(view, language, theme))


def links(view: View, language: Language, theme: str = THEMES[0]) -> dict[str, Any]:
    """The downloads of a view.

    `pictures` are names with an address by form, `citations` names with an address, and `tables`, by what they have,
    rows of `name`, `words` and `href`.
    """
    asked = "" if theme == THEMES[0] else theme
    figures = {"map": language.text("Map"), "timeline": language.text("Timeline"), "days": language.text("Days")}
    if view.beside:
        figures = {"sides": language.text("Side by side")} | figures
    rows: dict[str, list[dict[str, str]]] = {}
    for path, file in tables(language).items():
        href = table_address(path, view.only(file.follows))
        rows.setdefault(file.of, []).append({"name": file.name, "words": file.words, "href": href})
    return {
        "pictures": [(name, picture_links(figure, view.only(SHOWN), asked)) for figure, name in figures.items()],
        "tables": rows,
        "citations": [
            (file.name, citations_address(path, view.only(file.follows))) for path, file in citations(language).items()
        ],
    }
