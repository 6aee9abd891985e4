"""The periods behind the timeline: shutdown, curfew, emergency, operation, foreign troops."""

from dataclasses import dataclass
from datetime import datetime

from data.loading.record import Record
from data.period import JANUARY, Period
from data.queries.query import Shown, bounds
from data.times import DAY, midnight
from data.vocabulary import SILENT_KINDS


@dataclass(frozen=True)
class DatedBand:
    """A band; it begins and ends when the events that carry it do."""

    band_id: str
    kind: str
    places: tuple[str, ...]
    begins: datetime
    ends: datetime
    event_id: str
    end_id: str

    @property
    def cuts_network(self) -> bool:
        """Whether nothing could be sent or posted while it lasted."""
        return self.kind == "shutdown"


def bands(record: Record, begins: datetime, ends: datetime) -> list[DatedBand]:
    """The bands that touch a half-open interval of local time, in the order of their table.

    One without a known end goes on: to the end of the day of which the record tells what was known.
    """
    known_until = midnight(record.known_on) + DAY if record.known_on else datetime.max
    found = []
    for row in record.band_rows.values():
        first = record.event_rows[row["begins_with"]]["begins"]
        last = record.event_rows[row["ends_with"]]["ends"] if row["ends_with"] else known_until
        if first < ends and last > begins and first <= last:
            names = row["band_id"], row["kind"], row["places"]
            found.append(DatedBand(*names, first, last, row["begins_with"], row["ends_with"]))
    return found


def silences(shown: Shown) -> list[DatedBand]:
    """The bands in whose hours and places few reports may mean no network, or nobody who could be out to see.

    They are the cuts of the internet and the curfews that touch the days, hours and places of a view.
    """
    period = shown.view.spanned or Period(*JANUARY)
    touched = bands(shown.record, *bounds(period, shown.view.hours))
    return [band for band in touched if band.kind in SILENT_KINDS and _concerns(shown, band)]


def _concerns(shown: Shown, band: DatedBand) -> bool:
    """Whether one of the chosen places lies in one of a band's, or the other way round."""
    within, chosen = shown.record.within, shown.view.places
    return not chosen or any(mine in within[other] or other in within[mine] for mine in chosen for other in band.places)
