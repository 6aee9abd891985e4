"""The links to everything of a view that can be downloaded."""

from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given

from components.address import address
from components.drawing.palette import THEMES
from components.drawing.picture_forms import FORMS as PICTURE_FORMS
from components.record.downloads import download_links, links
from components.record.files import tables
from data.exports.citations import FORMS
from data.period import Period
from data.queries.query import addressable
from data.queries.view import View, parse_view
from tests.unit.helpers import views
from tests.unit.samples import EN, Page, foreign, record

KNOWN = addressable(record())
PATHS = [
    *(f"/pictures/{figure}.{form}" for figure in ("map", "timeline", "days") for form in PICTURE_FORMS),
    *(f"/data/{path}" for path, file in tables(EN).items() if file.of == "events"),
    *(f"/cite/events.{form}" for form in FORMS),
]
FILTERS = (
    "period", "hours", "places", "categories", "statuses", "significance", "text", "voices", "alone", "as_known_on",
    "undated", "camera", "lanes", "language",
)  # fmt: skip
"""What changes the events that are shown, or how they are drawn."""


def page(view: View, theme: str = "light") -> Page:
    return Page(download_links(view, EN, theme))


def test_pictures_tables_and_citations_are_offered_by_name() -> None:
    of = page(View())
    assert of.links == PATHS
    pictures = [form.upper() for form in PICTURE_FORMS]
    assert [found["aria-label"] for found in of.classed("file")] == [
        *(f"{figure} as {form}" for figure in ("Map", "Timeline", "Days") for form in pictures),
        *(f"Table of events as {file.name}" for file in tables(EN).values() if file.of == "events"),
        *(f"Its sources as {form.name}" for form in FORMS.values()),
    ]
    assert all("download" in found for tag, found in of.tags if tag == "a")


@given(views(KNOWN))
def test_what_is_downloaded_is_what_is_on_the_screen(view: View) -> None:
    for link in page(view).links:
        query = dict(parse_qsl(urlsplit(link).query))
        taken, _ = parse_view(query, KNOWN)
        for choice in FILTERS:
            assert getattr(taken, choice) == getattr(view, choice), choice
        assert not taken.event


@given(views(KNOWN))
def test_nothing_in_the_links_is_left_out_as_wrong(view: View) -> None:
    for link in page(view).links:
        assert parse_view(dict(parse_qsl(urlsplit(link).query)), KNOWN)[1] == ()


@pytest.mark.parametrize("view", [View(), View(period=Period.of(date(2022, 1, 5)), text="<&\"'>")], ids=["all", "some"])
def test_pictures_follow_the_theme_and_nothing_else_does(view: View) -> None:
    for theme in THEMES:
        for link in page(view, theme).links:
            wanted = theme if link.startswith("/pictures/") and theme != "light" else None
            assert dict(parse_qsl(urlsplit(link).query)).get("theme") == wanted
        assert not foreign(link for link in page(view, theme).links if not link.startswith(("/pictures/", "/cite/")))


def test_words_of_a_view_do_not_become_markup() -> None:
    of = page(View(text='"><script>alert(1)</script>'))
    assert {tag for tag, _ in of.tags} == {"section", "h3", "ul", "li", "span", "a"}


def test_the_addresses_are_the_same_wherever_they_stand() -> None:
    view = View(places=("almaty",), as_known_on=date(2022, 1, 9))
    query = address(view).removeprefix("/")
    found = links(view, EN)
    assert found["tables"]["events"][0]["href"] == f"/data/events.zip{query}"
    assert found["pictures"][0][1]["svg"] == f"/pictures/map.svg{query}"
    assert found["citations"] == [(form.name, f"/cite/events.{ending}{query}") for ending, form in FORMS.items()]
