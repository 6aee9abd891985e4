"""The menu of what can be taken away from a page: its link, a place in a talk, pictures and tables."""

from markupsafe import Markup

from components.address import address, page_file_address
from components.frame.contents import PAGES
from components.language import Language
from components.markup import render
from components.record.downloads import download_links
from data.queries.view import View


def take_away(view: View, language: Language, page: str, theme: str, kept: int = 0) -> Markup:
    """The menu for a view on a page; `kept` says how many slides the reader's own talk has so far."""
    declared = PAGES[page]
    return render(
        "frame/take_away",
        language,
        link=address(view, page),
        keep=address(view, page) if declared.kept_as else "",
        file=page_file_address(view, page),
        kept=language.number(kept) if kept else "",
        downloads=download_links(view, language, theme) if declared.has_graphics else Markup(),
    )
