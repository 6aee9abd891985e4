"""Two sides as one drawing: for pictures, slides and paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from components.drawing.label_placement import running
from components.explore.compared import ComparedSide, side_lines
from components.figure import Figure
from components.ground.cameras import HEIGHT, WIDTH
from components.language import Language
from components.map.svg import map_figure
from components.timeline.svg import TimelineCanvas, timeline_figure

HEADING, LINE = 1.5, 1.35
"""The type of a side's name, and the height of a line, in ems."""


@dataclass(frozen=True)
class SidesCanvas:
    """The size of a drawing of two sides in units: its width, the room between the sides, and its type.

    With a `timeline` each side has one under its map, of the width of a side and of that height.
    """

    width: float
    gap: float
    type: float
    timeline: TimelineCanvas | None = None

    @property
    def across(self) -> float:
        """The width of one side."""
        return (self.width - self.gap) / 2

    @property
    def map(self) -> float:
        """The height of a map."""
        return self.across * HEIGHT / WIDTH


PICTURE = SidesCanvas(1120, 40, 15, TimelineCanvas(width=540, left=130, type=13, height=420))


def sides_figure(pair: Sequence[ComparedSide], language: Language, canvas: SidesCanvas) -> Figure:
    """Both sides, each with its name, what it has in sentences, its map and its timeline."""
    size, across = canvas.type, canvas.across
    texts = [
        [
            line
            for sentence in side_lines(side, other, language)
            for line in wrap(sentence, int(across / (running(sentence) * size)))
        ]
        for side, other in (pair, reversed(pair))
    ]
    name = size * HEADING
    top = name * LINE + max(map(len, texts)) * size * LINE + size * 0.6
    foot = canvas.timeline.height or 0 if canvas.timeline else 0
    values = {
        "sides": [
            {
                "x": number * (across + canvas.gap),
                "name": side.name,
                "lines": list(_placed(lines, name * LINE + size, size)),
                "figures": list(_figures(side, canvas, top)),
            }
            for number, (side, lines) in enumerate(zip(pair, texts, strict=True))
        ],
        "size": size,
        "heading": name,
    }
    words = language.text("Two sides: {left} and {right}").format(left=pair[0].name, right=pair[1].name)
    height = round(top + canvas.map + (foot + size if foot else 0))
    return Figure("sides", "explore/sides", values, language, canvas.width, height, words)


def _placed(lines: Sequence[str], top: float, size: float) -> Iterator[tuple[str, float]]:
    for number, line in enumerate(lines):
        yield line, round(top + number * size * LINE, 1)


def _figures(side: ComparedSide, canvas: SidesCanvas, top: float) -> Iterator[tuple[Figure, dict[str, Any]]]:
    """The figures of a side with their places."""
    across = canvas.across
    yield (
        map_figure(side.scene, round(canvas.type * WIDTH / across, 2)),
        {"x": 0, "y": round(top, 1), "width": across, "height": round(canvas.map, 1)},
    )
    if canvas.timeline:
        timeline = timeline_figure(side.plan, canvas.timeline)
        at = round(top + canvas.map + canvas.type, 1)
        yield timeline, {"x": 0, "y": at, "width": across, "height": canvas.timeline.height}


def _lines(sentence: str, across: float, size: float) -> list[str]:
    return wrap(sentence, int(across / (running(sentence) * size)))
