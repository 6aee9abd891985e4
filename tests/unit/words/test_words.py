"""Every value of the closed lists has its words, and every word of the interface can be translated."""

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from plotly.validator_cache import ValidatorCache

from components.drawing.glyphs import PLOTLY_SYMBOLS, glyph, sprite
from components.drawing.legend import legend
from components.language import Language
from components.words import labels
from components.words.when import part
from data import vocabulary
from data.queries import view
from tests.unit.samples import EN, Page

ROOT = Path(__file__).resolve().parents[3]
LISTS: list[tuple[Callable[[Language, str], str], tuple[str, ...]]] = [
    (labels.category, vocabulary.CATEGORIES),
    (labels.family, tuple(vocabulary.FAMILIES)),
    (labels.status, vocabulary.STATUSES),
    (labels.status_rule, vocabulary.STATUSES),
    (labels.place_precision, vocabulary.PLACE_PRECISIONS),
    (labels.source_kind, vocabulary.SOURCE_KINDS),
    (labels.claimant_role, vocabulary.CLAIMANT_ROLES),
    (labels.topic, vocabulary.TOPICS),
    (labels.case_kind, vocabulary.CASE_KINDS),
    (labels.case_result, view.OUTCOMES),
    (labels.sort, view.SORTS),
    (labels.person_role, vocabulary.PERSON_ROLES),
    (labels.step_kind, vocabulary.STEP_KINDS),
    (labels.camera, view.CAMERAS),
    (labels.lanes, view.LANES),
    (part, tuple(vocabulary.PARTS_OF_DAY)),
]


@pytest.mark.parametrize(("words", "values"), LISTS, ids=lambda of: getattr(of, "__name__", ""))
def test_every_value_has_words_of_its_own(words: Callable[[Language, str], str], values: tuple[str, ...]) -> None:
    found = [words(EN, value) for value in values]
    assert all(found)
    assert len(set(found)) == len(values)
    assert not [text for text in found if "_" in text]


def test_importance_and_what_became_of_a_claim() -> None:
    assert len({labels.significance(EN, value) for value in vocabulary.SIGNIFICANCES}) == 3
    said = {state: labels.claim_state(EN, state) for state in vocabulary.CLAIM_STATES}
    assert {state for state, words in said.items() if words} == {"revised", "withdrawn"}


def test_every_kind_has_a_shape_and_every_shape_is_in_the_sprite() -> None:
    shapes = set(re.findall(r'<symbol id="(\w+)"', sprite()))
    assert shapes == set(vocabulary.CATEGORIES) == set(PLOTLY_SYMBOLS)
    # The chart is built without plotly's checks, for speed.
    known = set(ValidatorCache.get_validator("scatter.marker", "symbol").values)
    assert {f"{symbol}{suffix}" for symbol in PLOTLY_SYMBOLS.values() for suffix in ("", "-open")} <= known
    patterns = {name for tag, found in Page(sprite()).tags if tag == "pattern" for name in [found["id"]]}
    for category in vocabulary.CATEGORIES:
        for status in vocabulary.STATUSES:
            markup = glyph(category, status)
            assert set(re.findall(r"url\(#([\w-]+)\)", markup)) <= patterns
            assert f"#{category}" in markup


def test_the_legend_names_every_kind_and_standing_with_its_rule() -> None:
    text = Page(legend(EN)).text
    for status in vocabulary.STATUSES:
        assert labels.status(EN, status) in text
        assert labels.status_rule(EN, status) in text
    for category in vocabulary.CATEGORIES:
        assert labels.category(EN, category) in text


def test_words_to_translate_are_written_out_in_templates() -> None:
    """A message that is put together can't be found by the tool that collects them."""
    for path in (ROOT / "components").rglob("*.html"):
        for call in re.findall(r"\b(?:_|ngettext)\((.)", path.read_text("utf-8")):
            assert call in "'\"", path.name


def test_words_to_translate_are_written_out_in_code() -> None:
    for folder in ("components", "pages", "server"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if not isinstance(node, ast.Call):
                    continue
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                count = {"_": 1, "text": 1, "plural": 2}.get(name, 0)
                of_streamlit = isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") == "st"
                if count and path.name != "markup.py" and not of_streamlit:
                    for argument in node.args[:count]:
                        assert isinstance(argument, ast.Constant), f"{path.name}:{node.lineno}"
