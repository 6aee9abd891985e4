"""The security headers: nothing from outside, and framing only by those who are named."""

import re

import pytest
from starlette.types import Message, Receive, Scope, Send

from server.headers import FRAME_SETTING, content_security_policy, frame_ancestors, security_headers
from tests.alone import run_alone


def directives() -> dict[str, str]:
    return {part.split(" ")[0]: part.partition(" ")[2] for part in content_security_policy().split("; ")}


@pytest.fixture(autouse=True)
def _no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FRAME_SETTING, raising=False)


def test_the_policy_names_no_host() -> None:
    policy = content_security_policy()
    assert not re.search(r"https?:|//|\*|[a-z0-9-]+\.[a-z]{2,}", policy)
    allowed = {"'self'", "'none'", "'unsafe-inline'", "'wasm-unsafe-eval'", "data:", "blob:"}
    for words in directives().values():
        assert all(word in allowed or word.startswith("'sha256-") for word in words.split())


def test_scripts_are_our_own() -> None:
    scripts = directives()["script-src"].split()
    assert "'unsafe-inline'" not in scripts
    assert "'unsafe-eval'" not in scripts
    assert directives()["default-src"] == "'self'"
    assert directives()["object-src"] == "'none'"
    assert directives()["base-uri"] == "'self'"
    assert directives()["connect-src"] == "'self'"


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("", "'none'"),
        ("  ", "'none'"),
        ("https://example.org", "https://example.org"),
        (" https://a.example  http://b.example:8080 ", "https://a.example http://b.example:8080"),
        ("'self'", "'self'"),
        ("https://*.example.org", "https://*.example.org"),
    ],
)
def test_framing_is_allowed_to_those_who_are_named(
    setting: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FRAME_SETTING, setting)
    assert frame_ancestors() == expected
    assert f"frame-ancestors {expected};" in content_security_policy()


@pytest.mark.parametrize(
    "setting",
    ["example.org", "*", "https://a.example; script-src *", "https://a.example,https://b.example", "javascript:x",
     "https://a.example/path", "https://", "'none'", "https://a.example\r\nx: y"],
)  # fmt: skip
def test_a_wrong_setting_is_said_at_the_start(setting: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FRAME_SETTING, setting)
    with pytest.raises(ValueError, match=FRAME_SETTING):
        security_headers()


def answer(*messages: Message, failing: bool = False) -> list[Message]:
    """What is sent when the app inside sends some messages, and then perhaps fails."""
    sent: list[Message] = []

    async def inner(scope: Scope, receive: Receive, send: Send) -> None:
        for message in messages:
            await send(message)
        if failing:
            raise RuntimeError("inside")

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    middleware = security_headers()
    app = middleware.cls(inner, *middleware.args, **middleware.kwargs)

    async def ask() -> None:
        await app({"type": "http", "method": "GET", "headers": []}, receive, send)

    run_alone(ask())
    return sent


def begun(*headers: tuple[bytes, bytes], status: int = 200) -> Message:
    return {"type": "http.response.start", "status": status, "headers": list(headers)}


def test_every_response_has_the_headers_once() -> None:
    theirs = ((b"Referrer-Policy", b"unsafe-url"), (b"content-type", b"text/plain"))
    headers = answer(begun(*theirs), {"type": "http.response.body", "body": b"ok"})[0]["headers"]
    assert dict(headers)[b"referrer-policy"] == b"no-referrer"
    assert dict(headers)[b"x-content-type-options"] == b"nosniff"
    assert dict(headers)[b"cross-origin-resource-policy"] == b"same-origin"
    assert dict(headers)[b"content-security-policy"].decode() == content_security_policy()
    names = [name.lower() for name, _ in headers]
    assert len(names) == len(set(names))
    assert b"content-type" in names


def test_the_browser_keeps_what_it_is_told_to_and_nothing_else() -> None:
    assert (b"cache-control", b"no-store") in answer(begun())[0]["headers"]
    kept = (b"Cache-Control", b"public, max-age=9")
    assert [value for name, value in answer(begun(kept))[0]["headers"] if name == b"cache-control"] == [kept[1]]


def test_no_answer_is_opened_to_another_site() -> None:
    opened = [(b"Access-Control-Allow-Origin", b"*"), (b"access-control-allow-credentials", b"true")]
    assert not [name for name, _ in answer(begun(*opened))[0]["headers"] if name.startswith(b"access-control")]


def test_a_refused_socket_has_the_headers_too() -> None:
    (sent,) = answer({"type": "websocket.http.response.start", "status": 421, "headers": []})
    assert (b"x-content-type-options", b"nosniff") in sent["headers"]


def test_a_failure_is_a_short_answer_with_the_headers_and_a_trace_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    start, body = answer(failing=True)
    assert start["status"] == 500
    assert (b"referrer-policy", b"no-referrer") in start["headers"]
    assert body["body"] == b"This failed on the server."
    assert "inside" in caplog.text
    with pytest.raises(RuntimeError, match="inside"):
        answer(begun(), failing=True)
