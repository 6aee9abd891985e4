"""Heavy work in processes of its own: done once, dropped, ended, and never the end of anything else."""

import os
import time
from concurrent.futures import CancelledError, Future
from typing import Any

import pytest

from components.workers import BusyError, FailedError, Workers

pytestmark = pytest.mark.slow


def nothing() -> None:
    """There is nothing to prepare."""


@pytest.fixture(scope="module")
def workers() -> Workers:
    """One process, for which one piece of work may wait."""
    made = Workers(1, nothing, room=1, seconds=3)
    made.do("start", os.getpid)
    return made


def begun(future: Future[Any]) -> None:
    while not future.running():
        time.sleep(0.01)


def test_work_is_done_in_another_process_which_stays(workers: Workers) -> None:
    there = workers.do("one", os.getpid)
    assert there != os.getpid()
    assert workers.do("two", os.getpid) == there
    assert workers.do("nice", os.nice, 0) >= 10


def test_what_is_asked_for_twice_at_once_is_done_once(workers: Workers) -> None:
    running = workers.ask("sleep", time.sleep, 0.3)
    begun(running)
    one, two = workers.ask("time", time.monotonic_ns), workers.ask("time", time.monotonic_ns)
    assert one is two
    done = one.result()
    assert workers.do("time", time.monotonic_ns) > done


def test_beyond_the_room_to_wait_it_is_busy(workers: Workers) -> None:
    running = workers.ask("runs", time.sleep, 0.3)
    begun(running)
    waits = workers.ask("waits", os.getpid)
    with pytest.raises(BusyError):
        workers.ask("too much", os.getpid)
    assert workers.ask("waits", os.getpid) is waits
    assert waits.result()
    assert workers.do("too much", os.getpid)


def test_what_nobody_waits_for_is_dropped_unless_it_has_begun(workers: Workers) -> None:
    running = workers.ask("runs", time.sleep, 0.3)
    begun(running)
    waits = workers.ask("waits", os.getpid)
    workers.ask("waits", os.getpid)
    workers.leave("waits")
    assert not waits.cancelled()
    workers.leave("waits")
    with pytest.raises(CancelledError):
        waits.result()
    workers.leave("runs")
    assert running.result() is None
    assert workers.do("waits", os.getpid)
    workers.leave("never asked for")


def test_a_crash_is_a_failure_and_the_next_process_works_on(workers: Workers) -> None:
    before = workers.do("before", os.getpid)
    with pytest.raises(FailedError):
        workers.do("crash", os.abort)
    assert workers.do("after", os.getpid) != before


def test_what_takes_too_long_is_ended(workers: Workers) -> None:
    asked = time.monotonic()
    with pytest.raises(FailedError):
        workers.do("for ever", time.sleep, 60)
    assert time.monotonic() - asked < 10
    assert workers.do("after", os.getpid)


def test_an_error_is_a_failure_and_the_process_stays(workers: Workers) -> None:
    before = workers.do("before", os.getpid)
    with pytest.raises(FailedError):
        workers.do("error", int, "x")
    with pytest.raises(Exception, match=r"pickle|local object"):  # Python 3.13 says it in other words.
        workers.do("no function of a module", lambda: None)
    assert workers.do("after", os.getpid) == before


def test_work_that_cannot_begin_is_a_failure_and_is_tried_again() -> None:
    workers = Workers(1, os.abort)
    for key in ("one", "two"):
        with pytest.raises(FailedError):
            workers.do(key, os.getpid)


def test_a_second_process_is_started_only_when_the_first_is_at_work() -> None:
    workers = Workers(2, nothing)
    assert workers.do("one", os.getpid) == workers.do("two", os.getpid)
    running = workers.ask("runs", time.sleep, 5)
    begun(running)
    assert workers.do("three", os.getpid)
    assert not running.done()
