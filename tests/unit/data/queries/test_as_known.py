"""As known on a day: nothing in it that had not been published, said or decided by then, and nothing is forgotten."""

from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.loading.record import Record, records
from data.loading.rows import StepRow
from data.loading.voices import status_of
from data.queries.as_known import as_known, stands_on
from data.queries.bands import bands
from data.queries.claims import has_fallen
from data.queries.query import citing, query
from data.queries.view import View
from data.times import last_day
from tests.unit import generated
from tests.unit.data.queries.test_bands import EVER
from tests.unit.generated import days
from tests.unit.helpers import Folder
from tests.unit.samples import record as small_record

RECORDS = generated.records() | st.builds(small_record)
REAL_DAYS = st.dates(date(2021, 12, 1), date(2022, 2, 28)) | st.dates(date(2021, 11, 1), date(2027, 1, 1))
AIRPORT = "2022-01-05-airport-entered"
TOLL_164, TOLL_225 = "2022-01-09-government-164-dead", "2022-01-15-pgo-225-dead"


def steps(record: Record) -> list[StepRow]:
    return records(record.tables["case_steps"], StepRow)


def reported(record: Record, event_id: str, day: str) -> tuple[str, ...]:
    """The sources of an event that were published by a day; none before it happened."""
    published = record.sources["out_by"]
    if record.event_rows[event_id]["start"][:10] > day:
        return ()
    return tuple(s for s in record.event_rows[event_id]["sources"] if published[s] and published[s] <= day)


def undated(record: Record, event_id: str) -> tuple[str, ...]:
    published = record.sources["out_by"]
    return tuple(s for s in record.event_rows[event_id]["sources"] if not published[s])


def assert_nothing_later(whole: Record, known: Record, day: str) -> None:
    """Claims, steps and outcomes are of the day or before, and events are told by what had been published."""
    for event_id, event in known.event_rows.items():
        assert event["first_report"] <= day
        assert all(whole.sources["out_by"][source] <= day for source in event["sources"])
        assert event["voices"] == whole.voices.of(event["sources"])
        assert event["status"] == status_of(event["standing"], whole.voices.kinds_of(event["voices"])), event_id
    assert all(claim["said_by"] <= day for claim in known.claim_rows.values())
    assert all(last_day(claim["withdrawn_on"]) <= day for claim in known.claim_rows.values())
    for row in [*known.claim_rows.values(), *steps(known)]:
        assert all(whole.sources["out_by"][source] <= day for source in row["sources"])
    assert all(last_day(step["date"]) <= day for step in steps(known))
    for death_id, death in known.death_rows.items():
        assert death["known_from"] <= day
        days_told = [whole.sources["published"][source] for source in whole.death_rows[death_id]["sources"]]
        if not all(days_told) or max(days_told) > day:
            assert (death["accounts"], death["authorities_say"]) == ((), "")
    for sources in [row["sources"] for row in (*known.death_rows.values(), *known.person_rows.values())]:
        assert all(whole.sources["published"][source] <= day for source in sources)
    for case_id, case in known.case_rows.items():
        decided = whole.case_rows[case_id]["outcome_as_of"]
        if decided and last_day(decided) <= day:
            told = whole.case_rows[case_id]
            assert (case["result"], case["outcome"], case["outcome_as_of"]) == (
                told["result"],
                told["outcome"],
                decided,
            )
        else:
            assert (case["result"], case["outcome"], case["outcome_as_of"]) == ("", "", "")
        assert all(whole.sources["out_by"][source] <= day for source in case["sources"])


def assert_no_loose_end(known: Record) -> None:
    """No id in it points to what is not in it, so that every page can be drawn from it."""
    events, claims, cases, sources, people = (
        set(known.tables[name].index) for name in ("events", "claims", "cases", "sources", "people")
    )
    for claim in known.claim_rows.values():
        assert {claim["superseded_by"]} <= claims | {""}
        assert set(claim["contradicted_by"]) <= claims
        assert set(claim["event_ids"]) <= events
    for row in [*known.event_rows.values(), *known.claim_rows.values()]:
        assert set(row["case_ids"]) <= cases
        assert set(row["people"]) <= people
    for death in known.death_rows.values():
        assert {death["person_id"]} <= people | {""}
        assert set(death["event_ids"]) <= events
        assert set(death["case_ids"]) <= cases
        assert set(death["claim_ids"]) <= claims
    for row_citing in [
        *known.death_rows.values(),
        *known.person_rows.values(),
        *known.event_rows.values(),
        *known.claim_rows.values(),
        *known.case_rows.values(),
        *steps(known),
    ]:
        assert set(row_citing["sources"]) <= sources
    for step in steps(known):
        assert step["case_id"] in cases
        assert {step["event_id"]} <= events | {""}
    for band in known.tables["bands"].to_dict("records"):
        assert band["begins_with"] in events
        assert {band["ends_with"]} <= events | {""}
    assert set(citing(known)) == sources
    assert set(query(known, View()).events.index) == events
    bands(known, *EVER)


def contained(earlier: Record, later: Record) -> None:
    """What is known in one is known in the other."""
    for name in ("events", "claims", "cases", "sources", "bands", "deaths", "people"):
        assert set(earlier.tables[name].index) <= set(later.tables[name].index), name
    for event_id, event in earlier.event_rows.items():
        assert set(event["sources"]) <= set(later.event_rows[event_id]["sources"])
    for claim_id, claim in earlier.claim_rows.items():
        assert set(claim["contradicted_by"]) <= set(later.claim_rows[claim_id]["contradicted_by"])
    told = [(step["case_id"], step["date"], step["step"]) for step in steps(later)]
    assert all((step["case_id"], step["date"], step["step"]) in told for step in steps(earlier))


@pytest.mark.slow
@given(RECORDS, days() | REAL_DAYS)
def test_nothing_is_known_before_it_was_published_said_or_decided(whole: Record, day: date) -> None:
    known = as_known(whole, day)
    assert_nothing_later(whole, known, day.isoformat())
    assert_no_loose_end(known)


@pytest.mark.slow
@given(RECORDS, days() | REAL_DAYS)
def test_what_had_been_reported_is_there_with_the_sources_of_the_time(whole: Record, day: date) -> None:
    known, today = as_known(whole, day), day.isoformat()
    expected = {event_id: found for event_id in whole.events.index if (found := reported(whole, event_id, today))}
    assert {event_id: event["sources"] for event_id, event in known.event_rows.items()} == expected
    said = {claim_id for claim_id, claim in whole.claim_rows.items() if claim["said_by"] and claim["said_by"] <= today}
    assert set(known.claim_rows) == said
    assert len(steps(known)) == sum(last_day(step["date"]) <= today for step in steps(whole))
    told = [*known.event_rows.values(), *known.claim_rows.values()]
    assert set(known.case_rows) == {case for row in told for case in row["case_ids"]} | {
        step["case_id"] for step in steps(known)
    }


@pytest.mark.slow
@given(RECORDS, days() | REAL_DAYS)
def test_sources_without_a_date_count_once_the_event_has_begun_and_never_before(whole: Record, day: date) -> None:
    known, today = as_known(whole, day, undated=True), day.isoformat()
    for event_id, event in whole.event_rows.items():
        dated, rest = reported(whole, event_id, today), undated(whole, event_id)
        begun = event["start"][:10] <= today
        assert (event_id in known.event_rows) == bool(begun and (dated or rest))
        if event_id in known.event_rows:
            told = known.event_rows[event_id]
            assert set(told["sources"]) == {*dated, *rest}
            assert told["first_report"] == min((whole.sources["out_by"][source] for source in dated), default="")
    assert_no_loose_end(known)


@pytest.mark.slow
@given(RECORDS, days() | REAL_DAYS)
def test_with_undated_sources_nothing_is_missing_that_is_there_without(whole: Record, day: date) -> None:
    contained(as_known(whole, day), as_known(whole, day, undated=True))


@pytest.mark.slow
@given(RECORDS, days() | REAL_DAYS, days() | REAL_DAYS, st.booleans())
def test_what_is_known_on_a_day_is_known_on_every_later_day(
    whole: Record, one: date, other: date, undated: bool
) -> None:
    earlier, later = (as_known(whole, day, undated) for day in sorted((one, other)))
    contained(earlier, later)
    for claim_id, claim in earlier.claim_rows.items():
        if has_fallen(claim):
            assert later.claim_rows[claim_id]["stands"] == claim["stands"], "what has fallen does not rise"
    for case_id, case in earlier.case_rows.items():
        assert case["outcome"] in ("", later.case_rows[case_id]["outcome"])


def test_on_the_last_day_all_that_is_dated_is_there_and_stands_as_in_the_whole(record: Record) -> None:
    assert record.as_of
    known = as_known(record, record.as_of)
    assert set(known.events.index) == {event_id for event_id, row in record.event_rows.items() if row["first_report"]}
    entirely_dated = [event_id for event_id in record.events.index if not undated(record, event_id)]
    assert len(entirely_dated) > 10
    assert list(known.events["status"][entirely_dated]) == list(record.events["status"][entirely_dated])
    assert list(known.events["sources"][entirely_dated]) == list(record.events["sources"][entirely_dated])
    dated = [claim_id for claim_id, row in record.claim_rows.items() if row["said_by"]]
    assert list(known.claims.index) == dated
    assert list(known.claims["stands"]) == list(record.claims["stands"][dated])
    assert len(steps(known)) == len(steps(record))


def test_on_the_last_day_with_undated_sources_the_events_and_claims_are_those_of_the_whole(record: Record) -> None:
    assert record.as_of
    known = as_known(record, record.as_of, undated=True)
    pd.testing.assert_frame_equal(known.events, record.events)
    pd.testing.assert_frame_equal(known.claims, record.claims)


def test_the_whole_stays_as_it_is(record: Record) -> None:
    before = {name: frame.copy(deep=True) for name, frame in record.tables.items()}
    known = as_known(record, date(2022, 1, 6), undated=True)
    for name, frame in before.items():
        pd.testing.assert_frame_equal(record.tables[name], frame)
    assert known.whole is record
    assert known.known_on == date(2022, 1, 6)
    assert (known.version, known.as_of) == (record.version, record.as_of)
    assert query(known, View()).total == len(record.events)


def test_before_the_first_report_nothing_is_known(record: Record) -> None:
    assert record.first_day
    known = as_known(record, record.first_day - timedelta(days=1))
    assert not len(known.events) + len(known.claims) + len(known.tables["bands"])
    assert len(as_known(record, record.first_day).events) + len(as_known(record, record.first_day).claims)


def test_an_event_is_corroborated_from_the_day_of_its_second_voice(tiny: Folder) -> None:
    whole = tiny.change("sources", "azattyq", published="2022-01-12").load()
    statuses = [as_known(whole, date(2022, 1, day)).events["status"][AIRPORT] for day in (9, 11, 12)]
    assert statuses == ["single_source", "single_source", "corroborated"]
    assert AIRPORT not in as_known(whole, date(2022, 1, 8)).events.index


@pytest.mark.parametrize(
    ("published", "last"),
    [("2022-01", date(2022, 1, 31)), ("2022-02", date(2022, 2, 28)), ("2022", date(2022, 12, 31))],
)
def test_a_source_of_a_month_or_a_year_counts_from_its_last_day(tiny: Folder, published: str, last: date) -> None:
    tiny.change("events", AIRPORT, sources="azattyq")
    whole = tiny.change("sources", "azattyq", published=published).load()
    assert not whole.faults
    assert [AIRPORT in as_known(whole, day).event_rows for day in (last - timedelta(days=1), last)] == [False, True]
    assert whole.event_rows[AIRPORT]["first_report"] == last.isoformat()


def test_a_search_for_something_later_is_told_from_its_last_day(tiny: Folder) -> None:
    whole = tiny.change("cases", "airport", looked_for="2026-11").load()
    told = [as_known(whole, date(2026, 11, day)).case_rows["airport"]["looked_for"] for day in (29, 30)]
    assert told == ["", "2026-11"]


def test_a_source_without_a_date_brings_in_its_event_from_the_day_it_began(tiny: Folder) -> None:
    whole = (
        tiny.change("events", AIRPORT, sources="azattyq")
        .change("sources", "azattyq", published="", published_basis="")
        .load()
    )
    days = [date(2022, 1, 4), date(2022, 1, 5), date(2022, 12, 31)]
    assert [AIRPORT in as_known(whole, day).events.index for day in days] == [False, False, False]
    assert [AIRPORT in as_known(whole, day, undated=True).events.index for day in days] == [False, True, True]


def test_a_source_without_a_date_does_not_tell_of_an_event_to_come(tiny: Folder) -> None:
    whole = (
        tiny.change("sources", "azattyq", published="", published_basis="")
        .change("sources", "vlast", published="2022-01-04")
        .load()
    )
    assert AIRPORT not in as_known(whole, date(2022, 1, 4), undated=True).event_rows


def test_an_event_follows_only_what_is_known(tiny: Folder) -> None:
    tiny.change("events", "2022-01-06-region-strike", follows="2022-01-06-kazakhstan-speech")
    whole = tiny.change("sources", "vlast", published="2022-01-07").load()
    before, after = (as_known(whole, date(2022, 1, day)) for day in (8, 9))
    assert before.event_rows["2022-01-06-region-strike"]["follows"] == ""
    assert after.event_rows["2022-01-06-region-strike"]["follows"] == "2022-01-06-kazakhstan-speech"


def test_a_claim_without_a_day_is_not_known_before_what_it_speaks_of(record: Record) -> None:
    claim = "pgo-no-beheading-case-found"
    assert record.claim_rows[claim]["event_ids"] == ("2022-01-06-almaty-commandant-reported-beheadings",)
    assert claim not in as_known(record, date(2022, 1, 5), undated=True).claim_rows


@pytest.mark.parametrize(
    ("cells", "first"),
    [
        ({"event_ids": "2022-01-05-almaty-fight;2022-01-08-camp-gathering", "as_of": "2022-01-02"}, date(2022, 1, 5)),
        ({"event_ids": "", "as_of": "2022-01-02"}, date(2022, 1, 2)),
        ({"event_ids": "", "as_of": "2022-01"}, date(2022, 1, 31)),
    ],
)
def test_a_claim_without_a_day_is_left_in_from_the_day_of_what_it_speaks_of(
    tiny: Folder, cells: dict[str, str], first: date
) -> None:
    tiny.change("claims", "month-known-only", said_on="", sources="orda", **cells)
    whole = tiny.change("sources", "orda", published="", published_basis="").load()
    assert not whole.faults
    days = (first - timedelta(days=1), first)
    assert ["month-known-only" in as_known(whole, day, undated=True).claim_rows for day in days] == [False, True]
    assert "month-known-only" not in as_known(whole, date(2022, 12, 31)).claim_rows


def test_a_claim_and_a_step_are_told_without_the_sources_that_came_later(tiny: Folder) -> None:
    tiny.change("claims", "2022-01-09-toll-one", sources="vlast;orda;azattyq").change(
        "case_steps", 0, sources="vlast;orda;azattyq"
    )
    tiny.change("sources", "azattyq", published="2022-02-01").change(
        "sources", "orda", published="", published_basis=""
    )
    known = as_known(tiny.load(), date(2022, 1, 9))
    assert known.claim_rows["2022-01-09-toll-one"]["sources"] == steps(known)[0]["sources"] == ("vlast", "orda")


def test_a_case_is_known_from_the_first_that_is_told_of_it(tiny: Folder) -> None:
    tiny.change("case_steps", 0, date="2023").change("claims", "2022-01-16-toll-three", case_ids="")
    by_event = as_known(tiny.load(), date(2022, 1, 9))
    assert (len(by_event.cases), len(steps(by_event))) == (1, 0)
    tiny.change("events", AIRPORT, case_ids="").change("claims", "2022-01-16-toll-three", case_ids="airport")
    assert [len(as_known(tiny.load(), date(2022, 1, day)).cases) for day in (15, 16)] == [0, 1]
    tiny.change("claims", "2022-01-16-toll-three", case_ids="")
    assert [len(as_known(tiny.load(), date(2023, 12, day)).cases) for day in (30, 31)] == [0, 1]


def test_the_164_dead_stand_for_a_day_and_have_a_successor_only_later(record: Record) -> None:
    assert TOLL_164 not in as_known(record, date(2022, 1, 8)).claim_rows
    told = {day: as_known(record, date(2022, 1, day)).claim_rows[TOLL_164] for day in (9, 10, 14, 16)}
    assert [row["stands"] for row in told.values()] == ["current", "withdrawn", "withdrawn", "withdrawn"]
    assert [row["superseded_by"] for row in told.values()] == ["", "", "", TOLL_225]
    assert (told[9]["withdrawn_on"], told[9]["withdrawn_why"]) == ("", "")
    assert told[10]["withdrawn_on"] == "2022-01-09"
    assert told[10]["withdrawn_why"]


def test_an_outcome_is_told_from_its_day_and_what_was_written_with_the_end_in_mind_not_at_all(record: Record) -> None:
    before, after = (as_known(record, date(2025, 11, day)).case_rows["airport"] for day in (17, 18))
    assert (before["outcome"], before["outcome_as_of"]) == ("", "")
    assert (after["outcome"], after["outcome_as_of"]) == (record.case_rows["airport"]["outcome"], "2025-11-18")
    for case in (before, after):
        assert (case["summary"], case["official_version"], case["other_version"], case["charges"]) == ("", "", "", ())


@pytest.mark.parametrize(
    ("outcome_as_of", "day", "told"),
    [("2022-02", date(2022, 2, 27), False), ("2022-02", date(2022, 2, 28), True),
     ("2022", date(2022, 12, 30), False), ("2022", date(2022, 12, 31), True), ("", date(2199, 1, 1), False)],
)  # fmt: skip
def test_an_outcome_of_a_month_or_a_year_counts_from_its_last_day(
    tiny: Folder, outcome_as_of: str, day: date, told: bool
) -> None:
    whole = tiny.change("cases", "airport", outcome="Four years", outcome_as_of=outcome_as_of).load()
    assert (as_known(whole, day).case_rows["airport"]["outcome"] == "Four years") == told


@pytest.mark.parametrize(
    ("step", "day", "told"),
    [("2022-01", date(2022, 1, 30), False), ("2022-01", date(2022, 1, 31), True), ("2022", date(2022, 12, 30), False)],
)
def test_a_step_of_a_month_or_a_year_counts_from_its_last_day(tiny: Folder, step: str, day: date, told: bool) -> None:
    assert bool(steps(as_known(tiny.change("case_steps", 0, date=step).load(), day))) == told


@pytest.mark.parametrize(
    ("became", "withdrawn_on", "successor", "stands"),
    [
        ("current", "", "", {"01-09": "current", "12-31": "current"}),
        ("contradicted", "", "", {"01-09": "contradicted", "12-31": "contradicted"}),
        ("revised", "", "", {"01-09": "current", "01-10": "revised"}),
        ("revised", "", "not yet said", {"01-09": "current", "12-31": "current"}),
        ("revised", "", "said", {"01-09": "revised", "01-10": "revised"}),
        ("withdrawn", "", "", {"01-10": "withdrawn", "12-31": "withdrawn"}),
        ("withdrawn", "", "not yet said", {"01-09": "current", "12-31": "current"}),
        ("withdrawn", "", "said", {"01-10": "withdrawn"}),
        ("withdrawn", "2022-01-09", "", {"01-09": "current", "01-10": "withdrawn"}),
        ("withdrawn", "2022-01-12", "", {"01-11": "current", "01-12": "withdrawn"}),
        ("withdrawn", "2022-01-12", "said", {"01-11": "current", "01-12": "withdrawn"}),
        ("withdrawn", "2022-01-12", "not yet said", {"01-11": "current", "01-12": "withdrawn"}),
        ("withdrawn", "2022-01", "", {"01-30": "current", "01-31": "withdrawn"}),
        ("withdrawn", "2022", "", {"12-30": "current", "12-31": "withdrawn"}),
    ],
)
def test_what_had_become_by_a_day_of_a_claim_of_9_january(
    became: str, withdrawn_on: str, successor: str, stands: dict[str, str]
) -> None:
    row: Any = {"stands": became, "said_by": "2022-01-09", "withdrawn_on": withdrawn_on, "superseded_by": successor}
    assert {day: stands_on(row, {"said": row}, f"2022-{day}") for day in stands} == stands


def test_a_claim_of_a_month_that_was_withdrawn_within_it_stands_on_the_last_day_of_the_month() -> None:
    row: Any = {"stands": "withdrawn", "said_by": "2022-01-31", "withdrawn_on": "2022-01-20", "superseded_by": ""}
    assert [stands_on(row, {}, day) for day in ("2022-01-31", "2022-02-01")] == ["current", "withdrawn"]


@pytest.mark.slow
@settings(max_examples=80)
@given(generated.claim_rows(), days())
def test_a_claim_stands_as_in_the_whole_or_as_if_nothing_had_happened(rows: list[dict[str, str]], day: date) -> None:
    known: Any = {row["claim_id"]: row | {"said_by": last_day(row["said_on"])} for row in rows}
    for row in known.values():
        assert stands_on(row, known, day.isoformat()) in {row["stands"], "current"}


def test_a_band_has_no_end_until_the_end_is_known(record: Record) -> None:
    band = {day: as_known(record, date(2022, 1, day)).tables["bands"] for day in (5, 9, 10)}
    assert list(band[5].index) == ["internet-shutdown", "emergency-almaty", "curfew-almaty"]
    assert not band[9]["ends_with"]["internet-shutdown"]
    assert band[10]["ends_with"]["internet-shutdown"] == "2022-01-10-kazakhstan-internet-partly-restored"
