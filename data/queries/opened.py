"""The day of the open event, which stands for a choice of days where there is none."""

from datetime import date

from data.loading.record import Record
from data.period import AFTER, BEFORE, JANUARY, Period
from data.queries.view import View


def on_its_day(record: Record, view: View) -> View:
    """A view with the days of its open event, if it has chosen none and not all of them either."""
    period = _period(record, view)
    return view if view.period or view.all_days or not period else view.but(period=period, seen=view.seen)


def departing(record: Record, view: View) -> View:
    """The view that a step of a day starts from: the open event's day, unless another single one is chosen."""
    period = _period(record, view)
    return view if not period or (view.period and view.period.day) else view.but(period=period)


def _period(record: Record, view: View) -> Period | None:
    """Where in the strip of days the open event begins; None without one."""
    event = record.event_rows.get(view.event)
    if event is None:
        return None
    day = date.fromisoformat(event["start"][:10])
    return BEFORE if day < JANUARY[0] else AFTER if day > JANUARY[1] else Period.of(day)
