"""Where the lanes lie: every event on a row of its own time, so that none covers another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from components.timeline.plan import Plan, PlannedEvent
from components.timeline.scale import Scale
from data.times import DAY

TIMED, UNTIMED, GAP = 13, 6, 9
"""Heights in pixels: a row with times of day, one known to the day only, the space between lanes."""
NARROWEST = 70
"""A mark takes at least this part of the axis: so much room has a point."""


@dataclass(frozen=True)
class Item:
    """An event with its place on the chart: the middle and height of its row in pixels from the top."""

    planned: PlannedEvent
    y: float
    height: float


@dataclass(frozen=True)
class Lane:
    """A lane with its name, its top and bottom in pixels, and its events."""

    name: str
    top: float
    bottom: float
    items: list[Item]


def lay_out(plan: Plan, top: float, gap: float = GAP) -> tuple[list[Lane], float]:
    """The lanes, `gap` apart, with every event on a row of its own time; and the height of all in pixels."""
    scale = plan.scale
    lanes = []
    for name, events in plan.lanes:
        begin, items = top, []
        for timed in (True, False):
            group = [planned for planned in events if _timed(planned) == timed]
            thick = TIMED if timed else UNTIMED
            rows, count = _pack(group, scale)
            height = thick - (3 if scale.in_hours else 1.5)
            items += [
                Item(planned, top + (row + 0.5) * thick, height) for planned, row in zip(group, rows, strict=True)
            ]
            top += count * thick
        lanes.append(Lane(name, begin, top, items))
        top += gap
    return lanes, max(top, 60.0)


def _pack(events: Sequence[PlannedEvent], scale: Scale) -> tuple[list[int], int]:
    """The row of each event, so that no two on a row meet; and the number of rows."""
    least = scale.length / NARROWEST
    free: list[datetime] = []
    rows = []
    for planned in events:
        begins = max(planned.event["begins"], scale.begins)
        ends = max(planned.event["ends"], begins + least)
        row = next((n for n, until in enumerate(free) if until <= begins), len(free))
        if row == len(free):
            free.append(ends)
        free[row] = ends
        rows.append(row)
    return rows, len(free)


def _timed(planned: PlannedEvent) -> bool:
    """Whether something more exact than the day is known."""
    return bool(planned.event["ends"] - planned.event["begins"] < DAY)
