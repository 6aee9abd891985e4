"""The tour: the steps of a talk, read inside Explore at one's own pace."""

from collections.abc import Mapping
from itertools import takewhile

from markupsafe import Markup

from components.address import address
from components.frame.context import Context
from components.markup import render
from components.talks.markdown import MARKDOWN
from data.queries.view import View
from data.talks import Slide, Talk

TALK = "ten-days"
IN_EXPLORE = ("map", "timeline")
"""The figures of slides that Explore shows too."""


def steps(talks: Mapping[str, Talk]) -> list[Slide]:
    """The slides of the tour: those after the first that follow one another with a map or a timeline."""
    talk = talks.get(TALK)
    slides = talk.slides[1:] if talk else ()
    return list(takewhile(lambda slide: slide.view is not None and slide.view.layer in IN_EXPLORE, slides))


def first_step(talks: Mapping[str, Talk], view: View) -> str:
    """Where the tour begins; empty where there is none."""
    return _address(steps(talks), 0, view)


def tour(context: Context) -> Markup:
    """The words of the step that a view is at, and the way on, back and out; empty without a tour."""
    view, slides = context.view, steps(context.talks)
    at = view.tour - 1
    if not 0 <= at < len(slides):
        return Markup()
    slide, language = slides[at], context.language
    here = _address(slides, at, view)
    return render(
        "frame/tour",
        language,
        step=language.text("Step {n} of {total}").format(n=language.number(at + 1), total=language.number(len(slides))),
        heading=slide.heading,
        words=Markup(MARKDOWN.render(slide.words)),
        before=_address(slides, at - 1, view),
        after=_address(slides, at + 1, view),
        astray="" if here == address(view.but(event="", all_days=False)) else here,
        leave=address(view.but(tour=0)),
    )


def _address(slides: list[Slide], at: int, view: View) -> str:
    """The address of a step, which says itself whether it is as known on a day."""
    if not 0 <= at < len(slides):
        return ""
    of = slides[at].view
    assert of
    return address(of.but(tour=at + 1, layer="", language=view.language))
