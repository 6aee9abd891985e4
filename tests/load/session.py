"""A reader's session over the websocket, in the protobuf that Streamlit's front end speaks."""

import asyncio
import json
import re
import time
from html import unescape
from types import TracebackType
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.BidiComponent_pb2 import BidiComponent
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

_STEP = re.compile(r'data-step="(-?1)"[^>]* href="([^"]+)"')
"""The links to the day before and the next in their markup; at an end, one of them has no address."""
_EVENTS = "$$STREAMLIT_INTERNAL_KEY_{id}__events"
"""Under this name a component of the page tells its events to the session."""
KEPT_RUNS = 2
"""For so many runs a browser keeps the larger messages, and says so, that they need not be sent again."""


class FailedError(Exception):
    """A run of the page ended otherwise than it should."""


class Session:
    """One reader on the first page: `async with Session(app) as session`, `await session.open(query)`, then steps.

    Each returns the seconds until the page was there whole. They raise FailedError for a page that failed, TimeoutError
    for one that took longer than `patience` seconds, and ConnectionClosed of websockets.
    """

    def __init__(self, app: str, patience: float = 60.0) -> None:
        self._app = app
        self._patience = patience
        self._page = self.query = self._events = ""
        self._steps: dict[int, str] = {}
        self._seen: list[set[str]] = []
        self._socket: ClientConnection

    async def __aenter__(self) -> "Session":
        stream = f"ws://{urlsplit(self._app).netloc}/_stcore/stream"
        self._socket = await connect(
            stream,
            origin=Origin(self._app),
            subprotocols=[Subprotocol("streamlit")],
            max_size=None,
            proxy=None,
            ping_interval=None,
        )
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        await self._socket.close()

    async def open(self, query: str) -> float:
        """Open the page with this query."""
        self.query = query
        return await self._run(BackMsg())

    def can_step(self, days: int) -> bool:
        """Whether there is a day after this one (`days` = 1) or before it (-1)."""
        return days in self._steps

    async def step(self, days: int) -> float:
        """Follow the link to the next day or to the one before."""
        link, ask = self._steps[days], BackMsg()
        clicked = json.dumps([{"event": "go", "value": {"href": link, "shift": False}}])
        ask.rerun_script.widget_states.widgets.add(id=self._events, json_trigger_value=clicked)
        taken = await self._run(ask)
        if self.query != urlsplit(link).query:
            raise FailedError(f"{link} was followed and the address is {self.query}")
        return taken

    async def _run(self, ask: BackMsg) -> float:
        ask.rerun_script.query_string = self.query
        ask.rerun_script.page_script_hash = self._page
        ask.rerun_script.cached_message_hashes.extend(set().union(*self._seen))
        begun = time.perf_counter()
        await self._socket.send(ask.SerializeToString())
        self._seen = [set(), *self._seen[: KEPT_RUNS - 1]]
        async with asyncio.timeout(self._patience):
            while not self._ends(ForwardMsg.FromString(await self._socket.recv(decode=False))):
                pass
        return time.perf_counter() - begun

    def _ends(self, message: ForwardMsg) -> bool:
        """Take in a message; whether it is the last of the run."""
        if message.metadata.cacheable and message.hash:
            self._seen[0].add(message.hash)
        match message.WhichOneof("type"):
            case "navigation":
                self._page = message.navigation.page_script_hash
            case "page_info_changed":
                self.query = message.page_info_changed.query_string
            case "delta":
                self._draw(message)
            case "script_finished":
                if message.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                    raise FailedError(ForwardMsg.ScriptFinishedStatus.Name(message.script_finished))
                return True
        return False

    def _draw(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "exception" or (kind == "alert" and element.alert.format == element.alert.ERROR):
            raise FailedError("the page failed")
        if kind == "bidi_component":
            self._find_steps(element.bidi_component)

    def _find_steps(self, component: BidiComponent) -> None:
        markup = json.loads(component.json or "{}").get("markup") or ""
        if "data-step=" in markup:
            self._events = _EVENTS.format(id=component.id)
            self._steps = {int(days): unescape(link) for days, link in _STEP.findall(markup)}
