"""Counting what goes over the wire, by the browser's own protocol."""

from typing import Any

from playwright.sync_api import Page


class Watch:
    """The bytes a page receives, and for the latest exchange over its websocket the messages and the time they took.

    `answer_time` is from sending a request to the last message of its answer, in seconds: the server's work, and what
    the loopback adds.
    """

    def __init__(self, page: Page) -> None:
        self.received = 0.0
        self.forget()
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", self._loaded)
        session.on("Network.webSocketFrameSent", self._sent)
        session.on("Network.webSocketFrameReceived", self._got)

    def forget(self) -> None:
        """Begin a new exchange."""
        self.messages = 0.0
        self._asked = 0.0
        self._answered = 0.0

    @property
    def answer_time(self) -> float:
        return max(0.0, self._answered - self._asked)

    def _loaded(self, event: dict[str, Any]) -> None:
        self.received += event["encodedDataLength"]

    def _sent(self, event: dict[str, Any]) -> None:
        self._asked = self._asked or event["timestamp"]

    def _got(self, event: dict[str, Any]) -> None:
        # A binary frame's payload comes in base64, four letters for three bytes.
        size = len(event["response"]["payloadData"]) * 3 / 4
        self.messages += size
        self.received += size
        self._answered = event["timestamp"]
