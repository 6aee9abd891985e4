"""The numbers that were claimed: intervals, ranges with names, and chains that end."""

from datetime import date
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.loading.record import Record
from data.loading.rows import ClaimRow
from data.queries.as_known import as_known
from data.queries.numbers import Interval, Numbers, Said, chosen, interval_of, numbers, offered, range_of
from data.times import last_day
from tests.unit import generated
from tests.unit.generated import Rows, claim_rows, loaded
from tests.unit.helpers import TINY, Folder
from tests.unit.samples import record as small_record

RECORDS = generated.records() | st.builds(small_record)
VALUES = st.integers(-50, 50) | st.floats(-50, 50)
TOLLS = "2022-01-09-toll-one", "2022-01-15-toll-two"


@st.composite
def intervals(draw: Any) -> Interval:
    low, high = sorted((draw(VALUES), draw(VALUES)))
    return draw(st.sampled_from((Interval(low, high), Interval(low, None), Interval(None, high))))


EVERYTHING = Interval(None, None)


@given(intervals(), intervals(), intervals())
def test_a_hull_is_the_same_whatever_comes_first(a: Interval, b: Interval, c: Interval) -> None:
    assert a | b == b | a
    assert (a | b) | c == a | (b | c)
    assert a | a == a
    assert a | EVERYTHING == EVERYTHING


@given(intervals(), intervals(), VALUES)
def test_a_hull_holds_both_and_no_more_than_reaches_from_one_to_the_other(a: Interval, b: Interval, x: float) -> None:
    hull = a | b
    if x in a or x in b:
        assert x in hull
    assert set(hull.ends) <= {*a.ends, *b.ends}
    assert (hull.low is None) == (a.low is None or b.low is None)
    assert (hull.high is None) == (a.high is None or b.high is None)


@given(VALUES, VALUES)
def test_an_interval_has_both_its_ends_and_is_never_the_wrong_way_round(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert low in Interval(low, high)
    assert high in Interval(low, high)
    assert high + 1 not in Interval(low, high)
    assert low - 1 not in Interval(low, high)
    if low < high:
        with pytest.raises(ValueError, match="under the lower"):
            Interval(high, low)


@pytest.mark.parametrize(
    ("low", "high", "inside", "outside", "ends"),
    [(5, None, (5, 1e12), (4.9,), (5,)), (None, 5, (-1e12, 5), (5.1,), (5,)), (0, 0, (0,), (-1, 1), (0, 0))],
)
def test_an_open_end_has_no_bound(low: Any, high: Any, inside: Any, outside: Any, ends: Any) -> None:
    interval = Interval(low, high)
    assert all(value in interval for value in inside)
    assert not any(value in interval for value in outside)
    assert interval.ends == ends


@pytest.mark.parametrize(
    ("low", "high", "interval"),
    [(26.0, 26.0, Interval(26, 26)), (5000.0, None, Interval(5000, None)), (None, 12.0, Interval(None, 12)),
     (0.0, 0.0, Interval(0, 0)), (None, None, None)],
)  # fmt: skip
def test_the_number_of_a_claim(low: float | None, high: float | None, interval: Interval | None) -> None:
    assert interval_of(cast(ClaimRow, {"value_min": low, "value_max": high})) == interval


def said(claimant: str, low: float | None, high: float | None, day: int = 9, stands: str = "current") -> Said:
    claim = cast(ClaimRow, {"claimant": claimant, "stands": stands})
    return Said(claim, Interval(low, high), date(2022, 1, day), None)


def test_a_range_names_who_gave_the_lowest_and_the_highest_of_what_stands() -> None:
    found = range_of([
        said("A ministry (its spokesman)", 10, 12), said("A paper", 8, 9), said("A court", 20, None),
        said("A fallen low", 1, 1, stands="withdrawn"), said("A fallen high", 300, 300, stands="revised"),
        said("A contradicted one", 11, 11, stands="contradicted"),
    ])  # fmt: skip
    assert found
    assert found.interval == Interval(8, None)
    assert (found.lowest.name, found.highest.name) == ("A paper", "A court")


def test_among_equal_numbers_the_last_is_named() -> None:
    found = range_of([said("First", 5, 5, day=9), said("Last", 5, 5, day=11), said("Between", 5, 5, day=10)])
    assert found
    assert (found.lowest.name, found.highest.name) == ("Last", "Last")


def test_nothing_that_stands_makes_no_range() -> None:
    assert range_of([]) is None
    assert range_of([said("A ministry", 5, 5, stands="withdrawn"), said("A paper", 5, 5, stands="revised")]) is None


@given(st.lists(st.tuples(intervals(), st.booleans()), max_size=6))
def test_a_range_holds_every_number_that_stands_and_ends_at_numbers_that_were_given(
    given: list[tuple[Interval, bool]],
) -> None:
    all_said = [
        said("Somebody", number.low, number.high, stands="current" if stands else "revised") for number, stands in given
    ]
    found, standing = range_of(all_said), [number for number, stands in given if stands]
    assert bool(found) == bool(standing)
    if found:
        assert all(found.interval | number == found.interval for number in standing)
        ends = [end for number in standing for end in number.ends]
        assert set(found.interval.ends) <= set(ends)
        assert min(found.lowest.interval.ends) == min(ends)
        assert max(found.highest.interval.ends) == max(ends)
        assert found.lowest.stands
        assert found.highest.stands


def wanted(record: Record, measure: str, place: str) -> set[str]:
    """The claims with a number of the measure itself whose day is known."""
    return {
        claim_id
        for claim_id, row in record.claim_rows.items()
        if (row["measure"], row["place_id"]) == (measure, place) and row["said_by"]
    }


def claim_ids(of: Numbers, part: bool = False) -> list[str]:
    return [one.claim["claim_id"] for series in of.series if series.part == part for one in series.said]


@pytest.mark.slow
@given(RECORDS)
def test_each_number_of_a_measure_and_place_stands_in_one_series(record: Record) -> None:
    for measure, places in offered(record).items():
        for place in places:
            found = claim_ids(numbers(record, measure, place))
            assert len(found) == len(set(found))
            assert set(found) == wanted(record, measure, place), (measure, place)


@pytest.mark.slow
@given(RECORDS)
def test_a_series_is_of_one_measure_and_goes_by_the_day_said(record: Record) -> None:
    for measure, places in offered(record).items():
        for place in places:
            found = numbers(record, measure, place)
            for series in found.series:
                days = [one.day for one in series.said]
                assert days == sorted(days)
                (of_series,) = {one.claim["measure"] for one in series.said}
                assert series.part == (of_series != measure)
            first_days = [series.said[0].day for series in found.series if not series.part]
            assert first_days == sorted(first_days)


@pytest.mark.slow
@given(RECORDS)
def test_a_number_and_what_replaced_it_stand_in_the_same_series(record: Record) -> None:
    for measure, places in offered(record).items():
        for place in places:
            series_of = {
                one.claim["claim_id"]: series
                for series in numbers(record, measure, place).series
                for one in series.said
            }
            for claim_id, series in series_of.items():
                successor = series_of.get(record.claim_rows[claim_id]["superseded_by"])
                same = successor and successor.said[0].claim["measure"] == series.said[0].claim["measure"]
                assert not same or successor is series


def test_the_official_tolls_of_the_country_are_one_series(record: Record) -> None:
    (chain,) = [
        series
        for series in numbers(record, "killed_total", "kazakhstan").series
        if "2022-01-15-pgo-225-dead" in [one.claim["claim_id"] for one in series.said]
    ]
    told = [one.claim["claim_id"] for one in chain.said]
    expected = ["2022-01-09-government-164-dead", "2022-01-15-pgo-225-dead", "2022-01-18-authorities-227-dead"]
    assert [claim_id for claim_id in told if claim_id in expected] == expected
    assert {row["claimant_role"] for row in (record.claim_rows[claim_id] for claim_id in told)} <= {
        "official", "prosecutor", "court",
    }  # fmt: skip


def test_a_series_goes_by_the_day_and_within_a_day_from_the_replaced_to_what_replaced_it() -> None:
    rows = [
        _toll("e", said_on="2022-01-09"), _toll("d"), _toll("c", stands="revised", superseded_by="b"), _toll("b"),
        _toll("a", said_on="2022-01-12"),
    ]  # fmt: skip
    (series,) = numbers(loaded({"claims": rows}), "killed_total", "almaty").series
    order = [one.claim["claim_id"] for one in series.said]
    assert (order[0], order[-1]) == ("e", "a")
    assert order.index("c") < order.index("b")


def test_parts_of_a_measure_stand_beside_it_and_are_told_apart(record: Record) -> None:
    found = numbers(record, "killed_total", "kazakhstan")
    assert set(claim_ids(found, part=True)) >= wanted(record, "killed_security", "kazakhstan") > set()
    assert {one.claim["measure"] for one in found.whole} == {"killed_total"}
    assert found.first_day == min(one.day for series in found.series for one in series.said)


def test_a_toll_goes_on_until_the_next_of_its_claimant_and_the_size_of_a_crowd_does_not() -> None:
    def number_of_series(measure: str) -> int:
        rows = [_toll(f"toll-{day}", said_on=f"2022-01-{day}", measure=measure) for day in (10, 12, 14)]
        return len(numbers(loaded({"claims": rows}), measure, "almaty").series)

    assert [number_of_series(m) for m in ("killed_total", "crowd", "killed_incident")] == [1, 3, 3]


def _toll(claim_id: str, **cells: str) -> dict[str, str]:
    return {
        "claim_id": claim_id, "said_on": "2022-01-10", "claimant": "A ministry", "claimant_role": "official",
        "topic": "death_toll", "statement": "It said so.", "measure": "killed_total", "value_min": "5",
        "value_max": "5", "place_id": "almaty", "stands": "current", "sources": "vlast",
    } | cells  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "until"),
    [
        ({}, None),
        ({"stands": "withdrawn", "withdrawn_on": "2022-01-12"}, "2022-01-12"),
        ({"stands": "withdrawn", "withdrawn_on": "2022-01"}, "2022-01-31"),
        ({"stands": "withdrawn", "withdrawn_on": "2022-01-12", "superseded_by": "next"}, "2022-01-12"),
        ({"stands": "withdrawn", "withdrawn_on": "2022-01-20", "superseded_by": "next"}, "2022-01-15"),
        ({"stands": "revised", "superseded_by": "next"}, "2022-01-15"),
        ({"stands": "revised"}, None),
        ({"stands": "withdrawn"}, None),
        ({"superseded_by": "next"}, None),
    ],
)
def test_a_number_stops_standing_when_it_is_withdrawn_or_replaced(cells: dict[str, str], until: str | None) -> None:
    record = loaded({"claims": [_toll("first", **cells), _toll("next", said_on="2022-01-15")]})
    assert not record.faults
    found = Said.of(record.claim_rows["first"], record)
    assert found
    assert found.until == (date.fromisoformat(until) if until else None)


def test_no_number_of_the_record_stops_standing_before_it_was_said(record: Record) -> None:
    for row in record.claim_rows.values():
        found = Said.of(row, record)
        assert not found or not found.until or found.until >= found.day, row["claim_id"]


def test_a_claim_without_a_number_or_a_day_is_in_no_series() -> None:
    rows = [
        _toll("no-number", measure="", value_min="", value_max=""), _toll("a-number"),
        _toll("no-day", said_on="", sources="orda"),
    ]  # fmt: skip
    sources = [{**row, "published": "", "published_basis": ""} for row in TINY["sources"]]
    record = loaded({"claims": rows, "sources": sources})
    assert claim_ids(numbers(record, "killed_total", "almaty")) == ["a-number"]


def test_a_series_as_known_on_a_day_knows_of_no_later_number(record: Record) -> None:
    known = as_known(record, date(2022, 1, 10))
    (toll,) = [one for one in numbers(known, "killed_total", "kazakhstan").whole if one.interval == Interval(164, 164)]
    assert (toll.until, toll.stands) == (date(2022, 1, 9), False)
    assert all(one.day <= date(2022, 1, 10) for one in numbers(known, "killed_total", "kazakhstan").whole)


@pytest.mark.parametrize(
    ("measure", "topic", "places", "found"),
    [
        ("", "", (), ("killed_total", "kazakhstan")),
        ("", "detained", (), ("detained", "kazakhstan")),
        ("", "coup_plot", (), ("killed_total", "kazakhstan")),
        ("injured", "detained", ("almaty",), ("injured", "almaty")),
        ("injured", "", ("almaty", "shymkent"), ("injured", "kazakhstan")),
    ],
)
def test_the_measure_and_place_that_a_view_asks_for(
    record: Record, measure: str, topic: str, places: tuple[str, ...], found: tuple[str, str]
) -> None:
    assert chosen(record, measure, topic, places) == found


def test_where_the_country_has_no_number_the_place_with_most_is_shown() -> None:
    rows = [_toll("one", place_id="almaty"), *(_toll(f"of-{n}", place_id="zhanaozen") for n in ("two", "three"))]
    record = loaded({"claims": rows})
    assert chosen(record, "killed_total", "", ()) == ("killed_total", "zhanaozen")
    assert chosen(as_known(record, date(2022, 1, 9)), "killed_total", "", ()) == ("killed_total", "zhanaozen")


# Chains.


def chain(record: Record, claim_id: str) -> list[str]:
    """A claim and what replaced it, one after the other; fails where it does not end or leads nowhere."""
    found = [claim_id]
    while following := record.claim_rows[found[-1]]["superseded_by"]:
        assert following in record.claim_rows
        assert following not in found
        found.append(following)
    return found


@pytest.mark.slow
@given(RECORDS)
def test_every_chain_ends(record: Record) -> None:
    for claim_id in record.claim_rows:
        chain(record, claim_id)


@st.composite
def any_chains(draw: Any) -> tuple[Rows, set[str], set[str]]:
    """Claims that may be replaced by any other, themselves or nothing that exists; those of rings; those astray."""
    rows = draw(claim_rows())
    ids = [row["claim_id"] for row in rows]
    following = {claim_id: draw(st.sampled_from(["", "", "nowhere", *ids])) for claim_id in ids}
    rings = set()
    for claim_id in ids:
        walked = [claim_id]
        while (there := following.get(walked[-1], "")) and there not in walked:
            walked.append(there)
        if there == claim_id:
            rings.add(claim_id)
    for row in rows:
        row["superseded_by"] = following[row["claim_id"]]
    return rows, rings, {claim_id for claim_id, there in following.items() if there == "nowhere"}


@pytest.mark.slow
@given(any_chains())
def test_rings_and_ids_that_lead_nowhere_are_faults_and_what_is_left_is_sound(
    drawn: tuple[Rows, set[str], set[str]],
) -> None:
    rows, rings, astray = drawn
    record = loaded({"claims": rows})
    dropped = [fault for fault in record.faults if fault.column == "superseded_by" and fault.drops_row]
    faulty = {rows[fault.line - 2]["claim_id"] for fault in dropped}
    assert rings | astray <= faulty
    assert bool(rings | astray) == bool(faulty)
    assert not (rings | astray) & set(record.claim_rows)
    for claim_id in record.claim_rows:
        chain(record, claim_id)


def test_a_claim_replaced_by_one_of_a_ring_is_not_itself_at_fault(tiny: Folder) -> None:
    tiny.change("claims", TOLLS[1], superseded_by="2022-01-16-toll-three")
    tiny.change("claims", "2022-01-16-toll-three", superseded_by=TOLLS[1])
    assert TOLLS[0] in tiny.load().claim_rows


@pytest.mark.parametrize(
    ("said_on", "withdrawn_on", "sound"),
    [
        ("2022-01-09", "2022-01-08", False),
        ("2022-01-09", "2021", False),
        ("2022-01-09", "2021-12", False),
        ("2022-01", "2021-12-31", False),
        ("2022-01-09", "2022-01-09", True),
        ("2022-01-09", "2022-01", True),
        ("2022-01-09", "2022", True),
        ("2022-01", "2022-01-20", True),
        ("", "2021-12-31", True),
    ],
)
def test_nothing_is_withdrawn_before_it_was_said(tiny: Folder, said_on: str, withdrawn_on: str, sound: bool) -> None:
    record = tiny.change("claims", TOLLS[0], said_on=said_on, withdrawn_on=withdrawn_on).load()
    assert (TOLLS[0] in record.claim_rows) == sound
    assert {(fault.line, fault.column) for fault in record.faults} == (set() if sound else {(2, "withdrawn_on")})


def test_no_successor_of_the_record_was_said_before_what_it_replaced(record: Record) -> None:
    for claim_id, row in record.claim_rows.items():
        successor = row["superseded_by"]
        if successor and row["said_by"] and record.claim_rows[successor]["said_by"]:
            assert last_day(row["said_on"]) <= record.claim_rows[successor]["said_by"], claim_id
