"""The answers where there is nothing: a page that says so and leads on."""

from collections.abc import Iterable

from starlette.responses import HTMLResponse, Response

from components.frame.nowhere import no_page, no_talk
from components.language import Language
from data.talks import Talk


def not_found() -> Response:
    """Where there is no page."""
    return HTMLResponse(no_page(Language()), status_code=404)


def no_such_talk(there: Iterable[Talk]) -> Response:
    """Where there is no talk of a name; `there` are those that there are."""
    return HTMLResponse(no_talk(there, Language()), status_code=404)
