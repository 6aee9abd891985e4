"""From a record and a view to what is shown. The one place where events are filtered and counted.

Claims have theirs in `data/queries/claims.py`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd

from data.folding import words_of
from data.loading.record import Record
from data.loading.rows import CasePersonRow, ChangeRow, EventRow, SourceRow, StepRow
from data.period import AFTER, BEFORE, JANUARY, Period, january_days
from data.queries.claims import claimant_name
from data.queries.view import View
from data.queries.view_codecs import Known
from data.times import DAY, midnight
from data.vocabulary import STATUSES

_EVER = (datetime(1900, 1, 1), datetime(2200, 1, 1))


@dataclass(frozen=True)
class DayCount:
    """How many events touch a period, by status."""

    period: Period
    by_status: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.by_status.values())


@dataclass(frozen=True)
class Shown:
    """What a view shows of a record: `events`, and `other_days`, those that match but for the days and hours."""

    record: Record
    view: View
    events: pd.DataFrame
    other_days: pd.DataFrame

    @property
    def total(self) -> int:
        """How many events the whole record has."""
        return len(self.record.whole.events)

    @property
    def weight(self) -> int:
        """How many rows of events it holds in memory, those of both tables."""
        return len(self.events) + len(self.other_days)

    @property
    def all_but_days(self) -> bool:
        """Whether every event of the record matches but for the days and hours."""
        return len(self.other_days) == self.total

    @cached_property
    def by_status(self) -> dict[str, int]:
        """The number of events of each status that occurs."""
        counts = self.events["status"].value_counts()
        return {status: int(counts[status]) for status in STATUSES if status in counts}

    @cached_property
    def by_day(self) -> list[DayCount]:
        """Counts for "before", each day of January and "after"; an event counts in every day that it touches."""
        return _by_day(self.other_days)

    @cached_property
    def record_by_day(self) -> list[DayCount]:
        """The same of the whole record, whatever is chosen."""
        return self.by_day if len(self.other_days) == len(self.record.events) else _by_day(self.record.events)

    @cached_property
    def rows(self) -> list[EventRow]:
        """The shown events as rows, in their order."""
        return [self.record.event_rows[event_id] for event_id in self.events.index]

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources of the shown events, each once, in the order of the events."""
        return tuple(dict.fromkeys(source for event in self.rows for source in event["sources"]))

    @property
    def selected(self) -> EventRow | None:
        """The event that is open, whether or not it matches the filters."""
        return self.record.event_rows.get(self.view.event)


def query(record: Record, view: View) -> Shown:
    """Filter the events. Never raises: a view holds only what the record knows."""
    events = record.events
    keep = np.ones(len(events), dtype=bool)
    if view.places:
        chosen = set(view.all_places)
        lies = (any(record.lies_in(place, chosen) for place in places_of(row)) for row in record.event_rows.values())
        keep &= np.fromiter(lies, dtype=bool, count=len(events))
    for column, values in (("category", view.categories), ("status", view.statuses)):
        if values:
            keep &= events[column].isin(values).to_numpy()
    if view.significance < 3:
        keep &= (events["significance"] <= view.significance).to_numpy()
    if view.voices:
        keep &= np.array([heard(record, voices, view) for voices in events["voices"]], dtype=bool)
    if view.of_case:
        keep &= np.array([view.of_case in cases for cases in events["case_ids"]], dtype=bool)
    if view.deaths:
        keep &= (events["about_deaths"] == "yes").to_numpy()
    for word in words_of(view.text):
        keep &= events["search"].str.contains(word, regex=False).to_numpy(dtype=bool)
    matching = events.loc[keep]
    return Shown(record, view, matching.loc[touching(matching, view.all_periods, view.hours)], matching)


def places_of(event: EventRow) -> tuple[str, ...]:
    """Where an event was: its place, and the others that it concerns as much."""
    return (event["place_id"], *event["also_places"])


def found_by(record: Record, event: EventRow) -> set[str]:
    """The places that show an event when they are chosen."""
    return {place for at in places_of(event) for place in record.found_by(at)}


def _by_day(events: pd.DataFrame) -> list[DayCount]:
    codes = pd.Categorical(events["status"], categories=STATUSES).codes
    periods = (BEFORE, *map(Period.of, january_days()), AFTER)
    begins, ends = _times(events)
    counts = [np.bincount(codes[_touching(begins, ends, *bounds(p))], minlength=len(STATUSES)) for p in periods]
    return [
        DayCount(period, {s: int(n) for s, n in zip(STATUSES, count, strict=True) if n})
        for period, count in zip(periods, counts, strict=True)
    ]


def heard(record: Record, voices: tuple[str, ...], view: View) -> bool:
    """Whether the kinds of voice that the view asks for are among some voices, or the only ones."""
    kinds = set(record.voices.kinds_of(voices))
    return kinds <= set(view.voices) if view.alone else bool(kinds & set(view.voices))


def touching(events: pd.DataFrame, periods: Iterable[Period], hours: tuple[int, int] | None = None) -> np.ndarray:
    """A mask of the events that touch one of some periods, of a day only within some minutes of it; all without any."""
    begins, ends = _times(events)
    masks = [_touching(begins, ends, *bounds(period, hours)) for period in periods]
    return np.logical_or.reduce(masks) if masks else np.ones(len(events), dtype=bool)


def _times(events: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    return events["begins"].to_numpy(), events["ends"].to_numpy()


def _touching(begins: np.ndarray, ends: np.ndarray, low: datetime, high: datetime) -> np.ndarray:
    first, last = np.datetime64(low), np.datetime64(high)
    moment = (begins == ends) & (begins >= first) & (begins < last)
    touches: np.ndarray = moment | ((begins < last) & (ends > first))
    return touches


def bounds(period: Period, hours: tuple[int, int] | None = None) -> tuple[datetime, datetime]:
    """A period as a half-open interval of local time."""
    begins = midnight(period.first) if period.first else _EVER[0]
    ends = midnight(period.last) + DAY if period.last and period.last < _EVER[1].date() else _EVER[1]
    if hours and period.day:
        return begins + timedelta(minutes=hours[0]), begins + timedelta(minutes=hours[1])
    return begins, ends


def addressable(record: Record) -> Known:
    """What an address may name of the whole record."""
    last = record.as_of or JANUARY[1]
    return Known(
        places=frozenset(record.place_rows),
        events=frozenset(record.event_rows),
        cases=frozenset(record.case_rows),
        claims=frozenset(record.claim_rows),
        people=frozenset(record.person_rows),
        sources=frozenset(record.source_rows),
        measures=frozenset(measure for measure in record.claims["measure"] if measure),
        claimants=frozenset(map(claimant_name, record.claims["claimant"])),
        days=(min(record.first_day or JANUARY[0], last), last),
    )


def steps_of(record: Record, case_id: str) -> list[StepRow]:
    """The steps of a case in the order of their dates."""
    return record.steps_by_case.get(case_id, [])


def people_of(record: Record, case_id: str) -> list[CasePersonRow]:
    """The people of a case."""
    return record.people_by_case.get(case_id, [])


def changes_of(record: Record, table: str, row_id: str) -> list[ChangeRow]:
    """The log of changes to one row, the newest first."""
    return record.changes_by_row.get((table, row_id), [])


def changes_since(record: Record, table: str, row_id: str, day: date | None) -> list[ChangeRow]:
    """The changes to one row after a day; none where there is no row or no day."""
    return [row for row in changes_of(record, table, row_id) if day and row_id and row["date"] > day.isoformat()]


@dataclass(frozen=True)
class Citing:
    """What cites a source: events, claims, cases and deaths by their ids."""

    events: tuple[str, ...]
    claims: tuple[str, ...]
    cases: tuple[str, ...]
    deaths: tuple[str, ...]


def citing(record: Record) -> dict[str, Citing]:
    """For each source what cites it; a case also cites through its people and steps. Found once for a record."""
    if record not in _cited:
        _cited[record] = _all_citing(record)
    return _cited[record]


_cited: WeakKeyDictionary[Record, dict[str, Citing]] = WeakKeyDictionary()


def _all_citing(record: Record) -> dict[str, Citing]:
    events = _citing(record.events, "event_id")
    claims = _citing(record.claims, "claim_id")
    deaths = _citing(record.tables["deaths"], "death_id")
    cases: dict[str, dict[str, None]] = {}
    for name in ("cases", "case_people", "case_steps"):
        for source, found in _citing(record.tables[name], "case_id").items():
            cases.setdefault(source, {}).update(dict.fromkeys(found))
    return {
        source: Citing(*(tuple(found.get(source, ())) for found in (events, claims, cases, deaths)))
        for source in record.sources.index
    }


def _citing(frame: pd.DataFrame, key: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row_id, sources in frame[[key, "sources"]].itertuples(index=False):
        for source in sources:
            found.setdefault(source, []).append(row_id)
    return found


def sources_with(record: Record, words: str) -> list[SourceRow]:
    """The sources that have all the words in publisher, title, author or address, by publisher and date."""
    wanted, texts = words_of(words), record.whole.source_texts
    found = [row for key, row in record.source_rows.items() if all(word in texts[key] for word in wanted)]
    return sorted(found, key=lambda row: (row["publisher"].casefold(), row["out_by"] or "9999", row["source_id"]))


def stretched(chosen: Period | None, clicked: Period | None) -> Period | None:
    """The range from the chosen days to the clicked one; the clicked one alone where no range can be made."""
    ends = [chosen.first, chosen.last, clicked.first, clicked.last] if chosen and clicked else [None]
    days = [day for day in ends if day]
    return Period(min(days), max(days)) if len(days) == 4 else clicked
