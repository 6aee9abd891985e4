"""Measure what many readers of the static edition wait for, by its address and its folder:

`python -m tests.load.edition --at http://127.0.0.1:8480 --site site --readers 200 --seconds 30`.

Each has a line of his own and turns a page every 0.1 to 0.3 s, of any kind and language; with the
first come style, script and typefaces, with each further one he asks whether style and script have changed, as a
browser does. Every fiftieth answer is compared with its file. Readers and server share this machine. Prints the waiting
by kind of page, and at the end all of it as a line of JSON. Nothing here passes or fails.
"""

import argparse
import asyncio
import gzip
import json
import random
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.load.figures import summary
from tests.load.line import Answer, Line
from tests.load.target import loopback

PAUSE = (0.1, 0.3)
"""Seconds that a reader looks at a page, from and to."""
PATIENCE = 30.0
"""Seconds after which an answer counts as none."""
COMPARED = 50
TICK = 0.05
"""Seconds between looks at how late this side itself is."""
FIRST, AGAIN = "style, script, typefaces", "style and script asked again"


class WrongError(Exception):
    """An answer is not what is in the folder."""


@dataclass(frozen=True)
class Edition:
    """What there is to read, as paths of the site."""

    folder: Path
    pages: dict[str, list[str]]
    """By kind, as "days/…" or "cases.html"."""
    own: list[str]
    """Style and script, which each page has."""
    faces: list[str]

    def holds(self, path: str) -> bytes:
        return (self.folder / path.lstrip("/")).read_bytes()


def edition(folder: Path) -> Edition:
    """The pages and what comes with them; raises ValueError for a folder without any."""
    pages: dict[str, list[str]] = defaultdict(list)
    for page in sorted(folder.glob("*/**/*.html")):
        _, *within = page.relative_to(folder).parts
        pages[f"{within[0]}/…" if len(within) > 1 else within[0]].append("/" + page.relative_to(folder).as_posix())
    if "index.html" not in pages:
        raise ValueError(f"{folder} is no edition: it has no language with an index.html")
    assets = [f"/assets/{path.name}" for path in sorted((folder / "assets").glob("*"))]
    own = [path for path in assets if path.endswith(("/edition.css", "/edition.js"))]
    return Edition(folder, dict(pages), own, [path for path in assets if path.endswith(".woff2")])


@dataclass
class Waited:
    """Seconds by kind of what was asked for, and what went wrong."""

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: Counter[str] = field(default_factory=Counter)
    late: list[float] = field(default_factory=list)
    """By how much this side itself was late: what it measures is too long by that much at most."""
    answers: int = 0
    sent: int = 0
    """Bytes."""

    def take(self, kind: str, taken: float, answer: Answer) -> None:
        self.times[kind].append(taken)
        self.answers += 1
        self.sent += len(answer.body)


def main(given: list[str] | None = None) -> dict[str, Any]:
    """Measure, print, and give what is in the line of JSON."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.load.edition", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--at", type=loopback, required=True)
    parser.add_argument("--site", type=Path, required=True)
    parser.add_argument("--readers", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=30.0)
    chosen = parser.parse_args(given)
    used = time.process_time()
    waited = asyncio.run(read(edition(chosen.site), chosen.at, chosen.readers, chosen.seconds))
    used = time.process_time() - used
    pages = [taken for kind, times in waited.times.items() if kind not in (FIRST, AGAIN) for taken in times]
    found = {
        "readers": chosen.readers,
        "seconds": chosen.seconds,
        "pages_s": summary(pages),
        "by_kind_s": {kind: summary(times) for kind, times in sorted(waited.times.items())},
        "errors": dict(waited.errors),
        "answers_a_second": round(waited.answers / chosen.seconds),
        "megabytes": round(waited.sent / 1e6, 1),
        "late_s": summary(waited.late),
        "processor_of_the_readers": round(used / chosen.seconds, 2),
    }
    _report(found)
    print(json.dumps(found, ensure_ascii=False))
    return found


async def read(edition: Edition, site: str, readers: int, seconds: float, seed: int = 1) -> Waited:
    """Let so many read for so long; they come within the time that a page is looked at."""
    waited, until, chance = Waited(), time.monotonic() + seconds, random.Random(seed)
    async with asyncio.TaskGroup() as together:
        together.create_task(_watch(until, waited))
        for _ in range(readers):
            together.create_task(_reader(edition, site, until, random.Random(chance.random()), waited))
    return waited


async def _watch(until: float, waited: Waited) -> None:
    while (now := time.monotonic()) < until:
        await asyncio.sleep(TICK)
        waited.late.append(time.monotonic() - now - TICK)


async def _reader(edition: Edition, site: str, until: float, chance: random.Random, waited: Waited) -> None:
    await asyncio.sleep(chance.uniform(0, PAUSE[1]))
    while time.monotonic() < until:
        try:
            async with Line(site) as line:
                await _walk(edition, line, until, chance, waited)
        except (OSError, EOFError, TimeoutError, ValueError, KeyError, WrongError) as error:
            waited.errors[f"{type(error).__name__}: {error}"[:200]] += 1
            await asyncio.sleep(PAUSE[1])


async def _walk(edition: Edition, line: Line, until: float, chance: random.Random, waited: Waited) -> None:
    """The whole record first, then pages of any kind; whoever loses the line comes again as somebody new."""

    async def ask(path: str, kind: str, known: str = "") -> str:
        begun = time.perf_counter()
        async with asyncio.timeout(PATIENCE):
            answer = await line.get(path, known)
        waited.take(kind, time.perf_counter() - begun, answer)
        if answer.status != (304 if known else 200):
            raise WrongError(f"{path}: {answer.status}")
        if not known and chance.randrange(COMPARED) == 0:
            _compare(edition, path, answer)
        return answer.headers["etag"]

    kind, tags = "index.html", dict.fromkeys(edition.own, "")
    while time.monotonic() < until:
        await ask(chance.choice(edition.pages[kind]), kind)
        first = not all(tags.values())
        for path, known in tags.items():
            tags[path] = await ask(path, AGAIN if known else FIRST, known)
        for path in edition.faces if first else ():
            await ask(path, FIRST)
        await asyncio.sleep(chance.uniform(*PAUSE))
        kind = chance.choice(list(edition.pages))


def _compare(edition: Edition, path: str, answer: Answer) -> None:
    pressed = answer.headers.get("content-encoding") == "gzip"
    if (gzip.decompress(answer.body) if pressed else answer.body) != edition.holds(path):
        raise WrongError(f"{path}: other bytes than its file has")


def _report(found: dict[str, Any]) -> None:
    """The same for people."""
    rows = {**found["by_kind_s"], "all pages": found["pages_s"], "lateness of the readers' side": found["late_s"]}
    for kind, values in rows.items():
        if values["n"]:
            shares = "  ".join(f"{share} {values[share] * 1000:6.1f}" for share in ("p50", "p95", "max"))
            print(f"{kind:30} {values['n']:6} times   {shares} ms")
    print(
        f"{found['answers_a_second']} answers a second, {found['megabytes']} MB; "
        f"the readers' side took {found['processor_of_the_readers']} of a core"
    )
    print(f"errors {sum(found['errors'].values())}")
    for words, times in found["errors"].items():
        print(f"    {times} × {words}")


if __name__ == "__main__":
    main()
