"""Marks that would lie in one another: over the country they join, over a city they spread round their points."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, hypot, sin

from components.map.groups import diameters, joined
from components.map.scene import PlacedGroup
from data.queries.mapping import Group

NEAR = 14.0
"""Marks whose points are nearer than so many pixels are one."""
_GAP, _ROUNDS, _GOLDEN = 1.5, 120, 2.39996
"""Pixels between marks that spread; how often they are pushed apart; the angle by which those on one point part."""

Spot = tuple[float, float]


@dataclass(frozen=True)
class Disc:
    """Places drawn as one disc of a diameter in pixels, `at` a point, and the point where its first place `stands`.

    Both are in units of the drawing.
    """

    parts: tuple[PlacedGroup, ...]
    at: Spot
    stands: Spot
    size: float

    @property
    def group(self) -> Group:
        """All of its events."""
        return joined([part.group for part in self.parts])


def arranged(
    placed: Sequence[tuple[PlacedGroup, Spot]],
    scale: float,
    magnified: float = 1,
    spread: bool = False,
    most: int = 1,
) -> list[Disc]:
    """The marks of some groups, the largest first, for a drawing that is shown `scale` pixels a unit.

    `magnified` is how much larger than usual marks are; to `spread` is for single sites, else marks join. A mark may
    have so many events at `most`, here or on another map.
    """
    if spread:
        diameter = diameters([part.group for part, _ in placed], magnified, most)
        return _spread([Disc((part,), at, at, diameter(part.group)) for part, at in placed], scale)
    return _joined([((part,), at) for part, at in placed], scale, magnified, most)


def _joined(
    clusters: list[tuple[tuple[PlacedGroup, ...], Spot]], scale: float, magnified: float, most: int
) -> list[Disc]:
    """Each mark joins the first larger one that covers its point or is near; again, as that one grows by it."""
    groups = [joined([part.group for part in parts]) for parts, _ in clusters]
    diameter = diameters(groups, magnified, most)
    by_number = sorted(range(len(clusters)), key=lambda number: -groups[number].total)
    kept: list[tuple[list[PlacedGroup], Spot, float]] = []
    for number in by_number:
        parts, at = clusters[number]
        size = diameter(groups[number])
        for others, there, reach in kept:
            if hypot(at[0] - there[0], at[1] - there[1]) * scale < max(NEAR * magnified, reach):
                others.extend(parts)
                break
        else:
            kept.append((list(parts), at, size / 2))
    if len(kept) < len(clusters):
        return _joined([(tuple(parts), at) for parts, at, _ in kept], scale, magnified, most)
    return [Disc(tuple(parts), at, at, 2 * reach) for parts, at, reach in kept]


def _spread(marks: list[Disc], scale: float) -> list[Disc]:
    """Push marks that overlap apart, each by half, until none does."""
    spots = [[mark.at[0] * scale, mark.at[1] * scale] for mark in marks]
    for _ in range(_ROUNDS):
        moved = False
        for one in range(len(marks)):
            for other in range(one):
                dx, dy = (spots[one][axis] - spots[other][axis] for axis in (0, 1))
                distance = hypot(dx, dy)
                missing = (marks[one].size + marks[other].size) / 2 + _GAP - distance
                if missing <= 0.01:
                    continue
                if distance < 0.01:
                    dx, dy, distance = cos(one * _GOLDEN), sin(one * _GOLDEN), 1
                for number, way in ((one, 1), (other, -1)):
                    spots[number][0] += way * dx / distance * missing / 2
                    spots[number][1] += way * dy / distance * missing / 2
                moved = True
        if not moved:
            break
    return [
        replace(mark, at=(round(x / scale, 2), round(y / scale, 2))) for mark, (x, y) in zip(marks, spots, strict=True)
    ]
