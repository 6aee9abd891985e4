"""The day strip: a bar for each day of January 2022, and for before and after, each a link to that day."""

from markupsafe import Markup

from components.address import address, template
from components.language import Language
from components.markup import render
from components.timeline.bars import Bar
from components.words import labels
from components.words.when import period_words
from data.period import AFTER, BEFORE, Period
from data.queries.opened import on_its_day
from data.queries.query import DayCount, Shown
from data.queries.view import View

WIDE = 12
"""The days up to this one, which hold most events, are wider than those after it."""
_WIDTHS = {"edge": 1.9, "late": 0.8}


def day_strip(shown: Shown, language: Language, page: str = "explore") -> Markup:
    """The strip for what matches the other filters."""
    _ = language.text
    hint = (
        _("For several days drag over them, or hold Shift and click."),
        _("An event counts in every day that it touches."),
        *([] if shown.all_but_days else [_("Pale: what else the record has.")]),
    )
    return render(
        "timeline/strip",
        language,
        bars=day_bars(shown, language, page),
        hint="\n".join(hint),
        range=template(shown.view.filtered(hours=None), page, "period"),
    )


def day_bars(shown: Shown, language: Language, page: str = "explore") -> list[Bar]:
    """A bar a period: what matches the other filters, and pale above it what else the record has.

    Heights are in per cent of the record's busiest period, so that they can be compared whatever is chosen.
    """
    view, every = shown.view, shown.record_by_day
    tallest = max((count.total for count in every), default=0) or 1
    held = on_its_day(shown.record, view.but(all_days=False)).period
    bars = []
    for count, whole in zip(shown.by_day, every, strict=True):
        heights = ("here", count.total), ("other", whole.total - count.total)
        parts = tuple((kind, round(100 * n / tallest, 2)) for kind, n in heights if n)
        bars.append(_bar(count, parts, held, view, language, page))
    return bars


def _bar(
    count: DayCount,
    parts: tuple[tuple[str, float], ...],
    held: Period | None,
    view: View,
    language: Language,
    page: str,
) -> Bar:
    """One bar; `held` is what is chosen, or where the open event is."""
    _ = language.text
    here, day = count.period, count.period.day
    href = address(view.filtered(period=None if view.period == here else here, hours=None), page)
    said = language.plural("{n} event", "{n} events", count.total)
    standing = [f"{labels.status(language, status)}: {language.number(n)}" for status, n in count.by_status.items()]
    chosen = any(_covers(period, here) for period in view.all_periods)
    holds = not view.period and here == held
    looks = ["edge" if day is None else "late" if day.day > WIDE else ""]
    looks += ["weekend"] * (day is not None and day.weekday() >= 5) + ["holds"] * holds
    looks += ["second"] * (isinstance(view.beside, Period) and _covers(view.beside, here))
    return Bar(
        key=str(here),
        label={BEFORE: _("Before"), AFTER: _("After")}.get(here) or str(day and day.day),
        number=language.number(count.total) if count.total else "",
        parts=parts,
        words=f"{period_words(here, language)}: {said}. {', '.join(standing)}".rstrip(". "),
        href=href,
        chosen=chosen,
        current=chosen or holds,
        day=day is not None,
        looks=" ".join(filter(None, looks)),
        width=_WIDTHS.get(looks[0], 2),
    )


def _covers(period: Period | None, column: Period) -> bool:
    """Whether a column of the strip lies in the chosen period."""
    if period is None:
        return False
    if column.day is None:
        return period == column
    return (period.first is None or period.first <= column.day) and (period.last is None or column.day <= period.last)
