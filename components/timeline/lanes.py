"""Where the lanes and their marks lie: in units of the height that a lane with one row has, from the top down."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from zlib import crc32

from components.timeline.plan import Plan, PlannedEvent, PlannedLane
from components.timeline.scale import Scale

FURTHER = 0.45
"""What each row of a lane after its first adds to its height."""
MOST_ROWS = 4
"""So many rows of a lane add to its height; more share it."""
THIN = 12.7
"""With more units than this a lane with one row is too thin to be read where the timeline is lowest."""
THICK = 0.62
"""How thick a bar is at most, in units of such a timeline: it is not thicker where there are fewer lanes."""
POINT = 1 / 38
"""So much of the axis a point takes up: those that are nearer to one another stand in rows of their own."""
BESIDE, IN_CELL, FEW_IN_CELL, MOST_IN_CELL = 11, 4, 8, 12
"""So many squares have room in a row beside the axis, in a row of a cell, in a cell of a low lane and of a high one."""
MOST_BESIDE = 2 * BESIDE
OF_NUMBER = 3
"""The number of those left out beside the axis has the room of so many squares."""


@dataclass(frozen=True)
class Item:
    """An event with the middle and the thickness of its mark."""

    planned: PlannedEvent
    y: float
    height: float


@dataclass(frozen=True)
class Lane:
    """A lane with its top and its height, and its events on the axis of hours."""

    planned: PlannedLane
    top: float
    height: float
    items: list[Item]


def lay_out(plan: Plan) -> tuple[list[Lane], float]:
    """The lanes one below the other, with every event on a row of its own time; and how many units high they are."""
    packed = [_pack(lane.timed, plan.scale) for lane in plan.lanes]
    further = [FURTHER * (min(rows_of(lane, plan.scale), MOST_ROWS) - 1) for lane in plan.lanes]
    share = min(1, max(0, THIN - len(further)) / (sum(further) or 1))
    total = len(further) + share * sum(further)
    lanes, top = [], 0.0
    for lane, (rows, count), more in zip(plan.lanes, packed, further, strict=True):
        height = 1 + share * more
        step = height / max(count, 1)
        thick = min(step * 0.8, THICK * total / THIN)
        items = [
            Item(planned, round(top + (row + 0.5) * step, 3), round(thick, 3))
            for planned, row in zip(lane.timed, rows, strict=True)
        ]
        lanes.append(Lane(lane, round(top, 3), round(height, 3), items))
        top += height
    return lanes, max(round(total, 3), 1)


def rows_of(lane: PlannedLane, scale: Scale) -> int:
    """How many rows a lane has on an axis, of its events there or of those beside it."""
    return max(_pack(lane.timed, scale)[1], _rows_of_squares(lane), lane.rows)


def signature(lanes: Sequence[Lane], scale: Scale) -> str:
    """What tells one drawing of marks on an axis of hours from another."""
    placed = [(item.planned.event["event_id"], item.y) for lane in lanes for item in lane.items]
    return f"{crc32(repr((scale.begins, scale.ends, placed)).encode()):x}"


def _rows_of_squares(lane: PlannedLane) -> int:
    beside = ceil(min(sum(map(len, lane.apart)), MOST_BESIDE) / BESIDE)
    return max(beside, *(ceil(min(len(cell), FEW_IN_CELL) / IN_CELL) for cell in lane.cells), 1)


def _pack(events: Sequence[PlannedEvent], scale: Scale) -> tuple[list[int], int]:
    """The row of each event, so that no two on a row meet; and the number of rows."""
    least = POINT * scale.length
    free: list[datetime] = []
    rows = [0] * len(events)
    for number, planned in sorted(enumerate(events), key=lambda pair: pair[1].event["begins"]):
        begins = max(planned.event["begins"], scale.begins)
        ends = max(planned.event["ends"], begins + least)
        row = next((n for n, until in enumerate(free) if until <= begins), len(free))
        if row == len(free):
            free.append(ends)
        free[row] = ends
        rows[number] = row
    return rows, len(free)
