"""The links to the day before and the next, which the arrow keys follow too."""

from markupsafe import Markup

from components.address import address
from components.frame.context import Context
from components.markup import render
from data.queries.opened import departing


def day_steps(context: Context) -> Markup:
    """The two links; at an end of what there is, one of them leads nowhere."""
    language, view = context.language, context.view
    start = departing(context.record, view)
    steps = []
    for words, days in ((language.text("Previous day"), -1), (language.text("Next day"), 1)):
        following = start.stepped(days)
        steps.append((words, days, address(following, context.page) if following.period != view.period else ""))
    return render("frame/day_steps", language, steps=steps)
