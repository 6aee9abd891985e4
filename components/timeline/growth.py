"""How the record grew: a bar for each day of January 2022 and the ends of months and years after it."""

from bisect import bisect_right
from collections.abc import Callable
from datetime import date, timedelta

from components.language import Language
from components.timeline.bars import Bar
from data.loading.record import Record
from data.period import JANUARY, january_days


def stops_until(last: date) -> list[date]:
    """Every day of January 2022, then the ends of months, then of years, up to a day."""
    month_ends = [date(2022, month, 1) + timedelta(days=-1) for month in range(3, 13)] + [date(2022, 12, 31)]
    year_ends = [date(year, 12, 31) for year in range(2023, last.year)]
    return sorted({stop for stop in (*january_days(), *month_ends, *year_ends, last) if stop <= last})


def growth_bars(whole: Record, day: date | None, language: Language, link: Callable[[date], str]) -> list[Bar]:
    """A bar for each stop: how many of the events of a whole record had been reported by then.

    `day` is that of which is told what was known, None for today; `link` gives the address of a stop. The bars up to
    that day are "known" and the last of them is the chosen one, the later ones are "later"; the last of each has its
    number.
    """
    reported = whole.known_days
    stops = stops_until(whole.as_of or JANUARY[1])
    known = bisect_right(stops, day) if day else len(stops)
    bars = []
    for number, stop in enumerate(stops, start=1):
        count = bisect_right(reported, stop.isoformat())
        written = language.number(count)
        bars.append(
            Bar(
                key=stop.isoformat(),
                label=_tick(stop, language),
                number=written if number in (known, len(stops)) else "",
                parts=(("known" if number <= known else "later", round(100 * count / (len(reported) or 1), 1)),),
                words=language.text("{day}: {n} events reported").format(day=language.day(stop), n=written),
                href=link(stop),
                chosen=bool(day) and number == known,
                looks="late" if stop.year > JANUARY[1].year else "month" if stop > JANUARY[1] else "",
                width=1.8 if stop.year > JANUARY[1].year else 1,
            )
        )
    return bars


def _tick(stop: date, language: Language) -> str:
    if stop <= JANUARY[1]:
        return str(stop.day) if stop.day in (1, 5, 10, 15, 20, 25) else ""
    if stop.year == JANUARY[1].year:
        return language.day(stop, "LLL") if stop.month in (3, 6, 9) else ""
    return str(stop.year)
