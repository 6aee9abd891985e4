"""The timeline of a page: its marks are links with their words, and what has no room is a number that leads on."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from components.address import split
from components.timeline.drawn import BAND, drawn_timeline, head
from components.timeline.lanes import FEW_IN_CELL, IN_CELL, MOST_BESIDE, MOST_IN_CELL
from components.timeline.plan import plan
from tests.unit.samples import EN, Page, assert_same_markup, event, hostile_record, record, shown

AIRPORT = "2022-01-05-almaty-airport-entered"


def page_of(**choices: Any) -> Page:
    return Page(drawn_timeline(plan(shown(**choices), EN), "What is shown"))


def marks(page: Page) -> dict[str, dict[str, str]]:
    return {found["data-event"]: found for tag, found in page.tags if tag == "a" and "data-event" in found}


def test_a_mark_opens_its_event_in_the_same_view_and_closes_it_again() -> None:
    page = page_of(day="2022-01-05", places=("almaty",), event=AIRPORT)
    found = marks(page)
    opened = found.pop(AIRPORT)
    assert "open" in opened["class"].split()
    assert opened["aria-current"] == "true"
    assert split(opened["href"]) == ("explore", {"day": "2022-01-05", "place": "almaty"})
    assert found
    for event_id, link in found.items():
        assert split(link["href"])[1] == {"day": "2022-01-05", "place": "almaty", "event": event_id}
        assert "open" not in link["class"].split()


def test_a_mark_has_the_colour_of_its_family_the_filling_of_its_standing_and_its_words() -> None:
    for event_id, link in marks(page_of(day="2022-01-05")).items():
        row = event(event_id)
        assert {f"f-{row['family']}", f"s-{row['status']}"} <= set(link["class"].split())
        assert link["title"].startswith(row["title"])
        assert "January 2022" in link["title"]
        assert row["place_id"] in link["data-places"].split()


def test_points_bars_and_squares_have_their_places() -> None:
    of = shown(day="2022-01-05")
    timed = {one.event["event_id"] for lane in plan(of, EN).lanes for one in lane.timed}
    for event_id, link in marks(page_of(day="2022-01-05")).items():
        (kind,) = {"point", "bar", "sq"} & set(link["class"].split())
        row = event(event_id)
        assert kind == ("sq" if event_id not in timed else "point" if row["begins"] == row["ends"] else "bar")
        assert ("style" in link) == (kind != "sq")


@pytest.mark.parametrize(
    ("number", "squares", "looks"),
    [(IN_CELL, True, ""), (IN_CELL + 1, True, "some"), (MOST_IN_CELL, True, "many"), (MOST_IN_CELL + 1, False, "many")],
)
def test_a_cell_has_squares_up_to_what_it_has_room_for_and_then_a_number(
    number: int, squares: bool, looks: str, crowded: Callable[[int], Page]
) -> None:
    page = crowded(number)
    (cell,) = page.classed("cell")
    assert " ".join(cell["class"].split()[1:]) == looks
    assert len(marks(page)) == (number if squares else 0)
    counts = page.classed("number")
    assert bool(counts) == (number > IN_CELL)
    for link in counts:
        assert link["title"].endswith(f"4 January 2022: {number} events")
        assert split(link["href"])[1]["day"] == "2022-01-04"
    assert IN_CELL < FEW_IN_CELL < MOST_IN_CELL


@pytest.fixture
def crowded() -> Callable[[int], Page]:
    """A timeline with so many events on 4 January, all of a kind."""

    def drawn(number: int) -> Page:
        of = shown(day="2022-01-03..2022-01-05")
        row = next(row for row in of.rows if row["start"].startswith("2022-01-04"))
        of.__dict__["rows"] = [{**row, "event_id": f"{row['event_id']}-{n}"} for n in range(number)]
        return Page(drawn_timeline(plan(of, EN), "What is shown"))

    return drawn


def test_what_has_no_room_beside_the_axis_is_a_number_that_leads_on_and_is_ringed_for_what_it_holds() -> None:
    of = shown(day="2022-01-05", event="many-39")
    row = next(row for row in of.rows if len(row["start"]) == len("2022-01-05"))
    of.__dict__["rows"] = [{**row, "event_id": f"many-{n}"} for n in range(40)]
    page = Page(drawn_timeline(plan(of, EN), "What is shown"))
    (more,) = page.classed("more")
    left_out = 40 - len(marks(page))
    assert MOST_BESIDE - 4 < len(marks(page)) < MOST_BESIDE
    assert more["title"] == f"{left_out} more events"
    assert f"+{left_out}" in page.texts
    assert "open" in more["class"].split()
    assert split(more["href"])[1] == {"day": "2022-01-05", "cat": row["category"], "lanes": "place"}


def test_days_can_be_dragged_over_and_hours_have_a_live_chart() -> None:
    days, hours = page_of().classed("timeline")[0], page_of(day="2022-01-05").classed("timeline")[0]
    assert split(days["data-range"]) == ("explore", {"day": "{value}"})
    assert "data-marks" not in days
    assert "data-range" not in hours
    assert hours["data-marks"]


def test_the_room_above_the_lanes_is_that_of_the_bands_and_never_less_than_of_the_words_beside() -> None:
    many, none = plan(shown(), EN), plan(shown(day="2022-01-02"), EN)
    assert len(many.bands) >= 3
    assert head(many) >= BAND * len(many.bands)
    assert not none.bands
    assert head(none) >= 30


def test_lanes_can_be_changed_and_hours_undone() -> None:
    page = page_of(day="2022-01-05", hours=(600, 900))
    ways = [split(link)[1] for link in page.links]
    assert {"day": "2022-01-05", "hours": "1000-1500", "lanes": "place"} in ways
    assert {"day": "2022-01-05"} in ways


def test_all_places_on_the_axis_are_in_per_cent_of_it() -> None:
    for day in ("2022-01-05", "", "after", "2022-01-20..2022-02-10"):
        for found in page_of(day=day).attribute("style"):
            for value in re.findall(r"(?:left|right|width|top|height):([-\d.]+)%", found):
                assert 0 <= float(value) <= 100.1


@pytest.mark.parametrize("lanes", ["category", "place"])
def test_hostile_text_stays_text(lanes: str) -> None:
    for day in ("", "2022-01-05"):
        hostile, clean = (
            drawn_timeline(plan(shown(of, lanes=lanes, day=day), EN), "What") for of in (hostile_record(), record())
        )
        assert_same_markup(hostile, clean)
