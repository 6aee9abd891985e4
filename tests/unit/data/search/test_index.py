"""Search finds what is meant in any script and spelling, the best first; nothing that is typed is a command."""

import gc
import sqlite3
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.queries.as_known import as_known
from data.search.entries import Entry
from data.search.index import MOST_WORDS, Index, index_of
from data.search.letters import sounding
from tests.unit.helpers import ODD_CELLS
from tests.unit.samples import hostile_record, record

INDEX = index_of(record())
ONE_SOUND = [
    ("Tokayev", "Tokaev", "Toqaev", "Токаев", "Тоқаев"), ("Assylov", "Asylov", "Асылов"), ("Шымкент", "Shymkent"),
    ("Kazakh", "Казах"), ("Akhmetov", "Ахметов", "Ahmetov"), ("Жаңаөзен", "Zhanaozen", "Жанаозен"),
    ("Sergei", "Sergey", "Сергей"), ("Yevgeny", "Evgenii", "Евгений"),
]  # fmt: skip


@pytest.mark.parametrize("spellings", ONE_SOUND)
def test_spellings_of_one_name_sound_the_same(spellings: tuple[str, ...]) -> None:
    assert len(set(map(sounding, spellings))) == 1


@pytest.mark.parametrize(
    ("typed", "kind", "found"),
    [
        *(
            (name, "person", "aigerim-tleuzhan")
            for name in ("Tleuzhanova", "TLEUZHAN", "leuzh", "Тлеужан", "Тлеужанову", "Тлеужановой", "Тілеужан",
                         "Tuleuzhanova", "Айгерим Тлеужан")
        ),
        *((name, "person", "berik-assylov") for name in ("Assylov", "Asylov", "Асылов", "Асыловым")),
        ("Тлеужанову", "case", "airport"),
        ("Tuleuzhanova", "event", "2022-03-02-almaty-tleuzhan-jailed-15-days"),
        *((name, "place", "shymkent") for name in ("Шымкент", "Шымкентте", "shymkent", "shimkent", "Ш")),
        ("Алматыда", "place", "almaty"),
        ("girl 4", "death", "2022-01-07-almaty-girl-4"),
        ("vlast suppressing", "source", "vlast-kz-2023-07-suppressing-truth"),
    ],
)  # fmt: skip
def test_what_is_meant_is_found(typed: str, kind: str, found: str) -> None:
    assert found in [hit.id for hit in INDEX.find(typed).by_kind.get(kind, [])]


def test_names_come_before_texts_and_words_before_parts_of_them() -> None:
    rows = [
        Entry("event", "in-a-text", ("Night",), ("Fire at the station",)),
        Entry("event", "part", ("The ceasefire",)),
        Entry("event", "beginning", ("The fires",)),
        Entry("event", "word", ("A fire",)),
        Entry("event", "whole", ("Fire at night",)),
    ]
    assert [hit.id for hit in Index(rows).find("fire").hits] == ["whole", "word", "beginning", "part", "in-a-text"]


def test_all_words_must_be_there_and_where_nothing_is_names_near_it_are_proposed() -> None:
    assert not INDEX.find("Tleuzhan qqqq").hits
    assert not INDEX.find("").terms
    assert "Shymkent" in INDEX.find("Shymkala").proposed
    assert INDEX.find("Тілеужан").also == ("Tleuzhan",)


def test_of_many_words_the_first_are_looked_for() -> None:
    assert len(INDEX.find(" ".join(f"word{n}" for n in range(99))).terms) == MOST_WORDS


def test_what_was_not_known_yet_is_not_found() -> None:
    early = index_of(as_known(record(), date(2022, 1, 6)))
    assert "person" not in early.find("Tleuzhan jailed").by_kind
    assert not early.find("Supreme Court upheld").hits
    assert INDEX.find("Supreme Court upheld").hits


def test_an_index_is_made_once_for_a_record() -> None:
    assert index_of(record()) is INDEX
    assert index_of(replace(record(), version="another")) is not INDEX


@given(st.one_of(st.text(), st.sampled_from(ODD_CELLS), st.text(alphabet="\"*^:()-+ANDORNTE%_' аб", max_size=30)))
@example('"')
@example('a" OR entry MATCH "b')
@example("names:fire")
@example("NEAR(fire police, 2)")
@example("fire*")
@example("%")
@example("_")
@example("\x00fire")
@example("\ud800")
def test_whatever_is_typed_is_words_and_no_command(typed: str) -> None:
    found = INDEX.find(typed)
    assert all(any(term.is_in(f" {form} ") for form in term.forms) for term in found.terms)


def test_hostile_texts_are_indexed_and_found() -> None:
    assert index_of(hostile_record()).find("Tleuzhan onerror").by_kind["person"]


def test_an_index_is_closed_with_its_record() -> None:
    index = Index([])
    base = index._base
    del index
    gc.collect()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        base.execute("SELECT 1")
