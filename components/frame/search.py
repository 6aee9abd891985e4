"""The search for words in the lists of a page."""

from markupsafe import Markup

from components.address import address
from components.language import Language
from components.markup import render
from data.queries.view import View


def search(view: View, page: str, language: Language) -> Markup:
    """The field with the words of a view."""
    return render(
        "frame/search", language, action=address(View(), page), carried=view.but(text="").to_query(), text=view.text
    )
