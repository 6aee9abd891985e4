"""The links to everything of a view that can be taken along: pictures, tables, citations."""

from typing import Any

from markupsafe import Markup

from components.address import CITATION_FORMS, address
from components.drawing.palette import THEMES
from components.language import Language
from components.markup import render
from data.view import View

_NO_FILTERS = {
    field: getattr(View(), field)
    for field in (
        "event", "case", "claim", "against", "topic", "role", "claimant", "stands", "measure", "shown", "talk",
    )
}  # fmt: skip
"""Choices that change nothing about which events are shown."""
_NAMES = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}


def take_along(view: View, language: Language, theme: str) -> Markup:
    """The links under map and timeline."""
    return render("record/downloads", language, **links(view, theme))


def links(view: View, theme: str = THEMES[0]) -> dict[str, Any]:
    """The addresses of the downloads of a view, by kind and form."""
    query = address(view.but(**_NO_FILTERS)).partition("?")[2]
    suffix = f"?{query}" if query else ""
    dark = "" if theme == THEMES[0] else f"{'&' if suffix else '?'}theme={theme}"
    return {
        "pictures": {
            figure: {form: f"/pictures/{figure}.{form}{suffix}{dark}" for form in ("svg", "png")}
            for figure in ("map", "timeline", "days")
        },
        "tables": {form: f"/data/events.{form}{suffix}" for form in ("zip", "csv", "geojson")},
        "citations": [(_NAMES[form], f"/cite/events.{form}{suffix}") for form in CITATION_FORMS],
    }
