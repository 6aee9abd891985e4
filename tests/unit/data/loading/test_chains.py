"""Chains of rows, each of which names the next."""

from hypothesis import given
from hypothesis import strategies as st

from data.loading.chains import ends, lengths, rings

ids = st.sampled_from([f"claim-{number}" for number in range(8)])
mappings = st.dictionaries(ids, ids)


def _walk(following: dict[str, str], start: str) -> list[str]:
    """What follows an id, until it ends or would come a second time."""
    found: list[str] = []
    while (start := following.get(start, "")) and start not in found:
        found.append(start)
    return found


@given(mappings)
def test_in_a_ring_is_what_follows_itself(following: dict[str, str]) -> None:
    assert rings(following) == {one for one in following if one in _walk(following, one)}


@given(mappings)
def test_the_length_is_the_number_that_follow_where_there_is_no_ring(following: dict[str, str]) -> None:
    straight = {one: other for one, other in following.items() if not rings(following) & {one, *_walk(following, one)}}
    assert lengths(straight) == {one: len(_walk(straight, one)) for one in straight}


@given(mappings)
def test_a_chain_ends_at_its_last_where_there_is_no_ring(following: dict[str, str]) -> None:
    straight = {one: other for one, other in following.items() if not rings(following) & {one, *_walk(following, one)}}
    assert ends(straight) == {one: _walk(straight, one)[-1] for one in straight}


@given(mappings)
def test_a_ring_has_an_end_too(following: dict[str, str]) -> None:
    assert lengths(following).keys() == ends(following).keys() == following.keys()


def test_a_long_chain_takes_no_time() -> None:
    following = {f"claim-{number}": f"claim-{number + 1}" for number in range(100_000)}
    assert not rings(following)
    assert lengths(following)["claim-0"] == 100_000
    assert ends(following)["claim-0"] == "claim-100000"
