"""Every measure of the published record has words of its own, and the vocabulary names no other."""

import pytest

from components.words.measures import measure
from data.loading.record import Record
from data.vocabulary import MAIN_MEASURE, ONE_OFF, PARTS_OF_MEASURE
from tests.unit.samples import EN, Marked

PARTS = {part for parts in PARTS_OF_MEASURE.values() for part in parts}


@pytest.fixture
def occurring(published: Record) -> set[str]:
    return {measure for measure in published.claims["measure"] if measure}


def test_every_measure_that_occurs_has_words_of_its_own(occurring: set[str]) -> None:
    assert occurring
    assert not {name for name in occurring if not measure(Marked(), name).startswith("«")}


def test_no_two_measures_have_the_same_words(occurring: set[str]) -> None:
    assert len({measure(EN, name) for name in occurring}) == len(occurring)


def test_the_vocabulary_names_only_measures_that_there_are(occurring: set[str]) -> None:
    """A misspelt name there would split a chart without a word."""
    assert PARTS | set(PARTS_OF_MEASURE) | set(MAIN_MEASURE.values()) <= occurring
    assert set(ONE_OFF) <= occurring
