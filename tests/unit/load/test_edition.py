"""The readers of the static edition see all that goes wrong, and count it."""

import asyncio
import gzip
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.load.edition import AGAIN, FIRST, Waited, edition, read
from tests.load.line import Line

PAGE = b"<p>a page</p>" * 50
Reply = Callable[[str, dict[str, str]], bytes]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "index.html",
        "en/index.html",
        "ru/index.html",
        "en/cases.html",
        "en/days/2022-01-05.html",
        "assets/edition.css",
        "assets/edition.js",
        "assets/minisearch.js",
        "assets/sans.woff2",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(PAGE)
    return tmp_path


def test_pages_are_known_by_their_kind(folder: Path) -> None:
    found = edition(folder)
    assert found.pages == {
        "index.html": ["/en/index.html", "/ru/index.html"],
        "cases.html": ["/en/cases.html"],
        "days/…": ["/en/days/2022-01-05.html"],
    }
    assert found.own == ["/assets/edition.css", "/assets/edition.js"]
    assert found.faces == ["/assets/sans.woff2"]
    with pytest.raises(ValueError, match="no edition"):
        edition(folder / "assets")


def whole(path: str, headers: dict[str, str]) -> bytes:
    if headers.get("if-none-match") == '"1"':
        return b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n'
    body = gzip.compress(PAGE)
    return b'HTTP/1.1 200 OK\r\nETag: "1"\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n' % len(body) + body


def in_pieces(path: str, headers: dict[str, str]) -> bytes:
    pieces = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in (PAGE[:100], PAGE[100:]))
    return b'HTTP/1.1 200 OK\r\nETag: "1"\r\nTransfer-Encoding: chunked\r\n\r\n' + pieces + b"0\r\n\r\n"


def missing(path: str, headers: dict[str, str]) -> bytes:
    return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"


def other(path: str, headers: dict[str, str]) -> bytes:
    return b'HTTP/1.1 200 OK\r\nETag: "1"\r\nContent-Length: 2\r\n\r\nhi'


def broken(path: str, headers: dict[str, str]) -> bytes:
    return b'HTTP/1.1 200 OK\r\nETag: "1"\r\nContent-Length: 99\r\n\r\nhi'


async def against(reply: Reply, do: Callable[[str], Awaitable[object]]) -> object:
    served: list[asyncio.Task[object] | None] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        served.append(asyncio.current_task())
        with suppress(OSError, EOFError):
            while True:
                first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode().strip().split("\r\n")
                headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
                writer.write(reply(first.split()[1], headers))
                if reply is broken:
                    break
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        host, port = server.sockets[0].getsockname()[:2]
        done = await do(f"http://{host}:{port}")
        await asyncio.gather(*filter(None, served))
    return done


@pytest.mark.parametrize(("reply", "pressed"), [(whole, True), (in_pieces, False)])
def test_a_line_reads_answers_one_after_the_other(reply: Reply, pressed: bool) -> None:
    async def ask(site: str) -> None:
        async with Line(site) as line:
            for _ in range(3):
                answer = await line.get("/en/index.html")
                assert answer.status == 200
                assert (gzip.decompress(answer.body) if pressed else answer.body) == PAGE
            if pressed:
                again = await line.get("/en/index.html", answer.headers["etag"])
                assert (again.status, again.body) == (304, b"")

    asyncio.run(against(reply, ask))


def reading(folder: Path, reply: Reply) -> Waited:
    waited = asyncio.run(against(reply, lambda site: read(edition(folder), site, 10, 0.6)))
    assert isinstance(waited, Waited)
    return waited


def test_readers_turn_pages_and_ask_whether_the_style_has_changed(folder: Path) -> None:
    waited = reading(folder, whole)
    assert not waited.errors
    assert len(waited.times["index.html"]) >= 10
    assert len(waited.times[FIRST]) == 10 * 3
    assert waited.times[AGAIN]
    assert waited.late


@pytest.mark.parametrize(
    ("reply", "words"), [(missing, "404"), (other, "other bytes"), (broken, "IncompleteReadError"), (in_pieces, "200")]
)
def test_what_goes_wrong_is_counted(folder: Path, reply: Reply, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.load.edition.COMPARED", 1)
    assert words in " ".join(reading(folder, reply).errors)
