"""Links lead to the page and the view they were made from."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.address import address, case_address, claim_address, event_address, split
from components.frame.contents import PAGES
from components.frame.navigation import target_of
from data.queries.query import addressable
from data.queries.view import View, parse_view
from tests.unit.samples import foreign, record

KNOWN = addressable(record())


def test_the_default_view_needs_no_parameters_and_published_pages_stay() -> None:
    assert {"/", "/day", "/cases", "/claims", "/talks", "/sources", "/corrections"} <= {
        address(View(), page) for page in PAGES
    }


@given(
    page=st.sampled_from(list(PAGES)),
    words=st.text(max_size=50).map(lambda text: " ".join(text.split())),
    places=st.lists(st.sampled_from(sorted(KNOWN.places)), unique=True, max_size=4).map(tuple),
    shown=st.integers(1, 9999),
)
def test_a_link_leads_back_to_its_page_and_view(page: str, words: str, places: tuple[str, ...], shown: int) -> None:
    view = View(text=words, places=places, shown=shown)
    link = address(view, page)
    found, parameters = split(link)
    assert found == page
    assert parse_view(parameters, KNOWN) == (view, ())
    assert not foreign([link])


@pytest.mark.parametrize(
    "link", ["/nowhere?day=2022-01-05", "https://example.org/nowhere?day=2022-01-05", "?day=2022-01-05"]
)
def test_an_unknown_page_is_the_home_page(link: str) -> None:
    assert target_of(link) == ("explore", {"day": "2022-01-05"})


def test_the_address_of_one_thing_names_nothing_else_of_the_view() -> None:
    view = View(text="fire", places=("almaty",), topic="torture", camera="west", seen=date(2022, 3, 1))
    assert event_address("2022-01-05-x", view) == "/?event=2022-01-05-x"
    assert case_address("airport", view) == "/cases?case=airport"
    assert claim_address("some-claim", view) == "/claims?claim=some-claim"


def test_what_was_known_on_a_day_goes_along_to_one_thing() -> None:
    view = View(as_known_on=date(2022, 1, 12), undated=True)
    for link in (event_address("x", view), case_address("x", view), claim_address("x", view)):
        assert split(link)[1].items() >= {"known": "2022-01-12", "undated": "1"}.items()
