"""The day strip: a bar for each day of January 2022, and for before and after, each a link to that day."""

from markupsafe import Markup

from components.address import address
from components.language import Language
from components.markup import render
from components.timeline.bars import Bar
from components.words import labels
from components.words.when import period_words
from data.period import AFTER, BEFORE, Period
from data.queries.query import DayCount, Shown
from data.queries.view import View


def day_strip(shown: Shown, language: Language, page: str = "explore") -> Markup:
    """The strip for what matches the other filters."""
    return render("timeline/strip", language, bars=day_bars(shown, language, page))


def day_bars(shown: Shown, language: Language, page: str = "explore") -> list[Bar]:
    """A bar a period for what matches the other filters, its parts by status; in per cent of the busiest one."""
    tallest = max((count.total for count in shown.by_day), default=0) or 1
    return [_bar(count, shown.view, language, page, tallest) for count in shown.by_day]


def _bar(count: DayCount, view: View, language: Language, page: str, tallest: int) -> Bar:
    _ = language.text
    here, day = count.period, count.period.day
    chosen = view.filtered(period=None if view.period == here else here, hours=None)
    said = language.plural("{n} event", "{n} events", count.total)
    parts = [f"{labels.status(language, status)}: {language.number(n)}" for status, n in count.by_status.items()]
    return Bar(
        key=str(here),
        label={BEFORE: _("Before"), AFTER: _("After")}.get(here) or str(day and day.day),
        number=language.number(count.total) if count.total else "",
        parts=tuple((status, round(100 * n / tallest, 2)) for status, n in count.by_status.items()),
        words=f"{period_words(here, language)}: {said}. {', '.join(parts)}".rstrip(". "),
        href=address(chosen, page),
        chosen=_covers(view.period, here),
        looks="edge" if day is None else "weekend" if day.weekday() >= 5 else "",
        width=1.9 if day is None else 1,
    )


def _covers(period: Period | None, column: Period) -> bool:
    """Whether a column of the strip lies in the chosen period."""
    if period is None:
        return False
    if column.day is None:
        return period == column
    return (period.first is None or period.first <= column.day) and (period.last is None or column.day <= period.last)
