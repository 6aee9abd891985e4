"""Heavy work in processes of its own: it holds up nobody, has a time limit, and takes only itself along if it fails."""

import atexit
import os
import sys
import traceback
from collections import deque
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from functools import cache
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from subprocess import DEVNULL, Popen
from threading import Condition, Thread
from typing import Any

from data.folders import ROOT
from data.store import record

ROOM = 16
"""So many pieces of work may wait."""
SECONDS, SECONDS_TO_START = 60.0, 300.0
"""What a piece of work may take, and a process until it has read the record."""


class BusyError(Exception):
    """More work waits already than will be done soon."""


class FailedError(Exception):
    """The work failed, took too long, or ended its process."""


class Workers:
    """Some processes that work, each started when it is first needed; `prepare` is called as it begins."""

    def __init__(self, number: int, prepare: Callable[[], object], room: int = ROOM, seconds: float = SECONDS) -> None:
        self.number, self.prepare, self.room, self.seconds = number, prepare, room, seconds
        self._waiting: deque[_Work] = deque()
        self._known: dict[Hashable, _Work] = {}
        self._changed = Condition()
        self._threads: list[Thread] = []
        self._idle = 0

    def ask(self, key: Hashable, function: Callable[..., Any], *arguments: Any) -> Future[Any]:
        """Have a function called with arguments that can be pickled; raises BusyError.

        The same key asked for again before it is done is the same work. The future may raise FailedError. Who waits no
        longer says so with `leave`.
        """
        with self._changed:
            work = self._known.get(key)
            if work is None:
                if len(self._waiting) >= self.room:
                    raise BusyError
                work = self._known[key] = _Work(key, function, arguments)
                self._waiting.append(work)
                self._changed.notify()
                if len(self._waiting) > self._idle and len(self._threads) < self.number:
                    self._threads.append(Thread(target=self._run, name="worker", daemon=True))
                    self._threads[-1].start()
            work.askers += 1
            return work.future

    def leave(self, key: Hashable) -> None:
        """Wait no longer for what was asked for; what nobody waits for is dropped unless it has begun."""
        with self._changed:
            work = self._known.get(key)
            if work is None:
                return
            work.askers -= 1
            if not work.askers and work.future.cancel():
                self._waiting.remove(work)
                del self._known[key]

    def do(self, key: Hashable, function: Callable[..., Any], *arguments: Any) -> Any:
        """The same for a thread that waits; raises BusyError and FailedError."""
        return self.ask(key, function, *arguments).result()

    def _run(self) -> None:
        process = _Process(self.prepare)
        while True:
            with self._changed:
                self._idle += 1
                self._changed.wait_for(lambda: self._waiting)
                self._idle -= 1
                work = self._waiting.popleft()
                work.future.set_running_or_notify_cancel()
            try:
                result, error = process.call(work.function, work.arguments, self.seconds), None
            except Exception as failure:
                result, error = None, failure
            with self._changed:
                del self._known[work.key]
            if error:
                work.future.set_exception(error)
            else:
                work.future.set_result(result)


class _Work:
    def __init__(self, key: Hashable, function: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
        self.key, self.function, self.arguments = key, function, arguments
        self.future: Future[Any] = Future()
        self.askers = 0


class _Process:
    """A process that is started when it is first needed, and anew after it has ended."""

    def __init__(self, prepare: Callable[[], object]) -> None:
        self.prepare = prepare
        self.process: Popen[bytes] | None = None
        self.pipe: Connection | None = None
        atexit.register(self.end)

    def call(self, function: Callable[..., Any], arguments: tuple[Any, ...], seconds: float) -> Any:
        if self.process is None:
            self.start()
        return self.tell((function, arguments), seconds)

    def start(self) -> None:
        # Neither forked, as other threads hold locks that nobody would open in the copy, nor by multiprocessing, which
        # would run the main script there, and for the time of a run that is a page of Streamlit's.
        self.pipe, theirs = Pipe()
        command = [sys.executable, "-c", f"from components.workers import serve; serve({theirs.fileno()})"]
        self.process = Popen(command, cwd=ROOT, stdin=DEVNULL, pass_fds=[theirs.fileno()], start_new_session=True)
        theirs.close()
        self.tell((self.prepare, ()), SECONDS_TO_START)

    def tell(self, call: tuple[Callable[..., Any], tuple[Any, ...]], seconds: float) -> Any:
        assert self.pipe
        message = ForkingPickler.dumps(call)
        try:
            self.pipe.send_bytes(message)
            if not self.pipe.poll(seconds):
                raise TimeoutError
            done, result = self.pipe.recv()
        except (EOFError, OSError):
            self.end()
            raise FailedError from None
        if not done:
            raise FailedError
        return result

    def end(self) -> None:
        if self.process and self.pipe:
            self.process.kill()
            self.process.wait()
            self.pipe.close()
        self.process = self.pipe = None


def serve(descriptor: int) -> None:
    """What a process does until its parent is gone: it calls what comes through a pipe. The pages go first."""
    os.nice(10)
    with Connection(descriptor) as pipe:
        while True:
            try:
                function, arguments = pipe.recv()
            except EOFError:
                return
            try:
                answer = (True, function(*arguments))
            except Exception:
                traceback.print_exc()
                answer = (False, None)
            pipe.send(answer)


@cache
def workers() -> Workers:
    """Those of this program. Each reads the record once; two at least, so that one long piece holds up no other."""
    return Workers(max(2, min(4, (os.cpu_count() or 1) - 1)), record)
