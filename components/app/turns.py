"""Whose page is made when many ask at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

AT_ONCE = 2
"""So many pages are made at once: more would only take the interpreter from one another, and from the server, which
sends what is done and answers first pages."""
PATIENCE = 2.0
"""Seconds after which a page is made all the same, so that none that takes long holds up the others."""
_turns = BoundedSemaphore(AT_ONCE)


@contextmanager
def turn() -> Iterator[None]:
    """Wait for a turn, about in the order of asking, and give it back at the end."""
    mine = _turns.acquire(timeout=PATIENCE)
    try:
        yield
    finally:
        if mine:
            _turns.release()
