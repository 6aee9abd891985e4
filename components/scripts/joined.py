"""The scripts of the edition, each of several modules: a page that is opened from a disk may not load modules."""

import re
from functools import cache
from pathlib import Path

STATIC = Path(__file__).resolve().parents[2] / "static"
SHARED = ("go", "load", "made", "own", "page", "put", "rove", "scrollStrip")
"""What the scripts that come when they are needed take from the first one."""
MODULES = {
    "edition.js": (
        "roots", "shortcuts", "jump", "roving", "dragging", "folds", "ringed", "edition/data", "edition/steps",
        "edition/page",
    ),
    "filter.js": (
        "edition/period", "edition/words", "edition/folding", "edition/view", "edition/query", "edition/listed",
        "edition/strip", "edition/timeline", "edition/marks", "edition/mapped", "edition/choosing", "edition/address",
        "edition/explore",
    ),
    "find.js": (
        "edition/period", "edition/words", "edition/folding", "edition/sounding", "edition/search",
    ),
}  # fmt: skip
"""By script what it is of; each module stands after those that it takes from, and no name is given twice in one."""
_LEFT_OUT = [
    re.compile(pattern, re.MULTILINE) for pattern in (r"^import [^;]*;\n", "^export ", r"^ *//.*\n", r"^[ \n]+")
]
"""Imports, exports, comments and indents; no text of ours goes over several lines."""


@cache
def script(name: str) -> str:
    """A script by its name: its modules joined, with names of their own."""
    joined = "\n".join((STATIC / f"{module}.js").read_text(encoding="utf-8") for module in MODULES[name])
    for pattern in _LEFT_OUT:
        joined = pattern.sub("", joined)
    first = name == next(iter(MODULES))
    shared = ("", "") if first else (f"{{{', '.join(SHARED)}}}", "qantar.shared")
    return f'"use strict";\n(({shared[0]}) => {{\n{joined}}})({shared[1]});\n'
