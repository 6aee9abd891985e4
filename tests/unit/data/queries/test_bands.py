"""The periods behind the timeline, and when few reports may mean that none could be made."""

from datetime import date, datetime

import pytest
from hypothesis import given

from data.loading.record import Record
from data.period import AFTER, BEFORE, Period
from data.queries.as_known import as_known
from data.queries.bands import bands, silences
from data.queries.query import query
from data.queries.view import View
from data.vocabulary import SILENT_KINDS
from tests.unit import generated
from tests.unit.generated import days
from tests.unit.helpers import Folder, event

EVER = (datetime(1900, 1, 1), datetime(2200, 1, 1))


def test_a_band_runs_from_the_begin_of_one_event_to_the_end_of_another(tiny: Folder) -> None:
    operation, curfew = bands(tiny.load(), *EVER)
    assert (operation.begins, operation.ends) == (datetime(2022, 1, 5, 16), datetime(2022, 1, 7, 12))
    assert curfew.begins == datetime(2022, 1, 8)
    assert curfew.ends == datetime.max


@pytest.mark.parametrize(
    ("begins", "ends", "found"),
    [
        (datetime(2022, 1, 1), datetime(2022, 1, 5, 16), []),
        (datetime(2022, 1, 1), datetime(2022, 1, 5, 17), ["operation"]),
        (datetime(2022, 1, 7, 12), datetime(2022, 1, 8), []),
        (datetime(2022, 1, 7, 11), datetime(2022, 1, 8), ["operation"]),
        (datetime(2022, 1, 6), datetime(2022, 1, 9), ["operation", "curfew"]),
        (datetime(2024, 1, 1), datetime(2024, 1, 2), ["curfew"]),
    ],
)
def test_only_bands_that_touch_the_time_shown_are_given(
    tiny: Folder, begins: datetime, ends: datetime, found: list[str]
) -> None:
    assert [band.band_id for band in bands(tiny.load(), begins, ends)] == found


def test_a_band_whose_event_is_left_out_is_left_out_too(tiny: Folder) -> None:
    record = tiny.change("events", "2022-01-05-airport-entered", title="").load()
    assert [band.band_id for band in bands(record, *EVER)] == ["curfew"]


def found(record: Record, **choices: object) -> list[str]:
    return [band.band_id for band in silences(query(record, View(**choices)))]  # type: ignore[arg-type]


def on(day: int) -> Period:
    return Period.of(date(2022, 1, day))


@pytest.fixture
def bounded(tiny: Folder) -> Record:
    """A curfew in Almaty and Zhanaozen that ends on 10 February, and an operation, which silences nobody."""
    return tiny.change("bands", "curfew", ends_with="2022-02-10-kazakhstan-trial").load()


@pytest.mark.parametrize(
    ("period", "silent"),
    [
        (on(7), False),
        (on(8), True),
        (Period(date(2022, 1, 6), date(2022, 1, 8)), True),
        (on(31), True),
        (Period.of(date(2022, 2, 10)), True),
        (Period.of(date(2022, 2, 11)), False),
        (BEFORE, False),
        (AFTER, True),
        (None, True),
    ],
    ids=str,
)
def test_a_curfew_is_told_in_its_days(bounded: Record, period: Period | None, silent: bool) -> None:
    assert found(bounded, period=period) == (["curfew"] if silent else [])


def test_without_days_those_of_january_count(bounded: Record, tiny: Folder) -> None:
    later = tiny.change("bands", "curfew", begins_with="2022-02-10-kazakhstan-trial", ends_with="").load()
    assert found(later) == []
    assert found(later, period=AFTER) == ["curfew"]
    assert found(bounded) == ["curfew"]


def test_a_silence_that_ended_before_january_is_not_told_without_days(tiny: Folder) -> None:
    tiny.add("events", **event("2021-12-22-kazakhstan-order-ended", "kazakhstan", "country", "vlast"))
    tiny.change("bands", "curfew", begins_with="2021-12-20-kazakhstan-order")
    of = tiny.change("bands", "curfew", ends_with="2021-12-22-kazakhstan-order-ended").load()
    assert found(of) == []
    assert found(of, period=BEFORE) == ["curfew"]


def test_hours_of_a_day_before_it_began_are_not_silent(record: Record) -> None:
    """The internet was cut in the whole country at 16:30 on 5 January."""
    assert "internet-shutdown" in found(record, period=on(5))
    assert "internet-shutdown" in found(record, period=on(5), hours=(16 * 60, 17 * 60))
    assert "internet-shutdown" not in found(record, period=on(5), hours=(16 * 60, 16 * 60 + 30))


@pytest.mark.parametrize(
    ("place", "silent"),
    [("almaty", True), ("almaty-airport", True), ("zhanaozen-square", True), ("mangystau-region", True),
     ("camp", False), ("moscow", False), ("abroad", False)],
)  # fmt: skip
def test_a_silence_concerns_the_places_in_it_and_those_it_lies_in(bounded: Record, place: str, silent: bool) -> None:
    assert found(bounded, places=(place,)) == (["curfew"] if silent else [])
    assert found(bounded, places=("moscow", place)) == (["curfew"] if silent else [])


def test_a_cut_of_the_whole_country_concerns_every_place_in_it_and_none_abroad(record: Record) -> None:
    for place, chain in record.within.items():
        silent = "internet-shutdown" in found(record, period=on(7), places=(place,))
        assert silent == (chain[-1] == "kazakhstan"), place


def test_only_cuts_and_curfews_are_silences(record: Record) -> None:
    kinds = {band.band_id: band.kind for band in bands(record, *EVER)}
    silent = set(found(record))
    assert silent == {band for band, kind in kinds.items() if kind in SILENT_KINDS}
    assert silent < set(kinds)


def test_nobody_knows_of_a_silence_before_it_was_reported_nor_that_it_will_end(record: Record) -> None:
    assert found(as_known(record, date(2022, 1, 4))) == []
    known = as_known(record, date(2022, 1, 7))
    assert found(known) == ["internet-shutdown", "curfew-almaty"]
    assert found(known, period=on(7)) == ["internet-shutdown", "curfew-almaty"]
    assert found(known, period=on(8)) == []


@pytest.mark.slow
@given(generated.records(), days())
def test_a_silence_as_known_is_one_of_the_whole(whole: Record, day: date) -> None:
    assert set(found(as_known(whole, day))) <= set(found(whole))


def test_no_band_ends_before_it_begins(tiny: Folder) -> None:
    whole = tiny.change("sources", "vlast", published="2022-01-06").load()
    assert all(band.begins <= band.ends for band in bands(as_known(whole, date(2022, 1, 6)), *EVER))
