"""The static edition as a zip, which is made when it is first asked for and then kept; and a page as one file."""

import atexit
import sys
from functools import cache
from subprocess import DEVNULL, Popen
from threading import Lock
from time import monotonic

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from components.address import ON_A_STICK
from components.frame.nowhere import still_made
from data.editions import kept_zip
from data.folders import ROOT
from data.store import record
from data.vocabulary import LANGUAGES
from server.answers import if_readable, not_found
from server.reading import reader_of

SOON, LATER = 10, 300
"""Seconds after which to ask again: while it is made, and where that failed, which is not tried again before."""


def edition_routes() -> list[BaseRoute]:
    """The route of the zips."""
    return [Route(ON_A_STICK, if_readable(_zip))]


def _zip(request: Request) -> Response:
    code = request.path_params["code"]
    if code not in LANGUAGES:
        return not_found(request)
    file = kept_zip(record().version, code)
    if file.is_file():
        return FileResponse(file, media_type="application/zip", filename=f"qantar-site-{code}.zip")
    language = reader_of(request)
    if not _maker().making(code):
        words = language.text("This could not be made: it took too long, or failed. All else is as before.")
        return PlainTextResponse(words, status_code=503, headers={"retry-after": str(LATER)})
    page = still_made(language, request.url.path, SOON)
    return HTMLResponse(page, status_code=202, headers={"retry-after": str(SOON)})


class Maker:
    """Makes one edition at a time, in a process that gives way to all others."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: Popen[bytes] | None = None
        self._code = ""
        self._failed: dict[str, float] = {}

    def making(self, code: str) -> bool:
        """Have the edition in a language made, or wait for its turn; False where that failed a while ago."""
        with self._lock:
            if self._process is not None and (ended := self._process.poll()) is not None:
                if ended:
                    self._failed[self._code] = monotonic()
                self._process = None
            if monotonic() - self._failed.get(code, -LATER) < LATER:
                return False
            if self._process is None:
                self._code = code
                out = str(kept_zip(record().version, code))
                command = [sys.executable, "-m", "components.edition", "--gently", out, code]
                self._process = Popen(command, cwd=ROOT, stdin=DEVNULL, stdout=DEVNULL)
            return True

    def end(self) -> None:
        """End what is being made."""
        if self._process is not None:
            self._process.terminate()


@cache
def _maker() -> Maker:
    maker = Maker()
    atexit.register(maker.end)
    return maker
