"""The running app on this machine: from its address to its live charts, and from one day to the next."""

import time
from collections.abc import Callable

from playwright.sync_api import Browser, Page

from tests.bench.report import report
from tests.bench.watch import Watch

WORDS = "() => performance.getEntriesByName('first-contentful-paint').length && !!first('.sentence h1')"
STRIP = "() => !!first('.strip a')"
LIST = "() => !!first('.list li')"
MAP = "() => !!first('.map-figure .wedge') || !!first('.spots a') || window.__firstMark > 0"
DRAWN_MAP = ".map .drawn"
LIVE_MAP = "() => window.__firstMark > 0"
APP = "() => document.readyState !== 'loading' && !document.getElementById('first-page')"
TIMELINE = "() => !!first('.timeline :is(.point, .bar, .sq)')"

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


def opening(browser: Browser, address: str, runs: int) -> None:
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


def stepping(browser: Browser, address: str, runs: int) -> None:
    """Pressing → from one day to the next, with the page at rest."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.add_init_script(SCRIPT)
    watch = Watch(page)
    page.goto(f"{address}/?day=2022-01-02")
    page.wait_for_function(APP, timeout=60_000)
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
