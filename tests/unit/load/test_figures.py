"""The arithmetic of `make load`."""

import math

import pytest

from tests.load.figures import growth, percentile, summary


@pytest.mark.parametrize(("share", "right"), [(0.5, 50), (0.95, 95), (0.99, 99), (1.0, 100), (0.0, 1)])
def test_a_percentile_is_a_value_that_was_measured(share: float, right: float) -> None:
    assert percentile(range(100, 0, -1), share) == right


def test_of_few_values_the_longest_counts() -> None:
    assert percentile([3.0, 1.0, 2.0], 0.95) == 3.0
    assert percentile([7.0], 0.5) == 7.0
    assert math.isnan(percentile([], 0.5))


def test_a_summary_says_how_many_there_were_and_none_where_nothing_was_measured() -> None:
    assert summary([0.2, 0.1]) == {"n": 2, "p50": 0.1, "p95": 0.2, "p99": 0.2, "max": 0.2}
    assert summary([]) == {"n": 0, "p50": None, "p95": None, "p99": None, "max": None}


def test_growth_leaves_out_how_caches_fill_at_first() -> None:
    filling = [(float(at), 100.0 + at) for at in range(30)]
    level = [(float(at), 130.0) for at in range(30, 100)]
    assert growth(filling + level) == pytest.approx(0)
    assert growth([(float(at), 2.0 * at) for at in range(100)]) == pytest.approx(7200)
    assert growth([(0.0, 1.0), (1.0, 2.0)]) is None
