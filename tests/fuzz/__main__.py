"""Try at random what may be sent: `python -m tests.fuzz [--minutes 5] [--seed 7] [--case "tables 17"]`.

Addresses are asked of the app's routes, damaged tables are read as a record, odd talks as talks. Whatever answers 5xx,
leaves a trace, is too large, too slow or without its headers is told with the case in which it was seen; the same seed
tries the same again, and a case alone. Ends with a line of JSON, and fails where anything broke.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Callable
from random import Random

from tests.fuzz.addresses import Addresses
from tests.fuzz.tables import damaged_tables
from tests.fuzz.talks import odd_talks
from tests.fuzz.tally import Tally

LONGEST_MINUTES = 600.0
Trial = Callable[[Random, Tally], None]
KINDS: dict[str, tuple[float, float, Callable[[], Trial]]] = {
    "addresses": (0.5, 30, Addresses),
    "tables": (0.3, 20, lambda: damaged_tables),
    "talks": (0.2, 10, lambda: odd_talks),
}
"""By its name: the share of the time that each gets, how many seconds a trial of it may take, and what tries."""


def main(given: list[str] | None = None) -> int:
    """Try, print what came of it, and give 1 where anything broke."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__.partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=2.0)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    parser.add_argument("--case", default="", help="one case alone, as it was told")
    chosen = parser.parse_args(given)
    seconds = 60 * min(max(chosen.minutes, 0.0), LONGEST_MINUTES)
    print(f"Seed {chosen.seed}: SEED={chosen.seed} tries the same again", flush=True)
    only, _, number = chosen.case.partition(" ")
    tallies = []
    for kind, (share, limit, prepare) in KINDS.items():
        if only in ("", kind):
            numbers = range(int(number), int(number) + 1) if number else range(sys.maxsize)
            tallies.append(_try(kind, limit, prepare(), chosen.seed, numbers, seconds * share))
    for tally in tallies:
        tally.report()
    print(json.dumps({"seed": chosen.seed, **{tally.kind: tally.figures() for tally in tallies}}))
    return int(any(tally.broken for tally in tallies))


def _try(kind: str, limit: float, trial: Trial, seed: int, numbers: range, seconds: float) -> Tally:
    """Try case after case of a kind, at least one, until the time is over."""
    tally, until = Tally(kind, limit), time.monotonic() + seconds
    for number in numbers:
        name = f"{kind} {number}"
        with tally.trial(name):
            trial(Random(f"{seed} {name}"), tally)
        if time.monotonic() > until:
            break
    return tally


if __name__ == "__main__":
    sys.exit(main())
