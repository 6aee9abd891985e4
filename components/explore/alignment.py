"""Two timelines that can be compared: axes of one length, and the same lanes, each as high as on the other side."""

from dataclasses import replace
from itertools import chain

from components.language import Language
from components.timeline.lanes import rows_of
from components.timeline.plan import Plan, PlannedEvent, PlannedLane
from components.timeline.scale import Scale, time_scale


def axes(left: Scale, right: Scale, language: Language) -> tuple[Scale, Scale]:
    """Axes as long as the longer of two: that one itself where the other lies on it, else the other made longer."""
    short, long = sorted((left, right), key=lambda scale: scale.length)
    if short.length < long.length:
        lies_on = long.begins <= short.begins and short.ends <= long.ends
        grown = long if lies_on else time_scale(short.begins, short.begins + long.length, language)
        left, right = (grown if scale is short else scale for scale in (left, right))
    return left, right


def aligned(left: Plan, right: Plan, both: Plan) -> tuple[Plan, Plan]:
    """The plans of two sides with the lanes of `both`, in their order, and room for as many bands."""
    pairs = list(zip(_lanes(left, both), _lanes(right, both), strict=True))
    rows = [max(rows_of(one, left.scale), rows_of(other, right.scale)) for one, other in pairs]
    bands = max(len(left.bands), len(right.bands))
    return (
        replace(left, lanes=_of_rows([one for one, _ in pairs], rows), most_bands=bands),
        replace(right, lanes=_of_rows([other for _, other in pairs], rows), most_bands=bands),
    )


def _of_rows(lanes: list[PlannedLane], rows: list[int]) -> list[PlannedLane]:
    return [replace(lane, rows=number) for lane, number in zip(lanes, rows, strict=True)]


def _lanes(planned: Plan, both: Plan) -> list[PlannedLane]:
    """The lanes of both sides with the events of one; a lane may have none. The kinds of lanes of both are the same."""
    lane_of = {one.event["event_id"]: number for number, lane in enumerate(both.lanes) for one in chain(*_bins(lane))}
    names = {lane.name: number for number, lane in enumerate(both.lanes)}
    last = len(both.lanes) - 1
    found = [
        PlannedLane(lane.name, lane.path, [], [[] for _ in planned.columns], [[] for _ in planned.apart])
        for lane in both.lanes
    ]
    for lane in planned.lanes:
        for number, events in enumerate(_bins(lane)):
            for one in events:
                # What both have no room for together is where its own side has it.
                here = found[lane_of.get(one.event["event_id"], names.get(lane.name, last))]
                _bins(here)[number].append(one)
    return found


def _bins(lane: PlannedLane) -> list[list[PlannedEvent]]:
    """The events of a lane by where they stand in it."""
    return [lane.timed, *lane.cells, *lane.apart]
