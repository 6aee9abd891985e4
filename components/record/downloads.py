"""The links to everything of a view that can be taken along: pictures, tables, citations."""

from typing import Any

from markupsafe import Markup

from components.address import citations_address, picture_addresses, table_address
from components.drawing.palette import THEMES
from components.language import Language
from components.markup import render
from data.citations import FORMS
from data.view import Kind, View

_NO_FILTERS = Kind.OPENED | Kind.LEDGER | Kind.LIST | Kind.TALK
"""Choices that change nothing about which events are shown."""


def take_along(view: View, language: Language, theme: str) -> Markup:
    """The links under map and timeline."""
    return render("record/downloads", language, **links(view, theme))


def links(view: View, theme: str = THEMES[0]) -> dict[str, Any]:
    """The addresses of the downloads of a view, by kind and form."""
    shown = view.without(_NO_FILTERS)
    asked = "" if theme == THEMES[0] else theme
    return {
        "pictures": {figure: picture_addresses(figure, shown, asked) for figure in ("map", "timeline", "days")},
        "tables": {form: table_address(f"events.{form}", shown) for form in ("zip", "csv", "geojson")},
        "citations": [(form.name, citations_address(f"events.{ending}", shown)) for ending, form in FORMS.items()],
    }
