"""How the figures of the small record look, each a file in this folder with an element on every line.

`make snapshots` writes them anew; whether a change of drawing is meant is seen in the diff.
"""

import hashlib
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from components.figure import Figure, here
from components.pictures.figures import FIGURES, PICTURE
from components.talks.figures import slide_figure, slide_markup
from data.queries.query import query
from data.queries.view import View, parse_view
from tests.unit.samples import EN, record
from tests.unit.sampletalks import known

FOLDER = Path(__file__).parent
_PICTURES = {
    "map": ("map", {"day": "2022-01-05"}),
    "map-west": ("map", {"at": "west"}),
    "map-almaty": ("map", {"day": "2022-01-05", "at": "almaty", "event": "2022-01-05-almaty-airport-entered"}),
    "map-centre": ("map", {"day": "2022-01-04..2022-01-06", "at": "centre", "status": "disputed.corroborated"}),
    "timeline-few": ("timeline", {"day": "2022-01-05", "place": "aktau"}),
    "timeline-many": ("timeline", {"day": "2022-01-05", "lanes": "place"}),
    "timeline-hours": ("timeline", {"day": "2022-01-05", "hours": "1600-2000"}),
    "timeline-without-network": ("timeline", {"day": "2022-01-06..2022-01-08"}),
    "sides-days": ("sides", {"day": "2022-01-05", "beside": "2022-01-06"}),
    "sides-places": ("sides", {"day": "2022-01-03..2022-01-06", "place": "almaty", "beside": "oral"}),
    "days": ("days", {"day": "2022-01-05", "place": "almaty"}),
    "growth": ("growth", {"known": "2022-01-09"}),
    "numbers": ("numbers", {"measure": "killed_total", "place": "kazakhstan"}),
    "numbers-crowd": ("numbers", {"measure": "crowd", "place": "almaty"}),
    "docket": ("docket", {"case": "airport"}),
    "dead": ("dead", {}),
}
_SLIDES = {
    "slide-map": {"day": "2022-01-05..2022-01-06", "layer": "map"},
    "slide-timeline": {"day": "2022-01-04", "layer": "timeline"},
    "slide-sides": {"day": "2022-01-05", "beside": "2022-01-04", "layer": "map"},
    "slide-numbers": {"measure": "killed_total", "known": "2022-01-16", "layer": "numbers"},
    "slide-dead": {"layer": "dead"},
    "slide-docket": {"case": "koshmambet", "layer": "docket"},
}


def view_of(choices: dict[str, str]) -> View:
    view, rejected = parse_view(choices, known())
    assert not rejected, rejected
    return view


def _picture(kind: str, choices: dict[str, str]) -> str:
    figure = FIGURES[kind].draw(query(record(), view_of(choices)), EN, PICTURE)
    return f"{_said(figure)}\n{figure.element()}"


def _slide(choices: dict[str, str]) -> str:
    slide = slide_figure(record(), view_of(choices), EN)
    return f"{_said(slide.figure)}\n{slide_markup(slide, here)}"


def _said(figure: Figure) -> str:
    told = (figure.title, figure.caption, *figure.asides, *figure.notes, *figure.sources, figure.path)
    return "\n".join(f"<!-- {words} -->" for words in told if words)


SNAPSHOTS: dict[str, Callable[[], str]] = {
    **{name: partial(_picture, *asked) for name, asked in _PICTURES.items()},
    **{name: partial(_slide, choices) for name, choices in _SLIDES.items()},
}
"""What each file holds, by its name."""


def written(name: str) -> str:
    """A figure as its file has it: an element a line, and outlines of the base map by length and digest."""
    text = SNAPSHOTS[name]().replace("><", ">\n<")
    return re.sub(r' d="([^"]{300,})"', lambda path: f' d="{_digest(path[1])}"', text) + "\n"


def _digest(path: str) -> str:
    return f"{path[:20]}… {len(path)} characters, {hashlib.sha256(path.encode()).hexdigest()[:8]}"


def path_of(name: str) -> Path:
    return FOLDER / f"{name}.svg"


def renew() -> None:
    """Write every file anew, and remove those that nothing draws any more."""
    for path in FOLDER.glob("*.svg"):
        path.unlink()
    for name in SNAPSHOTS:
        path_of(name).write_text(written(name), encoding="utf-8")
