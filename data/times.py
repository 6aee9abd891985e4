"""When an event was, as exactly as it is known: half-open intervals of wall-clock time at its place.

A day runs from midnight to midnight there. Kazakhstan had two offsets in January 2022, so wall-clock time is
what people there saw and what is shown; the offset of the day comes from the zone database.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from data.cells import has_minute, local_time
from data.vocabulary import PARTS_OF_DAY

DAY = timedelta(days=1)
INSTANT = timedelta(microseconds=1)
ABOUT = timedelta(minutes=30)
"""How far "about" reaches to either side when it is drawn; the sources don't say, so it is a convention."""
NO_REACH = (timedelta(0), timedelta(0))
REACH = {"about": (ABOUT, ABOUT), "first_reported": (2 * ABOUT, timedelta(0))}
"""How far before and after its time an event may have been, by precision: a report may come any time after."""

ZONE_PLACE = {
    "Asia/Almaty": "almaty",
    "Asia/Aqtau": "aktau",
    "Asia/Aqtobe": "aktobe",
    "Asia/Atyrau": "atyrau",
    "Asia/Oral": "oral",
    "Asia/Qostanay": "kostanay",
    "Asia/Qyzylorda": "kyzylorda",
    "Asia/Bishkek": "kyrgyzstan",
    "Asia/Dushanbe": "tajikistan",
    "Asia/Yerevan": "armenia",
    "Europe/Moscow": "moscow",
}
"""The place a zone is named after when a time is put in words."""


@dataclass(frozen=True)
class Span:
    """Local time from `begins` up to, not including, `ends`; a moment has both the same."""

    begins: datetime
    ends: datetime

    def touches(self, begins: datetime, ends: datetime) -> bool:
        """Whether some of it lies in the half-open interval from `begins` to `ends`."""
        if self.begins == self.ends:
            return begins <= self.begins < ends
        return self.begins < ends and self.ends > begins


def end_of(cell: str) -> datetime:
    """The first instant after what a local time names: the next midnight for a day, itself for a minute."""
    return local_time(cell) if has_minute(cell) else local_time(cell) + DAY


def span_of(start: str, end: str, precision: str, part: str) -> Span:
    """The interval in which an event lies by its time columns.

    A part of a day with an end on the next day runs through the night, to 06:00. A month reaches to the end of
    the month (or of the `end` day).
    """
    begins, last = local_time(start), end or start
    if precision == "part_of_day":
        first_hour, last_hour = PARTS_OF_DAY[part]
        until = timedelta(hours=PARTS_OF_DAY["night"][1]) if end else timedelta(hours=last_hour)
        return Span(begins + timedelta(hours=first_hour), local_time(last) + until)
    if precision == "month" and not end:
        following = (begins.replace(day=1) + timedelta(days=32)).replace(day=1)
        return Span(begins, following)
    return Span(begins, end_of(last))


def timing_of(start: str, end: str, precision: str) -> str:
    """How the time of an event within its day is known, one of TIMINGS."""
    if precision == "part_of_day":
        return "part"
    return "time" if has_minute(start) or (has_minute(end) and end[:10] == start[:10]) else "day"


def last_day(cell: str) -> str:
    """The last day that a date may mean, of which perhaps only the month or the year is known; empty for empty."""
    if len(cell) == 4:
        return f"{cell}-12-31"
    if len(cell) == 7:
        return f"{cell}-{monthrange(int(cell[:4]), int(cell[5:]))[1]}"
    return cell


def offset_of(zone: str, at: datetime) -> timedelta | None:
    """The offset from UTC at a place's wall-clock time, or None where the zone is not known."""
    return at.replace(tzinfo=ZoneInfo(zone)).utcoffset() if zone else None


def midnight(day: date) -> datetime:
    """The first instant of a day."""
    return datetime.combine(day, time())
