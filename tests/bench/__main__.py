"""Measure the app, the static edition and two peers in Chromium: `python -m tests.bench [--runs 9] [--only app …]`.

Prints medians with the quartiles beside them, and how long a fixed computation takes on this machine, so that two
reports can be compared. Nothing here passes or fails.
"""

import argparse
import platform
import shlex
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench import heavy
from tests.bench.comparing import KINDS, Own, compare
from tests.bench.lines import LINES
from tests.bench.report import report
from tests.bench.stepping import opening, stepping
from tests.bench.work import reading, step
from tests.yardstick import yardstick
from tools.browser_setup import FLAGS, WEBGL, find_browser
from tools.serving import ROOT, running_app

PARTS = ("work", *KINDS, "steps", "heavy")
ALONE = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
"""No other machine is asked for anything: what a page wants from elsewhere fails at once."""


def main() -> None:
    """Measure what was asked for, and print it."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=7, help="how often each is measured")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="the parts to measure")
    parser.add_argument("--lines", nargs="+", choices=LINES, default=list(LINES), help="the lines of readers")
    parser.add_argument("--app", type=Path, default=ROOT, help="another folder whose app and edition are measured")
    parser.add_argument("--site", type=Path, help="an edition that is written already")
    chosen = parser.parse_args()
    print(f"python -m tests.bench {shlex.join(sys.argv[1:])}")
    print(f"Python {platform.python_version()}, {platform.machine()}; median (quartiles)")
    report("fixed computation of this machine", [yardstick() for _ in range(9)], "ms")
    if "work" in chosen.only and chosen.app == ROOT:
        step(chosen.runs)
        reading()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS + WEBGL + ALONE)
        print(f"Chromium {browser.version}, software rendering", flush=True)
        kinds = [kind for kind in KINDS if kind in chosen.only]
        compare(browser, [LINES[name] for name in chosen.lines], kinds, Own(chosen.app, chosen.site), chosen.runs)
        if "steps" in chosen.only:
            with running_app(chosen.app) as address:
                opening(browser, address, chosen.runs)
                stepping(browser, address, chosen.runs)
        browser.close()
    if "heavy" in chosen.only and chosen.app == ROOT:
        heavy.main()


if __name__ == "__main__":
    main()
