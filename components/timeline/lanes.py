"""The timeline's lanes: every event on a row of its own time, so that none covers another."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from components.language import Language
from components.timeline.scale import Scale
from components.words import labels
from components.words.places import place_words
from data.query import Shown
from data.rows import EventRow
from data.times import DAY, Span
from data.vocabulary import CATEGORIES

PLACE_LANES = 9
"""So many places have a lane of their own, those with most events; the others share the last."""
TIMED, UNTIMED, GAP = 13, 6, 9
"""Heights in pixels: a row with times of day, one known to the day only, the space between lanes."""


@dataclass(frozen=True)
class Item:
    """An event with its place on the chart: the middle and height of its row in pixels from the top."""

    event: EventRow
    y: float
    height: float

    @property
    def moment(self) -> bool:
        """Whether it is drawn as a point: its time is known to the minute, or about."""
        return bool(self.event["begins"] == self.event["ends"])


@dataclass(frozen=True)
class Lane:
    """A lane with its name, its top and bottom in pixels, and its events."""

    name: str
    top: float
    bottom: float
    items: list[Item]


def lay_out(shown: Shown, scale: Scale, language: Language, top: float, gap: float = GAP) -> tuple[list[Lane], float]:
    """The lanes, `gap` apart, with every shown event on a row of its own time; and the height of all in pixels."""
    within = on_axis(shown, scale)
    least = scale.length / 70
    lanes = []
    for name, events in _lanes(within, shown, language):
        begin, items = top, []
        for timed, group in ((True, [e for e in events if _timed(e)]), (False, [e for e in events if not _timed(e)])):
            thick = TIMED if timed else UNTIMED
            rows, count = _pack(group, scale, least)
            items += [
                Item(
                    event,
                    top + (row + 0.5) * thick,
                    thick - (3 if scale.in_hours else 1.5),
                )
                for event, row in zip(group, rows, strict=True)
            ]
            top += count * thick
        lanes.append(Lane(name, begin, top, items))
        top += gap
    return lanes, max(top, 60.0)


def on_axis(shown: Shown, scale: Scale) -> list[EventRow]:
    """The shown events that an axis has."""
    return [row for row in shown.rows if Span(row["begins"], row["ends"]).touches(scale.begins, scale.ends)]


def _lanes(rows: list[EventRow], shown: Shown, language: Language) -> Iterable[tuple[str, list[EventRow]]]:
    if shown.view.lanes == "category":
        for category in CATEGORIES:
            if found := [row for row in rows if row["category"] == category]:
                yield labels.category(language, category), found
        return
    at = [row["spot_id"] or row["region_id"] or row["place_id"] for row in rows]
    most = sorted(set(at), key=lambda place: (-at.count(place), place))[:PLACE_LANES]
    for place in most:
        found = [row for row, where in zip(rows, at, strict=True) if where == place]
        yield place_words(shown.record.place_rows[place], language), found
    if found := [row for row, where in zip(rows, at, strict=True) if where not in most]:
        yield language.text("Other places"), found


def _pack(events: list[EventRow], scale: Scale, least: timedelta) -> tuple[list[int], int]:
    """The row of each event, so that no two on a row meet; and the number of rows."""
    free: list[datetime] = []
    rows = []
    for event in events:
        begins = max(event["begins"], scale.begins)
        ends = max(event["ends"], begins + least)
        row = next((n for n, until in enumerate(free) if until <= begins), len(free))
        if row == len(free):
            free.append(ends)
        free[row] = ends
        rows.append(row)
    return rows, len(free)


def _timed(event: EventRow) -> bool:
    """Whether something more exact than the day is known."""
    return bool(event["ends"] - event["begins"] < DAY)
