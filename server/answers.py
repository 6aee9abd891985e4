"""Answers that many routes give: where there is nothing, and while a table of the record can't be read."""

from collections.abc import Callable, Iterable
from functools import partial

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from components.frame.nowhere import no_page, no_talk
from data.store import record
from data.talks import Talk
from server.reading import reader_of

FOR_EVER = "public, immutable, max-age=31536000"
"""What may be kept as long as a browser likes, as its address changes with it."""


def not_found(request: Request) -> Response:
    """Where there is no page: it says so and leads on."""
    return HTMLResponse(no_page(reader_of(request), request.url.path), status_code=404)


def no_such_talk(there: Iterable[Talk], request: Request) -> Response:
    """Where there is no talk of a name; `there` are those that there are."""
    return HTMLResponse(no_talk(there, reader_of(request), request.url.path), status_code=404)


def lasting(content: Callable[[], str], address: Callable[[], str], kind: str) -> Callable[[Request], Response]:
    """A handler for a file of a kind whose address changes with what it holds."""

    def answer(request: Request) -> Response:
        return Response(content(), media_type=kind, headers={"cache-control": kept_for(request, address())})

    return answer


def kept_for(request: Request, address: str) -> str:
    """How long a browser may keep a file: for ever at the very address that changes with it, else it asks anew."""
    return FOR_EVER if request.url.query and address.endswith(f"?{request.url.query}") else "no-cache"


def if_readable(handler: Callable[[Request], Response]) -> Callable[[Request], Response]:
    """A handler that says so when a table of the record can't be read; it can be pickled if the other can."""
    return partial(_answer, handler)


def _answer(handler: Callable[[Request], Response], request: Request) -> Response:
    if record().complaint:
        return PlainTextResponse(record().complaint, status_code=503)
    return handler(request)
