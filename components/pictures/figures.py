"""The figures of a view as pictures for download."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import font_source_sans_pro
from markupsafe import Markup
from resvg_py import svg_to_bytes

from components.address import address, carried, case_address
from components.claims.chart import numbers_chart
from components.language import Language, written_date
from components.map.shelf import shelf_groups
from components.map.silence import silence_words
from components.map.svg import drawn_map, outside
from components.pictures.framed import picture_legend, sheet, status_legend
from components.record.docket import draw_docket
from components.timeline.bars import drawn_bars
from components.timeline.growth import growth_bars
from components.timeline.strip import day_bars
from components.timeline.svg import drawn_timeline
from components.words import labels, measures
from components.words.places import place_words
from components.words.sentence import counted, disputed_words, sentence
from components.words.version import version_words
from data.claims import by_day_said
from data.numbers import chosen, numbers
from data.query import Shown, query, steps_of
from data.record import Record

FONTS = Path(font_source_sans_pro.__file__).parent / "files"
NAMED_PUBLISHERS = 24
"""So many publishers are named on a picture; the table has all sources."""


class NothingToDrawError(ValueError):
    """A picture was asked for of which the view has nothing."""


def picture(figure: str, shown: Shown, language: Language, theme: str, base: str) -> Markup:
    """One of FIGURES as an SVG document; `base` is the address of the site. Raises NothingToDrawError."""
    return FIGURES[figure](shown, language, theme, base)


def _map(shown: Shown, language: Language, theme: str, base: str) -> Markup:
    _some(shown, language)
    camera = shown.view.camera
    title = language.text("Events on the map: {camera}").format(camera=labels.camera(language, camera))
    disputed, *others = _proof_of_events(shown, language)
    proof = [disputed, _no_point(shown, language), *others, _link(base, address(shown.view), language)]
    drawn = drawn_map(shown, language, camera=camera)
    return sheet(drawn, title, sentence(shown, language), proof, base, theme, language, picture_legend(language))


def _timeline(shown: Shown, language: Language, theme: str, base: str) -> Markup:
    _some(shown, language)
    title = language.text("Events on the timeline")
    proof = [*_proof_of_events(shown, language), _link(base, address(shown.view), language)]
    drawn = drawn_timeline(shown, language)
    return sheet(drawn, title, sentence(shown, language), proof, base, theme, language, picture_legend(language))


def _days(shown: Shown, language: Language, theme: str, base: str) -> Markup:
    """The day strip: of all days, whichever is chosen."""
    all_days = query(shown.record, shown.view.but(period=None, hours=None))
    _some(all_days, language)
    title = language.text("Events by day, January 2022")
    drawn = drawn_bars(day_bars(shown, language), title, language)
    key = language.text("An event counts in every day that it touches.")
    proof = [key, *_proof_of_events(all_days, language), _link(base, address(shown.view), language)]
    legend = status_legend(language, "ink")
    return sheet(drawn, title, sentence(all_days, language), proof, base, theme, language, legend)


def _growth(shown: Shown, language: Language, theme: str, base: str) -> Markup:
    record, view = shown.record, carried(shown.view)

    def link(stop: date) -> str:
        return address(view.but(as_known_on=stop))

    bars = growth_bars(record.whole, record.known_on, language, link)
    title = language.text("How the record grew: events reported by each day")
    days = record.events["known_from"]
    said = language.text("{n} of {total} events with a known date of first report").format(
        n=language.number(sum(map(bool, days))), total=language.number(len(record.whole.events))
    )
    key = language.text(
        "A bar for every day of January 2022, then for the ends of months and of years. By the earliest source cited "
        "here, which need not be the earliest there was; an event without a dated source stands in no bar."
    )
    proof = [key, *_proof(record, list(dict.fromkeys(_first_sources(record))), language)]
    return sheet(
        drawn_bars(bars, title, language),
        title,
        counted(record, said, language),
        [*proof, _link(base, address(view), language)],
        base,
        theme,
        language,
    )


def _first_sources(record: Record) -> Iterator[str]:
    """The sources by which the events of a record were first reported."""
    for event in record.event_rows.values():
        for source in event["sources"]:
            if event["first_report"] and record.source_rows[source]["published"] == event["first_report"]:
                yield source


def _some(shown: Shown, language: Language) -> None:
    if not len(shown.events):
        raise NothingToDrawError(language.text("No event matches these filters, so there is nothing to draw."))


def _numbers(shown: Shown, language: Language, theme: str, base: str) -> Markup:
    record, view = shown.record, shown.view
    measure, place_id = chosen(record, view.measure, view.topic, view.places)
    found = numbers(record, measure, place_id)
    if not found.series:
        raise NothingToDrawError(
            language.text("The record has no such number for this place, so there is nothing to draw.")
        )
    claims = by_day_said(said.claim for series in found.series for said in series.said)
    place = place_words(record.place_rows[place_id], language)
    title = f"{measures.measure(language, measure)}, {place}"
    contradicted = sum(bool(claim["contradicted_by"]) for claim in claims)
    said = language.text("{n} of {total} claims").format(
        n=language.number(len(claims)), total=language.number(len(record.whole.claims))
    )
    parts = [counted(record, said, language), language.plural("{n} contradicted", "{n} contradicted", contradicted)]
    sources = list(dict.fromkeys(source for claim in claims for source in claim["sources"]))
    back = address(view.but(measure=measure, places=(place_id,)), "claims")
    proof = [*_proof(record, sources, language), _link(base, back, language)]
    key = language.text(
        "Filled points: the authorities. Open points: others. Dashed: counts only a part. "
        "≠: another claim contradicts it. ×: withdrawn. A number belongs to whoever gave it."
    )
    return sheet(
        numbers_chart(record, found, view, language), title, " · ".join(parts), [key, *proof], base, theme, language
    )


def _docket(shown: Shown, language: Language, theme: str, base: str) -> Markup:
    record, view = shown.record, shown.view
    steps = steps_of(record, view.case)
    if not steps:
        raise NothingToDrawError(
            language.text(
                "No case is chosen, or it has no steps yet: add case=… to the address, as on the case’s page."
            )
        )
    case = record.case_rows[view.case]
    whole = len(steps_of(record.whole, view.case))
    said = language.text("{n} of {total} steps").format(n=language.number(len(steps)), total=language.number(whole))
    listed = [
        f"{number}. {written_date(language, step['date'])}: {language.of(step, 'step')}"
        for number, step in enumerate(steps, start=1)
    ]
    sources = list(dict.fromkeys(source for step in steps for source in step["sources"]))
    proof = [*listed, *_proof(record, sources, language), _link(base, case_address(view.case, view), language)]
    title = language.of(case, "title")
    return sheet(draw_docket(steps, language), title, counted(record, said, language), proof, base, theme, language)


FIGURES: dict[str, Callable[[Shown, Language, str, str], Markup]] = {
    "map": _map,
    "timeline": _timeline,
    "days": _days,
    "numbers": _numbers,
    "docket": _docket,
    "growth": _growth,
}


def _no_point(shown: Shown, language: Language) -> str:
    """The events that are no point on this map, in words; empty where all are."""
    listed = [f"{name} {language.number(group.total)}" for name, group in shelf_groups(shown, language)]
    if beyond := outside(shown, shown.view.camera):
        listed.append(language.text("outside of it {n}").format(n=language.number(beyond)))
    return language.text("Not a point on this map: {groups}.").format(groups=", ".join(listed)) if listed else ""


def _proof_of_events(shown: Shown, language: Language) -> list[str]:
    """How sure the shown events are, where few reports may mean no network, and what they rest on."""
    sources = dict.fromkeys(source for event in shown.rows for source in event["sources"])
    return [
        disputed_words(shown, language),
        silence_words(shown, language),
        *_proof(shown.record, list(sources), language),
    ]


def _proof(record: Record, sources: list[str], language: Language) -> list[str]:
    """Whose reports a picture rests on, and of which record it is."""
    if not sources:
        return [version_words(record, language)]
    publishers = Counter(record.source_rows[source]["publisher"] for source in sources)
    named = [
        f"{name} ({language.number(n)})" if n > 1 else name for name, n in publishers.most_common(NAMED_PUBLISHERS)
    ]
    more = len(publishers) - len(named)
    names = ", ".join(named) + (language.text(", and {n} more").format(n=language.number(more)) if more else "")
    counted_sources = language.plural("{n} source", "{n} sources", len(sources))
    return [f"{counted_sources}: {names}.", version_words(record, language)]


def _link(base: str, path: str, language: Language) -> str:
    return language.text("The same view: {link}").format(link=base.rstrip("/") + path)


def as_png(document: Markup) -> bytes:
    """An SVG document as PNG at twice its size, with the typeface of the pages."""
    fonts = [str(FONTS / f"SourceSansPro-{weight}.ttf") for weight in ("Regular", "Semibold", "Bold")]
    return bytes(
        svg_to_bytes(
            svg_string=str(document),
            font_files=fonts,
            font_family="Source Sans Pro",
            sans_serif_family="Source Sans Pro",
            skip_system_fonts=True,
            zoom=2,
        )
    )
