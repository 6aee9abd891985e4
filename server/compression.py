"""Streamlit's scripts, compressed once and kept: it sends them as they are, eleven megabytes for a first visit.

In the place of its typefaces, which have every alphabet, go ours.
"""

import gzip
import mimetypes
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from ipaddress import ip_address
from pathlib import Path
from threading import Lock

import brotli
from anyio import to_thread
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from components.address import HOME
from components.drawing.typefaces import FILES, face
from components.streamlit_files import streamlit_address, streamlit_file
from server.answers import FOR_EVER
from server.streamlit_insides import document, scripts

PROXY_HEADERS = {"forwarded", "via", "x-forwarded-for", "x-forwarded-proto"}
WORTH_IT = (".js", ".css", ".wasm")
"""What shrinks; fonts and pictures are compressed already."""
WAYS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda content: brotli.compress(content, quality=9),
    "gzip": lambda content: gzip.compress(content, compresslevel=6, mtime=0),
}
"""How a browser may take a file, the best first. A higher quality of brotli takes ten times as long, for a tenth."""
_NAMES = re.compile(r'"\./([\w.-]+\.js)"')


def compressed_scripts() -> Middleware:
    """The middleware that answers for Streamlit's scripts, compressed when the reader is not on this machine."""
    return Middleware(_Compressed)


class _Compressed:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "GET" and (own := _faces().get(scope["path"])):
            answer = Response(own, media_type="font/woff2", headers={"cache-control": FOR_EVER})
            await answer(scope, receive, send)
            return
        path = compressed_file(scope)
        if path is None:
            await self.app(scope, receive, send)
            return
        way = next(way for way in WAYS if way in _taken(scope))
        # The names hold a digest of the content.
        headers = {"content-encoding": way, "vary": "Accept-Encoding", "cache-control": FOR_EVER}
        body = await to_thread.run_sync(_compressed, path, way)
        media_type = mimetypes.guess_type(path.name)[0]
        await Response(body, headers=headers, media_type=media_type)(scope, receive, send)


def compressed_file(scope: Scope) -> Path | None:
    """The script that a request asks for, if it can be sent compressed and the way to the reader is worth it."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return None
    if not _taken(scope) & WAYS.keys() or _on_this_machine(scope):
        return None
    path = scripts().get(scope["path"])
    return path if path and path.suffix in WORTH_IT else None


_measured = Lock()


@cache
def _faces() -> dict[str, bytes]:
    """Our typefaces by the addresses of Streamlit's."""
    return {streamlit_address(name): face(name).read_bytes() for name in FILES}


def app_size(page: str) -> int:
    """The bytes of all scripts and styles of the app that a reader of a page may come to need, compressed.

    It takes a second when it is first asked for, once for all who ask meanwhile.
    """
    with _measured:
        return _app_size(page)


@cache
def _app_size(page: str) -> int:
    charts = ("map", "hours") if page == HOME else ()
    parts = [streamlit_file(name).name for name in ("component", *charts)]
    named = re.findall(r'"/static/(?:js|css)/([\w.-]+)"', document().template)
    by_name = {path.name: path for path in scripts().values()}
    return sum(len(_compressed(path, "br")) for path in _with_all(by_name[name] for name in (*named, *parts)))


def _with_all(paths: Iterable[Path]) -> set[Path]:
    """Scripts with all that they take from."""
    found, left = set[Path](), list(paths)
    while left:
        path = left.pop()
        if path not in found:
            found.add(path)
            left += _taken_from(path)
    return found


def _taken_from(path: Path) -> Iterator[Path]:
    text = path.read_text(encoding="utf-8") if path.suffix == ".js" else ""
    for named in _NAMES.finditer(text):
        if text.endswith(("from", "import"), 0, named.start()):
            yield path.parent / named[1]


def _taken(scope: Scope) -> set[str]:
    """The ways in which a browser takes a file."""
    accepted = Headers(scope=scope).get("accept-encoding", "")
    return {way.partition(";")[0].strip() for way in accepted.split(",") if not re.search(r";\s*q=0(\.0*)?\s*$", way)}


def _on_this_machine(scope: Scope) -> bool:
    """Whether the reader sits at this machine: not if a proxy on it passed the request on."""
    client = scope.get("client")
    if not client or PROXY_HEADERS.intersection(Headers(scope=scope).keys()):
        return False
    try:
        return ip_address(client[0]).is_loopback
    except ValueError:
        return False


@cache
def _compressed(path: Path, way: str) -> bytes:
    return WAYS[way](path.read_bytes())
