"""Silence: where the internet was cut or a curfew ran, few reports may mean no network."""

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from components.address import event_address
from components.language import Language
from components.markup import render
from components.words.places import place_words
from components.words.when import when
from data.bands import Band, silences
from data.geography import region_outlines
from data.query import Shown
from data.record import Record


def silence(shown: Shown, language: Language) -> Markup:
    """The note for the days, hours and places of a view; empty where nothing was cut."""
    found = silences(shown)
    if not found:
        return Markup()
    rows = [_row(shown, band, language) for band in found]
    return render(
        "map/silence",
        language,
        rows=[row | {"span": _span(row, language)} for row in rows],
        cut=any(band.cuts_network for band in found),
        veiled=bool(silent_regions(shown)),
    )


def silence_words(shown: Shown, language: Language) -> str:
    """The same note as plain text, for a picture."""
    found = silences(shown)
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


def silent_regions(shown: Shown) -> list[str]:
    """The regions and cities to veil on the map: those of a cut of the internet in the chosen days.

    Without chosen days nothing is veiled: over a month the cut was short.
    """
    if shown.view.period is None:
        return []
    cut = [place for band in silences(shown) if band.cuts_network for place in band.places]
    return list(_regions(shown.record, cut))


def _regions(record: Record, places: Iterable[str]) -> Iterable[str]:
    """The outlines of the base map that lie in some places: the regions, and the cities that are units of their own."""
    chosen, outlined = set(places), region_outlines().shapes
    for place_id, chain in record.within.items():
        if place_id in outlined and record.place_rows[place_id]["kind"] != "country" and chosen & set(chain):
            yield place_id


def _row(shown: Shown, band: Band, language: Language) -> dict[str, Any]:
    record = shown.record
    begins = when(record.event_rows[band.event_id], language)
    ends = when(record.event_rows[band.end_id], language) if band.end_id else ""
    names = [place_words(record.place_rows[place], language) for place in band.places]
    return {
        "title": band.title,
        "where": language.listing(names),
        "begins": begins,
        "ends": ends,
        "href": event_address(band.event_id, shown.view),
    }
