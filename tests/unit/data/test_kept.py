"""What is kept has a size, whatever is asked for."""

from hypothesis import given
from hypothesis import strategies as st

from data.kept import Kept


def test_what_was_not_asked_for_the_longest_goes_first() -> None:
    kept: Kept[str] = Kept(10)
    for key in "abc":
        kept.put(key, key.upper(), 4)
    assert [kept.get(key) for key in "abc"] == [None, "B", "C"]
    kept.get("b")
    kept.put("d", "D", 4)
    assert [kept.get(key) for key in "bcd"] == ["B", None, "D"]


def test_the_newest_is_kept_however_large_and_goes_with_the_next() -> None:
    kept: Kept[str] = Kept(10)
    kept.put("small", "s", 1)
    kept.put("large", "l", 99)
    assert (kept.get("small"), kept.get("large")) == (None, "l")
    kept.put("small", "s", 1)
    assert (kept.get("small"), kept.get("large")) == ("s", None)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 8))))
def test_all_that_is_kept_never_takes_more_room_than_there_is(put: list[tuple[int, int]]) -> None:
    kept: Kept[int] = Kept(10)
    for key, size in put:
        kept.put(key, size, size)
        assert sum(kept.get(key) or 0 for key in range(10)) <= 10
        assert kept.get(key) == size
