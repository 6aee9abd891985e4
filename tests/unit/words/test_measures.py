"""The words for what is counted: every measure of the record has its own, and none is taken for another."""

from components.language import Language
from components.words import labels, measures
from data.vocabulary import MAIN_MEASURE, ONE_OFF, PARTS_OF_MEASURE, VOICE_KINDS
from tests.unit.samples import EN, record

PARTS = {part for parts in PARTS_OF_MEASURE.values() for part in parts}
OCCURRING = {measure for measure in record().claims["measure"] if measure}


class Marked(Language):
    """A language whose texts can be told from what was put together of an id."""

    def text(self, message: str) -> str:
        return f"«{message}»"


def test_every_measure_that_occurs_has_words_of_its_own() -> None:
    assert OCCURRING
    assert not {measure for measure in OCCURRING if not measures.measure(Marked(), measure).startswith("«")}


def test_no_two_measures_have_the_same_words() -> None:
    named = {measures.measure(EN, measure) for measure in OCCURRING}
    assert len(named) == len(OCCURRING)


def test_every_part_has_words_beside_the_whole() -> None:
    for measure, parts in PARTS_OF_MEASURE.items():
        words = [measures.part(Marked(), part) for part in parts]
        assert all(word.startswith("«") for word in words)
        assert len(set(words)) == len(words)
        assert not {measures.measure(Marked(), part) for part in (measure, *parts)} & set(words)


def test_a_measure_without_words_is_still_legible() -> None:
    assert measures.measure(EN, "shops_closed_in_oral") == "Shops closed in oral"
    assert measures.part(EN, "shops_closed") == "Shops closed"


def test_the_vocabulary_names_only_measures_that_there_are() -> None:
    """A misspelt name there would split a chart without a word."""
    assert PARTS | set(PARTS_OF_MEASURE) | set(MAIN_MEASURE.values()) <= OCCURRING
    assert set(ONE_OFF) <= OCCURRING


def test_every_kind_of_voice_has_a_word() -> None:
    words = [labels.voice_kind(Marked(), kind) for kind in VOICE_KINDS]
    assert all(word.startswith("«") for word in words)
    assert len(set(words)) == len(VOICE_KINDS)
