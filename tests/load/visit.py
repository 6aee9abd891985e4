"""A first page over HTTP, as a browser asks for it: what the server writes before the app comes."""

import asyncio
import time
from urllib.parse import urlsplit


class RefusedError(Exception):
    """The answer is none that a reader can read."""


async def first_page(app: str, path: str, patience: float = 60.0) -> float:
    """Seconds from asking to the last byte; raises RefusedError unless it is a whole page, OSError, TimeoutError."""
    begun = time.perf_counter()
    async with asyncio.timeout(patience):
        content = await _get(app, path)
    taken = time.perf_counter() - begun
    if not content.startswith(b"HTTP/1.1 200 ") or b'id="first-page"' not in content:
        raise RefusedError(f"{path}: {content.split(maxsplit=2)[1:2]}")
    return taken


async def _get(app: str, path: str) -> bytes:
    host = urlsplit(app)
    reader, writer = await asyncio.open_connection(host.hostname, host.port)
    request = f"GET {path} HTTP/1.1\r\nHost: {host.netloc}\r\nAccept: text/html\r\nConnection: close\r\n\r\n"
    try:
        writer.write(request.encode())
        await writer.drain()
        return await reader.read()
    finally:
        writer.close()
