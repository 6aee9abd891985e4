"""Who speaks, and what that makes of an event."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.loading.record import Record
from data.loading.voices import status_of, voice_book
from data.vocabulary import OFFICIAL_VOICES, VOICE_KINDS
from tests.unit.helpers import Folder

ORIGINS = [
    ("rfe-rl", "RFE/RL, broadcaster: all services", "press", ("RFE/RL", "Azattyq")),
    ("ministry", "Ministry (interior)", "authorities", ()),
]
SOURCES = [
    ("a", "Vlast", "news", ""), ("b", "Vlast", "court", ""), ("c", "RFE/RL", "reference", ""),
    ("d", "Azattyq", "news", ""), ("e", "Orda", "news", "rfe-rl"), ("f", "Vlast", "news", "ministry"),
    ("g", "Azattyq", "news", "ministry"), ("h", "Bureau", "ngo_report", ""),
]  # fmt: skip
BOOK = voice_book(SOURCES, ORIGINS)


@pytest.mark.parametrize(
    ("sources", "voices"),
    [
        ("a", 1), ("ab", 1), ("ac", 2), ("cd", 1), ("ce", 1), ("cde", 1), ("fg", 1), ("af", 2), ("dg", 2),
        ("abcdefg", 3), ("", 0), ("aaa", 1),
    ],
)  # fmt: skip
def test_sources_group_into_voices(sources: str, voices: int) -> None:
    assert len(BOOK.of(sources)) == voices


def test_a_relayed_origin_speaks_and_not_the_publisher() -> None:
    assert BOOK.of("ef") == ("rfe-rl", "ministry")
    assert BOOK.of("ad") == ("Vlast", "rfe-rl")


@given(st.lists(st.sampled_from("abcdefg")), st.randoms())
def test_the_order_of_sources_changes_no_voice(sources: list[str], random: object) -> None:
    shuffled = sorted(sources, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert set(BOOK.of(sources)) == set(BOOK.of(shuffled))
    assert len(BOOK.of(sources)) <= len(set(sources))


def test_a_voice_has_a_short_name() -> None:
    assert [BOOK.name(voice) for voice in ("rfe-rl", "ministry", "Vlast")] == ["RFE/RL", "Ministry", "Vlast"]


def test_a_relayed_origin_and_a_listed_publisher_have_the_kind_of_their_row() -> None:
    assert BOOK.kinds_of(BOOK.of("fc")) == ("authorities", "press")


def test_another_publisher_has_the_kind_of_its_first_source() -> None:
    assert BOOK.kinds_of(BOOK.of("bh")) == ("press", "rights_group")


@pytest.mark.parametrize(
    ("standing", "voices", "status"),
    [("", ["press"], "single_source"), ("", ["people", "press"], "corroborated"),
     ("", ["authorities"], "authorities_only"), ("", ["authorities", "court", "state_media"], "authorities_only"),
     ("", ["authorities", "foreign_government"], "authorities_only"), ("", ["authorities", "company"], "corroborated"),
     ("", ["international"], "single_source"), ("", ["authorities"] * 4 + ["press"], "corroborated"),
     ("disputed", ["press"] * 5, "disputed"), ("disputed", ["authorities"], "disputed"),
     ("discounted", ["press", "press"], "discounted"), ("discounted", ["authorities"], "discounted")],
)  # fmt: skip
def test_the_standing_goes_before_the_voices_and_states_count_apart(
    standing: str, voices: list[str], status: str
) -> None:
    assert status_of(standing, voices) == status


@given(st.lists(st.sampled_from(VOICE_KINDS), min_size=1, max_size=6))
def test_nothing_is_corroborated_by_states_alone(kinds: list[str]) -> None:
    others = [kind for kind in kinds if kind not in OFFICIAL_VOICES]
    assert (status_of("", kinds) == "authorities_only") == (not others)
    assert (status_of("", kinds) == "corroborated") == (bool(others) and len(kinds) > 1)


def test_statuses_of_a_small_record(tiny: Folder) -> None:
    statuses = tiny.load().events["status"]
    assert statuses["2022-01-05-airport-entered"] == "corroborated"
    assert statuses["2022-01-06-kazakhstan-speech"] == "single_source"
    assert statuses["2022-01-06-region-strike"] == "single_source"
    assert statuses["2022-01-05-almaty-fight"] == "disputed"


def test_one_line_of_origins_makes_two_publishers_one_voice(tiny: Folder) -> None:
    tiny.add("origins", origin="press", meaning="Press", kind="press", publishers="Vlast;RFE/RL").change(
        "origins", 0, publishers="Azattyq"
    )
    record = tiny.change("events", "2022-01-05-airport-entered", sources="vlast;rfe-rl").load()
    assert not record.faults
    assert record.events["status"]["2022-01-05-airport-entered"] == "single_source"


def test_a_publisher_on_two_lines_of_origins_is_a_fault(tiny: Folder) -> None:
    [fault] = tiny.add("origins", origin="press", meaning="Press", kind="press", publishers="Vlast;RFE/RL").faults()
    assert (fault.file, fault.column) == ("origins.csv", "publishers")


def test_no_publisher_of_the_record_is_a_second_voice_beside_the_origin_of_its_name(record: Record) -> None:
    origins = record.tables["origins"]
    listed = {publisher for publishers in origins["publishers"] for publisher in publishers}
    names = {record.voices.name(origin).casefold() for origin in origins.index}
    alone = record.sources.loc[record.sources["origin"] == "", "publisher"]
    assert not [publisher for publisher in alone if publisher.casefold() in names and publisher not in listed]
