"""The forms that a figure is downloaded in as a picture, a row each: a new one is a writer and a row."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import font_source_sans_pro
from markupsafe import Markup
from resvg_py import svg_to_bytes

from components.address import picture_address
from data.queries.view import View

FONTS = Path(font_source_sans_pro.__file__).parent / "files"


@dataclass(frozen=True)
class PictureForm:
    """The media type of a form, and what writes it out of an SVG document."""

    media_type: str
    write: Callable[[Markup], str | bytes]


def as_png(document: Markup) -> bytes:
    """An SVG document as PNG at twice its size, with the typeface of the pages."""
    fonts = [str(FONTS / f"SourceSansPro-{weight}.ttf") for weight in ("Regular", "Semibold", "Bold")]
    return bytes(
        svg_to_bytes(
            svg_string=str(document),
            font_files=fonts,
            font_family="Source Sans Pro",
            sans_serif_family="Source Sans Pro",
            skip_system_fonts=True,
            zoom=2,
        )
    )


FORMS = {"png": PictureForm("image/png", as_png), "svg": PictureForm("image/svg+xml", str)}
"""The forms by the ending of their address."""


def picture_links(figure: str, view: View, theme: str = "") -> dict[str, str]:
    """Where a figure of a view is served in each of the FORMS; without a theme it is light."""
    return {form: picture_address(figure, form, view, theme) for form in FORMS}
