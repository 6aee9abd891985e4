"""What a timeline shows of a view, computed once: the live chart and the drawn ones only draw it."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from components.address import address, event_address
from components.language import Language
from components.timeline.scale import Scale, columns_of, scale_of, within_january
from components.words import labels
from components.words.places import event_places, place_words
from components.words.when import hour, period_words, when
from data.cells import has_minute
from data.loading.rows import EventRow
from data.period import AFTER, BEFORE, JANUARY, Period
from data.queries.bands import bands
from data.queries.mapping import drawn_at
from data.queries.query import Shown
from data.queries.view import View
from data.times import DAY, midnight
from data.vocabulary import CATEGORIES

PLACE_LANES = 9
"""So many places have a lane of their own, those with most events; the others share the last."""
MOST = 1000
"""So many events have room on a timeline."""
LATE = 0.6
"""A band that begins after this share of the axis has its words before its end, and not after its beginning."""


@dataclass(frozen=True)
class PlannedBand:
    """Bands that begin and end together on the axis, with their titles, their words and their ends there.

    They are `late` if there is more room before the words than after them; `cuts` says that nothing could be sent.
    """

    title: str
    words: str
    begins: datetime
    ends: datetime
    late: bool
    cuts: bool


@dataclass(frozen=True)
class PlannedEvent:
    """An event with its title, what is said of it besides, the page it leads to, and whether it is open.

    One that stands beside the axis has its reason `apart` in a word: the part of the day, or the later day. Maps
    draw it at its `places`.
    """

    event: EventRow
    title: str
    details: tuple[str, ...]
    path: str
    open: bool
    apart: str = ""
    places: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """All that is said of it, line by line."""
        return "\n".join((self.title, *self.details))

    @property
    def moment(self) -> bool:
        """Whether its time is known to the minute, or about."""
        return bool(self.event["begins"] == self.event["ends"])


@dataclass(frozen=True)
class PlannedColumn:
    """A stretch of the axis whose events stand together: its ends, the words below it, what it is, and its view."""

    begins: datetime
    ends: datetime
    label: str
    period: Period
    words: str
    path: str


@dataclass(frozen=True)
class PlannedLane:
    """A lane: its name, the view of it alone, its events on the axis of hours, by column, and those beside it.

    It is as high as if it had so many `rows`, where it has fewer.
    """

    name: str
    path: str
    timed: list[PlannedEvent]
    cells: list[list[PlannedEvent]]
    apart: list[list[PlannedEvent]]
    rows: int = 1


@dataclass(frozen=True)
class Apart:
    """So many events that stand apart from the axis, in words, and the view that they lead to, if there is one."""

    number: int
    words: str
    path: str = ""


@dataclass(frozen=True)
class Plan:
    """The axis, the bands above, the named lanes with their events, and all of these in the order of their time.

    The axis of a single day has hours and no `columns`. `apart` says what stands beside it in every lane, group by
    group, where there is room for that at all: `beside`; `before` is what lies before it and is not drawn. `rest` says
    how many of the events are left out, where there are more than can be told apart. There is room for `most_bands`
    where there are fewer bands.
    """

    language: Language
    view: View
    scale: Scale
    columns: list[PlannedColumn]
    bands: list[PlannedBand]
    events: list[PlannedEvent]
    lanes: list[PlannedLane]
    apart: list[Apart]
    beside: bool
    before: Apart | None = None
    rest: str = ""
    most_bands: int = 0

    @property
    def band_rows(self) -> int:
        """So many bands have room above the lanes."""
        return max(len(self.bands), self.most_bands)


Group = Callable[[EventRow], int | None]
"""Which group an event stands in beside the axis; None for one that stands on it."""


def plan(shown: Shown, language: Language, scale: Scale | None = None) -> Plan:
    """The timeline of a view, on an axis of its own or another one; where hours are chosen its own is theirs."""
    view, scale = shown.view, scale or scale_of(shown, language)
    columns = [] if scale.in_hours else _columns(scale, view, language)
    rows = [row for row in shown.rows if row["begins"] >= scale.begins or row["ends"] > scale.begins]
    heads, group = _groups(rows, scale, view, language)
    planned = [_planned(row, group(row), scale, shown, language) for row in rows[:MOST]]
    return Plan(
        language,
        view,
        scale,
        columns,
        _bands(shown, scale, language),
        sorted(planned, key=lambda one: (bool(one.apart), one.event["begins"])),
        [
            PlannedLane(name, path, *_sorted_in(events, columns, len(heads), group, view))
            for name, path, events in _lanes(planned, shown, language)
        ],
        heads,
        scale.in_hours or within_january(view.spanned or Period(*JANUARY)),
        _before(len(shown.rows) - len(rows), view, language),
        _rest(len(planned), len(rows), language),
    )


def _rest(planned: int, total: int, language: Language) -> str:
    if planned == total:
        return ""
    return language.text(
        "The timeline shows the first {n} of {total} events: choose fewer days, or filter, to see the others."
    ).format(n=language.number(planned), total=language.number(total))


def _before(number: int, view: View, language: Language) -> Apart | None:
    """What is shown but lies before the axis."""
    if not number:
        return None
    words = language.text("Before: {n}").format(n=language.number(number))
    return Apart(number, words, address(view.filtered(period=BEFORE, hours=None)))


def _columns(scale: Scale, view: View, language: Language) -> list[PlannedColumn]:
    columns = []
    for begins, ends, label in columns_of(scale, language):
        period = Period(begins.date(), (ends - DAY).date())
        path = address(view.filtered(period=period, hours=None))
        columns.append(PlannedColumn(begins, ends, label, period, period_words(period, language), path))
    return columns


def _groups(rows: list[EventRow], scale: Scale, view: View, language: Language) -> tuple[list[Apart], Group]:
    """What stands beside the axis, group by group, and which of the groups an event is in."""
    named, group = groups_beside(scale, view, language)
    counts = Counter(map(group, rows))
    heads = []
    for number, (words, period) in enumerate(named):
        path = address(view.filtered(period=period, hours=None)) if period else ""
        heads.append(Apart(counts[number], words.format(n=language.number(counts[number])), path))
    return heads, group


def groups_beside(scale: Scale, view: View, language: Language) -> tuple[list[tuple[str, Period | None]], Group]:
    """The groups there may be beside an axis: their words with `{n}`, and their days; and which an event is in."""
    _ = language.text
    if scale.in_hours:
        return [(_("part of day only: {n}"), None), (_("hour not known: {n}"), None)], _without_hour
    named: list[tuple[str, Period | None]] = []
    if not within_january(view.spanned or Period(*JANUARY)):
        return named, _on_axis
    first, last = scale.ends.date(), (view.spanned or Period(*JANUARY)).last or JANUARY[1]
    if first > last:
        return named, _on_axis
    days = f"{first.day}–{language.day(last, 'd MMMM')}" if first < last else language.day(first, "d MMMM")
    return [(f"{days}: {{n}}", Period(first, last)), (_("after: {n}"), AFTER)], _later(scale.ends)


def _on_axis(_: EventRow) -> None:
    """No event stands apart."""


def _later(ends: datetime) -> Group:
    """Whether an event began after the axis, in January (0) or after it (1)."""
    february = midnight(JANUARY[1]) + DAY
    return lambda event: None if event["begins"] < ends else int(event["begins"] >= february)


def _without_hour(event: EventRow) -> int | None:
    """Whether of its time only the part of the day is known (0), or not even that (1)."""
    if event["time_precision"] == "part_of_day":
        return 0
    return None if has_minute(event["start"]) else 1


def _bands(shown: Shown, scale: Scale, language: Language) -> list[PlannedBand]:
    """The bands on the axis; those with the same ends there are one."""
    together: dict[tuple[datetime, datetime], list[tuple[str, str, bool]]] = {}
    for band in bands(shown.record, scale.begins, scale.ends):
        words = title = language.of(shown.record.band_rows[band.band_id], "title")
        if band.cuts_network:
            words = language.text("{title}: few reports may mean no network").format(title=title)
        ends = max(band.begins, scale.begins), min(band.ends, scale.ends)
        together.setdefault(ends, []).append((title, words, band.cuts_network))
    planned = []
    for (begins, until), found in together.items():
        titles, said, cuts = zip(*found, strict=True)
        late = scale.share(begins) > LATE
        planned.append(PlannedBand(" · ".join(titles), _together(said), begins, until, late, any(cuts)))
    return planned


def _together(titles: Sequence[str]) -> str:
    """The titles of a band in one line, with the place that ends all of them said once."""
    places = {title.partition(", ")[2] for title in titles}
    if len(titles) < 2 or len(places) > 1 or places == {""}:
        return " · ".join(titles)
    return " · ".join(title.partition(", ")[0] for title in titles) + f", {places.pop()}"


def _planned(event: EventRow, group: int | None, scale: Scale, shown: Shown, language: Language) -> PlannedEvent:
    apart = ""
    if group is not None:
        unknown = language.text("hour not known")
        later = language.day(event["begins"], "d MMMM" if event["begins"].year == scale.begins.year else "d MMMM y")
        apart = (hour(event, language) if group == 0 else unknown) if scale.in_hours else later
    place = event_places(shown.record, event, language)
    return PlannedEvent(
        event,
        language.of(event, "title"),
        (when(event, language), f"{place}, {labels.status(language, event['status']).lower()}"),
        event_address(event["event_id"], shown.view),
        event["event_id"] == shown.view.event,
        apart,
        tuple(dict.fromkeys([*(at for _, at in drawn_at(shown.record, event)), event["place_id"]])),
    )


Lanes = Iterable[tuple[str, str, list[PlannedEvent]]]
"""Lanes with their names, the addresses of the view of each alone, and their events in the order of the record."""


def _lanes(planned: list[PlannedEvent], shown: Shown, language: Language) -> Lanes:
    """The lanes by kind or place. In the view of one alone the lanes are the other of the two."""
    view = shown.view
    if view.laned_by == "category":
        for category in CATEGORIES:
            if found := [one for one in planned if one.event["category"] == category]:
                path = address(view.filtered(categories=(category,), lanes="place"))
                yield labels.category(language, category), path, found
        return
    at = [one.event["spot_id"] or one.event["region_id"] or one.event["place_id"] for one in planned]
    counts = Counter(at)
    most = sorted(counts, key=lambda place: (-counts[place], place))[:PLACE_LANES]
    for place in most:
        found = [one for one, where in zip(planned, at, strict=True) if where == place]
        path = address(view.filtered(places=(place,), lanes="category"))
        yield place_words(shown.record.place_rows[place], language), path, found
    if found := [one for one, where in zip(planned, at, strict=True) if where not in most]:
        yield language.text("Other places"), address(view.but(lanes="category")), found


def _sorted_in(
    events: list[PlannedEvent], columns: list[PlannedColumn], groups: int, group: Group, view: View
) -> tuple[list[PlannedEvent], list[list[PlannedEvent]], list[list[PlannedEvent]]]:
    """The events of a lane on the axis, those in each column, and those of each group beside it.

    One that lasts stands in the first column of the chosen days that it touches.
    """
    timed: list[PlannedEvent] = []
    cells: list[list[PlannedEvent]] = [[] for _ in columns]
    apart: list[list[PlannedEvent]] = [[] for _ in range(groups)]
    spanned = view.spanned
    chosen = midnight(spanned.first) if spanned and spanned.first else datetime.min
    begins = [column.begins for column in columns]
    for one in events:
        if (where := group(one.event)) is not None:
            apart[where].append(one)
        elif columns:
            cells[max(bisect_right(begins, max(one.event["begins"], chosen)) - 1, 0)].append(one)
        else:
            timed.append(one)
    return timed, cells, apart
