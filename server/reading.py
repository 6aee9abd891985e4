"""What a request asks for: the view of its address, in the language that it names or that its browser prefers."""

from dataclasses import replace

from starlette.requests import Request

from components.language import Language, spoken
from data.queries.view import Rejected, View
from data.store import read_view


def view_of(request: Request) -> tuple[View, tuple[Rejected, ...]]:
    """The view of a request, and the parts of its address that were left out. It always has a language."""
    query = dict(request.query_params)
    query.pop("theme", None)
    view, rejected = read_view(query)
    return replace(view, language=spoken(view.language, _accepted(request))), rejected


def reader_of(request: Request) -> Language:
    """The language of a request, also where there is nothing at its address, or the record can't be read."""
    return Language(spoken(request.query_params.get("lang", ""), _accepted(request)))


def _accepted(request: Request) -> str:
    """What the browser prefers."""
    return request.headers.get("accept-language", "")
