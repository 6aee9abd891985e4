"""Our events as the peers take them."""

from data.loading.record import Record
from tests.bench.peer_data import for_timelinejs, for_timemap


def test_timelinejs_has_a_slide_an_event(record: Record) -> None:
    slides = for_timelinejs(record)["events"]
    assert [slide["unique_id"] for slide in slides] == list(record.event_rows)
    event = record.event_rows[slides[0]["unique_id"]]
    begins = event["begins"]
    assert slides[0]["start_date"] == {
        "year": begins.year, "month": begins.month, "day": begins.day, "hour": begins.hour, "minute": begins.minute,
    }  # fmt: skip


def test_timemap_has_an_incident_an_event_and_the_sources_cited(record: Record) -> None:
    files = for_timemap(record)
    assert [incident["id"] for incident in files["events.json"]] == list(record.event_rows)
    filters = {one["id"] for one in files["associations.json"]}
    for incident in files["events.json"]:
        assert set(incident["sources"]) <= set(files["sources.json"])
        assert set(incident["associations"]) <= filters
        # It refuses whole what has one of the two alone.
        assert bool(incident["latitude"]) == bool(incident["longitude"])
