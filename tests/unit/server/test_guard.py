"""What is refused before anything is done for it: foreign hosts, other sites, long addresses."""

import socket
from typing import Any

import pytest
from starlette.datastructures import Headers
from starlette.types import Receive, Scope, Send
from streamlit import config

from server import guard
from server.guard import LONGEST_QUERY
from server.hosts import LOOPBACK, SETTING, host_name, is_own_origin, served_names

VISIT: dict[str, Any] = {"sec_fetch_mode": "navigate", "sec_fetch_dest": "document"}


@pytest.fixture(autouse=True)
def _no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SETTING, raising=False)


async def never(scope: Scope, receive: Receive, send: Send) -> None:
    raise AssertionError


def refusal(host: str = "localhost:8501", scope: Scope | None = None, **headers: str) -> int | None:
    """The status of what a request is refused with."""
    sent = {"host": host, **{name.replace("_", "-"): value for name, value in headers.items()}}
    asked: dict[str, Any] = {
        "type": "http", "method": "GET", "path": "/day", "query_string": b"", "server": ("192.0.2.7", 8501),
        "headers": Headers(sent).raw,
    }  # fmt: skip
    refused = guard.Guard(never, served_names()).refusal(asked | dict(scope or {}))
    return refused.status_code if refused else None


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8501", "[::1]:9", "LOCALHOST:1", "localhost.", "192.0.2.7"])
def test_the_names_of_this_machine_are_served(host: str) -> None:
    assert refusal(host) is None


@pytest.mark.parametrize(
    "host",
    ["", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "192.0.2.8", "x@localhost", "localhost/x",
     "localhost:99:1", "localhost:port", "[::1", "a." + "b" * 2400, "127.1", "0.0.0.0", "локалхост", "localhost\n"],
)  # fmt: skip
def test_no_other_name_is(host: str) -> None:
    try:
        host.encode("latin-1")
    except UnicodeEncodeError:
        assert host_name(host) == ""
    else:
        assert refusal(host) == 421
        assert refusal(host, {"type": "websocket", "path": "/_stcore/stream"}) == 421


def test_a_published_site_is_served_by_the_names_that_are_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert refusal("qantar.example") == 421
    monkeypatch.setenv(SETTING, " Qantar.example www.qantar.example")
    assert refusal("qantar.example") is None
    assert refusal("WWW.qantar.example:443") is None
    assert refusal("elsewhere.example") == 421


@pytest.mark.parametrize("name", ["*", "https://qantar.example", "qantar.example:443", "a,b", "a..b", "a/b"])
def test_a_wrong_setting_is_said_at_the_start(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, name)
    with pytest.raises(ValueError, match=SETTING):
        guard.guard()


def test_the_name_of_the_machine_is_served_where_others_may_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: "Desk")
    for address, more in (("127.0.0.1", set()), ("0.0.0.0", {"desk", "desk.local"})):
        monkeypatch.setattr(config, "get_option", lambda _, address=address: address)
        assert served_names() == LOOPBACK | more


@pytest.mark.parametrize(
    ("origin", "host", "own"),
    [
        ("http://localhost:8501", "localhost:8501", True),
        ("https://qantar.example", "qantar.example", True),
        ("https://qantar.example", "qantar.example:443", True),
        ("http://localhost:3000", "localhost:8501", False),
        ("http://127.0.0.1:8501", "localhost:8501", False),
        ("https://evil.example", "qantar.example", False),
        ("null", "localhost:8501", False),
        ("http://[::1", "localhost:8501", False),
        ("file://", "", False),
    ],
)
def test_an_origin_is_ones_own_or_not(origin: str, host: str, own: bool) -> None:
    assert is_own_origin(origin, host) == own


def test_a_socket_is_for_the_apps_own_pages_alone() -> None:
    stream = {"type": "websocket", "path": "/_stcore/stream"}
    assert refusal(scope=stream) is None
    assert refusal(scope=stream, origin="http://localhost:8501") is None
    assert refusal(scope=stream, origin="http://localhost:3000") == 403
    assert refusal(scope=stream | {"path": "/day"}) == 404


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_may_link_here_and_read_nothing(site: str) -> None:
    assert refusal(sec_fetch_site=site) == 403
    assert refusal(sec_fetch_site=site, sec_fetch_mode="no-cors", sec_fetch_dest="image") == 403
    assert refusal(sec_fetch_site=site, sec_fetch_mode="navigate", sec_fetch_dest="object") == 403
    assert refusal(sec_fetch_site=site, **VISIT) is None
    assert refusal(sec_fetch_site=site, scope={"method": "POST"}, **VISIT) == 403


@pytest.mark.parametrize("site", ["none", "same-origin"])
def test_ones_own_requests_pass(site: str) -> None:
    assert refusal(sec_fetch_site=site, sec_fetch_mode="no-cors") is None


def test_what_an_address_says_is_bounded() -> None:
    assert refusal(scope={"query_string": b"q=" + b"a" * (LONGEST_QUERY - 2)}) is None
    assert refusal(scope={"query_string": b"q=" + b"a" * (LONGEST_QUERY - 1)}) == 414


def test_uploads_have_a_total(monkeypatch: pytest.MonkeyPatch) -> None:
    upload = {"method": "PUT", "path": "/_stcore/upload_file/session-1/file-1"}
    held = {"session-1": guard.MOST_UPLOADED, "session-2": guard.MOST_UPLOADED + 1}
    monkeypatch.setattr(guard, "uploaded_bytes", lambda session: held[session])
    assert refusal(scope=upload) is None
    assert refusal(scope=upload | {"path": "/_stcore/upload_file/session-2/file-9"}) == 413
