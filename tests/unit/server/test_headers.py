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


def test_every_response_has_the_headers_once() -> None:
    async def inner(scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(b"Referrer-Policy", b"unsafe-url"), (b"content-type", b"text/plain")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"ok"})

    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    middleware = security_headers()
    app = middleware.cls(inner, *middleware.args, **middleware.kwargs)

    async def ask() -> None:
        await app({"type": "http"}, receive, send)

    run_alone(ask())
    headers = sent[0]["headers"]
    assert dict(headers)[b"referrer-policy"] == b"no-referrer"
    assert dict(headers)[b"x-content-type-options"] == b"nosniff"
    assert dict(headers)[b"content-security-policy"].decode() == content_security_policy()
    names = [name.lower() for name, _ in headers]
    assert len(names) == len(set(names))
    assert b"content-type" in names
