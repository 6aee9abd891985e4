"""The app, the static edition and the peers side by side, each seen by readers on several lines."""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from tests.bench.hosting import hosted
from tests.bench.lines import PLAIN, Line
from tests.bench.peers import MissingError, timelinejs, timemap
from tests.bench.report import report, table
from tests.bench.subjects import (
    IN_PLACE,
    LINK,
    Subject,
    edition_day,
    edition_first,
    the_app,
    the_timelinejs,
    the_timemap,
)
from tests.bench.visits import Figures, press, read
from tests.yardstick import yardstick
from tools.serving import running_app

KINDS = ("app", "edition", "timelinejs", "timemap")
PRESSES = ("made after, ms", "counts after, ms", "pages loaded", "received by then, KB")
ROWS = (
    "received, KB",
    "requests",
    "scripts, KB unpacked",
    "first words, ms",
    "first mark, ms",
    *(f"{name}, {what}" for name in (LINK, IN_PLACE) for what in PRESSES),
    "second visit, KB",
    "second visit, requests",
    "barred requests",
)


@dataclass(frozen=True)
class Own:
    """What is ours: the folder of the app and, where there is one, of its edition as written."""

    app: Path
    site: Path | None = None


def compare(browser: Browser, lines: Sequence[Line], kinds: Sequence[str], own: Own, runs: int) -> None:
    """Measure all in turn, as often as asked for, and print a table for each line."""
    with ExitStack() as stack:
        subjects = [subject for kind in kinds for subject in _found(kind, own, stack)]
        for subject in subjects:
            read(browser, subject, PLAIN)  # What a server makes once is made now.
        for line in lines if subjects else ():
            _on(browser, line, subjects, runs)


def _on(browser: Browser, line: Line, subjects: Sequence[Subject], runs: int) -> None:
    found: dict[str, dict[str, list[float]]] = {subject.name: {} for subject in subjects}
    noise = []
    for _ in range(runs):
        for subject in subjects:
            noise.append(yardstick())
            _add(found[subject.name], read(browser, subject, line))
            for chosen in subject.presses:
                _add(found[subject.name], press(browser, subject, chosen, line))
    print(f"\n{line}; {runs} runs each, median (quartiles)\n")
    print(table(found, [row for row in ROWS if any(row in rows for rows in found.values())]), flush=True)
    print()
    report("fixed computation of this machine meanwhile", noise, "ms")


def _add(rows: dict[str, list[float]], figures: Figures) -> None:
    for row, figure in figures.items():
        rows.setdefault(row, []).append(figure)


def _found(kind: str, own: Own, stack: ExitStack) -> Iterator[Subject]:
    """What of a kind can be had here, served until the stack ends; a line says why something can't."""
    try:
        match kind:
            case "app":
                yield the_app(stack.enter_context(running_app(own.app)))
            case "edition":
                address = stack.enter_context(_served(lambda into: _edition(own, into / "site")))
                yield edition_first(address)
                yield edition_day(address)
            case "timelinejs":
                yield the_timelinejs(stack.enter_context(_served(timelinejs)))
            case "timemap":
                yield the_timemap(stack.enter_context(_served(timemap)))
    except MissingError as why:
        print(f"{kind} is left out: {why}", flush=True)


@contextmanager
def _served(write: Callable[[Path], None]) -> Iterator[str]:
    """What is written into a folder's `site`, served as a static host does."""
    with tempfile.TemporaryDirectory() as into:
        write(Path(into))
        with hosted(Path(into) / "site") as address:
            yield address


def _edition(own: Own, into: Path) -> None:
    """Put the static edition there, in English where it is still to be written. Raises MissingError."""
    if own.site:
        into.symlink_to(own.site.resolve())
        return
    if not (own.app / "components" / "edition" / "__main__.py").is_file():
        raise MissingError(f"{own.app} has no components/edition")
    done = subprocess.run(
        [sys.executable, "-m", "components.edition", str(into), "en"], cwd=own.app, capture_output=True, text=True
    )
    if done.returncode:
        raise MissingError(f"components.edition failed: {done.stderr.strip().splitlines()[-1:]}")
