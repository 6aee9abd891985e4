"""Days of the record: a period of local days, its form in an address, and the steps from one to the next."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from data.cells import YEARS, has_minute, local_time

JANUARY = (date(2022, 1, 1), date(2022, 1, 31))


@dataclass(frozen=True)
class Period:
    """Whole local days from `first` to `last`, both included; None is open, to before or after the record."""

    first: date | None
    last: date | None

    def __post_init__(self) -> None:
        if self.first is None and self.last is None:
            raise ValueError("a period needs a first or a last day")
        if self.first and self.last and self.last < self.first:
            raise ValueError("the last day comes before the first")

    @property
    def day(self) -> date | None:
        """The day, when the period is one."""
        return self.first if self.first == self.last else None

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day, day)

    def __str__(self) -> str:
        for name, period in NAMED_PERIODS.items():
            if self == period:
                return name
        if self.day:
            return self.day.isoformat()
        return f"{self.first or ''}..{self.last or ''}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `before`, `after`, a day, or two days joined by `..`; raises ValueError."""
        if text in NAMED_PERIODS:
            return cls(NAMED_PERIODS[text].first, NAMED_PERIODS[text].last)
        first, dots, last = text.partition("..")
        if not dots:
            return cls.of(read_day(first))
        return cls(read_day(first) if first else None, read_day(last) if last else None)


def spanning(periods: Iterable[Period]) -> Period | None:
    """From the beginning of the first to the end of the last of some periods; None for none, and for all days."""
    found = list(periods)
    first = min((period.first or date.min for period in found), default=date.min)
    last = max((period.last or date.max for period in found), default=date.max)
    if (first, last) == (date.min, date.max):
        return None
    return Period(first if first > date.min else None, last if last < date.max else None)


BEFORE = Period(None, JANUARY[0] - timedelta(days=1))
AFTER = Period(JANUARY[1] + timedelta(days=1), None)
NAMED_PERIODS = {"before": BEFORE, "after": AFTER}


def read_day(text: str) -> date:
    """Read a day; raises ValueError."""
    if has_minute(text):
        raise ValueError
    return local_time(text).date()


def january_days() -> Iterator[date]:
    """1 to 31 January 2022."""
    for offset in range((JANUARY[1] - JANUARY[0]).days + 1):
        yield JANUARY[0] + timedelta(days=offset)


def step(period: Period | None, days: int) -> Period:
    """The day after (`days` = 1) or before (-1) a period, with "before" and "after January" at the two ends.

    From the whole record a step forward leads to 1 January, a step back to 31 January.
    """
    first, last = JANUARY
    if period is None:
        return Period.of(first if days > 0 else last)
    if period in (BEFORE, AFTER):
        if (period == AFTER) == (days > 0):
            return period
        return Period.of(first if period == BEFORE else last)
    edge = (period.last or period.first) if days > 0 else (period.first or period.last)
    assert edge
    if edge == last and days > 0:
        return AFTER
    if edge == first and days < 0:
        return BEFORE
    if edge in (date.min, date.max) or (edge + timedelta(days=days)).year not in YEARS:
        return period
    return Period.of(edge + timedelta(days=days))
