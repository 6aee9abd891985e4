"""The tour: the talk's own steps inside Explore, on, back and out."""

from dataclasses import replace
from itertools import pairwise

from components.address import address, split
from components.frame.context import Context
from components.frame.tour import first_step, steps, tour
from data.queries.query import addressable
from data.queries.view import View, parse_view
from data.talks import load_talks
from tests.unit.samples import EN, TESTS, Page, record

KNOWN = addressable(record())
TALKS = load_talks(KNOWN, TESTS / "talks")


def drawn(view: View) -> Page:
    return Page(tour(Context("explore", record(), view, EN, TALKS)))


def at(link: str) -> View:
    view, rejected = parse_view(split(link)[1], KNOWN)
    assert not rejected
    return view


def link(of: Page, name: str) -> str:
    """Where a link of the tour leads; empty where it is not there."""
    return next((found["href"] for _, found in of.tags if found.get("data-id") == f"tour-{name}"), "")


def test_it_goes_through_the_slides_of_the_talk_and_back() -> None:
    slides = steps(TALKS)
    assert len(slides) > 1
    views = [at(first_step(TALKS, View()))]
    while onward := link(drawn(views[-1]), "after"):
        views.append(at(onward))
    assert [view.tour for view in views] == list(range(1, len(slides) + 1))
    for view, slide in zip(views, slides, strict=True):
        assert slide.view
        assert view == replace(slide.view, tour=view.tour, layer="")
        page = drawn(view)
        assert slide.heading in page.text
        assert f"Step {view.tour} of {len(slides)}" in page.text
    for before, after in pairwise(views):
        assert at(link(drawn(after), "before")) == before
    assert not link(drawn(views[0]), "before")
    assert link(drawn(views[-1]), "end")


def test_leaving_it_leaves_what_is_looked_at() -> None:
    view = at(first_step(TALKS, View()))
    assert at(link(drawn(view), "leave")) == view.but(tour=0)


def test_whoever_strays_from_a_step_finds_back() -> None:
    view = at(first_step(TALKS, View()))
    assert not link(drawn(view), "here")
    astray = view.filtered(text="police")
    assert astray.tour == view.tour
    assert link(drawn(astray), "here") == address(view)


def test_a_step_that_there_is_not_is_no_step() -> None:
    assert not drawn(View(tour=99)).markup
    assert not drawn(View()).markup
    assert not first_step({}, View())
