"""What was tried and what came of it."""

import signal
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any


class BrokenError(AssertionError):
    """What never may be, in the first line of its words; the case in the others."""


@dataclass
class Tally:
    """The figures of one kind of trial."""

    kind: str
    limit: float
    """Seconds that a trial may take."""
    tried: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    slowest: tuple[float, str] = (0.0, "")
    largest: tuple[int, str] = (0, "")
    broken: dict[str, tuple[str, str]] = field(default_factory=dict)
    """By what went wrong, the first trial in which it did, and how."""

    @contextmanager
    def trial(self, name: str) -> Iterator[None]:
        """Count a trial, time it, and note whatever it raises; cut it off at thrice its limit."""
        begun = time.perf_counter()
        try:
            with _cut_off_after(self.limit * 3):
                yield
        except Exception as error:
            self.note(error, name)
        taken = time.perf_counter() - begun
        self.tried += 1
        self.slowest = max(self.slowest, (taken, name))
        if taken > self.limit:
            self.note(BrokenError(f"took longer than {self.limit:.0f} s"), name)

    def note(self, error: BaseException, name: str) -> None:
        """Note what went wrong, once for each place in the code."""
        frames = traceback.extract_tb(error.__traceback__)
        where = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
        words = str(error).partition("\n")[0] if isinstance(error, BrokenError) else ""
        key = f"{type(error).__name__} {words or where}"
        self.broken.setdefault(key, (name, "".join(traceback.format_exception(error))[-3000:]))

    def size(self, size: int, of: str) -> None:
        """Note how large an answer is."""
        self.largest = max(self.largest, (size, of))

    def figures(self) -> dict[str, Any]:
        """All of it, for a line of JSON."""
        return {
            "tried": self.tried,
            "outcomes": dict(sorted(self.outcomes.items())),
            "slowest_s": round(self.slowest[0], 3),
            "largest_bytes": self.largest[0],
            "broken": {what: trial for what, (trial, _) in self.broken.items()},
        }

    def report(self) -> None:
        """The same for people, with the traces."""
        outcomes = ", ".join(f"{times} × {what}" for what, times in sorted(self.outcomes.items()))
        print(f"{self.kind:10} {self.tried:6} tried: {outcomes}")
        print(f"{'':17} slowest {self.slowest[0]:.2f} s ({self.slowest[1]})")
        if self.largest[0]:
            print(f"{'':17} largest {self.largest[0] / 1e6:.2f} MB ({self.largest[1][:150]!r})")
        for what, (trial, trace) in self.broken.items():
            print(f"\nBROKEN: {what}\n  in {trial}\n{trace}")


@contextmanager
def _cut_off_after(seconds: float) -> Iterator[None]:
    """Raise TimeoutError in what takes longer."""

    def stop(*_: object) -> None:
        raise TimeoutError(f"cut off after {seconds:.0f} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
