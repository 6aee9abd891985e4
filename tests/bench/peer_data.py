"""The events of a record as the peers take them: one file for TimelineJS, three for TimeMap."""

from datetime import datetime
from typing import Any

from data.loading.record import Record
from data.loading.rows import EventRow
from data.vocabulary import CATEGORIES

TITLE = "January 2022 in Kazakhstan"


def for_timelinejs(record: Record) -> dict[str, Any]:
    """A title slide, and a slide an event."""
    return {
        "title": {"text": {"headline": TITLE, "text": f"{len(record.event_rows)} events"}},
        "events": [_slide(event) for event in record.event_rows.values()],
    }


def for_timemap(record: Record) -> dict[str, Any]:
    """Files by their names. An event without a place has no position, and is on the timeline alone."""
    events = list(record.event_rows.values())
    cited = {source: record.source_rows[source] for event in events for source in event["sources"]}
    return {
        "events.json": [_incident(record, event) for event in events],
        "sources.json": {
            name: {"id": name, "title": source["title"], "url": source["url"], "paths": [source["url"]]}
            for name, source in cited.items()
        },
        "associations.json": [
            {"id": category, "title": category, "desc": "", "mode": "FILTER", "filter_paths": ["Category", category]}
            for category in CATEGORIES
        ],
    }


def _slide(event: EventRow) -> dict[str, Any]:
    return {
        "unique_id": event["event_id"],
        "start_date": _moment(event["begins"]),
        "end_date": _moment(event["ends"]),
        "group": event["family"],
        "text": {"headline": event["title"], "text": event["summary"]},
    }


def _moment(moment: datetime) -> dict[str, int]:
    return {part: getattr(moment, part) for part in ("year", "month", "day", "hour", "minute")}


def _incident(record: Record, event: EventRow) -> dict[str, Any]:
    begins = event["begins"]
    longitude, latitude = record.point_of(event["place_id"]) or ("", "")
    return {
        "id": event["event_id"],
        "description": f"{event['title']}. {event['summary']}",
        "date": f"{begins.month}/{begins.day}/{begins.year}",
        "time": f"{begins:%H:%M}",
        "location": record.place_rows[event["place_id"]]["name_en"] if event["place_id"] else "",
        "latitude": str(latitude),
        "longitude": str(longitude),
        "associations": [event["category"]],
        "sources": list(event["sources"]),
    }
