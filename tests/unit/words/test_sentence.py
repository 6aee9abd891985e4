"""The sentence over the page says the view, whole and in order."""

from typing import Any

import pytest

from components.words.places import place_words
from components.words.sentence import NO_BREAK, disputed_words, headline, sentence
from data.queries.view import View
from tests.unit.samples import EN, record, shown

TOTAL = len(record().events)


def said(day: str = "", **choices: Any) -> str:
    return sentence(shown(day=day, **choices), EN).replace("\xa0", " ")


def test_the_whole_record() -> None:
    disputed = int((record().events["status"] == "disputed").sum())
    assert said() == f"All {TOTAL} events · {disputed} disputed"


@pytest.mark.parametrize(
    ("choices", "phrase"),
    [
        ({"day": "2022-01-05"}, "5 January 2022"),
        ({"day": "2022-01-05", "hours": (930, 1440)}, "5 January 2022 · 15:30–24:00"),
        ({"places": ("almaty",)}, "Almaty"),
        ({"places": ("kazakhstan",)}, "nationwide"),
        ({"places": ("almaty", "aktau", "oral", "taraz", "atyrau")}, "Almaty, Aktau, Oral and 2 more"),
        ({"categories": ("clash", "protest")}, "Clash, Protest"),
        ({"statuses": ("disputed",)}, "Disputed"),
        ({"significance": 1}, "the story in short"),
        ({"text": "akimat"}, "with “akimat”"),
        ({"of_case": "airport"}, "of the case “Almaty airport case: Tleuzhan and four others”"),
    ],
)
def test_each_filter_is_named(choices: dict[str, Any], phrase: str) -> None:
    events = shown(**choices).events
    assert said(**choices).startswith(f"{len(events)} of {TOTAL} events · {phrase} · ")


def test_no_event_and_none_disputed() -> None:
    assert said("2022-01-21") == f"0 of {TOTAL} events · 21 January 2022 · none disputed"


def test_words_of_the_reader_are_not_filled_in() -> None:
    assert "with “{n} {0} {words}”" in said(text="{n} {0} {words}")


def test_the_headline_says_the_days_and_leaves_the_filters_to_their_chips() -> None:
    assert headline(shown(), EN).replace(NO_BREAK, " ").startswith(f"All {TOTAL} events · ")
    said = headline(shown(day="2022-01-05", text="akimat"), EN).replace(NO_BREAK, " ")
    assert said.startswith(f"5 January 2022 · {len(shown(day='2022-01-05', text='akimat').events)} event")
    assert "akimat" not in said


def test_the_whole_country_is_said_as_such() -> None:
    assert place_words(record().place_rows["kazakhstan"], EN) == "nationwide"
    assert place_words(record().place_rows["almaty"], EN) == "Almaty"
    assert View().places == ()


def test_what_rests_on_the_authorities_alone_is_counted() -> None:
    rows = record().event_rows.values()
    official = [row for row in rows if row["status"] == "authorities_only"]
    assert official
    assert disputed_words(shown(), EN).endswith(f"rest on a single source, {len(official)} on the authorities alone")
