"""The order in which events are told: by day, within a day by how their time is known, and then as the sources say."""

from collections.abc import Sequence
from datetime import datetime

from data.cells import has_minute
from data.loading.chains import ends, lengths
from data.loading.rows import EventRow
from data.vocabulary import TIMINGS

Place = tuple[str, int, datetime, datetime, str, int, str]


def in_order(events: Sequence[EventRow]) -> list[str]:
    """The ids of events: within a day those with a time, then those of a part of the day, then all others.

    Of equal times those come one after another of which one `follows` the other.
    """
    following = {event["event_id"]: event["follows"] for event in events if event["follows"]}
    firsts, depths = ends(following), lengths(following)
    until = {event["event_id"]: event["ends"] for event in events}

    def place(event: EventRow) -> Place:
        event_id, timing = event["event_id"], event["timing"]
        first = firsts.get(event_id, event_id)
        # Of what was at some time before a minute that minute is all there is to go by.
        at = event["ends"] if timing == "time" and not has_minute(event["start"]) else event["begins"]
        return event["start"][:10], TIMINGS.index(timing), at, until[first], first, depths.get(event_id, 0), event_id

    return [event["event_id"] for event in sorted(events, key=place)]
