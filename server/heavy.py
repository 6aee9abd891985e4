"""Routes whose answers take long to make: they are made in the worker processes, once, and kept."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import monotonic
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from components.drawing.palette import THEMES
from components.workers import BusyError, FailedError, Workers
from data.kept import Kept
from data.store import record
from data.version import PROGRAM
from server.reading import reader_of, view_of

Handler = Callable[[Request], Response]
Endpoint = Callable[[Request], Response | Awaitable[Response]]
ROOM = 64_000_000
"""Bytes of answers that are kept."""
SOON, LATER = 5, 60
"""Seconds after which to ask again: where much waits, and where it failed. A failure is not tried again before."""


@dataclass(frozen=True)
class Answer:
    """An answer that can be kept and sent again until some time of the monotonic clock."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes
    until: float = float("inf")

    def response(self) -> Response:
        """The answer, to be sent."""
        response = Response(self.body, self.status)
        response.raw_headers = list(self.headers)
        return response


def in_place(handler: Handler) -> Endpoint:
    """A handler that works where it is asked."""
    return handler


class InWorkers:
    """Makes a handler one that works in the worker processes. A handler must be one that can be pickled."""

    def __init__(self, workers: Workers) -> None:
        self.workers = workers
        self.kept: Kept[Answer] = Kept(ROOM)

    def __call__(self, handler: Handler) -> Endpoint:
        """The endpoint in place of a handler."""

        async def endpoint(request: Request) -> Response:
            scope = await run_in_threadpool(canonical, request)
            key = (scope["path"], scope["query_string"], str(request.base_url), record().version, PROGRAM)
            kept = self.kept.get(key)
            if kept and monotonic() < kept.until:
                return kept.response()
            try:
                made = await self._made(key, handler, scope, request)
            except BusyError:
                words = reader_of(request).text("Much is being drawn at once. Ask again in a few seconds.")
                return _later(words, SOON).response()
            except FailedError:
                words = reader_of(request).text(
                    "This could not be made: it took too long, or failed. All else is as before."
                )
                made = _later(words, LATER)
            if made is None:
                return Response(status_code=499)
            self.kept.put(key, made, len(made.body))
            return made.response()

        return endpoint

    async def _made(self, key: object, handler: Handler, scope: dict[str, Any], request: Request) -> Answer | None:
        """What the workers make; None if the asker has hung up before."""
        made = asyncio.wrap_future(self.workers.ask(key, answer, handler, scope))
        gone = asyncio.create_task(_hung_up(request))
        try:
            await asyncio.wait({made, gone}, return_when=asyncio.FIRST_COMPLETED)
        except asyncio.CancelledError:
            return None  # the server ends
        finally:
            gone.cancel()
            if not made.done():
                self.workers.leave(key)
        return made.result() if made.done() and not made.cancelled() else None


def answer(handler: Handler, scope: dict[str, Any]) -> Answer:
    """What a handler answers to a request, in whichever process."""
    response = handler(Request(scope))
    return Answer(response.status_code, response.raw_headers, bytes(response.body))


def canonical(request: Request) -> dict[str, Any]:
    """What of a request its answer depends on, as the same request would have it again."""
    view, _ = view_of(request)
    query = view.to_query()
    if request.query_params.get("theme") in THEMES:
        query["theme"] = request.query_params["theme"]
    headers = [(b"host", request.headers.get("host", "").encode("latin-1"))]
    return {
        "type": "http", "method": "GET", "path": request.url.path, "path_params": request.path_params,
        "query_string": urlencode(query).encode(), "scheme": request.url.scheme, "root_path": "",
        "headers": headers, "server": request.scope.get("server"),
    }  # fmt: skip


def _later(words: str, seconds: int) -> Answer:
    response = PlainTextResponse(words, status_code=503, headers={"retry-after": str(seconds)})
    return Answer(response.status_code, response.raw_headers, bytes(response.body), monotonic() + seconds)


async def _hung_up(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
