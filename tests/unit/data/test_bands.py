"""The periods behind the timeline."""

from datetime import datetime

import pytest

from data.loading.record import Record
from data.queries.bands import bands
from tests.unit.helpers import Folder

EVER = (datetime(1900, 1, 1), datetime(2200, 1, 1))


def test_every_published_band_has_both_ends(record: Record) -> None:
    found = bands(record, *EVER)
    assert len(found) == len(record.tables["bands"]) > 0
    for band in found:
        assert EVER[0] < band.begins < band.ends < EVER[1]
        assert band.event_id in record.events.index
    assert all(record.tables["bands"]["ends_with"])


def test_a_band_runs_from_the_begin_of_one_event_to_the_end_of_another(small: Folder) -> None:
    operation, curfew = bands(small.load(), *EVER)
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
    small: Folder, begins: datetime, ends: datetime, found: list[str]
) -> None:
    assert [band.band_id for band in bands(small.load(), begins, ends)] == found


def test_a_band_whose_event_is_left_out_is_left_out_too(small: Folder) -> None:
    record = small.change("events", "2022-01-05-airport-entered", title="").load()
    assert [band.band_id for band in bands(record, *EVER)] == ["curfew"]
