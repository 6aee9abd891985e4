"""Answers that many routes give: where there is nothing, and while a table of the record can't be read."""

from collections.abc import Callable, Iterable
from functools import partial

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from components.frame.nowhere import no_page, no_talk
from data.store import record
from data.talks import Talk
from server.reading import reader_of


def not_found(request: Request) -> Response:
    """Where there is no page: it says so and leads on."""
    return HTMLResponse(no_page(reader_of(request), request.url.path), status_code=404)


def no_such_talk(there: Iterable[Talk], request: Request) -> Response:
    """Where there is no talk of a name; `there` are those that there are."""
    return HTMLResponse(no_talk(there, reader_of(request), request.url.path), status_code=404)


def if_readable(handler: Callable[[Request], Response]) -> Callable[[Request], Response]:
    """A handler that says so when a table of the record can't be read; it can be pickled if the other can."""
    return partial(_answer, handler)


def _answer(handler: Callable[[Request], Response], request: Request) -> Response:
    if record().complaint:
        return PlainTextResponse(record().complaint, status_code=503)
    return handler(request)
