"""Figures of `make bench` as they are printed."""

import pytest

from tests.bench.report import spread, table


def test_the_spread_of_some_values_is_their_quartiles_and_of_one_itself() -> None:
    assert spread([5, 1, 4, 2, 3]) == (2, 3, 4)
    assert spread([7]) == (7, 7, 7)


def test_a_table_has_a_column_a_subject_and_a_dash_for_what_was_not_found() -> None:
    found = {"app": {"requests": [9.0], "words": [1000.0, 1200.0, 1100.0]}, "TimeMap": {"requests": [7.0]}}
    assert table(found, ["requests", "words"]).splitlines() == [
        "|          |                 app | TimeMap |",
        "|----------|--------------------:|--------:|",
        "| requests |                   9 |       7 |",
        "| words    | 1,100 (1,050–1,150) |       – |",
    ]


@pytest.mark.parametrize("empty", [{}, {"app": {}}])
def test_a_table_without_rows_is_its_head(empty: dict[str, dict[str, list[float]]]) -> None:
    assert len(table(empty, []).splitlines()) == 2
