"""A folder as any static host serves it: on loopback, with gzip, fresh for ten minutes and by its tag after that."""

import gzip
import mimetypes
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

SMALL = 1000
"""Bytes from which on it is worth compressing."""
PACKED = {"text/html", "text/css", "text/javascript", "application/javascript", "application/json", "image/svg+xml"}


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """Serve a folder, and give its address without a slash at its end."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()  # who comes before the server is up waits
        app = Starlette(routes=[Route("/{path:path}", lambda request: answer(folder, request))])
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(10)


def answer(folder: Path, request: Request) -> Response:
    """A file of the folder, or the index of a folder in it."""
    path = (folder / request.path_params["path"]).resolve()
    path = path / "index.html" if path.is_dir() else path
    if not path.is_file() or not path.is_relative_to(folder.resolve()):
        return Response(status_code=404)
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    packs = kind in PACKED and "gzip" in request.headers.get("accept-encoding", "")
    body, tag, packed = _body(path, packs)
    headers = {"cache-control": "max-age=600", "etag": tag, "vary": "Accept-Encoding"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    if packed:
        headers["content-encoding"] = "gzip"
    return Response(body, headers=headers, media_type=kind)


@lru_cache
def _body(path: Path, packs: bool) -> tuple[bytes, str, bool]:
    """What is sent of a file, the tag of it, and whether it is compressed."""
    plain = path.read_bytes()
    packed = packs and len(plain) >= SMALL
    tag = f'"{sha256(plain).hexdigest()[:16]}{"-gzip" if packed else ""}"'
    return gzip.compress(plain, 6, mtime=0) if packed else plain, tag, packed
