"""A Chromium for the browser tests: `python -m tools.browser_setup` finds or installs one and prints its path."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache

SETTING = "QANTAR_CHROMIUM"
"""The environment variable that names the browser to use."""
NAMES = ("chromium", "chromium-browser", "google-chrome")
PLACES = (
    *(f"/usr/bin/{name}" for name in NAMES),
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WEBGL = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
"""What the live map needs, on machines without a graphics card too: slow, so only for what looks at it."""
NO_WEBGL = ["--disable-3d-apis"]
ADVICE = f"""The browser tests need a Chromium, and none could be found or installed. One of these gives one:
  Debian:             apt install chromium
  Ubuntu, macOS:      .venv/bin/python -m playwright install --with-deps chromium
  one that you have:  export {SETTING}=/path/to/chromium"""


@cache
def find_browser() -> str:
    """The path of a Chromium that starts; raises FileNotFoundError that says what to do."""
    if chosen := os.environ.get(SETTING):
        if not _starts(chosen):
            raise FileNotFoundError(f"{SETTING}: {chosen} is no browser that starts")
        return chosen
    for path in _candidates():
        if _starts(path):
            return path
    raise FileNotFoundError(ADVICE)


def install_browser() -> None:
    """Try to get one: Playwright's own, then Debian's. Reports on stderr, and leaves it to the caller to look again."""
    print("No Chromium found; trying Playwright's", file=sys.stderr)
    patience = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "5000"}
    _run([sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"], **patience)
    if _starts(_playwrights_own()) or os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    print("Playwright's does not start here; trying Debian's", file=sys.stderr)
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    _run(["apt-get", "update", "-qq"], **quiet)
    _run(["apt-get", "install", "-y", "-qq", "chromium"], **quiet)


def main() -> None:
    """Print the path, after an attempt to install where there is none; exit 1 with advice if that fails."""
    try:
        try:
            path = find_browser()
        except FileNotFoundError:
            if os.environ.get(SETTING):
                raise
            install_browser()
            path = find_browser()
    except FileNotFoundError as error:
        sys.exit(str(error))
    print(path)


def _candidates() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))
    yield from filter(os.path.exists, PLACES)
    yield _playwrights_own()


def _playwrights_own() -> str:
    """Where Playwright keeps its own, whether it is there or not. In a process apart: a caller may have one running."""
    code = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip()


def _starts(path: str) -> bool:
    """Whether it runs at all: on Ubuntu `chromium-browser` may be a stub that only gives advice."""
    try:
        done = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and "Chrom" in done.stdout


def _run(command: list[str], **environment: str) -> None:
    """Run and go on whatever comes of it; its output goes to stderr."""
    try:
        subprocess.run(command, env=os.environ | environment, stdout=sys.stderr, check=False)
    except OSError as error:
        print(error, file=sys.stderr)


if __name__ == "__main__":
    main()
