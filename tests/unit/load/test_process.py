"""What is known of the server's memory and processor time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.load.process import PROC, Watched, family

pytestmark = pytest.mark.skipif(not (PROC / "self" / "statm").exists(), reason="no /proc here, as on macOS")


def test_a_process_is_watched_with_those_it_has_started() -> None:
    server = Watched(os.getpid())
    before = server.used()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        assert child.pid in family(os.getpid())
        child.communicate(b"\n")
    sum(number * number for number in range(3_000_000))
    server.sample(1.5)
    assert server.used() > before
    [(at, megabytes)] = server.memory
    assert at == 1.5
    assert megabytes > 10


def test_of_a_process_that_is_gone_or_unknown_nothing_is_noted(tmp_path: Path) -> None:
    for server in (Watched(None), Watched(2**22 + 1)):
        server.sample(0)
        assert server.memory == []
        assert server.used() == 0
