"""Starting the app for a test: on a free loopback port, with a deadline, and its log in the message when it fails."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DEADLINE = 60.0
"""Seconds that a start may take."""
FAREWELL = 10.0
"""Seconds that a stop may take: a websocket that ends in the very moment of the stop keeps uvicorn waiting for ever."""


@dataclass(frozen=True)
class Server:
    """A running app: its address and its process."""

    address: str
    pid: int


@contextmanager
def running_app(folder: Path = ROOT, /, **environment: str) -> Iterator[str]:
    """The address of the app as `serving` runs it."""
    with serving(folder, **environment) as server:
        yield server.address


@contextmanager
def serving(folder: Path = ROOT, /, **environment: str) -> Iterator[Server]:
    """Run the app of a folder, with more in its environment; at the end it is stopped.

    Raises RuntimeError with the log.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen(command, cwd=folder, env=os.environ | environment, stdout=log, stderr=log)
        try:
            _wait(server, f"http://127.0.0.1:{port}/healthz", log)
            yield Server(f"http://127.0.0.1:{port}", server.pid)
        finally:
            server.terminate()
            try:
                server.wait(timeout=FAREWELL)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _wait(server: subprocess.Popen[bytes], address: str, log: object) -> None:
    until = time.monotonic() + DEADLINE
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    log.seek(0)  # type: ignore[attr-defined]
    raise RuntimeError(f"the app did not start; its log:\n{log.read().decode()}")  # type: ignore[attr-defined]
