"""What is known through whom: each voice has a kind, and a view may keep to some, also to those alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.loading.record import Record
from data.loading.voices import voice_book
from data.queries.as_known import as_known
from data.queries.query import heard, query
from data.queries.view import View
from data.vocabulary import SOURCE_KINDS, VOICE_KINDS, VOICE_OF_SOURCE
from tests.unit.helpers import Folder
from tests.unit.samples import record as small_record

ORIGINS = [
    ("rfe-rl", "RFE/RL, broadcaster: all services", "press", ("RFE/RL", "Azattyq")),
    ("ministry", "Ministry (interior)", "authorities", ()),
    ("tass", "TASS", "state_media", ("TASS",)),
]
SOURCES = [
    ("paper", "Vlast", "news", ""),
    ("paper-relays", "Vlast", "news", "ministry"),
    ("service", "Azattyq", "ngo_report", ""),
    ("agency", "TASS", "news", ""),
    ("monitor-first", "Monitor", "ngo_report", ""),
    ("monitor-again", "Monitor", "official", ""),
    *((f"of-{kind}", f"A publisher of {kind}", kind, "") for kind in SOURCE_KINDS),
]
BOOK = voice_book(SOURCES, ORIGINS)
SOME_KINDS = st.lists(st.sampled_from(VOICE_KINDS), min_size=1, unique=True).map(tuple)


def kinds(*sources: str) -> tuple[str, ...]:
    return BOOK.kinds_of(BOOK.of(sources))


@pytest.mark.parametrize(
    ("source", "kind"),
    [("paper", "press"), ("paper-relays", "authorities"), ("service", "press"), ("agency", "state_media"),
     ("monitor-first", "rights_group"), ("monitor-again", "rights_group"), ("of-un", "international"),
     ("of-official", "authorities"), ("of-court", "court"), ("of-academic", "academic"), ("of-reference", "academic"),
     ("of-news", "press"), ("of-ngo_report", "rights_group")],
)  # fmt: skip
def test_a_voice_has_the_kind_of_its_origin_else_of_its_first_source(source: str, kind: str) -> None:
    assert kinds(source) == (kind,)


def test_each_voice_has_its_kind_in_the_order_of_the_voices() -> None:
    assert kinds("agency", "paper", "paper-relays", "paper") == ("state_media", "press", "authorities")
    assert kinds() == ()


def test_every_kind_of_source_gives_a_kind_of_voice() -> None:
    assert set(VOICE_OF_SOURCE) == set(SOURCE_KINDS)
    assert set(VOICE_OF_SOURCE.values()) <= set(VOICE_KINDS)


def test_every_voice_of_the_record_has_a_kind(record: Record) -> None:
    assert {record.voices.kinds[voice] for voice in record.voices.by_source.values()} <= set(VOICE_KINDS)
    for row in record.event_rows.values():
        assert len(record.voices.kinds_of(row["voices"])) == len(row["voices"])


@pytest.fixture
def two_kinds(tiny: Folder) -> Record:
    """The fight is told by press and authorities, the street by authorities alone, everything else by the press."""
    tiny.change("events", "2022-01-05-almaty-fight", sources="vlast;rfe-rl-quotes-ministry")
    return tiny.change("events", "2022-01-05-street-shots", sources="rfe-rl-quotes-ministry").load()


@pytest.mark.parametrize(
    ("voices", "alone", "fight", "street", "airport"),
    [
        (("press",), False, True, False, True),
        (("press",), True, False, False, True),
        (("authorities",), False, True, True, False),
        (("authorities",), True, False, True, False),
        (("press", "authorities"), True, True, True, True),
        (("authorities", "un"), True, False, True, False),
        (("court",), False, False, False, False),
        (("court",), True, False, False, False),
    ],
)
def test_an_event_is_heard_through_a_kind_of_voice_or_through_that_kind_alone(
    two_kinds: Record, voices: tuple[str, ...], alone: bool, fight: bool, street: bool, airport: bool
) -> None:
    shown = set(query(two_kinds, View(voices=voices, alone=alone)).events.index)
    names = ("2022-01-05-almaty-fight", "2022-01-05-street-shots", "2022-01-05-airport-entered")
    assert tuple(name in shown for name in names) == (fight, street, airport)


@given(SOME_KINDS, st.sampled_from(sorted(small_record().event_rows)))
def test_heard_is_what_the_kinds_of_an_events_voices_say(chosen: tuple[str, ...], event_id: str) -> None:
    record = small_record()
    voices = record.event_rows[event_id]["voices"]
    found = [record.voices.kinds[voice] for voice in voices]
    assert heard(record, voices, View(voices=chosen)) == any(kind in chosen for kind in found)
    assert heard(record, voices, View(voices=chosen, alone=True)) == all(kind in chosen for kind in found)


@given(SOME_KINDS)
def test_what_some_kinds_do_not_tell_the_others_tell_alone(chosen: tuple[str, ...]) -> None:
    record = small_record()
    others = tuple(kind for kind in VOICE_KINDS if kind not in chosen)
    everything = set(record.events.index)
    through = set(query(record, View(voices=chosen)).events.index)
    assert set(query(record, View(voices=chosen, alone=True)).events.index) <= through
    if others:
        assert set(query(record, View(voices=others, alone=True)).events.index) == everything - through
    else:
        assert through == everything


def test_without_chosen_kinds_every_event_is_shown(record: Record) -> None:
    assert len(query(record, View(alone=True)).events) == len(query(record, View()).events) == len(record.events)


def test_as_known_on_a_day_the_voices_of_that_day_are_heard(two_kinds: Record, tiny: Folder) -> None:
    whole = tiny.change("sources", "rfe-rl-quotes-ministry", published="2022-01-20").load()

    def alone(day: int) -> set[str]:
        return set(query(as_known(whole, date(2022, 1, day)), View(voices=("press",), alone=True)).events.index)

    fight = {"2022-01-05-almaty-fight"}
    assert fight <= alone(19)
    assert alone(20) == alone(19) - fight
    assert not fight & set(query(two_kinds, View(voices=("press",), alone=True)).events.index)
