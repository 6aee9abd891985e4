"""Few events with their titles: a row each, in order, and no title over anything."""

from datetime import datetime
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from components.drawing.label_placement import running
from components.timeline.plan import PlannedEvent
from components.timeline.titled_rows import FEW, MARK, Mark, titled_rows
from data.loading.rows import EventRow
from tests.unit.drawn import drawn_timeline
from tests.unit.samples import EN, Page, shown

WIDTH, SIZE, TOP = 830.0, 20.0, 100.0
AT = datetime(2022, 1, 5)


def mark(title: str, ends: tuple[float, float]) -> Mark:
    left, right = sorted(ends)
    event = cast(EventRow, {"event_id": title, "begins": AT, "ends": AT})
    return Mark(PlannedEvent(event, title, (), "/", False), title, left, right)


along = st.floats(30, WIDTH - 30)
titles = st.text("abcde fg", min_size=1, max_size=70)
marks = st.lists(st.builds(mark, titles, st.tuples(along, along)), min_size=1, max_size=FEW)


@given(marks, st.none() | st.floats(TOP, TOP + 900))
def test_rows_follow_each_other_and_no_title_lies_over_a_mark(found: list[Mark], bottom: float | None) -> None:
    laid = titled_rows(found, WIDTH, SIZE, TOP, bottom)
    if laid is None:
        assert bottom is not None
        assert bottom < TOP + 2.5 * SIZE * len(found)
        return
    rows, end = laid
    assert end == (bottom or end)
    reached = TOP
    for (item, title, words), given_mark in zip(rows, found, strict=True):
        assert words == given_mark.title
        across = len(words) * running(words) * SIZE
        left = title.x - (across if title.anchor == "end" else 0)
        assert left >= 0
        assert left + across <= WIDTH
        upper, lower = item.y - SIZE * MARK / 2, item.y + SIZE * MARK / 2
        beside = left >= given_mark.right or left + across <= given_mark.left
        # Of a letter about 0.75 em stand above its line, and 0.25 below.
        assert beside or title.y + 0.25 * SIZE <= upper
        assert min(upper, title.y - 0.75 * SIZE) >= reached - 0.1 * SIZE
        reached = max(lower, title.y + 0.25 * SIZE)
    assert reached <= end + 0.1 * SIZE


def test_more_than_a_few_have_no_rows_of_their_own_and_none_has_none() -> None:
    assert titled_rows([], WIDTH, SIZE, TOP, None) is None
    assert titled_rows([mark("a", (40, 50))] * (FEW + 1), WIDTH, SIZE, TOP, None) is None
    assert titled_rows([mark("a", (40, 50))] * FEW, WIDTH, SIZE, TOP, TOP + SIZE * FEW) is None


def test_a_timeline_of_few_events_shows_their_titles_in_the_order_of_time_and_one_of_many_does_not() -> None:
    of = shown(day="2022-01-05", places=("aktau",))
    page = Page(drawn_timeline(of, EN))
    assert 1 < len(page.classed("title")) == len(of.rows) <= FEW
    at = [page.text.rindex(row["title"]) for row in sorted(of.rows, key=lambda row: row["begins"])]
    assert at == sorted(at)
    assert not page.classed("lane")
    many = Page(drawn_timeline(shown(day="2022-01-05"), EN))
    assert not many.classed("title")
    assert many.classed("lane")
