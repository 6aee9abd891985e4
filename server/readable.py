"""What routes answer while a table of the record can't be read."""

from collections.abc import Callable
from functools import partial

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from data.store import record


def if_readable(handler: Callable[[Request], Response]) -> Callable[[Request], Response]:
    """A handler that says so when a table of the record can't be read; it can be pickled if the other can."""
    return partial(_answer, handler)


def _answer(handler: Callable[[Request], Response], request: Request) -> Response:
    if record().complaint:
        return PlainTextResponse(record().complaint, status_code=503)
    return handler(request)
