"""What a timeline shows of a view, computed once: the live chart and the drawn one only draw it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from components.address import event_address
from components.language import Language
from components.timeline.scale import Scale, scale_of
from components.words import labels
from components.words.places import event_places, place_words
from components.words.when import when
from data.loading.rows import EventRow
from data.queries.bands import DatedBand, bands
from data.queries.query import Shown
from data.times import Span
from data.vocabulary import CATEGORIES

PLACE_LANES = 9
"""So many places have a lane of their own, those with most events; the others share the last."""
MOST = 1000
"""So many events have room on a timeline."""
LATE = 0.6
"""A band that begins after this share of the axis has its words before its end, and not after its beginning."""


@dataclass(frozen=True)
class PlannedBand:
    """A band with its title, its words and its ends on the axis.

    It is `late` if there is more room before its words than after them.
    """

    band: DatedBand
    title: str
    words: str
    begins: datetime
    ends: datetime
    late: bool


@dataclass(frozen=True)
class PlannedEvent:
    """An event with its title, what is said of it besides, the page it leads to, and whether it is open."""

    event: EventRow
    title: str
    details: tuple[str, ...]
    path: str
    open: bool

    @property
    def moment(self) -> bool:
        """Whether it is drawn as a point: its time is known to the minute, or about."""
        return bool(self.event["begins"] == self.event["ends"])


@dataclass(frozen=True)
class Plan:
    """The axis, the bands above, the events on the axis in the order of their time, and the named lanes they are in.

    `rest` says how many of the events are left out, where there are more than can be told apart.
    """

    language: Language
    scale: Scale
    bands: list[PlannedBand]
    events: list[PlannedEvent]
    lanes: list[tuple[str, list[PlannedEvent]]]
    rest: str = ""


def plan(shown: Shown, language: Language) -> Plan:
    """The timeline of a view; where hours are chosen the axis is theirs."""
    scale = scale_of(shown, language)
    on_axis = [row for row in shown.rows if Span(row["begins"], row["ends"]).touches(scale.begins, scale.ends)]
    planned = [_planned(row, shown, language) for row in on_axis[:MOST]]
    return Plan(
        language,
        scale,
        [_planned_band(band, shown, scale, language) for band in bands(shown.record, scale.begins, scale.ends)],
        sorted(planned, key=lambda one: one.event["begins"]),
        list(_lanes(planned, shown, language)),
        _rest(len(planned), len(on_axis), language),
    )


def _rest(planned: int, total: int, language: Language) -> str:
    if planned == total:
        return ""
    return language.text(
        "The timeline shows the first {n} of {total} events: choose fewer days, or filter, to see the others."
    ).format(n=language.number(planned), total=language.number(total))


def _planned_band(band: DatedBand, shown: Shown, scale: Scale, language: Language) -> PlannedBand:
    words = title = language.of(shown.record.band_rows[band.band_id], "title")
    if band.cuts_network:
        words = language.text("{title}: few reports may mean no network").format(title=title)
    late = band.begins > scale.begins + LATE * scale.length
    return PlannedBand(band, title, words, max(band.begins, scale.begins), min(band.ends, scale.ends), late)


def _planned(event: EventRow, shown: Shown, language: Language) -> PlannedEvent:
    place = event_places(shown.record, event, language)
    return PlannedEvent(
        event,
        language.of(event, "title"),
        (when(event, language), f"{place}, {labels.status(language, event['status']).lower()}"),
        event_address(event["event_id"], shown.view),
        event["event_id"] == shown.view.event,
    )


def _lanes(planned: list[PlannedEvent], shown: Shown, language: Language) -> Iterable[tuple[str, list[PlannedEvent]]]:
    """The lanes by kind or place, their events in the order of the record."""
    if shown.view.laned_by == "category":
        for category in CATEGORIES:
            if found := [one for one in planned if one.event["category"] == category]:
                yield labels.category(language, category), found
        return
    at = [one.event["spot_id"] or one.event["region_id"] or one.event["place_id"] for one in planned]
    counts = Counter(at)
    most = sorted(counts, key=lambda place: (-counts[place], place))[:PLACE_LANES]
    for place in most:
        found = [one for one, where in zip(planned, at, strict=True) if where == place]
        yield place_words(shown.record.place_rows[place], language), found
    if found := [one for one, where in zip(planned, at, strict=True) if where not in most]:
        yield language.text("Other places"), found
