"""A line to a server that is kept from one answer to the next, as a browser keeps it."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from urllib.parse import urlsplit

MOST = 2**20
"""Bytes that may wait to be read; more than any page has, so that reading never holds the server up."""


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    """Their names in small letters."""
    body: bytes
    """As it was sent, pressed or not."""


class Line:
    """`async with Line("http://127.0.0.1:8480") as line`, then `await line.get(path)` as often as wanted.

    Raises OSError, and asyncio.IncompleteReadError where the server hangs up within an answer.
    """

    def __init__(self, site: str) -> None:
        self._site = urlsplit(site)
        self._reader: asyncio.StreamReader
        self._writer: asyncio.StreamWriter

    async def __aenter__(self) -> "Line":
        self._reader, self._writer = await asyncio.open_connection(self._site.hostname, self._site.port, limit=MOST)
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self._writer.close()
        with suppress(OSError):
            await self._writer.wait_closed()

    async def get(self, path: str, known: str = "") -> Answer:
        """Ask for what is at a path; `known` is the tag of what the reader has of it already."""
        condition = f"If-None-Match: {known}\r\n" if known else ""
        self._writer.write(
            f"GET {path} HTTP/1.1\r\nHost: {self._site.netloc}\r\nAccept-Encoding: gzip\r\n{condition}\r\n".encode()
        )
        first, *lines = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1").strip().split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        status = int(first.split(" ", 2)[1])
        return Answer(status, headers, await self._body(status, headers))

    async def _body(self, status: int, headers: dict[str, str]) -> bytes:
        if status == 304:
            return b""
        if headers.get("transfer-encoding") != "chunked":
            return await self._reader.readexactly(int(headers["content-length"]))
        parts = []
        while size := int(await self._reader.readline(), 16):
            parts.append((await self._reader.readexactly(size + 2))[:-2])
        await self._reader.readline()
        return b"".join(parts)
