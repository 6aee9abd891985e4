"""A timeline of few events: a row each in the order of their time, with its title beside its mark or above it."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.drawing.label_placement import running
from components.timeline.lanes import Item
from components.timeline.plan import PlannedEvent

FEW = 14
"""Of so many events each can have a row of its own."""
BESIDE, ABOVE, MARK, SPREAD = 1.35, 2.25, 0.65, 1.2
"""In ems: the height of a row with its title beside or above its mark, of a bar, and of the most room between rows."""
EDGE = 4


@dataclass(frozen=True)
class Title:
    """Where the title of an event stands: the point its `anchor`, "start" or "end", refers to, on its base line."""

    x: float
    y: float
    anchor: str


@dataclass(frozen=True)
class Mark:
    """An event with its title and the ends of its mark from the left, in units of the drawing."""

    planned: PlannedEvent
    title: str
    left: float
    right: float


Row = tuple[Item, Title, str]
"""An event, where its title stands, and the title."""


def titled_rows(
    marks: Sequence[Mark], width: float, size: float, top: float, bottom: float | None
) -> tuple[list[Row], float] | None:
    """A row for each mark from `top` on, and where they end; None if they are not few, or not done by `bottom`.

    `size` is that of the type. Where there is more room than needed the rows are spread.
    """
    if not 0 < len(marks) <= FEW:
        return None
    places = [_place(mark, width, size) for mark in marks]
    heights = [size * (ABOVE if above else BESIDE) for _, _, above in places]
    spare = bottom - top - sum(heights) if bottom is not None else size * 0.3 * len(marks)
    if spare < 0:
        return None
    gap = min(spare / len(marks), size * SPREAD)
    rows = []
    for mark, (x, anchor, above), height in zip(marks, places, heights, strict=True):
        end = top + height + gap / 2
        middle = end - gap / 2 - size * (MARK / 2 + 0.1) if above else top + gap / 2 + height / 2
        line = middle - size * (MARK / 2 + 0.4) if above else middle + size * 0.35
        item = Item(mark.planned, middle, size * MARK)
        rows.append((item, Title(round(x, 1), round(line, 1), anchor), mark.title))
        top += height + gap
    return rows, bottom or top


def _place(mark: Mark, width: float, size: float) -> tuple[float, str, bool]:
    """Where a title starts or ends, and whether it stands above its mark: it does where neither side has room."""
    across = len(mark.title) * running(mark.title) * size
    gap = size * 0.4
    if mark.right + gap + across <= width - EDGE:
        return mark.right + gap, "start", False
    if mark.left - gap - across >= EDGE:
        return mark.left - gap, "end", False
    return max(EDGE, min(mark.left, width - EDGE - across)), "start", True
