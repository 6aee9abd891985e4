"""Where the names go on a map: beside their marks, and none over another or over a mark."""

from collections.abc import Sequence
from dataclasses import dataclass

LETTER = 0.56
"""The mean width of a letter in ems of the map's typeface, a little generous."""
_RUNNING, _RUNNING_CYRILLIC = 0.5, 0.55
"""The same in running text, whose lines end at words: of Latin letters, and of Cyrillic ones, which are wider."""

Box = tuple[float, float, float, float]


def running(words: str) -> float:
    """The mean width in ems of a letter of some words in running text."""
    return _RUNNING_CYRILLIC if any("\u0400" <= letter <= "\u04ff" for letter in words) else _RUNNING


@dataclass(frozen=True)
class Spot:
    """A mark of a radius in pixels at a point in pixels, with the text that it wants beside it."""

    x: float
    y: float
    radius: float
    text: str


@dataclass(frozen=True)
class Placed:
    """How a label hangs on its mark: deck.gl's anchor and baseline, and the offset in pixels."""

    anchor: str
    baseline: str
    offset: tuple[float, float]

    def base_line(self, y: float, size: float) -> float:
        """Where the base line of the label is for a mark at `y`, in a type of that size, as SVG wants it."""
        return y + self.offset[1] + {"center": 0.32, "top": 0.79, "bottom": -0.25}[self.baseline] * size


def place_labels(
    spots: Sequence[Spot],
    size: float,
    frame: Box,
    sideways_last: bool = False,
    kept: Sequence[Placed | None] = (),
    blocked: Sequence[Box] = (),
    grows: float = 1,
) -> list[Placed | None]:
    """A place for each label, the first spots first; None where there is no room. Those `kept` have theirs already.

    `size` is the type size in pixels, `frame` the left, top, right and bottom of the map in pixels. A label whose
    mark is in the frame stays in it. Tried in turn: right, left, above, below, and the four corners; with
    `sideways_last`, where lines run from mark to mark, right and left come last. None stands on what is `blocked`.
    What is placed holds while the map `grows` to so many times its size, where marks part and letters keep theirs.
    """
    taken = [*taken_by(spots, kept, size), *blocked]
    points = [(spot.x, spot.y) for spot in spots]
    points += [point for point, where in zip(points, kept, strict=False) if where]
    points += [(box[0], box[3]) for box in blocked]
    placed = list(kept) or [None] * len(spots)
    for number, spot in enumerate(spots):
        if placed[number]:
            continue
        others = [
            (box, (spot.x - x, spot.y - y))
            for other, (box, (x, y)) in enumerate(zip(taken, points, strict=True))
            if other != number
        ]
        found = None
        candidates = _candidates(spot)
        for candidate in [*candidates[2:], *candidates[:2]] if sideways_last else candidates:
            box = _box(spot, candidate, size)
            if not _inside(box, frame) and _seen(spot, frame):
                continue
            if not any(_meet(box, other, apart, grows - 1) for other, apart in others):
                found = candidate
                taken.append(box)
                points.append((spot.x, spot.y))
                break
        placed[number] = found
    return placed


def taken_by(spots: Sequence[Spot], placed: Sequence[Placed | None], size: float) -> list[Box]:
    """What marks and their labels cover, the marks first."""
    boxes: list[Box] = [(s.x - s.radius, s.y - s.radius, s.x + s.radius, s.y + s.radius) for s in spots]
    return boxes + [_box(spot, where, size) for spot, where in zip(spots, placed, strict=False) if where]


def _candidates(spot: Spot) -> list[Placed]:
    reach = spot.radius + 6
    return [
        Placed("start", "center", (reach, 0)),
        Placed("end", "center", (-reach, 0)),
        Placed("middle", "bottom", (0, -reach)),
        Placed("middle", "top", (0, reach)),
        *(
            Placed(anchor, baseline, (side * reach * 0.7, way * reach * 0.7))
            for way, baseline in ((-1, "bottom"), (1, "top"))
            for side, anchor in ((1, "start"), (-1, "end"))
        ),
    ]


def _box(spot: Spot, placed: Placed, size: float) -> Box:
    width, height = len(spot.text) * LETTER * size, size * 1.15
    x, y = spot.x + placed.offset[0], spot.y + placed.offset[1]
    left = {"start": x, "end": x - width, "middle": x - width / 2}[placed.anchor]
    top = {"center": y - height / 2, "bottom": y - height, "top": y}[placed.baseline]
    return left, top, left + width, top + height


def _meet(a: Box, b: Box, apart: tuple[float, float], longest: float) -> bool:
    """Whether two boxes overlap at some time until the `longest`, where the first moves so far `apart` in one."""
    across, down = apart[0] * longest, apart[1] * longest
    # Most do not: not even all that the first moves over touches the second.
    if a[0] >= b[2] - (across if across < 0 else 0) or b[0] >= a[2] + (across if across > 0 else 0):
        return False
    if a[1] >= b[3] - (down if down < 0 else 0) or b[1] >= a[3] + (down if down > 0 else 0):
        return False
    first, last = 0.0, longest
    for gap, drift in (
        (a[0] - b[2], apart[0]),
        (b[0] - a[2], -apart[0]),
        (a[1] - b[3], apart[1]),
        (b[1] - a[3], -apart[1]),
    ):
        if gap >= 0:
            first = max(first, -gap / drift)
        elif drift > 0:
            last = min(last, -gap / drift)
    return first < last or not longest


def _seen(spot: Spot, frame: Box) -> bool:
    """Whether the middle of a mark lies in the frame."""
    return frame[0] <= spot.x <= frame[2] and frame[1] <= spot.y <= frame[3]


def _inside(box: Box, frame: Box) -> bool:
    return frame[0] <= box[0] and frame[1] <= box[1] and box[2] <= frame[2] and box[3] <= frame[3]
