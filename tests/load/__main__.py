"""Measure what many readers at once wait for: `python -m tests.load --readers 100 --minutes 1`.

Each asks for a first page and opens a session over the websocket, in which he steps a day every two to five seconds;
all the while first pages are asked for. Readers and server share this machine. Prints percentiles, errors, the server's
memory and processor time, and at the end all of it as a line of JSON. Nothing here passes or fails.
"""

import argparse
import asyncio
import json
import os
import platform
import time
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

from tests.load.figures import growth, summary
from tests.load.process import Watched
from tests.load.readers import read
from tests.load.target import loopback
from tests.yardstick import yardstick
from tools.serving import serving

MOST_READERS, LONGEST_MINUTES = 500, 120.0
SOAK = 300.0
"""Seconds from which on it means something how memory rises."""


def main(given: list[str] | None = None) -> dict[str, Any]:
    """Measure, print, and give what is in the line of JSON."""
    parser = argparse.ArgumentParser(prog="python -m tests.load", description=__doc__.partition("\n")[0])
    parser.add_argument("--readers", type=_within(1, MOST_READERS, int), default=20)
    parser.add_argument("--minutes", type=_within(0.05, LONGEST_MINUTES, float), default=1.0)
    parser.add_argument("--at", type=loopback, help="an app that runs on this machine already: http://127.0.0.1:8501")
    parser.add_argument("--pid", type=int, help="its process")
    chosen = parser.parse_args(given)
    seconds = chosen.minutes * 60
    print(f"{chosen.readers} readers for {seconds:.0f} s, on {_machine()}")
    with nullcontext() if chosen.at else serving() as own:
        address, pid = (own.address, own.pid) if own else (chosen.at, chosen.pid)
        found = _measure(address, chosen.readers, seconds, Watched(pid))
    _report(found)
    print(json.dumps(found))
    return found


def _within(least: float, most: float, kind: Callable[[str], float]) -> Callable[[str], float]:
    def number(text: str) -> float:
        value = kind(text)
        if not least <= value <= most:
            raise argparse.ArgumentTypeError(f"{text} is not from {least:g} to {most:g}")
        return value

    return number


def _machine() -> str:
    return f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}"


def _measure(address: str, readers: int, seconds: float, server: Watched) -> dict[str, Any]:
    noise, busy = [yardstick()], os.getloadavg()[0]
    used, own = server.used(), time.process_time()
    waited = asyncio.run(read(address, readers, seconds, server))
    used, own = server.used() - used, time.process_time() - own
    noise.append(yardstick())
    runs = len(waited.steps) + len(waited.openings)
    levels = [megabytes for _, megabytes in server.memory]
    rise = growth(server.memory) if seconds >= SOAK else None
    return {
        "readers": readers,
        "seconds": seconds,
        "machine": _machine(),
        "load_average_before": round(busy, 2),
        "fixed_computation_ms": [round(value, 1) for value in noise],
        "step_s": summary(waited.steps),
        "opening_s": summary(waited.openings),
        "first_page_s": summary(waited.first_pages),
        "errors": dict(waited.errors),
        "memory_peak_mb": round(max(levels)) if levels else None,
        "memory_end_mb": round(levels[-1]) if levels else None,
        "memory_rise_mb_an_hour": None if rise is None else round(rise, 1),
        "memory_by_minute_mb": [round(levels[at]) for at in range(0, len(levels), 60)],
        "processor_s": round(used, 1) if levels else None,
        "processor_ms_a_run": round(used / runs * 1000, 1) if levels and runs else None,
        "processor_of_the_readers_s": round(own, 1),
    }


def _report(found: dict[str, Any]) -> None:
    """The same for people."""
    for name, key in (
        ("a step of a day", "step_s"),
        ("opening the app", "opening_s"),
        ("a first page", "first_page_s"),
    ):
        values = found[key]
        if values["n"]:
            shares = "  ".join(f"{share} {values[share]:.3f}" for share in ("p50", "p95", "p99", "max"))
            print(f"{name:18} {values['n']:6} times   {shares} s")
        else:
            print(f"{name:18} never")
    errors = found["errors"]
    print(f"errors             {sum(errors.values()):6}")
    for words, times in errors.items():
        print(f"    {times} × {words}")
    if found["memory_peak_mb"] is None:
        print("memory and processor time of the server: not known")
    else:
        print(f"memory             {found['memory_peak_mb']:6} MB at most, {found['memory_end_mb']} MB at the end")
        if found["memory_rise_mb_an_hour"] is not None:
            print(f"                   {found['memory_rise_mb_an_hour']:6} MB an hour after the first third")
        print(f"processor          {found['processor_ms_a_run']:6} ms a step, with its share of first pages")
    before, after = found["fixed_computation_ms"]
    print(f"fixed computation  {before:6} ms before, {after} ms after: the machine's noise")


if __name__ == "__main__":
    main()
