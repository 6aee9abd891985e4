"""A reader's session over the websocket, in the protobuf that Streamlit's front end speaks."""

import asyncio
import time
from types import TracebackType
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Button_pb2 import Button
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

NEXT_DAY, PREVIOUS_DAY = "step-Right", "step-Left"
"""The keys of the buttons that step a day."""
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
        self._page = self.query = ""
        self._buttons: dict[str, Button] = {}
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

    def can_step(self, key: str) -> bool:
        """Whether the button is there and not greyed out."""
        return key in self._buttons and not self._buttons[key].disabled

    async def step(self, key: str) -> float:
        """Press the button that leads to the next day, or to the one before."""
        before, ask = self.query, BackMsg()
        ask.rerun_script.widget_states.widgets.add(id=self._buttons[key].id, trigger_value=True)
        taken = await self._run(ask)
        if self.query == before:
            raise FailedError(f"{key} was pressed and the address stayed {before}")
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
            case "new_session":
                self._page = message.new_session.page_script_hash
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
        if kind == "button":
            for key in (NEXT_DAY, PREVIOUS_DAY):
                if element.button.id.endswith(f"-{key}"):
                    self._buttons[key] = element.button
