"""Visits of a reader with nothing in the browser's cache: one that reads and comes again, one for each press."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Error, Page

from tests.bench.lines import Line
from tests.bench.looking import looking_for
from tests.bench.subjects import Press, Subject
from tests.bench.watch import Watch

TRIES = 4
"""How often a press is made until it counts."""
Figures = dict[str, float]
"""What was found, by the names of the rows that report it; what did not come is not in it."""


def read(browser: Browser, subject: Subject, line: Line) -> Figures:
    """Wait for words, mark and rest, then come a second time."""
    with _reader(browser, subject) as context:
        page, watch = _opened(context, subject, line, {"words": subject.words, "mark": subject.mark})
        found = {}
        for name in ("words", "mark"):
            if (after := _when(page, name, line)) is not None:
                found[f"first {name}, ms"] = after
        _come_to_rest(page, watch, line)
        found |= {
            "received, KB": watch.received / 1024,
            "requests": watch.requests,
            "scripts, KB unpacked": watch.scripts / 1024,
            "barred requests": watch.barred,
        }
        page.close()
        page, watch = _opened(context, subject, line, {})
        _come_to_rest(page, watch, line)
        return found | {"second visit, KB": watch.received / 1024, "second visit, requests": watch.requests}


def press(browser: Browser, subject: Subject, chosen: Press, line: Line) -> Figures:
    """Press as soon as it can be done, again where nothing comes of it, until it counts."""
    with _reader(browser, subject) as context:
        page, watch = _opened(context, subject, line, _conditions(chosen))
        if _when(page, "ready", line, offer=chosen.offer) is None:
            return {}
        begun = page.evaluate("() => performance.timeOrigin")
        page.evaluate("() => { window.sameDocument = true; }")
        for _ in range(TRIES):
            pressed = page.evaluate("() => bench.now()") - begun
            page.mouse.click(*page.evaluate("target => bench.place(target)", chosen.target))
            if (after := _when(page, "answered", line, line.patience / TRIES)) is not None:
                answered = page.evaluate("() => performance.timeOrigin") + after - begun
                stayed = page.evaluate("() => !!window.sameDocument")
                break
        else:
            return {}
        return {
            f"{chosen.name}, made after, ms": pressed,
            f"{chosen.name}, counts after, ms": answered,
            f"{chosen.name}, pages loaded": float(not stayed),
            f"{chosen.name}, received by then, KB": watch.received / 1024,
        }


@contextmanager
def _reader(browser: Browser, subject: Subject) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, locale="en-GB", extra_http_headers=dict(subject.headers)
    )
    try:
        yield context
    finally:
        context.close()


def _opened(context: BrowserContext, subject: Subject, line: Line, awaited: dict[str, str]) -> tuple[Page, Watch]:
    page = context.new_page()
    page.add_init_script(looking_for(awaited | {"whole": subject.whole}))
    watch = Watch(page)
    line.hold(watch.session)
    page.goto(subject.address, wait_until="commit", timeout=line.patience * 1000)
    return page, watch


def _conditions(chosen: Press) -> dict[str, str]:
    return {"ready": chosen.ready, "answered": chosen.answered, "offered": chosen.offered}


def _when(page: Page, name: str, line: Line, patience: float | None = None, offer: str = "") -> float | None:
    """The milliseconds after which something was there, or None where it does not come.

    An `offer` is pressed as soon as and as long as it is there.
    """
    until = time.monotonic() + (patience or line.patience)
    while time.monotonic() < until:
        try:
            if (after := page.evaluate("name => window.bench?.when(name) ?? null", name)) is not None:
                return float(after)
            if offer and page.evaluate("() => !!window.bench?.so('offered')"):
                page.mouse.click(*page.evaluate("target => bench.place(target)", offer))
        except Error:
            pass  # Between two pages there is none to ask.
        page.wait_for_timeout(50)
    return None


def _come_to_rest(page: Page, watch: Watch, line: Line) -> None:
    """Wait until the page is whole and nothing comes any more."""
    _when(page, "whole", line)
    until = time.monotonic() + line.patience
    while watch.quiet < line.quiet and time.monotonic() < until:
        page.wait_for_timeout(100)
