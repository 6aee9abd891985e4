"""Markdown of talks: however it is nested, what comes out is flat enough for browser and paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.talks.markdown import DEEPEST, MARKDOWN
from data.talks import LONGEST_SLIDE
from tests.unit.counting import growth

NESTED = {
    "emphasis": "*a " * 80 + "b* " * 80,
    "strong": "**a " * 80 + "b** " * 80,
    "both": "*a **b " * 80 + "c** d* " * 80,
}


def depth(text: str) -> int:
    """How deep emphasis lies at most; it has to end where it begins."""
    deepest = now = 0
    for block in MARKDOWN.parse(text):
        for token in block.children or ():
            now += token.nesting if token.type.startswith(("em_", "strong_")) else 0
            assert now >= 0
            deepest = max(deepest, now)
        assert now == 0
    return deepest


@pytest.mark.parametrize("text", NESTED.values(), ids=NESTED)
def test_emphasis_goes_no_deeper_than_it_is_seen_and_its_words_stay(text: str) -> None:
    assert depth(text) == DEEPEST
    assert MARKDOWN.render(text).count("a") >= 80


@given(st.text(alphabet="*_ab \n", max_size=300))
def test_whatever_is_written_emphasis_ends_where_it_begins(text: str) -> None:
    assert depth(text) <= DEEPEST


@pytest.mark.parametrize(
    "sign", ["*", "_", "*a ", "[", "![", "`", "``` ", ">", "> - ", "- ", "<", "&", "\\", "[a](", "<a ", "[a]: b\n"]
)
def test_the_work_of_a_slide_of_one_sign_grows_with_its_length(sign: str) -> None:
    assert growth(lambda size: MARKDOWN.render(sign * (size // len(sign))), LONGEST_SLIDE // 10) < 3
