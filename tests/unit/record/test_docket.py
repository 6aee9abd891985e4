"""The docket: steps in their order along an axis, no two discs over one another."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.record.docket import WIDTH, docket, step_day
from data.loading.rows import StepRow
from data.queries.query import steps_of
from tests.unit.samples import EN, record

DISC = 21
dates = st.dates(min_value=step_day("2011"), max_value=step_day("2030")).flatmap(
    lambda day: st.sampled_from([day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]])
)


def step(day: str, kind: str) -> StepRow:
    return {"case_id": "a", "date": day, "step": "A step", "kind": kind, "place_id": "almaty", "event_id": "",
            "sources": ()}  # fmt: skip


@given(st.lists(dates, min_size=1, max_size=30).map(sorted))
def test_no_two_discs_meet_and_all_lie_on_the_axis(days: list[str]) -> None:
    found = docket([step(day, "hearing") for day in sorted(days)], EN)
    assert [dot.number for dot in found.dots] == list(range(1, len(days) + 1))
    for a, b in combinations(found.dots, 2):
        assert a.row != b.row or abs(a.x - b.x) >= DISC
    for dot in found.dots:
        assert DISC / 2 <= dot.x <= WIDTH - DISC / 2
        assert 0 <= dot.row < found.rows
    assert all(0 <= x <= WIDTH for x, _ in found.ticks)


@given(st.lists(dates, min_size=2, max_size=10))
def test_later_steps_stand_further_right(days: list[str]) -> None:
    ordered = sorted(days, key=lambda day: (step_day(day), day))
    dots = docket([step(day, "other") for day in ordered], EN).dots
    assert [dot.x for dot in dots] == sorted(dot.x for dot in dots)


def test_ticks_do_not_lie_over_one_another_in_any_case() -> None:
    for case_id in record().cases.index:
        if steps := steps_of(record(), case_id):
            found = docket(steps, EN)
            assert all(b[0] - a[0] > 30 for a, b in zip(found.ticks, found.ticks[1:], strict=False)), case_id


@pytest.mark.parametrize(
    ("cell", "day"), [("2022", "2022-01-01"), ("2022-05", "2022-05-01"), ("2022-05-09", "2022-05-09")]
)
def test_a_date_known_in_part_is_drawn_at_its_first_day(cell: str, day: str) -> None:
    assert step_day(cell).isoformat() == day
