"""Counting what goes over the wire, by the browser's own protocol."""

import base64
import time
import zlib
from typing import Any

from playwright.sync_api import CDPSession, Page

BINARY = 2
"""The kind of a message whose bytes the protocol gives in base64."""
PACKING = (6, zlib.DEFLATED, -12, 5)
"""Level, method, window and memory with which the app's websocket library compresses messages, which the protocol shows
unpacked. What had 80.5 KB on the wire has 80.3 by this."""


class Watch:
    """What a page receives, and for the latest exchange over its websocket the messages and the time they took.

    `received` is bytes on the wire, with headers and messages; `requests` those that a server answered; `scripts` the
    bytes of scripts once unpacked; `barred` what was asked of other machines and refused by the browser.
    `messages` is bytes once unpacked. `answer_time` is from sending a request to the last message of its answer, in
    seconds: the server's work, and what the loopback adds.
    """

    def __init__(self, page: Page) -> None:
        self.received = self.scripts = 0.0
        self.requests = self.barred = 0
        self._open: set[str] = set()
        self._scripts: set[str] = set()
        self._kept: set[str] = set()
        self._packers: dict[str, Any] = {}
        self._latest = time.monotonic()
        self.forget()
        self.session: CDPSession = page.context.new_cdp_session(page)
        self.session.send("Network.enable")
        for name, hear in {
            "requestWillBeSent": self._sought,
            "requestServedFromCache": self._had,
            "responseReceived": self._begun,
            "dataReceived": self._part,
            "loadingFinished": self._loaded,
            "loadingFailed": self._failed,
            "webSocketHandshakeResponseReceived": self._connected,
            "webSocketFrameSent": self._sent,
            "webSocketFrameReceived": self._got,
        }.items():
            self.session.on(f"Network.{name}", hear)

    def forget(self) -> None:
        """Begin a new exchange."""
        self.messages = 0.0
        self._asked = 0.0
        self._answered = 0.0

    @property
    def answer_time(self) -> float:
        return max(0.0, self._answered - self._asked)

    @property
    def quiet(self) -> float:
        """Seconds since something last came, 0 while something is on its way."""
        return 0.0 if self._open else time.monotonic() - self._latest

    def _sought(self, event: dict[str, Any]) -> None:
        self._latest = time.monotonic()
        if event["request"]["url"].startswith("http"):
            self._open.add(event["requestId"])

    def _had(self, event: dict[str, Any]) -> None:
        self._kept.add(event["requestId"])

    def _begun(self, event: dict[str, Any]) -> None:
        if event["type"] == "Script":
            self._scripts.add(event["requestId"])
        if event["response"].get("fromDiskCache"):
            self._kept.add(event["requestId"])

    def _part(self, event: dict[str, Any]) -> None:
        if event["requestId"] in self._scripts:
            self.scripts += event["dataLength"]

    def _loaded(self, event: dict[str, Any]) -> None:
        self._ended(event)
        if event["requestId"] not in self._kept:
            self.requests += 1
            self.received += event["encodedDataLength"]

    def _failed(self, event: dict[str, Any]) -> None:
        self._ended(event)
        self.barred += event["errorText"] == "net::ERR_NAME_NOT_RESOLVED"

    def _ended(self, event: dict[str, Any]) -> None:
        self._latest = time.monotonic()
        self._open.discard(event["requestId"])

    def _connected(self, event: dict[str, Any]) -> None:
        headers = {name.lower(): value for name, value in event["response"]["headers"].items()}
        if "permessage-deflate" in headers.get("sec-websocket-extensions", ""):
            self._packers[event["requestId"]] = zlib.compressobj(*PACKING)

    def _sent(self, event: dict[str, Any]) -> None:
        self._asked = self._asked or event["timestamp"]

    def _got(self, event: dict[str, Any]) -> None:
        payload = event["response"]["payloadData"]
        message = base64.b64decode(payload) if event["response"]["opcode"] == BINARY else payload.encode()
        self.messages += len(message)
        packer = self._packers.get(event["requestId"])
        self.received += len(packer.compress(message) + packer.flush(zlib.Z_SYNC_FLUSH)) if packer else len(message)
        self._answered = event["timestamp"]
        self._latest = time.monotonic()
