"""The static host of `make bench`."""

import gzip
import http.client
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.bench.hosting import hosted

WORDS = b"<h1>Words</h1>" * 100
Answer = tuple[int, dict[str, str], bytes]
Ask = Callable[..., Answer]


@pytest.fixture
def ask(tmp_path: Path) -> Iterator[Ask]:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_bytes(WORDS)
    (site / "small.css").write_text("a{}")
    (site / "face.woff2").write_bytes(bytes(2000))
    (tmp_path / "secret.txt").write_text("not for readers")
    with hosted(site) as address:

        def asked(path: str, **headers: str) -> Answer:
            connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)
            connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            found = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
            connection.close()
            return found

        yield asked


def test_texts_are_sent_compressed_to_who_takes_that(ask: Ask) -> None:
    _, headers, body = ask("/", accept_encoding="gzip")
    assert headers["content-encoding"] == "gzip"
    assert len(body) < 200
    assert gzip.decompress(body) == ask("/index.html")[2] == WORDS


@pytest.mark.parametrize("path", ["/small.css", "/face.woff2"])
def test_what_does_not_shrink_is_sent_as_it_is(ask: Ask, path: str) -> None:
    assert "content-encoding" not in ask(path, accept_encoding="gzip")[1]


def test_what_a_reader_has_is_not_sent_again(ask: Ask) -> None:
    tag = ask("/small.css")[1]["etag"]
    assert ask("/small.css", if_none_match=tag)[0] == 304


@pytest.mark.parametrize("path", ["/nothing.html", "/../secret.txt", "/%2e%2e/secret.txt"])
def test_there_is_nothing_but_the_folder(ask: Ask, path: str) -> None:
    assert ask(path)[0] == 404
