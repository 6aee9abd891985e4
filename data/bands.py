"""The periods behind the timeline: shutdown, curfew, emergency, operation, foreign troops."""

from dataclasses import dataclass
from datetime import datetime

from data.record import Record, records


@dataclass(frozen=True)
class Band:
    """A band with its title; it begins and ends when the events that carry it do."""

    band_id: str
    kind: str
    title: str
    begins: datetime
    ends: datetime
    event_id: str


def bands(record: Record, begins: datetime, ends: datetime) -> list[Band]:
    """The bands that touch a half-open interval of local time, in the order of their table."""
    found = []
    for row in records(record.tables["bands"]):
        first = record.event_rows[row["begins_with"]]
        last = record.event_rows[row["ends_with"]]["ends"] if row["ends_with"] else datetime.max
        if first["begins"] < ends and last > begins:
            found.append(Band(row["band_id"], row["kind"], row["title"], first["begins"], last, row["begins_with"]))
    return found
