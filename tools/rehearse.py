"""Rehearse a talk: `python -m tools.rehearse TALK [--out SHEET.png]`.

Starts the app, walks every slide in Chromium at the sizes of two projectors with every other host barred, and fails
if anything is asked of a foreign host, if a text lies over another or is cut, if type is too small, or if a slide
takes too long to settle. Prints what the talk rests on and writes all slides on one sheet.
"""

import argparse
import base64
import platform
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from urllib.parse import urlsplit

import streamlit
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Route, sync_playwright
from resvg_py import svg_to_bytes

from components.address import talk_address
from data.folders import named, talks_folder
from data.loading.record import Record
from data.store import record, talks
from data.talks import Talk, talk_named
from tools.browser_setup import FLAGS, NO_WEBGL, find_browser
from tools.serving import running_app

SIZES = ((1280, 720), (1920, 1080))
SMALLEST = 20
"""Type on a slide is at least so many pixels high, at both sizes."""
LONGEST = 2.0
"""Seconds that a slide may take to settle."""
SHEETS = Path("artefacts")
_COLUMNS, _THUMB = 4, (480, 270)

# What is wrong with the texts of the slide that is shown.
FAULTS = """(smallest) => {
  const here = document.querySelector(".slide.here");
  const own = "h1, .caption, footer span, .words > *, .steps li, .left-out, .fault, svg text";
  const onMap = here.dataset.layer === "map" ? document.querySelectorAll("#map .marks.here text") : [];
  const scale = document.getElementById("stage").getBoundingClientRect().width / 1280;
  const shown = [...here.querySelectorAll(own), ...onMap]
    .filter((part) => part.textContent.trim() && part.getClientRects().length && !part.closest(".follow"));
  const boxes = shown.map(boxOf), forms = shown.map((part, n) => formOf(part, boxes[n]));
  const found = [];
  function boxOf(part) {
    if (part.matches("text")) return part.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(part);
    return range.getBoundingClientRect();
  }
  function within(box, frame, slack) {
    return box.left > frame.left - slack && box.right < frame.right + slack
      && box.top > frame.top - slack && box.bottom < frame.bottom + slack;
  }
  // The corners of a text, which may be turned: where its line begins and ends above, and where it begins below.
  function formOf(part, box) {
    if (!part.matches("text")) return [[box.left, box.top], [box.right, box.top], [box.left, box.bottom]];
    const own = part.getBBox(), at = part.getScreenCTM();
    return [[own.x, own.y], [own.x + own.width, own.y], [own.x, own.y + own.height]]
      .map(([x, y]) => [at.a * x + at.c * y + at.e, at.b * x + at.d * y + at.f]);
  }
  // Whether one lies over the other along and across the line of the first; a line of text is higher than its letters.
  function lapped([start, end, foot], other) {
    const fourth = [0, 1].map((axis) => other[1][axis] + other[2][axis] - other[0][axis]);
    return [[end, 2], [foot, 6 * scale]].every(([to, slack]) => {
      const side = [to[0] - start[0], to[1] - start[1]], long = Math.hypot(...side) || 1;
      const along = [...other, fourth].map(([x, y]) => ((x - start[0]) * side[0] + (y - start[1]) * side[1]) / long);
      return Math.min(long, Math.max(...along)) - Math.max(0, Math.min(...along)) > slack;
    });
  }
  const name = (part) => JSON.stringify(part.textContent.trim().replace(/\\s+/g, " ").slice(0, 40));
  const screen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  shown.forEach((part, n) => {
    const box = boxes[n];
    if (!within(box, screen, 1)) found.push(`${name(part)} is cut by the edge of the screen`);
    const frame = part.closest("svg, .words")?.getBoundingClientRect();
    if (frame && !within(box, frame, 3 * scale)) found.push(`${name(part)} is cut by the edge of its figure`);
    const matrix = part.matches("text") ? part.getScreenCTM() : null;
    const size = parseFloat(getComputedStyle(part).fontSize) * (matrix ? Math.hypot(matrix.a, matrix.b) : scale);
    if (size < smallest - 0.01) found.push(`${name(part)} has type of ${size.toFixed(1)} px`);
    for (let m = 0; m < n; m++) {
      if (shown[m].contains(part)) continue;
      if (lapped(forms[n], forms[m]) && lapped(forms[m], forms[n])) {
        found.push(`${name(part)} lies over ${name(shown[m])}`);
      }
    }
  });
  return found;
}"""


@dataclass
class Rehearsal:
    """What was found: faults by slide and size, and a picture of every slide."""

    faults: list[str]
    pictures: list[bytes]
    slowest: float


def rehearse(talk: Talk, address: str, browser: Browser, sizes: tuple[tuple[int, int], ...] = SIZES) -> Rehearsal:
    """Walk a talk that is served at an address, at each of some sizes."""
    result = Rehearsal([str(fault) for fault in talk.all_faults], [], 0.0)
    for width, height in sizes:
        page = browser.new_page(viewport={"width": width, "height": height})
        asked = bar_others(page, address)
        page.on("console", lambda message: result.faults.extend(_complaint(message)))
        page.on("pageerror", lambda error: result.faults.append(f"script: {error}"))
        page.goto(address + talk_address(talk.name, language=talk.language))
        for slide in talk.slides:
            seconds = _settled(page, slide.number)
            result.slowest = max(result.slowest, seconds)
            where = f"slide {slide.number} at {width}x{height}"
            if seconds > LONGEST:
                result.faults.append(f"{where}: took {seconds:.1f} s to settle, {LONGEST:g} s are allowed")
            result.faults += [f"{where}: {fault}" for fault in page.evaluate(FAULTS, SMALLEST)]
            if (width, height) == sizes[0]:
                result.pictures.append(page.screenshot())
            page.keyboard.press("PageDown")
        result.faults += [f"at {width}x{height}: asked a foreign host: {url}" for url in asked]
        page.close()
    return result


def _complaint(message: ConsoleMessage) -> Iterator[str]:
    if message.type == "error":
        yield f"console: {message.text}"


def bar_others(page: Page, address: str) -> list[str]:
    """Answer no request to another host, and note each."""
    asked: list[str] = []
    ours = urlsplit(address).netloc

    def answer(route: Route, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("data", "blob") or parts.netloc == ours:
            return route.continue_()
        asked.append(request.url)
        return route.abort()

    page.route("**/*", answer)
    return asked


def _settled(page: Page, number: int) -> float:
    """Seconds until a slide is drawn and nothing moves on it."""
    begun = time.perf_counter()
    page.wait_for_selector(f"#stage[data-settled='{number}']", timeout=20_000)
    return time.perf_counter() - begun


def contact_sheet(pictures: list[bytes]) -> bytes:
    """All slides on one PNG."""
    width, height = _THUMB
    rows = ceil(len(pictures) / _COLUMNS)
    images = "".join(
        f'<image x="{n % _COLUMNS * width}" y="{n // _COLUMNS * height}" width="{width}" height="{height}" '
        f'href="data:image/png;base64,{base64.b64encode(picture).decode()}"/>'
        for n, picture in enumerate(pictures)
    )
    size = f'width="{_COLUMNS * width}" height="{rows * height}"'
    return bytes(svg_to_bytes(svg_string=f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{images}</svg>'))


def about(record: Record, talk: Talk, browser: Browser) -> str:
    """What the talk rests on."""
    counts = ", ".join(f"{len(record.tables[name])} {name}" for name in ("events", "claims", "cases", "sources"))
    return "\n".join(
        (
            f"{talk.title}: {len(talk.slides)} slides",
            f"Python {platform.python_version()}, Streamlit {streamlit.__version__}, Chromium {browser.version}",
            f"Record of {record.as_of}, version {record.version}: {counts}",
        )
    )


def main(arguments: list[str]) -> int:
    """Rehearse the talk that is named; 1 if there is a fault, 2 if there is no such talk."""
    parser = argparse.ArgumentParser(prog="python -m tools.rehearse", description="Walk every slide of a talk.")
    parser.add_argument("talk", help="the name of its file, without .md, as ten-days.kk")
    parser.add_argument("--out", type=Path, help="where the sheet of all slides goes (default: artefacts/TALK.png)")
    chosen = parser.parse_args(arguments)
    if record().complaint:
        print(record().complaint, file=sys.stderr)
        return 2
    talk = talk_named(talks(), chosen.talk)
    if talk is None:
        there = ", ".join(talks()) or "none"
        print(f"There is no talk {chosen.talk!r} in {named(talks_folder())}/; there are: {there}", file=sys.stderr)
        return 2
    with running_app() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS + NO_WEBGL)
        print(about(record(), talk, browser))
        result = rehearse(talk, address, browser)
        browser.close()
    out = chosen.out or SHEETS / f"{chosen.talk}.png"
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(contact_sheet(result.pictures))
    print(f"Slowest slide: {result.slowest:.1f} s. All slides: {out}")
    print("\n".join(result.faults) or "No faults.")
    return 1 if result.faults else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
