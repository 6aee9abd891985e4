"""The time axis of a view: from when to when, its ticks with their words, and the columns that it may be cut into."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from components.language import Language
from data.period import JANUARY, Period
from data.queries.query import Shown, bounds
from data.times import DAY, midnight

MARGIN = timedelta(days=20)
"""What an axis open to the future leaves behind the last event."""
WIDE_HOURS, WIDE_DAYS = 3, 45
"""An hour label every so many hours; an axis of more days than this counts in months."""
FULL_DAYS = 12
"""The days of January up to this one, which hold most events, have columns; those after it stand apart."""
MOST_COLUMNS = 20


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

    def share(self, moment: datetime) -> float:
        """How far along the axis a time falls, from 0 to 1; what lies outside of it at its end."""
        return (min(max(moment, self.begins), self.ends) - self.begins) / self.length


def scale_of(shown: Shown, language: Language) -> Scale:
    """The axis for a view: its hours, or its period.

    That of several days of January is of 1 to 12 January, whichever they are, so that it stays under the strip of days;
    that of none of these is of the days themselves. Before and after January it goes as far as events reach.
    """
    period = shown.view.spanned or Period(*JANUARY)
    if within_january(period) and not period.day:
        first, last = JANUARY[0], date(JANUARY[0].year, 1, FULL_DAYS)
        if period.first and period.last and period.first > last:
            first, last = period.first, period.last
        return time_scale(midnight(first), midnight(last) + DAY, language)
    begins, ends = bounds(period, shown.view.hours)
    rows = shown.record.event_rows.values()
    if period.first is None:
        begins = min([ends - DAY, *(row["begins"] for row in rows)])
    elif period.last is None:
        ends = max([begins + DAY, *(row["ends"] + MARGIN for row in rows)])
    return time_scale(begins, ends, language)


def within_january(period: Period) -> bool:
    """Whether all days of a period are days of January 2022."""
    first, last = period.first, period.last
    return first is not None and last is not None and JANUARY[0] <= first and last <= JANUARY[1]


def time_scale(begins: datetime, ends: datetime, language: Language) -> Scale:
    """The axis from one time to another, with as many ticks as can be read."""
    days = (ends - begins) / DAY
    if days <= 2:
        hours = 1 if days < 0.5 else WIDE_HOURS * max(1, round(days))
        ticks = _every(begins, ends, timedelta(hours=hours))
        words = [language.clock(tick) for tick in ticks]
    elif days <= WIDE_DAYS:
        ticks = _every(begins, ends, timedelta(days=1 if days <= 16 else 2))
        words = _day_words(ticks, language)
    else:
        ticks = _months(begins, ends, 14)
        words = [_month_words(tick, language) for tick in ticks]
    return Scale(begins, ends, tuple(ticks), tuple(words))


def columns_of(scale: Scale, language: Language) -> list[tuple[datetime, datetime, str]]:
    """The axis in at most MOST_COLUMNS columns of days, weeks, months or years: the ends and the words of each."""
    days = scale.length / DAY
    if days <= MOST_COLUMNS * 7:
        step = DAY if days <= MOST_COLUMNS else 7 * DAY
        edges = [edge for edge in _every(scale.begins, scale.ends, step) if edge < scale.ends]
        words = _day_words(edges, language)
    else:
        edges = list(dict.fromkeys([scale.begins, *_months(scale.begins, scale.ends, MOST_COLUMNS - 1)]))
        words = [_month_words(edge, language) for edge in edges]
    return [(begins, ends, word) for (begins, ends), word in zip(pairwise([*edges, scale.ends]), words, strict=True)]


def _every(begins: datetime, ends: datetime, step: timedelta) -> list[datetime]:
    return [begins + number * step for number in range(int((ends - begins) / step) + 1)]


def _day_words(ticks: list[datetime], language: Language) -> list[str]:
    """The days by their numbers, with the month where it begins or is another one."""
    months = [tick.month for tick in ticks]
    return [
        language.day(tick, "d" if number and month == months[number - 1] else "d MMM")
        for number, (tick, month) in enumerate(zip(ticks, months, strict=True))
    ]


def _month_words(tick: datetime, language: Language) -> str:
    return language.day(tick, "y" if tick.month == 1 else "LLL")


def _months(begins: datetime, ends: datetime, most: int) -> list[datetime]:
    """The first of every month, quarter, half-year, year or number of years: whatever leaves at most so many."""
    months = [
        datetime(year, month, 1)
        for year in range(begins.year, ends.year + 1)
        for month in range(1, 13)
        if begins <= datetime(year, month, 1) < ends
    ]
    for step in (1, 3, 6, 12, 24, 60, 120, 600):
        chosen = [month for month in months if (12 * month.year + month.month - 1) % step == 0]
        if len(chosen) <= most:
            break
    return chosen
