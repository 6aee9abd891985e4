"""Links lead to the page and the view they were made from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.address import PAGES, address, case_address, claim_address, event_address, split
from data.view import Known, View, parse_view
from tests.unit.samples import foreign, record

KNOWN = Known(*(frozenset(record().tables[name].index) for name in ("places", "events", "cases", "claims")))


def test_the_default_view_needs_no_parameters() -> None:
    assert [address(View(), page) for page in PAGES] == ["/", "/day", "/cases", "/claims", "/sources"]


@given(
    page=st.sampled_from(PAGES),
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
    assert split(link) == ("explore", {"day": "2022-01-05"})


def test_lasting_addresses_name_one_thing_only() -> None:
    assert event_address("2022-01-05-x", "en") == "/?event=2022-01-05-x"
    assert case_address("airport", "en") == "/cases?case=airport"
    assert claim_address("some-claim", "en") == "/claims?claim=some-claim"
