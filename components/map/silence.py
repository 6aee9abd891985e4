"""Silence: where the internet was cut or a curfew ran, few reports may mean no network."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from markupsafe import Markup

from components.address import event_address
from components.language import Language
from components.map.scene import Scene
from components.markup import render
from components.words.places import place_words
from components.words.when import hour, period_words, when
from data.loading.rows import EventRow
from data.period import Period
from data.queries.bands import DatedBand
from data.queries.query import Shown


def silence_note(scene: Scene) -> Markup:
    """The note for the cuts and curfews that a view touches; empty where there are none."""
    if not scene.silences:
        return Markup()
    rows = [_row(scene.shown, band, scene.language) for band in scene.silences]
    return render(
        "map/silence",
        scene.language,
        rows=[row | {"span": _span(row, scene.language)} for row in rows],
        cut=any(band.cuts_network for band in scene.silences),
        veiled=bool(scene.veil),
    )


def cut_line(scene: Scene) -> Markup:
    """The same on one line of the map, with the note behind it; empty where there are none."""
    if not scene.silences:
        return Markup()
    lines = cut_words(scene) or [_line(band, scene) for band in scene.silences]
    return render("map/cut_line", scene.language, lines=lines, note=silence_note(scene))


def cut_words(scene: Scene) -> list[str]:
    """When the internet was cut and where, a line for each cut that a view touches."""
    return [_line(band, scene) for band in scene.silences if band.cuts_network]


def _line(band: DatedBand, scene: Scene) -> str:
    """A cut with its place, or a curfew, and its days; of a chosen day the hours alone."""
    row = _row(scene.shown, band, scene.language)
    _, record, day = scene.language.text, scene.shown.record, scene.shown.view.period and scene.shown.view.period.day
    what = _("Internet cut {where}").format(where=row["where"]) if band.cuts_network else row["title"]
    first, last = record.event_rows[band.event_id], record.event_rows.get(band.end_id)
    if not day:
        days = Period(first["begins"].date(), last["begins"].date() if last else None)
        return f"{what}, {period_words(days, scene.language)}"
    begins, ends = _hour(first, day, scene.language), _hour(last, day, scene.language)
    if begins and ends:
        return _("{what} from {begins} to {ends}").format(what=what, begins=begins, ends=ends)
    if begins:
        return _("{what} from {begins}").format(what=what, begins=begins)
    if ends:
        return _("{what} until {ends}").format(what=what, ends=ends)
    return _("{what} all day").format(what=what) if band.cuts_network else what


def _hour(event: EventRow | None, day: date, language: Language) -> str:
    """The hour of an event of a day, in words; empty if it was on another."""
    return hour(event, language) if event and event["begins"].date() == day else ""


def silence_words(shown: Shown, found: Sequence[DatedBand], language: Language) -> str:
    """The same note as plain text, for a picture; `found` are the cuts and curfews."""
    if not found:
        return ""
    rows = [_row(shown, band, language) for band in found]
    times = "; ".join(f"{row['title']} ({row['where']}), {_span(row, language)}" for row in rows)
    if any(band.cuts_network for band in found):
        return language.text("Few reports may mean no network: {times}.").format(times=times)
    return language.text("Few reports may mean that nobody could be outside to see: {times}.").format(times=times)


def _span(row: dict[str, Any], language: Language) -> str:
    if row["ends"]:
        return language.text("from {begins} to {ends}").format(begins=row["begins"], ends=row["ends"])
    return language.text("from {begins}").format(begins=row["begins"])


def _row(shown: Shown, band: DatedBand, language: Language) -> dict[str, Any]:
    record = shown.record
    begins = when(record.event_rows[band.event_id], language)
    ends = when(record.event_rows[band.end_id], language) if band.end_id else ""
    names = [place_words(record.place_rows[place], language) for place in band.places]
    return {
        "title": language.of(record.band_rows[band.band_id], "title"),
        "where": language.listing(names),
        "begins": begins,
        "ends": ends,
        "href": event_address(band.event_id, shown.view),
    }
