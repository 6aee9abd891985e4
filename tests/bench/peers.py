"""The peers, served from this machine with the events of our record.

TimelineJS comes from npm into a cache beside the repository's other artefacts. TimeMap is built by hand, as its licence
asks for care (see the README here): its build lies in the same cache, or in the folder that `PEERS` names.
"""

import json
import os
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Any

from data.folders import RECORD_FOLDER
from data.loading.record import load_record
from tests.bench.peer_data import TITLE, for_timelinejs, for_timemap
from tools.serving import ROOT

SETTING = "PEERS"
CACHE = ROOT / "artefacts" / "peers"
"""The environment variable that names the folder with `timemap/build` in it, and where it is looked for without."""
TIMELINEJS = "@knight-lab/timelinejs@3.9.11"
PAGE = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="css/timeline.css"><script src="js/timeline.js"></script>
<style>html, body, #timeline {{ width: 100%; height: 100%; margin: 0 }}</style></head>
<body><div id="timeline"></div>
<script>
window.timeline = new TL.Timeline("timeline", "/events.json", {{script_path: new URL("js/", location).href}});
</script></body></html>
"""


class MissingError(Exception):
    """A peer that can't be had here, and why."""


def timelinejs(into: Path) -> None:
    """Write TimelineJS, its page and the events into a folder. Raises MissingError."""
    packed = _from_npm(TIMELINEJS)
    with tarfile.open(packed) as archive:
        archive.extractall(into / "package", filter="data")
    shutil.move(into / "package" / "package" / "dist", into / "site")
    (into / "site" / "index.html").write_text(PAGE, "utf-8")
    _write(into / "site", {"events.json": for_timelinejs(load_record(RECORD_FOLDER))})


def timemap(into: Path) -> None:
    """Write TimeMap as it was built, and the events, into a folder. Raises MissingError."""
    build = Path(os.environ.get(SETTING) or CACHE) / "timemap" / "build"
    if not (build / "index.html").is_file():
        raise MissingError(f"{build} is not there, see tests/bench/README.md")
    shutil.copytree(build, into / "site")
    _write(into / "site", for_timemap(load_record(RECORD_FOLDER)))


def _write(folder: Path, files: dict[str, Any]) -> None:
    for name, content in files.items():
        (folder / name).write_text(json.dumps(content, ensure_ascii=False), "utf-8")


def _from_npm(package: str) -> Path:
    """The archive of a package, from the cache where it is there."""
    archive = CACHE / (package.removeprefix("@").replace("/", "-").replace("@", "-") + ".tgz")
    if archive.is_file():
        return archive
    if not shutil.which("npm"):
        raise MissingError("npm is not installed")
    CACHE.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(["npm", "pack", "--silent", package], cwd=CACHE, capture_output=True, text=True, timeout=300)
    if done.returncode or not archive.is_file():
        raise MissingError(f"npm gave no {package}: {done.stderr.strip().splitlines()[-1:]}")
    return archive
