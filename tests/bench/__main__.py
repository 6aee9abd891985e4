"""Measure the running app in Chromium: `python -m tests.bench [--runs 9]`.

Prints medians with the quartiles beside them, and how long a fixed computation takes on this machine, so that two
reports can be compared. Nothing here passes or fails.
"""

import argparse
import platform
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser, Page, sync_playwright
from streamlit.testing.v1 import AppTest

from tests.bench.watch import Watch
from tests.unit.large import large_folder
from tests.yardstick import yardstick
from tools.browser_setup import FLAGS, WEBGL, find_browser
from tools.serving import ROOT, running_app

WORDS = "() => performance.getEntriesByName('first-contentful-paint').length && !!first('.sentence h1')"
STRIP = "() => !!first('.strip a')"
LIST = "() => !!first('.list li')"
MAP = "() => !!first('.map-figure .wedge') || !!first('.spots a') || window.__firstMark > 0"
DRAWN_MAP = ".map .drawn"
LIVE_MAP = "() => window.__firstMark > 0"
APP = "() => document.readyState !== 'loading' && !document.getElementById('first-page')"
TIMELINE = "() => !!first('.timeline :is(.point, .bar, .sq)')"
HOURS = "() => !!first('.timeline.under')"

SCRIPT = """
window.first = (selector) => {
  const walk = (root) => root.querySelector(selector) ||
    [...root.querySelectorAll('*')].map((e) => e.shadowRoot && walk(e.shadowRoot)).find(Boolean);
  return walk(document);
};
// A mark is drawn in the first frame after its picture has gone to the graphics memory. Nothing else on the page is
// uploaded as a picture: the base map and the names come as arrays and canvases.
const gl = WebGL2RenderingContext.prototype;
const before = (name, act) => {
  const original = gl[name];
  gl[name] = function (...given) { act(given); return original.apply(this, given); };
};
const isPicture = (value) => value instanceof ImageBitmap || value instanceof HTMLImageElement;
for (const name of ["texImage2D", "texSubImage2D"])
  before(name, (given) => { if (given.some(isPicture)) window.__uploaded = true; });
for (const name of ["drawArraysInstanced", "drawElementsInstanced"])
  before(name, () => {
    if (window.__uploaded && !window.__firstMark)
      requestAnimationFrame(() => (window.__firstMark = performance.now()));
  });
"""


def main() -> None:
    """Run every measurement and print a line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9, help="how often each is measured, at least 7")
    runs = max(7, parser.parse_args().runs)
    print(f"Python {platform.python_version()}, {platform.machine()}, {runs} runs each; median (quartiles)")
    report("fixed computation of this machine", [yardstick() for _ in range(runs)], "ms")
    _own_work(runs)
    _reading()
    with running_app() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS + WEBGL)
        print(f"Chromium {browser.version}, software rendering")
        _opening(browser, address, runs)
        _stepping(browser, address, runs)
        browser.close()


def _reading() -> None:
    """Reading large tables: seconds of the processor, as the machine's other work must not count."""
    for size in (2_000, 10_000):
        with tempfile.TemporaryDirectory() as folder:
            large = large_folder(Path(folder), size, size)
            begun = time.process_time()
            large.load()
            print(f"{f'reading {size:,} events and claims':48} {time.process_time() - begun:9.1f} s")


def report(name: str, values: list[float], unit: str) -> None:
    """One line: the median and the quartiles."""
    low, _, high = quantiles(values, n=4)
    print(f"{name:48} {median(values):9.0f} {unit}  ({low:.0f} to {high:.0f})")


def _opening(browser: Browser, address: str, runs: int) -> None:
    """From the address to what the server wrote in advance, then to the app, the live map and the timeline."""
    times: dict[str, list[float]] = {}
    bytes_: list[float] = []
    for _ in range(runs):
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        page = context.new_page()
        page.add_init_script(SCRIPT)
        watch = Watch(page)
        begun = time.perf_counter()
        page.goto(address, wait_until="commit")
        for name, ready in (
            ("first words", WORDS),
            ("day strip", STRIP),
            ("list", LIST),
            ("map's first mark", MAP),
            ("the app in place of the first page", APP),
            ("timeline's first mark", TIMELINE),
            ("live map's first mark, once it is wanted,", LIVE_MAP),
        ):
            if ready == LIVE_MAP:
                page.locator(DRAWN_MAP).last.hover()  # it comes when a reader does
                begun = time.perf_counter()
            page.wait_for_function(ready, timeout=60_000, polling=20)
            times.setdefault(name, []).append((time.perf_counter() - begun) * 1000)
        bytes_.append(watch.received / 1024)
        context.close()
    for name, values in times.items():
        report(f"opening: {name} after", values, "ms")
    report("opening: transferred", bytes_, "KB")


def _own_work(runs: int) -> None:
    """The same step without a browser beside it: how long the page takes to be made, in this process."""
    app = AppTest.from_file(str(ROOT / "pages" / "router.py"), default_timeout=60)
    times = []
    for day in range(2, 3 + runs):
        app.query_params["day"] = f"2022-01-{day:02d}"
        begun = time.perf_counter()
        app.run()
        times.append((time.perf_counter() - begun) * 1000)
    report("step of a day: the server's own work", times[1:], "ms")


def _stepping(browser: Browser, address: str, runs: int) -> None:
    """Pressing → from one day to the next, with the page at rest."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.add_init_script(SCRIPT)
    watch = Watch(page)
    page.goto(f"{address}/?day=2022-01-02")
    page.wait_for_function(HOURS, timeout=60_000)
    page.wait_for_function(MAP, timeout=60_000)
    page.wait_for_timeout(1500)
    found: dict[str, list[float]] = {}
    for day in range(3, 3 + runs):
        watch.forget()
        begun = time.perf_counter()
        page.keyboard.press("ArrowRight")
        for name, ready in _changes(page, day):
            ready()
            found.setdefault(name, []).append((time.perf_counter() - begun) * 1000)
        page.wait_for_timeout(1200)
        found.setdefault("server", []).append(watch.answer_time * 1000)
        found.setdefault("messages", []).append(watch.messages / 1024)
    for name in ("sentence", "list", "map"):
        report(f"step of a day: {name} changed after", found[name], "ms")
    report("step of a day: until the last message", found["server"], "ms")
    report("step of a day: messages", found["messages"], "KB")


def _changes(page: Page, day: int) -> list[tuple[str, Callable[[], object]]]:
    """What to wait for after a step, in the order in which it shows."""
    said = f"() => first('.sentence h1')?.innerText.replaceAll('\\u00a0', ' ').startsWith('{day} January')"
    listed = f"() => first('.list h2')?.innerText.includes(' {day} January')"
    page.evaluate(f"window.__drawn = first('{DRAWN_MAP}').innerHTML")
    marks = f"() => ![undefined, window.__drawn].includes(first('{DRAWN_MAP}')?.innerHTML)"
    return [
        ("sentence", lambda: page.wait_for_function(said, polling=10)),
        ("list", lambda: page.wait_for_function(listed, polling=10)),
        ("map", lambda: page.wait_for_function(marks, polling=10)),
    ]


if __name__ == "__main__":
    main()
