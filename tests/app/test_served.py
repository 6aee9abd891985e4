"""The app as it is served: nothing that a reader writes fails, is answered without bounds, or comes without headers."""

import contextlib
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

import pytest

from components.frame.contents import PAGES
from data.queries.view import KEYS
from data.store import known
from server.headers import headers_of_all
from tools.serving import ROOT, Server, serving

MOST = 3_000_000
"""Bytes of a page."""
PROXIED = {"Accept-Encoding": "gzip", "X-Forwarded-For": "192.0.2.1", "X-Forwarded-Proto": "https"}
SOCKET = {
    "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
}  # fmt: skip


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture(scope="module")
def host(server: Server) -> str:
    return urlsplit(server.address).netloc


def ask(host: str, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """The status, the headers and the body of an answer."""
    connection = http.client.HTTPConnection(host, timeout=60)
    connection.putrequest(method, path, skip_host="Host" in headers, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    body = b"" if answer.status == 101 else answer.read()
    found = {name.lower(): value for name, value in answer.getheaders()}
    connection.close()
    return answer.status, found, body


def raw(host: str, request: bytes) -> bytes:
    """What comes back for bytes that no client would send."""
    name, _, port = host.partition(":")
    with socket.create_connection((name, int(port)), timeout=60) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b""))


ODD = [
    "/t/x/" + "9" * 4301, "/static/" + "a" * 300 + ".js", "/static/%00.js", "/static/js/../../index.html",
    "/assets/%00", "/assets/" + "a" * 300, "/%ff%fe", "/%ZZ", "/" + "a" * 9000, "/day?day=%ED%A0%80&q=%00%ff",
    "/?q=%ED%B2%80", "/talk/%ED%A0%80", "/talk/" + "a" * 5000 + ".pdf", "/pictures/map.png?theme=%00",
    "/cite/events/%00.bib",
    "/marks/light/protest" + "9" * 4301 + ".0.0.svg", "/marks/light/protest%D9%A3.0.0.svg", "/media/%00", "/media/x",
    "/_stcore/upload_file/x/y", "/_stcore/metrics", "/_stcore/health", "/_stcore/host-config", "/nothing",
    "/t/ten-days",
    "/day/2022-01-05", "/healthz", "/linked.js", "/first.css", "/data/nothing.csv", "/sources?show=9999&" + "a" * 4000,
    "//elsewhere.example", "/..%2f..%2fapp.py", "/\\elsewhere", "/?" + "&".join(f"k{n}=v" for n in range(500)),
    "/day?" + "&".join(f"{key}={'x' * 100}" for key in KEYS), "/claims?claimant=" + "a" * 3000,
]  # fmt: skip


@pytest.mark.parametrize("headers", [{}, PROXIED], ids=["near", "through-a-proxy"])
def test_nothing_that_a_reader_can_write_fails_or_comes_without_the_headers(host: str, headers: dict[str, str]) -> None:
    for path in ODD:
        status, found, body = ask(host, path, **headers)
        assert status < 500, path
        assert len(body) < MOST, path
        assert headers_of_all().items() <= found.items(), path
        assert "cache-control" in found, path
        assert "access-control-allow-origin" not in found, path
        assert b"Traceback" not in body, path
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH", "NONSENSE"):
        for path in ("/", "/nothing", "/healthz", "/talk/ten-days", "/_stcore/upload_file/x/y", "/_stcore/health",
                     "/_stcore/agent/interact", "/_stcore/agent/mcp", "/_stcore/metrics", "/auth/login"):  # fmt: skip
            status, found, _ = ask(host, path, method, **headers)
            assert 400 <= status < 500, (method, path)
            assert headers_of_all().items() <= found.items(), (method, path)


@pytest.mark.parametrize(
    "request_", [b"GARBAGE\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n", b"GET /\xff HTTP/1.1\r\nHost: localhost\r\n\r\n"],
    ids=["no-http", "no-host", "no-ascii"],
)  # fmt: skip
def test_what_is_no_request_is_answered_with_the_headers(host: str, request_: bytes) -> None:
    answer = raw(host, request_).partition(b"\r\n\r\n")[0].decode().lower()
    assert answer.startswith("http/1.1 4")
    for name, value in headers_of_all().items():
        assert f"{name}: {value.lower()}" in answer


def test_headers_without_end_are_not_read_to_their_end(host: str) -> None:
    with contextlib.suppress(OSError):  # it hangs up
        answer = raw(host, b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 2_000_000 + b"\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 4") or not answer
    assert ask(host, "/healthz")[0] == 200


def test_only_the_hosts_of_this_machine_are_served_and_hear_the_socket(host: str) -> None:
    for foreign in ("evil.example", "a." + "b" * 2400 + ".example", "127.0.0.1.evil.example"):
        for path in ("/", "/talk/ten-days", "/healthz", "/_stcore/host-config"):
            assert ask(host, path, Host=foreign)[0] == 421
        assert ask(host, "/_stcore/stream", Host=foreign, Origin=f"http://{foreign}", **SOCKET)[0] == 421
    for origin in ("http://[::1", "http://localhost:3000", "http://evil.example", "null"):
        assert ask(host, "/_stcore/stream", Origin=origin, **SOCKET)[0] == 403
    assert ask(host, "/_stcore/stream", Origin=f"http://{host}", **SOCKET)[0] == 101


def test_nobody_is_told_of_other_hosts(host: str) -> None:
    assert json.loads(ask(host, "/_stcore/host-config")[2])["allowedOrigins"] == []


def test_no_page_is_larger_than_it_may_be_whatever_is_asked_for(host: str) -> None:
    everything = ["show=9999", "talk=ten-days.1", f"place={'.'.join(sorted(known().places))}", "q=" + quote("ә" * 200)]
    for page in PAGES:
        path = "/" if page == "explore" else f"/{page}"
        for query in ("", "show=9999", "&".join(everything), f"show=9999&talk={'a' * 3900}.1"):
            status, _, body = ask(host, f"{path}?{query}")
            assert status == 200
            assert len(body) < MOST, (page, query)


def test_those_who_hang_up_hold_up_nobody(host: str) -> None:
    assert ask(host, "/day?day=2022-01-04")[0] == 200
    name, _, port = host.partition(":")
    for day in range(1, 32):
        with socket.create_connection((name, int(port))) as asker:
            asker.sendall(f"GET /pictures/map.png?day=2022-01-{day:02d} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
    assert ask(host, "/day?day=2022-01-05")[0] == 200
    assert ask(host, "/pictures/days.svg")[0] == 200


def test_it_ends_at_once_though_somebody_is_connected() -> None:
    with serving() as running:
        name, _, port = urlsplit(running.address).netloc.partition(":")
        request = "".join(f"{key}: {value}\r\n" for key, value in SOCKET.items())
        with socket.create_connection((name, int(port))) as connection:
            connection.sendall(f"GET /_stcore/stream HTTP/1.1\r\nHost: {name}:{port}\r\n{request}\r\n".encode())
            assert b"101" in connection.recv(100)
            begun = time.monotonic()
            os.kill(running.pid, signal.SIGINT)
            while not os.waitid(os.P_PID, running.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG):
                assert time.monotonic() - begun < 8
                time.sleep(0.05)


def test_a_port_that_is_taken_is_said_in_a_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = subprocess.run(
            [sys.executable, "-m", "tools.port", "127.0.0.1", str(port)], cwd=ROOT, capture_output=True, text=True
        )
    assert ended.returncode == 1
    expected = f"Port {port} is taken, perhaps by Qantar itself. Choose another: make run PORT={port + 1}"
    assert ended.stderr.splitlines() == [expected]
