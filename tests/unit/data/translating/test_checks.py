"""What a translation must keep: numbers by their value, items, tokens, quotations; and words that are worth a look."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.loading.translations import OTHERS
from data.translating.checks import findings, items, names, numbers, quotations, tokens
from data.translating.words import SENSES
from data.translating.work import read_work
from tests.unit.helpers import SPOKEN, translated_folder

KEPT = [
    ("12,000 people", "12 000 человек"),
    ("12,000 people", "12\u00a0000 человек"),
    ("12,000 people", "12\u202f000 человек"),
    ("12,000 people", "12000 человек"),
    ("12,000 people", "12.000 человек"),
    ("about 1,000, or more", "около 1000 или больше"),
    ("1,234,567.5 tenge", "1 234 567,5 тенге"),
    ("93.7 billion", "93,7 млрд"),
    ("93.7 billion", "93.7 миллиард"),
    ("the 5th and 6th of January", "5 и 6 января"),
    ("at 02:30", "в 2:30"),
    ("In 2022 225 people", "В 2022 году 225 человек"),
    ("225 people in 2022", "2022 225 человек"),
    ("4 January 2022 to 5 January 2022", "4–5 января 2022 года"),
    ("two people", "два человека"),
]
LOST = [
    ("12,000 people", "12 человек", "12,000"),
    ("93.7 billion", "93 миллиарда 7", "93.7"),
    ("225 people in 2022", "225 человек", "2022"),
    ("164 dead", "сто шестьдесят четыре погибших", "164"),
    ("1,000 people", "1 001 человек", "1,000"),
    ("103 people", "10 3 человека", "103"),
]


@pytest.mark.parametrize(("english", "translation"), KEPT)
def test_numbers_are_kept_by_their_value(english: str, translation: str) -> None:
    assert list(numbers(english, translation)) == []


@pytest.mark.parametrize(("english", "translation", "number"), LOST)
def test_a_number_that_is_lost_is_named(english: str, translation: str, number: str) -> None:
    (reason,) = numbers(english, translation)
    assert repr(number) in reason


@given(st.integers(0, 10**12), st.sampled_from((",", "")), st.sampled_from((" ", "\u00a0", "\u202f", ".", ",", "")))
def test_a_number_is_the_same_with_any_marks_of_thousands(number: int, ours: str, theirs: str) -> None:
    english, translation = (f"some {number:,} people".replace(",", mark) for mark in (ours, theirs))
    assert list(numbers(english, translation)) == []
    assert len(list(numbers(english, translation.replace(str(number)[-1], "x")))) == 1


def test_a_list_keeps_the_number_of_its_items() -> None:
    assert not list(items("police;protesters", "полиция; протестующие"))
    assert list(items("police;protesters", "полиция, протестующие"))
    assert list(items("police;protesters", "полиция;протестующие;солдаты"))
    assert list(items("police;protesters", "полиция;"))
    assert not findings("one; two", "один и два", "ru", is_list=False)


@pytest.mark.parametrize("token", ["`known_from`", "https://a.example/b?c=1", "{name}", "a.b@c.example"])
def test_what_is_no_word_stays(token: str) -> None:
    assert not list(tokens(f"See {token}.", f"Смотрите {token}."))
    assert token in next(tokens(f"See {token}.", "Смотрите."))


def test_the_end_of_a_sentence_is_no_part_of_an_address() -> None:
    assert not list(tokens("It is at https://a.example/b.", "https://a.example/b — это там"))


@pytest.mark.parametrize("english", ['He said "go".', "He said “go”.", "He said 'go'."])
def test_a_quotation_stays_one(english: str) -> None:
    for translation in ("Он сказал: «иди».", "Ол „бар“ деді.", 'Он сказал: "иди".', "Он, из «А», сказал: «иди»."):
        assert not list(quotations(english, translation))
    assert list(quotations(english, "Он велел идти."))


def test_apostrophes_quote_nothing() -> None:
    assert not list(quotations("20 days' arrest in the prosecutors' building, the police's account", "20 суток ареста"))


@pytest.mark.parametrize(
    ("english", "good", "bad", "code"),
    [
        ("At least 10 were killed", "Не менее 10 погибших", "10 погибших", "ru"),
        ("At least 10 were killed", "Кемінде 10 адам қаза тапты", "10 адам қаза тапты", "kk"),
        ("About 10 were killed", "Погибли около 10", "Погибли 10", "ru"),
        ("Some 10 were killed", "10-дай адам қаза тапты", "10 адам қаза тапты", "kk"),
        ("Police said that it was quiet", "Полиция сообщила, что тихо", "Было тихо", "ru"),
        ("According to police it was quiet", "Полицияның айтуынша, тыныш болған", "Тыныш болған", "kk"),
        ("He denied it", "Он это отрицает", "Он это сделал", "ru"),
    ],
)
def test_words_that_may_be_lost_are_hints(english: str, good: str, bad: str, code: str) -> None:
    assert findings(english, good, code, is_list=False) == []
    (finding,) = findings(english, bad, code, is_list=False)
    assert not finding.surely


def test_every_sense_has_its_words_in_every_language() -> None:
    for sense in SENSES.values():
        assert set(sense.others) == set(OTHERS)
        assert all(word == word.casefold() for words in sense.others.values() for word in words)


@given(st.text(), st.text(), st.sampled_from(OTHERS), st.booleans())
def test_no_text_is_too_odd_to_be_checked(english: str, translation: str, code: str, is_list: bool) -> None:
    findings(english, translation, code, is_list)
    assert not any(one.surely for one in findings(english, english, code, is_list))


@pytest.mark.parametrize(
    ("translation", "lacks"),
    [("Тлеужан в Актюбинской области", []), ("В Актобе", ["Tleuzhan"]), ("Адвокат Тлеужан", ["Aktobe"]),
     ("Tleuzhan, Aktobe", [])],
)  # fmt: skip
def test_a_name_is_there_in_any_of_its_cases(translation: str, lacks: list[str]) -> None:
    known = {"Tleuzhan": "Тлеужан", "Aktobe": "Актобе"}
    found = list(names("Tleuzhan spoke in Aktobe, and Others too", translation, known))
    assert [one.split("'")[1] for one in found] == lacks


def test_the_names_of_a_record_are_those_of_its_people_and_towns(tmp_path: Path) -> None:
    work = read_work(translated_folder(tmp_path).path, "kk")
    assert work.names["Victim"] == SPOKEN["kk"]["victim"].split()[-1]
    assert all(" " not in name for name in work.names)
