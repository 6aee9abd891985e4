"""A menu of days in words, grouped by month: a field for dates would write them in the browser's own order."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from components.language import Language

Month = tuple[str, list[tuple[str, str, bool]]]
"""The name of a month, and its days: as an address has them, in words, and whether it is chosen."""


def day_menu(days: Iterable[date], chosen: date | None, language: Language) -> list[Month]:
    """Days as the options of a menu, each once, the earliest first; what is chosen is always among them."""
    ordered = sorted({*days, *([chosen] if chosen else [])})
    return [
        (
            language.day(date(year, month, 1), "LLLL y"),
            [(day.isoformat(), language.day(day), day == chosen) for day in found],
        )
        for (year, month), found in groupby(ordered, key=lambda day: (day.year, day.month))
    ]
