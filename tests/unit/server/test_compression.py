"""Streamlit's scripts on their way: the best way that a browser takes, and how large the app is."""

import gzip
from typing import Any

import brotli
import pytest
from starlette.types import Message, Receive, Scope, Send

from components.streamlit_files import streamlit_address, streamlit_file
from server.compression import app_size, compressed_scripts
from tests.alone import run_alone

COMPONENT = streamlit_address("component")


def asked(accepted: str, client: str = "203.0.113.9", path: str = COMPONENT, **headers: str) -> dict[str, Any]:
    """What comes back for a script: its headers and its body; nothing where it is left to Streamlit."""
    answer: dict[str, Any] = {}

    async def streamlit(scope: Scope, receive: Receive, send: Send) -> None:
        pass

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        answer.update({name.decode(): value.decode() for name, value in message.get("headers", ())})
        answer["body"] = answer.get("body", b"") + message.get("body", b"")

    sent = {"accept-encoding": accepted, **headers}
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "client": (client, 5000),
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in sent.items()],
    }
    middleware = compressed_scripts()
    app = middleware.cls(streamlit, *middleware.args, **middleware.kwargs)

    async def ask() -> None:
        await app(scope, receive, send)

    run_alone(ask())
    return answer


@pytest.mark.parametrize(
    ("accepted", "way"),
    [("gzip, deflate, br, zstd", "br"), ("br;q=1.0, gzip", "br"), ("gzip, deflate", "gzip"), ("gzip, br;q=0", "gzip"),
     ("identity", None), ("", None), ("brotli", None)],
)  # fmt: skip
def test_a_script_is_sent_in_the_best_way_that_the_browser_takes(accepted: str, way: str | None) -> None:
    answer = asked(accepted)
    assert answer.get("content-encoding") == way
    if way:
        open_ = {"br": brotli.decompress, "gzip": gzip.decompress}[way]
        assert open_(answer["body"]) == streamlit_file("component").read_bytes()
        assert "immutable" in answer["cache-control"]
        assert answer["vary"] == "Accept-Encoding"


def test_at_this_machine_it_is_left_as_it_is_unless_it_was_passed_on() -> None:
    assert asked("br", client="127.0.0.1") == {}
    assert asked("br", client="127.0.0.1", x_forwarded_for="203.0.113.9")["content-encoding"] == "br"


def test_the_app_is_as_large_as_what_a_reader_of_the_page_comes_to_need() -> None:
    without, with_charts = app_size("claims"), app_size("explore")
    assert 300_000 < without < 800_000
    charts = sum(len(brotli.compress(streamlit_file(name).read_bytes(), quality=9)) for name in ("map", "hours"))
    assert without + charts <= with_charts < without + charts * 1.2
