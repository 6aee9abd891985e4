"""Requests for every address there is and many that are none, answered by the app's own routes in this process."""

import asyncio
import logging
from random import Random
from urllib.parse import quote, unquote

from starlette.applications import Starlette
from starlette.types import Message

from components.address import HEALTH, SCRIPT, STAGE_STYLE, STATIC, WRITTEN_SCRIPT
from components.drawing.palette import THEMES
from components.frame.contents import PAGES
from components.map.marks import Counts, mark_code
from components.pictures.figures import FIGURES
from components.record import files
from data.exports.citations import FORMS
from data.queries.view import KEYS
from data.store import known, record, talks
from data.vocabulary import FAMILIES
from server.compression import compressed_scripts
from server.guard import guard
from server.headers import security_headers
from server.routes import routes
from tests.fuzz.odd import changed, piece
from tests.fuzz.tally import BrokenError, Tally
from tests.unit.samples import EN

UNASKED = ("/favicon.ico", "/robots.txt", "/.env", "/_stcore/metrics")
LARGEST_PAGE = 3_000_000
"""Bytes."""
HEADERS = (
    "content-security-policy", "referrer-policy", "x-content-type-options", "cross-origin-opener-policy",
    "cross-origin-resource-policy", "permissions-policy", "cache-control",
)  # fmt: skip
METHODS = ("HEAD", "POST", "PUT", "OPTIONS", "DELETE", "TRACE", "ПОСТ")
"""What a request may be besides the usual."""


class Addresses:
    """A trial is one request."""

    def __init__(self) -> None:
        middleware = [security_headers(), guard(), compressed_scripts()]
        self._app = Starlette(routes=routes(), middleware=middleware)
        self._loop = asyncio.Runner()
        self._faults = _Faults()
        logging.getLogger().addHandler(self._faults)

    def __call__(self, chance: Random, tally: Tally) -> None:
        """Ask for something, and raise BrokenError for an answer that never may be."""
        method = chance.choice(METHODS) if chance.random() < 0.1 else "GET"
        host, address = _host(chance), _address(chance)
        asked = f"{method} {host!r} {address!r}"[:2_000]
        self._faults.seen.clear()
        try:
            status, headers, content = self._loop.run(self._ask(method, host, address))
        except Exception as error:
            error.add_note(asked)
            raise
        tally.outcomes[str(status)] += 1
        tally.size(len(content), asked)
        if status >= 500 and not (status == 503 and "retry-after" in headers):
            raise BrokenError(f"{status}\n{asked}")
        if self._faults.seen:
            raise BrokenError(f"the log has a trace: {self._faults.seen[0]}\n{asked}")
        if b"Traceback (most recent call last)" in content:
            raise BrokenError(f"the answer has a trace\n{asked}")
        if headers.get("content-type", "").startswith("text/html") and len(content) > LARGEST_PAGE:
            raise BrokenError(f"larger than {LARGEST_PAGE} bytes\n{asked}")
        if lacking := [name for name in HEADERS if name not in headers]:
            raise BrokenError(f"without {', '.join(lacking)}: {status}\n{asked}")

    async def _ask(self, method: str, host: bytes, address: str) -> tuple[int, dict[str, str], bytes]:
        path, _, query = address.partition("?")
        raw = quote(path, safe="/%:@!$&'()*+,;=~-._", errors="replace").encode()
        scope = {
            "type": "http", "method": method, "scheme": "http", "http_version": "1.1", "root_path": "",
            "path": unquote(raw.decode()), "raw_path": raw, "client": ("127.0.0.1", 1),
            "query_string": quote(query, safe="/%:@!$&'()*+,;=~-._?", errors="replace").encode(),
            "headers": [(b"host", host), (b"accept-encoding", b"identity")], "server": ("127.0.0.1", 8501),
        }  # fmt: skip
        sent: list[Message] = []
        asked = False

        async def receive() -> Message:
            nonlocal asked
            if asked:
                await asyncio.Event().wait()  # the reader does not hang up
            asked = True
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        await self._app(scope, receive, send)
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in sent[0]["headers"]}
        return sent[0]["status"], headers, b"".join(message.get("body", b"") for message in sent[1:])


class _Faults(logging.Handler):
    """What the log tells of as an error, or with a trace."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info or record.levelno >= logging.ERROR:
            self.seen.append(f"{record.getMessage()} {record.exc_info and record.exc_info[1]!r}")


def _host(chance: Random) -> bytes:
    usual = chance.random() < 0.95
    return b"127.0.0.1:8501" if usual else piece(chance).encode("utf-8", "replace").replace(b"\n", b"")[:3_000]


def _address(chance: Random) -> str:
    path = _path(chance)
    for _ in range(chance.choice((0, 0, 0, 0, 1, 2))):
        path = "/" + changed(chance, path).lstrip("/")
    pairs = [f"{key}={value}" for key, value in (_parameter(chance) for _ in range(chance.choice((0, 1, 1, 2, 4, 9))))]
    return f"{path}?{'&'.join(pairs)}" if pairs else path


def _path(chance: Random) -> str:
    """The address of something that there is."""
    figures, everything = sorted(FIGURES), record()
    table = chance.choice(("events", "sources"))
    counts: Counts = {
        family: (chance.randint(0, 9), chance.randint(0, 2), 0, 1) for family in chance.sample(sorted(FAMILIES), 2)
    }
    shipped = [path.relative_to(STATIC).as_posix() for path in sorted(STATIC.rglob("*.*"))]
    return chance.choice(
        (
            "/",
            f"/{chance.choice(sorted(PAGES))}",
            f"/{chance.choice(sorted(PAGES))}/{chance.choice(sorted(known().events | known().cases))}",
            f"/pictures/{chance.choice(figures)}.svg",
            f"/data/{chance.choice(sorted(files.tables(EN)))}",
            f"/cite/{chance.choice(sorted(files.citations(EN)))}",
            f"/cite/{table}/{chance.choice(sorted(everything.tables[table].index))}.{chance.choice(sorted(FORMS))}",
            f"/marks/{chance.choice(THEMES)}/{mark_code(counts)}.svg",
            f"/talk/{chance.choice(sorted(talks()))}",
            f"/t/{chance.choice(sorted(talks()))}/{chance.randint(0, 20)}",
            f"/assets/{chance.choice(shipped)}",
            f"/static/js/{chance.choice(shipped)}",
            chance.choice((HEALTH, SCRIPT, WRITTEN_SCRIPT, STAGE_STYLE, *UNASKED)),
        )
    )


def _parameter(chance: Random) -> tuple[str, str]:
    """A key and a value: of ours as they should be, or with something odd about them."""
    ids = known()
    values = {
        "day": "2022-01-05", "hours": "06:00.12:30", "known": "2022-01-09", "show": "50", "seen": "2026-11-01",
        "place": "almaty", "q": "akimat", "sig": "2", "alone": "1", "undated": "1", "talk": "ten-days.3",
        "event": chance.choice(sorted(ids.events)), "case": chance.choice(sorted(ids.cases)),
        "claim": chance.choice(sorted(ids.claims)), "with": chance.choice(sorted(ids.claims)),
        "measure": chance.choice(sorted(ids.measures)), "claimant": chance.choice(sorted(ids.claimants)),
    }  # fmt: skip
    key = chance.choice((*KEYS, "theme"))
    value = values.get(key, chance.choice(("lethal_force", "disputed", "official", "west", "dark", "en")))
    if chance.random() < 0.4:
        value = chance.choice((changed(chance, value), piece(chance), f"{value}.{value}"))
    return (changed(chance, key) if chance.random() < 0.05 else key), value.replace("&", "%26")
