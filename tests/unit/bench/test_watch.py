"""What `make bench` counts of a browser's traffic."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from tests.bench.watch import Watch


class Session:
    """A browser's protocol, spoken by the test."""

    def __init__(self) -> None:
        self.hearers: dict[str, Callable[[dict[str, Any]], None]] = {}
        self.on = self.hearers.__setitem__

    def send(self, *_: object) -> None:
        pass

    def tell(self, event: str, **given: Any) -> None:
        self.hearers[f"Network.{event}"]({"requestId": "1", **given})

    def fetch(self, name: str, kind: str = "Document", *, wire: int = 0, unpacked: int = 0, **response: Any) -> None:
        self.tell("requestWillBeSent", requestId=name, request={"url": f"http://127.0.0.1/{name}"})
        self.tell("responseReceived", requestId=name, type=kind, response=response)
        self.tell("dataReceived", requestId=name, dataLength=unpacked)
        self.tell("loadingFinished", requestId=name, encodedDataLength=wire)


@pytest.fixture
def session() -> Session:
    return Session()


@pytest.fixture
def watch(session: Session) -> Watch:
    page: Any = SimpleNamespace(context=SimpleNamespace(new_cdp_session=lambda _: session))
    return Watch(page)


def test_bytes_are_those_on_the_wire_and_of_scripts_those_unpacked(session: Session, watch: Watch) -> None:
    session.fetch("page", wire=700, unpacked=2000)
    session.fetch("script", "Script", wire=300, unpacked=900)
    assert (watch.received, watch.requests, watch.scripts) == (1000, 2, 900)


def test_what_the_browser_had_is_no_request(session: Session, watch: Watch) -> None:
    session.fetch("sheet", wire=0, fromDiskCache=True)
    session.tell("requestServedFromCache", requestId="icon")
    session.fetch("icon")
    assert (watch.received, watch.requests) == (0, 0)


def test_messages_of_a_socket_are_bytes_too(session: Session, watch: Watch) -> None:
    session.tell("webSocketFrameSent", timestamp=10.0)
    session.tell("webSocketFrameReceived", timestamp=10.5, response={"payloadData": "AAAAAAAA", "opcode": 2})
    assert (watch.received, watch.messages, watch.answer_time) == (6, 6, 0.5)


def test_messages_count_as_they_are_compressed_on_the_wire(session: Session, watch: Watch) -> None:
    extensions = {"Sec-WebSocket-Extensions": "permessage-deflate; server_max_window_bits=12"}
    session.tell("webSocketHandshakeResponseReceived", response={"headers": extensions})
    session.tell("webSocketFrameReceived", timestamp=1.0, response={"payloadData": "word " * 1000, "opcode": 1})
    assert watch.messages == 5000
    assert 0 < watch.received < 100


def test_other_machines_are_barred_and_nothing_is_on_its_way_after_that(session: Session, watch: Watch) -> None:
    session.tell("requestWillBeSent", request={"url": "https://elsewhere.example/"})
    assert watch.quiet == 0
    session.tell("loadingFailed", errorText="net::ERR_NAME_NOT_RESOLVED")
    assert (watch.barred, watch.requests) == (1, 0)
    assert watch.quiet > 0
