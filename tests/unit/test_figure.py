"""A figure is one value: its drawing, its size and its links, wherever it goes."""

import xml.etree.ElementTree as ET

import pytest

from components.figure import Figure, NothingToDrawError, from_outside, here, nowhere
from components.pictures.figures import FIGURES, PICTURE, Sizes
from components.talks.figures import SLIDE
from data.queries.query import query
from data.queries.view import View
from tests.unit.samples import EN, Page, record, shown

CASE = next(iter(record().case_rows))
VIEWS = dict.fromkeys(FIGURES, View()) | {"docket": View(case=CASE), "sides": View(places=("almaty",), beside="oral")}


def drawn(name: str, sizes: Sizes = PICTURE) -> Figure:
    return FIGURES[name].draw(query(record(), VIEWS[name]), EN, sizes)


@pytest.mark.parametrize("sizes", [PICTURE, SLIDE], ids=["picture", "slide"])
@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_well_formed_and_says_what_it_is(name: str, sizes: Sizes) -> None:
    figure = drawn(name, sizes)
    root = ET.fromstring(str(figure.element()))
    assert root.attrib["viewBox"] == f"0 0 {figure.width:g} {figure.height:g}"
    assert root.attrib["aria-label"] == figure.words
    assert figure.title
    assert figure.caption
    assert figure.sources
    assert figure.path.startswith("/")


@pytest.mark.parametrize("name", FIGURES)
def test_links_are_those_of_the_place_where_a_figure_stands(name: str) -> None:
    figure = drawn(name)
    inside = Page(figure.svg).links
    own = [link for link in inside if not link.startswith("#")]
    assert all(link.startswith("/") for link in own)
    outside = Page(figure.linked(from_outside("https://example.org/")).svg).links
    assert [link for link in outside if not link.startswith("#")] == [f"https://example.org{link}" for link in own]
    assert not [link for link in Page(figure.linked(nowhere).svg).links if not link.startswith("#")]
    assert Page(figure.linked(here).svg).links == inside


def test_a_page_takes_a_figure_as_it_is() -> None:
    figure = drawn("days")
    page = Page(figure.__html__())
    assert page.tags[0] == ("figure", {"class": "bars-figure"})
    assert figure.svg in str(figure.__html__())


def test_nothing_is_drawn_of_nothing_and_the_message_says_so() -> None:
    empty = shown(text="no event has these words")
    for name in ("map", "timeline", "days"):
        with pytest.raises(NothingToDrawError, match="No event matches"):
            FIGURES[name].draw(empty, EN, PICTURE)
    with pytest.raises(NothingToDrawError, match="case"):
        FIGURES["docket"].draw(empty, EN, PICTURE)
