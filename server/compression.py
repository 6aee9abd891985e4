"""Streamlit's scripts, compressed once and kept: it sends them as they are, eleven megabytes for a first visit."""

import gzip
import mimetypes
from functools import lru_cache
from ipaddress import ip_address
from pathlib import Path

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from server.streamlit_insides import scripts

PROXY_HEADERS = {"forwarded", "via", "x-forwarded-for", "x-forwarded-proto"}
WORTH_IT = (".js", ".css", ".wasm")
"""What shrinks; fonts and pictures are compressed already."""


def compressed_scripts() -> Middleware:
    """The middleware that answers for Streamlit's scripts when the reader is not on this machine."""
    return Middleware(_Compressed)


class _Compressed:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = compressed_file(scope)
        if path is None:
            await self.app(scope, receive, send)
            return
        headers = {
            "content-encoding": "gzip",
            "vary": "Accept-Encoding",
            # The names hold a digest of the content.
            "cache-control": "public, immutable, max-age=31536000",
        }
        body = await to_thread.run_sync(_compressed, path)
        media_type = mimetypes.guess_type(path.name)[0]
        await Response(body, headers=headers, media_type=media_type)(scope, receive, send)


def compressed_file(scope: Scope) -> Path | None:
    """The script that a request asks for, if it can be sent compressed and the way to the reader is worth it."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return None
    if "gzip" not in Headers(scope=scope).get("accept-encoding", "") or _on_this_machine(scope):
        return None
    path = scripts().get(scope["path"])
    return path if path and path.suffix in WORTH_IT else None


def _on_this_machine(scope: Scope) -> bool:
    """Whether the reader sits at this machine: not if a proxy on it passed the request on."""
    client = scope.get("client")
    if not client or PROXY_HEADERS.intersection(Headers(scope=scope).keys()):
        return False
    try:
        return ip_address(client[0]).is_loopback
    except ValueError:
        return False


@lru_cache(maxsize=256)
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)
