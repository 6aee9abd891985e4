"""Times in words, no more exact than they are known."""

from datetime import date, datetime

from components.language import Language
from data.cells import has_minute, local_time
from data.loading.record import Record
from data.loading.rows import EventRow
from data.period import AFTER, BEFORE, Period
from data.times import ZONE_PLACE, offset_of


def when(event: EventRow, language: Language, zone: str = "") -> str:
    """The time of an event as a phrase: "5 January 2022, about 16:00", with `zone` after a time of day."""
    _ = language.text
    start, end, precision = event["start"], event["end"], event["time_precision"]
    if precision == "month":
        months = dict.fromkeys(language.day(local_time(cell), "LLLL y") for cell in (start, end or start))
        return " – ".join(months)
    if precision == "part_of_day":
        return _parts(event, language)
    if precision == "first_reported":
        return _("first reported on {time}").format(time=_moment(start, language, zone))
    if event["timing"] == "time" and not has_minute(start):
        clock = _("before {time}").format(time=language.clock(local_time(end)))
        return ", ".join(filter(None, [language.day(local_time(start)), clock, zone]))
    if precision == "window" or (end and (has_minute(start) or has_minute(end))):
        phrase = _("some time between {first} and {last}") if precision == "window" else _("from {first} to {last}")
        if precision == "about":
            phrase = _("from about {first} to about {last}")
        return _between(phrase, start, end, language, zone)
    if precision == "day":
        return _days(start, end, language)
    return _moment(start, language, zone, about=precision == "about")


def hour(event: EventRow, language: Language) -> str:
    """The time of day of an event for a narrow column: "16:00", "about 16:00", "evening", or nothing."""
    _ = language.text
    start, end, precision = event["start"], event["end"], event["time_precision"]
    if precision == "part_of_day":
        return part(language, event["part_of_day"])
    if not has_minute(start):
        if event["timing"] == "time":
            return _("before {time}").format(time=language.clock(local_time(end)))
        return _("reported") if precision == "first_reported" else ""
    clock = language.clock(local_time(start))
    if precision == "about":
        return _("about {time}").format(time=clock)
    if precision == "first_reported":
        return _("reported {time}").format(time=clock)
    same_day = language.clock(local_time(end)) if has_minute(end) and end[:10] == start[:10] else ""
    if precision == "window":
        if same_day:
            return _("between {first} and {last}").format(first=clock, last=same_day)
        return _("after {time}").format(time=clock)
    return f"{clock}–{same_day}" if same_day else clock


def column_words(event: EventRow, language: Language, unknown: bool = True) -> str:
    """The time of an event for the column beside its title: its hour, part or last day; else, if asked, "not known"."""
    _ = language.text
    start, end, precision = event["start"], event["end"], event["time_precision"]
    if words := hour(event, language):
        return words
    if end[:10] > start[:10] and precision != "month":
        phrase = _("by {day}") if precision == "window" else _("to {day}")
        return phrase.format(day=language.day(local_time(end[:10]), "d MMM"))
    return _("not known") if unknown and precision != "month" else ""


def timing_words(timing: str, part_of_day: str, language: Language) -> str:
    """How the times of a group of events are known: "With a time", "Evening, time not known"."""
    _ = language.text
    if timing == "part":
        return {
            "night": _("Night, time not known"),
            "morning": _("Morning, time not known"),
            "afternoon": _("Afternoon, time not known"),
            "evening": _("Evening, time not known"),
        }[part_of_day]
    return {"time": _("With a time"), "day": _("Time of day not known")}[timing]


def part(language: Language, value: str) -> str:
    """The word for a part of the day."""
    _ = language.text
    return {
        "night": _("night"),
        "morning": _("morning"),
        "afternoon": _("afternoon"),
        "evening": _("evening"),
    }[value]


def zone_words(record: Record, language: Language, zone: str, at: datetime) -> str:
    """Whose time it is: "Almaty time (UTC+6)", by the zone database on that day."""
    place = record.place_rows.get(ZONE_PLACE.get(zone, ""))
    if not zone or place is None:
        return ""
    name = language.of(place, "name")
    return language.text("{city} time ({offset})").format(city=name, offset=language.offset(offset_of(zone, at)))


def event_time(record: Record, event: EventRow, language: Language) -> str:
    """The whole phrase for an event, with the zone where a time of day is known."""
    zone = record.place_rows[event["place_id"]]["tz"]
    return when(event, language, zone_words(record, language, zone, local_time(event["start"])))


def period_words(period: Period | None, language: Language) -> str:
    """A period as a phrase: "5 January 2022", "3–6 January 2022", "before January 2022"."""
    _ = language.text
    if period is None:
        return _("all days")
    if period == BEFORE:
        return _("before January 2022")
    if period == AFTER:
        return _("after January 2022")
    if period.first and period.last:
        return _days(period.first.isoformat(), period.last.isoformat(), language)
    if period.first:
        return _("from {day}").format(day=language.day(period.first))
    assert period.last
    return _("until {day}").format(day=language.day(period.last))


def clock_words(minutes: int) -> str:
    """Minutes after midnight as a time of day: "09:30"."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _days(start: str, end: str, language: Language) -> str:
    first, last = date.fromisoformat(start), date.fromisoformat(end or start)
    if first == last:
        return language.day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{language.day(last)}"
    return f"{language.day(first)} – {language.day(last)}"


def _parts(event: EventRow, language: Language) -> str:
    _ = language.text
    name = part(language, event["part_of_day"])
    if event["end"]:
        phrase = _("{part} of {day} into the night of {next_day}")
        return phrase.format(
            part=name,
            day=language.day(local_time(event["start"]), "d MMMM"),
            next_day=language.day(local_time(event["end"])),
        )
    return _("{part} of {day}").format(part=name, day=language.day(local_time(event["start"])))


def _moment(cell: str, language: Language, zone: str, about: bool = False) -> str:
    moment = local_time(cell)
    if not has_minute(cell):
        return language.day(moment)
    clock = language.clock(moment)
    if about:
        clock = language.text("about {time}").format(time=clock)
    return ", ".join(filter(None, [language.day(moment), clock, zone]))


def _between(phrase: str, start: str, end: str, language: Language, zone: str) -> str:
    if has_minute(start) and has_minute(end) and start[:10] == end[:10]:
        first, last = (language.clock(local_time(cell)) for cell in (start, end))
        return ", ".join(filter(None, [language.day(local_time(start)), phrase.format(first=first, last=last), zone]))
    said = phrase.format(first=_moment(start, language, ""), last=_moment(end, language, ""))
    return ", ".join(filter(None, [said, zone if has_minute(start) or has_minute(end) else ""]))
