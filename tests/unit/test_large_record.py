"""Pages of a record of any size: each is bounded, and says what it leaves out."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from components.claims.chart import MOST as MOST_NUMBERS
from components.frame.contents import PAGES
from components.frame.context import Context
from components.frame.prerender import written_page
from components.map.scene import MOST_BESIDE, MOST_MARKS
from components.timeline.plan import MOST as MOST_EVENTS
from components.words.rest import FEW, MOST, ROOM, bounded, rest_words
from data.cells import LONGEST
from data.loading.record import Record
from data.queries.numbers import latest, numbers
from data.queries.query import addressable
from data.queries.view import View, parse_view
from tests.unit.large import large_folder
from tests.unit.samples import EN, Page, shown

pytestmark = pytest.mark.slow

MOST_BYTES = 3_000_000
ADDRESSES = [
    ("explore", {}), ("explore", {"show": "9999", "lanes": "place"}), ("explore", {"event": "2022-01-05-almaty-fight"}),
    ("day", {"day": "2022-01-01..2022-01-31"}), ("day", {"day": "2022-01-05..2022-01-08"}),
    ("cases", {}), ("cases", {"case": "airport"}), ("claims", {"show": "9999"}),
    ("claims", {"claim": "claim-5", "with": "claim-4"}), ("sources", {"show": "9999"}), ("corrections", {}),
]  # fmt: skip
"""Every page at its longest."""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """More of everything than any page shows, with texts as long as they may be."""
    return large_folder(tmp_path_factory.mktemp("large"), 1500, 1500, 1200, text="я" * (LONGEST - 100)).load()


def page_of(record: Record, name: str, query: dict[str, str]) -> str:
    view, wrong = parse_view(query, addressable(record))
    assert not wrong
    return str(written_page(Context(name, record, PAGES[name].reads(view), EN), ()))


def test_the_large_record_is_sound(large: Record) -> None:
    assert not large.faults
    assert min(len(large.event_rows), len(large.claim_rows), len(large.case_rows)) > MOST


@pytest.mark.parametrize(("name", "query"), ADDRESSES, ids=str)
def test_a_page_is_bounded_and_says_what_it_leaves_out(large: Record, name: str, query: dict[str, str]) -> None:
    page = page_of(large, name, query)
    assert len(page.encode()) < MOST_BYTES
    text = Page(page).text
    assert "are shown here; the downloads have all" in text or "Show more" in text


def test_a_chart_says_what_it_leaves_out(large: Record) -> None:
    assert f"The timeline shows the first {MOST_EVENTS:,} of 1,50" in page_of(large, "explore", {})
    assert f"The chart shows the last {MOST_NUMBERS} of 1,500 numbers" in page_of(large, "claims", {})


def test_places_beyond_what_a_map_has_room_for_are_said(tmp_path: Path) -> None:
    of = large_folder(tmp_path, 900, places=800).load()
    assert not of.faults
    scene = Context("explore", of, View(), EN).scene
    assert (len(scene.marks), len(scene.shelf) <= MOST_BESIDE) == (MOST_MARKS, True)
    assert "places with fewer events are left out of the map" in scene.rest
    assert not Context("explore", shown().record, View(), EN).scene.rest


@pytest.mark.parametrize("letters", [0, 10, ROOM // 10, ROOM, 2 * ROOM])
def test_a_list_is_bounded_by_rows_and_by_room(letters: int) -> None:
    rows = [{"text": "x" * letters, "other": "y" * ROOM}] * (MOST + 5)
    kept = bounded(rows, "text")
    assert 1 <= len(kept) <= MOST
    assert len(kept) == 1 or len(kept) * letters <= ROOM
    assert len(bounded(rows, "text", most=FEW)) <= FEW


def test_what_is_whole_says_nothing() -> None:
    assert rest_words(EN, 5, 5) == ""
    assert rest_words(EN, 5, 6) == "The first 5 of 6 are shown here; the downloads have all."


def test_the_last_numbers_are_kept_in_their_series(large: Record) -> None:
    found = numbers(large, "killed_total", "kazakhstan")
    kept = latest(found, 10)
    [series] = kept.series
    assert [said.claim["claim_id"] for said in series.said] == [f"claim-{n}" for n in range(1490, 1500)]
    assert latest(found, 10**6) == found
    assert latest(replace(found, series=()), 10).series == ()


CLEAN: list[Callable[[Record], str]] = [
    lambda record: page_of(record, "explore", {"show": "9999"}),
    lambda record: page_of(record, "claims", {"show": "9999"}),
    lambda record: page_of(record, "sources", {"show": "9999"}),
    lambda record: page_of(record, "cases", {}),
    lambda record: page_of(record, "day", {"day": "2022-01-01..2022-01-31"}),
]


@pytest.mark.parametrize("page", CLEAN)
def test_a_small_record_is_shown_whole(page: Callable[[Record], str]) -> None:
    text = Page(page(shown().record)).text
    assert "the downloads have all" not in text
    assert "left out of the map" not in text
    assert "The timeline shows the first" not in text
