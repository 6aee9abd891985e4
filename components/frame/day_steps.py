"""The links to the day before and the next, which the arrow keys follow too."""

from markupsafe import Markup

from components.address import address
from components.frame.context import Context
from components.language import Language
from components.markup import render
from data.period import BEFORE, Period
from data.queries.opened import departing


def day_steps(context: Context) -> Markup:
    """The two links with the days they lead to; at an end of what there is, one of them leads nowhere."""
    language, view = context.language, context.view
    start = departing(context.record, view)
    steps = []
    for words, days in ((language.text("Previous day: {day}"), -1), (language.text("Next day: {day}"), 1)):
        following = start.stepped(days)
        href = address(following, context.page) if following.period != view.period else ""
        to = _short(following.period, language)
        steps.append({"words": words.format(day=to), "to": to, "days": days, "href": href})
    return render("frame/day_steps", language, steps=steps)


def _short(period: Period | None, language: Language) -> str:
    """A step's day in few words: "4 Jan"."""
    if period is None or period.day is None:
        return language.text("Before") if period == BEFORE else language.text("After")
    return language.day(period.day, "d MMM")
