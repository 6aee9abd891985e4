"""A line to the app that can be cut: a TCP proxy on loopback."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from threading import Thread


class Wire:
    """A proxy with a `port` of its own. Cut, it lets nothing through; deaf, it takes all and passes nothing on."""

    def __init__(self, target: int) -> None:
        self.port = 0
        self._target = target
        self._open: set[asyncio.StreamWriter] = set()
        self._cut = self._deaf = False
        self._ended = asyncio.Event()

    def cut(self) -> None:
        """End all connections, and let none begin."""
        self._cut = True
        self._loop.call_soon_threadsafe(self._abort)

    def go_deaf(self) -> None:
        """Keep the connections there are, with nothing coming through: so it is for a laptop that has slept."""
        self._deaf = True

    def mend(self) -> None:
        """Let connections begin again; those from before end."""
        self._cut = self._deaf = False
        self._loop.call_soon_threadsafe(self._abort)

    def end(self) -> None:
        """End it for good."""
        self.cut()
        self._loop.call_soon_threadsafe(self._ended.set)

    async def serve(self, begun: Future[None]) -> None:
        """Serve until the end."""
        self._loop = asyncio.get_running_loop()
        async with await asyncio.start_server(self._meet, "127.0.0.1", 0) as server:
            self.port = server.sockets[0].getsockname()[1]
            begun.set_result(None)
            await self._ended.wait()

    def _abort(self) -> None:
        for writer in self._open:
            writer.transport.abort()
        self._open.clear()

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._cut:
            return writer.transport.abort()
        with suppress(OSError, asyncio.CancelledError):
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._target)
            self._open |= {writer, far_writer}
            await asyncio.gather(self._pass(reader, far_writer), self._pass(far_reader, writer))

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(16384):
                if not self._deaf:
                    writer.write(data)
                    await writer.drain()
        writer.close()


@contextmanager
def wire_to(target: int) -> Iterator[Wire]:
    """A wire to a port, in a thread of its own."""
    wire, begun = Wire(target), Future[None]()
    thread = Thread(target=lambda: asyncio.run(wire.serve(begun)))
    thread.start()
    begun.result()
    yield wire
    wire.end()
    thread.join()
