"""The open event in the place of the list, with the way to its neighbours in the list's own order."""

from components.address import split
from components.explore.opened import opened
from components.record.event_list import in_order
from data.queries.query import addressable
from data.queries.view import parse_view
from tests.unit.samples import EN, Page, record, shown

KNOWN = addressable(record())
DAY = "2022-01-05"


def leads_to(page: Page, name: str) -> str | None:
    """The event that a link of the line above the card opens; None where there is no such link."""
    for tag, found in page.tags:
        if tag == "a" and found.get("data-id") == name:
            return parse_view(split(found["href"])[1], KNOWN)[0].event
    return None


def test_no_event_no_card() -> None:
    assert not opened(shown(day=DAY), EN)


def test_stepping_passes_the_whole_list_in_its_order() -> None:
    ids = [row["event_id"] for row in in_order(shown(day=DAY))]
    for at, event in enumerate(ids):
        page = Page(opened(shown(day=DAY, event=event), EN))
        assert leads_to(page, "event-before") == (ids[at - 1] if at else None)
        assert leads_to(page, "event-after") == (ids[at + 1] if at + 1 < len(ids) else None)
        assert f"{at + 1} / {len(ids)}" in page.text
        assert page.attribute("data-card") == [event]


def test_an_event_that_the_filters_hide_has_no_neighbours_and_a_way_back() -> None:
    page = Page(opened(shown(day="2022-01-21", event="2022-01-04-oral-depo-bridge"), EN))
    assert leads_to(page, "event-before") is None
    assert leads_to(page, "event-after") is None
    assert leads_to(page, "back") == ""
