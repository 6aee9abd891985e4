"""The data of the edition's script say of each event what the queries of the app say of it."""

import json

import pytest

from components.language import Language
from components.scripts.explore_data import EPOCH, called, explore_data, minutes
from components.scripts.phrases import plural_forms, writing
from components.scripts.words_data import words_data
from data.folding import words_of
from data.loading.record import Record
from data.period import AFTER, BEFORE, Period, january_days
from data.queries.query import found_by, query
from data.queries.view import View
from data.vocabulary import CATEGORIES, LANGUAGES, STATUSES, VOICE_KINDS

PERIODS = (BEFORE, *map(Period.of, january_days()), Period.parse("2022-01-13..2022-01-31"), AFTER)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_event_has_what_it_is_filtered_by(record: Record, code: str) -> None:
    data = explore_data(record, Language(code), PERIODS, list(record.place_rows))
    events = data["events"]
    assert events["ids"].split() == list(record.event_rows)
    places = [place for place, _ in data["places"]]
    for n, row in enumerate(record.event_rows.values()):
        assert {places[at] for at in events["sets"][events["at"][n]]} == found_by(record, row)
        heard = {VOICE_KINDS[kind] for kind in events["sets"][events["voice"][n]]}
        assert heard == set(record.voices.kinds_of(row["voices"]))
        assert (CATEGORIES[events["cat"][n]], STATUSES[events["status"][n]]) == (row["category"], row["status"])
        assert minutes(row["ends"]) == events["begins"][n] + events["lasts"][n]
        assert (n in events["deaths"]) == (row["about_deaths"] == "yes")
        assert {case for case, numbers in events["of"].items() if n in numbers} == set(row["case_ids"])


def test_the_axis_is_that_of_the_timeline(record: Record) -> None:
    data = explore_data(record, Language(), PERIODS, [])
    assert set(data["axes"]) == {"", "before", "2022-01-13..2022-01-31", "after"}
    assert data["axes"][""]["columns"] == [day * 24 * 60 for day in range(12)]
    assert data["axes"][""]["beside"] == [["13–31 January: {n}", "2022-01-13..2022-01-31"], ["after: {n}", "after"]]
    assert data["axes"]["after"]["beside"] == []


@pytest.mark.parametrize("words", ["gas", "алматы", "полиц", "қаза", "the of", "zz-none"])
def test_words_are_found_in_the_events_of_the_app(record: Record, words: str) -> None:
    data = words_data(record)
    found = set(range(len(record.event_rows)))
    for word in words_of(words):
        having = set()
        for known, steps in zip(data["words"].split(" "), data["events"], strict=True):
            if word in known:
                having |= {sum(steps[: end + 1]) for end in range(len(steps))}
        found &= having
    shown = query(record, View(text=words))
    assert [list(record.event_rows)[n] for n in sorted(found)] == list(shown.events.index)


def test_forms_of_plurals_are_those_of_the_locale() -> None:
    assert plural_forms(Language(), "{n} event", "{n} events") == {"one": "{n} event", "other": "{n} events"}
    assert set(plural_forms(Language("ru"), "{n} event", "{n} events")) == {"one", "few", "many"}
    assert set(plural_forms(Language("kk"), "{n} event", "{n} events")) == {"one", "other"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_days_are_put_together_as_the_language_writes_them(code: str) -> None:
    language, how = Language(code), writing(Language(code))
    for day in january_days():
        for style, pattern, month in (
            ("d MMMM y", how["full"], how["months"]),
            ("d MMMM", how["day"], how["months"]),
            ("d MMM", how["brief"], how["briefly"]),
        ):
            assert isinstance(pattern, str)
            assert isinstance(month, list)
            said = pattern.replace("{d}", str(day.day)).replace("{m}", month[day.month - 1])
            assert said.replace("{y}", str(day.year)) == language.day(day, style)


def test_a_file_of_data_is_a_script_that_hands_it_over() -> None:
    script = called("explore", {"a": "ә</script>"})
    assert script.startswith("qantar.explore(")
    assert json.loads(script.removeprefix("qantar.explore(").removesuffix(");\n")) == {"a": "ә</script>"}
    assert minutes(EPOCH) == 0
