"""The edition of the published record, written once for all tests whatever the number of processes they run in."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from filelock import FileLock

from data.folders import RECORD_FOLDER, RECORD_SETTING, ROOT, TALKS_FOLDER, TALKS_SETTING
from data.loading.record import Record, load_record
from data.queries.query import addressable
from data.queries.view import parse_view
from tests.edition.crawl import Site

HERE = Path(__file__).parent
WRITTEN = ("en", "kk")
"""The languages of the edition: two that share no letters, as each language costs half a minute."""
SETTING = "QANTAR_EDITION"
"""The environment variable that names an edition in these languages to test, in the place of one that is written."""
ARCHIVE = "https://web.archive.org/web/*/"
Write = Callable[..., "subprocess.CompletedProcess[str]"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is asked of the whole edition is asked of the published record."""
    for item in items:
        if HERE in item.path.parents and "edition" in getattr(item, "fixturenames", ()):
            item.add_marker("published")


def write(
    out: Path, *languages: str, limit: str = "unlimited", **environment: str
) -> "subprocess.CompletedProcess[str]":
    """Write an edition; no file of it may have more than `limit` blocks of 1024 bytes."""
    command = ["bash", "-c", f'ulimit -f {limit}; exec "$@"', "bash", sys.executable, "-m", "components.edition"]
    return subprocess.run(
        [*command, str(out), *languages],
        cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, timeout=900,
    )  # fmt: skip


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Its folder; nobody changes it."""
    if there := os.environ.get(SETTING):
        return Path(there)
    own = tmp_path_factory.getbasetemp()
    place = own if worker_id == "master" else own.parent
    out = place / "edition"
    with FileLock(place / "edition.lock"):
        if not out.exists():
            settings = {RECORD_SETTING: str(RECORD_FOLDER), TALKS_SETTING: str(TALKS_FOLDER)}
            done = write(out, *WRITTEN, **settings)
            assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="session")
def published() -> Record:
    """The record that the edition is of."""
    return load_record(RECORD_FOLDER)


@pytest.fixture(scope="session")
def crawled(edition: Path, published: Record) -> Site:
    """All its pages, with where their links lead."""
    known = addressable(published)
    sources = {row["url"] for row in published.source_rows.values()}

    def is_view(fragment: str) -> bool:
        """A view, or the slide of a talk."""
        query = dict(parse_qsl(fragment))
        return fragment.isdigit() or (bool(query) and parse_view(query, known)[1] == ())

    return Site(edition, is_view, lambda address: address.removeprefix(ARCHIVE) in sources)


@pytest.fixture(scope="session")
def kinds(edition: Path) -> dict[str, str]:
    """A page of each kind, by the kind: those of their own, and of many alike the one with the most on it."""
    found = {"front": "index.html"}
    english = edition / "en"
    for path in sorted(english.glob("*.html")):
        found[path.stem] = path.relative_to(edition).as_posix()
    for folder in sorted(path for path in english.iterdir() if path.is_dir() and path.name not in ("talks", "files")):
        largest = max(folder.glob("*.html"), key=lambda path: (path.stat().st_size, path.name))
        found[folder.name] = largest.relative_to(edition).as_posix()
    return found


@pytest.fixture(scope="session")
def served(edition: Path) -> Iterator[Callable[[Path], str]]:
    """Serves a folder on the loopback as any static host does, and gives its address with a slash at its end."""
    servers = []

    def serve(folder: Path) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


class Quiet(SimpleHTTPRequestHandler):
    """Says nothing of what it answers, and keeps lines open."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass
