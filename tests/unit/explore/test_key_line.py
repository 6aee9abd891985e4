"""The key above the graphics: each of its words is a filter that can be undone."""

import pytest

from components.address import split
from components.explore.key_line import key_line
from data.queries.query import addressable
from data.queries.view import View, parse_view
from data.vocabulary import FAMILIES, STATUSES
from tests.unit.samples import EN, Page, record

KNOWN = addressable(record())


def filters(view: View) -> dict[str, View]:
    """Where each word of the key leads, by its name."""
    page = Page(key_line(view, EN))
    found = [(one["data-id"], one["href"]) for tag, one in page.tags if tag == "a"]
    return {name: parse_view(split(href)[1], KNOWN)[0] for name, href in found}


@pytest.mark.parametrize("family", FAMILIES)
def test_a_colour_shows_its_kinds_alone_and_then_all_again(family: str) -> None:
    once = filters(View(text="akimat"))[f"key-{family}"]
    assert once == View(text="akimat", categories=FAMILIES[family])
    assert filters(once)[f"key-{family}"] == View(text="akimat")


def test_two_colours_show_both() -> None:
    both = filters(View(categories=FAMILIES["protest"]))["key-violence"]
    assert both.categories == (*FAMILIES["protest"], *FAMILIES["violence"])


@pytest.mark.parametrize("status", STATUSES)
def test_a_filling_shows_its_standing_alone_and_then_all_again(status: str) -> None:
    once = filters(View())[f"key-{status}"]
    assert once.statuses == (status,)
    assert filters(once)[f"key-{status}"] == View()


def test_what_is_chosen_is_marked_for_eye_and_ear() -> None:
    page = Page(key_line(View(categories=FAMILIES["state"], statuses=("disputed",)), EN))
    marked = [found["data-id"] for tag, found in page.tags if tag == "a" and found.get("aria-current") == "true"]
    assert marked == ["key-state", "key-disputed"]
