"""The axes of the chart of numbers: days and years along, round numbers up."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from math import ceil, floor, log10

from components.drawing.label_placement import LETTER
from components.language import Language
from data.queries.numbers import Said
from data.times import DAY

EARLY_SHARE = 0.5
"""The share of the plot that the first month has, where most was said in it and years follow."""


def time_axis(
    said: Sequence[Said], until: date, ends: tuple[float, float], language: Language, size: float
) -> tuple[list[tuple[float, str]], Callable[[date], float], float | None]:
    """Ticks and scale. Where at least three numbers fell in the first month and years follow, the month gets half."""
    left, right = ends
    first = min(one.day for one in said) - DAY
    last = max(until, first + 3 * DAY)
    month = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
    early = sum(one.day < month for one in said) >= 3 and last > month + timedelta(days=90)
    split = left + (right - left) * EARLY_SHARE if early else None
    parts = [(first, month, left, split), (month, last, split, right)] if split else [(first, last, left, right)]

    def along(day: date) -> float:
        begins, ends, low, high = parts[0] if day <= parts[0][1] else parts[-1]
        return round(low + (day - begins) / (ends - begins) * (high - low), 1)

    ticks = [
        (along(tick), words)
        for begins, finishes, low, high in parts
        for tick, words in _ticks(begins, finishes, (high - low) / size, language)
    ]
    return _apart(ticks, size), along, split


def _ticks(begins: date, ends: date, room: float, language: Language) -> list[tuple[date, str]]:
    """Days of up to two months, else the beginnings of years, or of months where a year is too far apart.

    `room` is in ems.
    """
    if (ends - begins).days <= 62:
        days = [begins + number * DAY for number in range((ends - begins).days + 1)]
        step = max(1, ceil(len(days) * 2.2 / room))
        return [
            (day, language.day(day, "d MMM" if number == 0 or day.day == 1 else "d"))
            for number, day in enumerate(days[::step])
        ]
    length = (ends - begins).days
    step = 1 if length < 250 else 3 if length < 800 else 12
    months = [date(year, month, 1) for year in range(begins.year, ends.year + 1) for month in range(1, 13, step)]
    found = [(day, language.day(day, "y" if day.month == 1 else "LLL")) for day in months if begins <= day <= ends]
    return found if len(found) > 1 else [(begins, language.day(begins, "LLL y")), (ends, language.day(ends, "LLL y"))]


def _apart(ticks: list[tuple[float, str]], size: float) -> list[tuple[float, str]]:
    """Ticks without those that would touch the one before; the first begins at its place, the others lie about it."""
    kept: list[tuple[float, str]] = []
    for x, words in ticks:
        before = len(kept[-1][1]) * (1 if len(kept) == 1 else 0.5) if kept else 0.0
        if not kept or x - kept[-1][0] >= size * (LETTER * (before + len(words) / 2) + 0.5):
            kept.append((x, words))
    return kept


def value_axis(
    said: Sequence[Said], top: float, bottom: float, language: Language
) -> tuple[list[tuple[float, str]], Callable[[float], float]]:
    """Round ticks from nought, and the scale."""
    most = max(end for one in said for end in one.interval.ends) or 1
    step = nice(most / 5)
    steps = max(1, ceil(most / step))

    def up(value: float) -> float:
        return round(bottom - value / (steps * step) * (bottom - top), 1)

    return [(up(number * step), language.short_number(number * step)) for number in range(steps + 1)], up


def nice(value: float) -> float:
    """The next round number up: 1, 2, 2.5 or 5 times a power of ten, and no less than 1."""
    power = 10 ** floor(log10(max(value, 1)))
    return next(float(m * power) for m in (1, 2, 2.5, 5, 10) if m * power >= value and (m != 2.5 or power >= 10))
