"""The time axis of a view: from when to when, and the ticks with their words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from components.language import Language
from data.period import JANUARY
from data.queries.query import Shown, bounds
from data.times import DAY, midnight

MARGIN = timedelta(days=20)
"""What an axis open to the future leaves behind the last event."""
WIDE_HOURS, WIDE_DAYS = 3, 45
"""An hour label every so many hours; an axis of more days than this counts in months."""


@dataclass(frozen=True)
class Scale:
    """A half-open interval of local time and the words along it."""

    begins: datetime
    ends: datetime
    ticks: tuple[datetime, ...]
    words: tuple[str, ...]

    @property
    def length(self) -> timedelta:
        return self.ends - self.begins

    @property
    def in_hours(self) -> bool:
        """Whether the axis counts hours: it does for up to two days."""
        return self.length <= 2 * DAY


def scale_of(shown: Shown, language: Language) -> Scale:
    """The axis for a view: its hours or its period.

    For the whole record it is January 2022; before and after it goes as far as events reach.
    """
    period = shown.view.spanned
    if period is None:
        begins, ends = midnight(JANUARY[0]), midnight(JANUARY[1]) + DAY
    else:
        begins, ends = bounds(period, shown.view.hours)
        rows = shown.record.event_rows.values()
        if period.first is None:
            begins = min([ends - DAY, *(row["begins"] for row in rows)])
        elif period.last is None:
            ends = max([begins + DAY, *(row["ends"] + MARGIN for row in rows)])
    return time_scale(begins, ends, language)


def time_scale(begins: datetime, ends: datetime, language: Language) -> Scale:
    """The axis from one time to another, with as many ticks as can be read."""
    days = (ends - begins) / DAY
    if days <= 2:
        hours = 1 if days < 0.5 else WIDE_HOURS * max(1, round(days))
        ticks = _every(begins, ends, timedelta(hours=hours))
        words = [language.clock(tick) for tick in ticks]
    elif days <= WIDE_DAYS:
        ticks = _every(begins, ends, timedelta(days=1 if days <= 16 else 2))
        words = [_day_words(tick, number == 0, language) for number, tick in enumerate(ticks)]
    else:
        ticks = _months(begins, ends)
        words = [language.day(tick, "y" if tick.month == 1 else "LLL") for tick in ticks]
    return Scale(begins, ends, tuple(ticks), tuple(words))


def _every(begins: datetime, ends: datetime, step: timedelta) -> list[datetime]:
    return [begins + number * step for number in range(int((ends - begins) / step) + 1)]


def _day_words(tick: datetime, first: bool, language: Language) -> str:
    return language.day(tick, "d MMM" if first or tick.day == 1 else "d")


def _months(begins: datetime, ends: datetime) -> list[datetime]:
    """The first of every month, quarter or year: whatever leaves at most fourteen ticks."""
    months = [
        datetime(year, month, 1)
        for year in range(begins.year, ends.year + 1)
        for month in range(1, 13)
        if begins <= datetime(year, month, 1) < ends
    ]
    for step in (1, 3, 6, 12):
        chosen = [month for month in months if (month.month - 1) % step == 0]
        if len(chosen) <= 14:
            break
    return chosen
