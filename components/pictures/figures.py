"""The figures there are: each draws a view, and says what it shows and what it rests on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from components.address import address, carried, case_address
from components.claims import layout
from components.claims.chart import left_out_words, numbers_figure
from components.dead.gap_map import gap_map, gap_words, off_the_map
from components.explore import sides_figure as sides_drawn
from components.explore.compared import compared
from components.explore.sides_figure import SidesCanvas, sides_figure
from components.figure import Figure, NothingToDrawError
from components.ground.cameras import HEIGHT as HEIGHT_OF_MAP
from components.ground.cameras import WIDTH as WIDTH_OF_MAP
from components.ground.frame import Frame
from components.language import Language, written_date
from components.map import svg as map_svg
from components.map.rows import TYPE_SIZES
from components.map.scene import Scene, scene
from components.map.silence import cut_words, silence_words
from components.record.docket import DISC, WIDTH, docket_figure
from components.timeline import svg as timeline_svg
from components.timeline.bars import bars_figure
from components.timeline.growth import growth_bars
from components.timeline.plan import plan
from components.timeline.strip import day_bars
from components.words import measures
from components.words.claims import interval_words, who_said
from components.words.places import place_words
from components.words.rest import FEW, bounded, rest_words
from components.words.sentence import counted, disputed_words, sentence
from data.loading.record import Record
from data.queries.bands import silences
from data.queries.claims import by_day_said
from data.queries.deaths import by_place, official, persons
from data.queries.numbers import DEFAULT_PLACE, numbers, of_view
from data.queries.query import Shown, query, steps_of


@dataclass(frozen=True)
class Sizes:
    """How large the figures are drawn, each in the units of its own canvas.

    `map` is the size of its names, its width and its height; `docket` the width of its axis and that of a disc. A chart
    of numbers that would be higher than `highest` leaves out the counts of parts.
    """

    map: tuple[float, float, float] = (TYPE_SIZES["page"], WIDTH_OF_MAP, HEIGHT_OF_MAP)
    timeline: timeline_svg.TimelineCanvas = timeline_svg.PICTURE
    numbers: layout.ChartCanvas = layout.CANVASES["page"]
    docket: tuple[float, float] = (WIDTH, DISC)
    sides: SidesCanvas = sides_drawn.PICTURE
    highest: float = float("inf")


PICTURE = Sizes()


@dataclass(frozen=True)
class FigureKind:
    """One of FIGURES: how it is drawn, on which page the app shows it, and what a picture and a slide say of it.

    `key` is whether a picture explains colours and fillings; `slide` what stands under the figure on a slide.
    `draw` raises NothingToDrawError.
    """

    draw: Callable[[Shown, Language, Sizes], Figure]
    page: str
    key: bool = False
    slide: Literal["caption", "title", ""] = ""


def map_of(scene: Scene, sizes: Sizes) -> Figure:
    """The map of a scene, with what it shows in words."""
    shown, language = scene.shown, scene.language
    _some(shown, language)
    size, width, height = sizes.map
    drawn = map_svg.marks_in(scene, Frame(width, height, scene.eye))
    left_out = len(shown.rows) - sum(mark.group.total for mark, _ in drawn)
    asides = [language.text("{n} not on this map").format(n=language.number(left_out))] if left_out else []
    if scene.veil:
        asides.append(language.text("hatched: the internet was cut"))
    if shown.view.period:
        asides += cut_words(scene)
    return replace(
        map_svg.map_figure(scene, size, width=width, height=height),
        title=language.text("Events on the map: {camera}").format(camera=scene.title),
        caption=sentence(shown, language),
        asides=tuple(asides),
        notes=(
            disputed_words(shown, language),
            _no_point(scene),
            silence_words(shown, scene.silences, language),
            scene.rest,
        ),
        sources=shown.sources,
        path=address(shown.view),
    )


def _map(shown: Shown, language: Language, sizes: Sizes) -> Figure:
    return map_of(scene(shown, language), sizes)


def _timeline(shown: Shown, language: Language, sizes: Sizes) -> Figure:
    _some(shown, language)
    planned = plan(shown, language)
    return replace(
        timeline_svg.timeline_figure(planned, sizes.timeline),
        title=language.text("Events on the timeline"),
        caption=sentence(shown, language),
        notes=(*_how_sure(shown, language), planned.rest),
        sources=shown.sources,
        path=address(shown.view),
    )


def _sides(shown: Shown, language: Language, sizes: Sizes) -> Figure:
    view = shown.view
    if view.beside is None:
        raise NothingToDrawError(
            language.text("Nothing stands beside: add beside=… to the address, another day or another place.")
        )
    _some(shown, language)
    pair = compared(shown.record, view, language)
    return replace(
        sides_figure(pair, language, sizes.sides),
        title=language.text("{left} and {right}, side by side").format(left=pair[0].name, right=pair[1].name),
        caption=sentence(shown, language),
        notes=(
            language.text("Both maps and both timelines have the same scale."),
            *(f"{side.name}: {disputed_words(side.shown, language)}" for side in pair),
        ),
        sources=shown.sources,
        path=address(view),
    )


def _days(shown: Shown, language: Language, _: Sizes) -> Figure:
    """The day strip: of all days, whichever is chosen."""
    all_days = query(shown.record, shown.view.but(period=None, hours=None))
    _some(all_days, language)
    title = language.text("Events by day, January 2022")
    return replace(
        bars_figure(day_bars(shown, language), title, language),
        caption=sentence(all_days, language),
        notes=(
            language.text("An event counts in every day that it touches."),
            "" if all_days.all_but_days else language.text("Pale: what else the record has."),
            *_how_sure(all_days, language),
        ),
        sources=all_days.sources,
        path=address(shown.view),
    )


def _growth(shown: Shown, language: Language, _: Sizes) -> Figure:
    record, view = shown.record, carried(shown.view)

    def link(stop: date) -> str:
        return address(view.but(as_known_on=stop))

    reported = sum(bool(event["known_from"]) for event in record.event_rows.values())
    count = language.text("{n} of {total} events with a known date of first report").format(
        n=language.number(reported), total=language.number(len(record.whole.event_rows))
    )
    key = language.text(
        "A bar for every day of January 2022, then for the ends of months and of years. By the earliest source cited "
        "here, which need not be the earliest there was; an event without a dated source stands in no bar."
    )
    title = language.text("How the record grew: events reported by each day")
    return replace(
        bars_figure(growth_bars(record.whole, record.known_on, language, link), title, language),
        caption=counted(record, count, language),
        notes=(key,),
        sources=tuple(dict.fromkeys(_first_sources(record))),
        path=address(view),
    )


def _first_sources(record: Record) -> Iterator[str]:
    """The sources by which the events of a record were first reported."""
    for event in record.event_rows.values():
        for source in event["sources"]:
            if event["first_report"] and record.source_rows[source]["out_by"] == event["first_report"]:
                yield source


def _numbers(shown: Shown, language: Language, sizes: Sizes) -> Figure:
    record, view = shown.record, shown.view
    measure, place_id = of_view(record, view)
    found = numbers(record, measure, place_id)
    if not found.series:
        raise NothingToDrawError(
            language.text("The record has no such number for this place, so there is nothing to draw.")
        )
    figure = numbers_figure(record, found, view, language, sizes.numbers)
    asides = [language.text("as known on {day}").format(day=language.day(record.known_on))] if record.known_on else []
    whole = numbers(record, measure, place_id, parts=False)
    if figure.height > sizes.highest and whole.series:
        found, figure = whole, numbers_figure(record, whole, view, language, sizes.numbers)
        asides.append(language.text("counts of parts are left out"))
    claims = by_day_said(point.claim for series in found.series for point in series.said)
    count = language.text("{n} of {total} claims").format(
        n=language.number(len(claims)), total=language.number(len(record.whole.claim_rows))
    )
    contradicted = sum(bool(claim["contradicted_by"]) for claim in claims)
    contradicted_words = language.plural("{n} contradicted", "{n} contradicted", contradicted)
    key = language.text(
        "Filled points: the authorities. Open points: others. Dashed: counts only a part. "
        "≠: another claim contradicts it. ×: withdrawn. A number belongs to whoever gave it."
    )
    return replace(
        figure,
        title=f"{measures.measure(language, measure)}, {place_words(record.place_rows[place_id], language)}",
        caption=" · ".join((counted(record, count, language), contradicted_words)),
        asides=tuple(asides),
        notes=(key, left_out_words(found, language)),
        sources=tuple(dict.fromkeys(source for claim in claims for source in claim["sources"])),
        path=address(view.but(measure=measure, places=(place_id,)), "claims"),
    )


def _docket(shown: Shown, language: Language, sizes: Sizes) -> Figure:
    record, view = shown.record, shown.view
    whole = steps_of(record, view.case)
    steps = bounded(whole, "step", most=FEW)
    if not steps:
        raise NothingToDrawError(
            language.text(
                "No case is chosen, or it has no steps yet: add case=… to the address, as on the case’s page."
            )
        )
    count = language.text("{n} of {total} steps").format(
        n=language.number(len(whole)), total=language.number(len(steps_of(record.whole, view.case)))
    )
    return replace(
        docket_figure(steps, language, *sizes.docket),
        title=language.of(record.case_rows[view.case], "title"),
        caption=counted(record, count, language),
        asides=(language.plural("{n} step", "{n} steps", len(whole)),),
        notes=(
            *(
                f"{number}. {written_date(language, step['date'])}: {language.of(step, 'step')}"
                for number, step in enumerate(steps, start=1)
            ),
            rest_words(language, len(steps), len(whole)),
        ),
        sources=tuple(dict.fromkeys(source for step in steps for source in step["sources"])),
        path=case_address(view.case, view),
    )


def _dead(shown: Shown, language: Language, sizes: Sizes) -> Figure:
    record = shown.record
    counts = by_place(record)
    if not counts:
        raise NothingToDrawError(
            language.text("The record has no death and no number of them by then, so there is nothing to draw.")
        )
    beyond = off_the_map(record)
    said = [one.said for one in counts if one.said]
    count = language.plural("{n} death told of here", "{n} deaths told of here", persons(record.death_rows.values()))
    whole = official(record, DEFAULT_PLACE)
    if whole:
        count = language.text("{count}, of {total} that the authorities count ({who}, {day})").format(
            count=count,
            total=interval_words(whole.interval, language),
            who=who_said(whole.claim, language),
            day=written_date(language, whole.claim["said_on"]),
        )
    given: dict[tuple[str, str], list[str]] = {}
    for one in said:
        named = given.setdefault((who_said(one.claim, language), written_date(language, one.claim["said_on"])), [])
        named.append(place_words(record.place_rows[one.claim["place_id"]], language))
    sayings = [
        language.text("{places}: {who}, {day}").format(places=language.listing(places), who=who, day=day)
        for (who, day), places in given.items()
    ]
    size, width, height = sizes.map
    return replace(
        gap_map(record, shown.view, language, size, width=width, height=height),
        title=language.text("The dead: told of here, and counted by the authorities"),
        caption=counted(record, count, language),
        notes=(
            language.text(
                "Filled: deaths told of here. Ring: the newest number of the authorities for the place that stands. "
                "Areas are in proportion."
            ),
            language.text("The numbers of the authorities: {given}.").format(given="; ".join(sayings))
            if sayings
            else "",
            language.text("Not on the map: {places}.").format(
                places="; ".join(gap_words(record, one, language) for one in beyond)
            )
            if beyond
            else "",
        ),
        sources=tuple(
            dict.fromkeys(
                source
                for row in (*record.death_rows.values(), *(one.claim for one in said))
                for source in row["sources"]
            )
        ),
        path=address(carried(shown.view), "dead"),
    )


FIGURES = {
    "map": FigureKind(_map, "explore", True, "caption"),
    "timeline": FigureKind(_timeline, "explore", True, "caption"),
    "days": FigureKind(_days, "explore"),
    "sides": FigureKind(_sides, "explore", True, "caption"),
    "numbers": FigureKind(_numbers, "claims", slide="title"),
    "docket": FigureKind(_docket, "cases", slide="title"),
    "dead": FigureKind(_dead, "dead", slide="caption"),
    "growth": FigureKind(_growth, "explore"),
}
"""Every figure by its name in the addresses of pictures; those with words for a slide can fill one."""


def _some(shown: Shown, language: Language) -> None:
    if not shown.rows:
        raise NothingToDrawError(language.text("No event matches these filters, so there is nothing to draw."))


def _how_sure(shown: Shown, language: Language) -> tuple[str, str]:
    """How sure the shown events are, and where few reports may mean no network."""
    return disputed_words(shown, language), silence_words(shown, silences(shown), language)


def _no_point(scene: Scene) -> str:
    """The events that are no point on this map, in words; empty where all are."""
    language = scene.language
    listed = [placed.label for placed in scene.shelf]
    if beyond := map_svg.outside(scene):
        listed.append(language.text("outside of it {n}").format(n=language.number(beyond)))
    return language.text("Not a point on this map: {groups}.").format(groups=", ".join(listed)) if listed else ""
