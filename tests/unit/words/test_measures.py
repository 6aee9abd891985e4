"""The words for what is counted, and for kinds of voices."""

from components.words import labels, measures
from data.vocabulary import PARTS_OF_MEASURE, VOICE_KINDS
from tests.unit.samples import EN, Marked


def test_every_part_has_words_beside_the_whole() -> None:
    for measure, parts in PARTS_OF_MEASURE.items():
        words = [measures.part(Marked(), part) for part in parts]
        assert all(word.startswith("«") for word in words)
        assert len(set(words)) == len(words)
        assert not {measures.measure(Marked(), part) for part in (measure, *parts)} & set(words)


def test_a_measure_without_words_is_still_legible() -> None:
    assert measures.measure(EN, "shops_closed_in_oral") == "Shops closed in oral"
    assert measures.part(EN, "shops_closed") == "Shops closed"


def test_every_kind_of_voice_has_a_word() -> None:
    words = [labels.voice_kind(Marked(), kind) for kind in VOICE_KINDS]
    assert all(word.startswith("«") for word in words)
    assert len(set(words)) == len(VOICE_KINDS)
