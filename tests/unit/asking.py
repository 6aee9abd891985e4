"""Asking the app's own routes for an address, without a network or a client library."""

import asyncio
import csv
import io
import re
from dataclasses import dataclass
from urllib.parse import quote, unquote
from zipfile import ZipFile

from starlette.applications import Starlette
from starlette.types import Message

from server.routes import routes
from tests.alone import run_alone
from tests.unit.samples import Page


@dataclass
class Answer:
    """What came back, and the ways to read it."""

    status: int
    headers: dict[str, str]
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode()

    @property
    def kind(self) -> str:
        return self.headers["content-type"]

    @property
    def page(self) -> Page:
        return Page(self.text)

    @property
    def filename(self) -> str:
        match = re.fullmatch(r'attachment; filename="(.*)"', self.headers["content-disposition"])
        assert match
        return match[1]

    @property
    def rows(self) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.content.decode("utf-8-sig"))))

    @property
    def files(self) -> dict[str, str]:
        with ZipFile(io.BytesIO(self.content)) as archive:
            assert archive.testzip() is None
            return {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}


def ask(
    address: str,
    host: str = "qantar.example",
    scheme: str = "https",
    method: str = "GET",
    accept: str = "identity",
    language: str = "",
) -> Answer:
    """Ask for an address as a browser on some host does."""
    path, _, parameters = address.partition("?")
    scope = {
        "type": "http",
        "method": method,
        "scheme": scheme,
        "path": unquote(path),
        "raw_path": quote(path, safe="/%").encode(),
        "query_string": parameters.encode(),
        "headers": [
            (b"host", host.encode()),
            (b"accept-encoding", accept.encode()),
            (b"accept-language", language.encode()),
        ],
        "server": ("127.0.0.1", 8501),
    }
    sent: list[Message] = []
    body = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> Message:
        for message in body:
            return message
        await asyncio.Event().wait()  # the reader does not hang up
        raise AssertionError

    async def send(message: Message) -> None:
        sent.append(message)

    run_alone(Starlette(routes=routes())(scope, receive, send))
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], headers, b"".join(message.get("body", b"") for message in sent[1:]))
