"""Many pages asked for at once are made by turns, and one that takes long stops nobody."""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from threading import BoundedSemaphore, Event, Thread

import pytest

from components.app import turns
from components.app.turns import AT_ONCE, turn


@pytest.fixture(autouse=True)
def of_their_own(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(turns, "_turns", BoundedSemaphore(AT_ONCE))
    yield
    assert turns._turns._value == AT_ONCE, "every turn was given back"


def test_who_comes_later_waits_until_a_turn_is_given_back() -> None:
    begun = Event()

    def later() -> None:
        with turn():
            begun.set()

    with ExitStack() as held:
        for _ in range(AT_ONCE):
            held.enter_context(turn())
        thread = Thread(target=later)
        thread.start()
        assert not begun.wait(0.2)
    assert begun.wait(turns.PATIENCE / 2)
    thread.join()


def test_nobody_waits_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.1)
    with ExitStack() as held:
        for _ in range(AT_ONCE):
            held.enter_context(turn())
        asked = time.monotonic()
        with turn():
            assert 0.1 <= time.monotonic() - asked < 5


def test_a_page_that_fails_gives_its_turn_back() -> None:
    for _ in range(AT_ONCE + 1):
        with pytest.raises(KeyError), turn():
            raise KeyError
