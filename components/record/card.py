"""The event card: everything the record knows of one event, in words a reader understands."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from markupsafe import Markup

from components.address import address, case_address, cite_addresses
from components.drawing.glyphs import glyph
from components.language import Language, written_date
from components.markup import render
from components.record.corrections import change_rows
from components.words import labels
from components.words.citation import cite_event
from components.words.claims import number_lines, sides
from components.words.sentence import known_words
from components.words.when import event_time
from data.citations import hides_a_name
from data.claims import claims_of
from data.record import Record
from data.view import View

SHORT_LIST = 6
"""So many sources are shown at once; the rest unfolds."""


def event_card(
    record: Record, event: Mapping[str, Any], view: View, language: Language, page: str = "explore"
) -> Markup:
    """The card of an event of `record.events`; `view` is where its links lead back to."""
    place = record.place_rows[event["place_id"]]
    claims = claims_of(record, event_id=event["event_id"])
    return render(
        "record/card",
        language,
        glyph=glyph(event["category"], event["status"]),
        title=language.of(event, "title"),
        when=event_time(record, event, language),
        where=place_chain(record, event["place_id"], language),
        where_known=_where_known(event, place, language),
        category=labels.category(language, event["category"]),
        status=labels.status(language, event["status"]),
        status_class=event["status"],
        rule=labels.status_rule(language, event["status"]),
        voices=voices_words(record, event, language),
        summary=language.of(event, "summary"),
        disputed=event["disputed_points"],
        actors=event["actors"],
        significance=labels.significance(language, event["significance"]),
        known_on=known_words(record, language),
        first_report=first_report(event, language),
        numbers=number_lines(record, claims, language),
        sides=sides(record, claims, view, language),
        changes=change_rows(record, "events", event["event_id"], language),
        cases=[(record.case_rows[case]["title"], case_address(case, view)) for case in event["case_ids"]],
        sources=source_rows(record, event["sources"], language),
        short=SHORT_LIST,
        link=address(view.but(event=event["event_id"], seen=record.as_of), page),
        lasting=address(View(event=event["event_id"], language=language.code, seen=record.as_of)),
        cite=cite_addresses("events", event["event_id"]),
        citation=cite_event(record, event, language),
        close=address(view.but(event=""), page),
    )


def voices_words(record: Record, event: Mapping[str, Any], language: Language) -> str:
    """Who the account goes back to: "3 sources, 2 independent: Interior Ministry, Vlast".

    Of more than four voices the first three are named.
    """
    voices = event["voices"]
    names = [
        f"{record.voices.name(voice)} ({labels.voice_kind(language, kind)})"
        for voice, kind in zip(voices, record.voices.kinds_of(voices), strict=True)
    ]
    sources = language.plural("{n} source", "{n} sources", len(event["sources"]))
    listed = names if len(names) <= 4 else [*names[:3], language.text("{n} more").format(n=len(names) - 3)]
    if len(event["sources"]) == 1:
        phrase = language.text("{sources}: {names}")
    elif len(names) == 1:
        phrase = language.text("{sources}, all from one voice: {names}")
    else:
        phrase = language.text("{sources}, {n} independent: {names}")
    return phrase.format(sources=sources, n=language.number(len(names)), names=language.listing(listed))


def first_report(event: Mapping[str, Any], language: Language) -> str:
    """When the earliest source cited for an event was published, as far as it is known."""
    if not event["first_report"]:
        return language.text("date of first report unknown")
    day = language.day(date.fromisoformat(event["first_report"]))
    return language.text("earliest source cited here: {day}").format(day=day)


def source_rows(record: Record, sources: tuple[str, ...], language: Language) -> list[dict[str, Any]]:
    """Sources with publisher, title, date, language, and whom they relay."""
    rows = [record.source_rows[source] for source in sources]
    return [
        {
            "publisher": row["publisher"],
            "title": row["title"],
            "url": row["url"],
            "hides": hides_a_name(row),
            "date": written_date(language, row["published"]) if row["published"] else language.text("no date given"),
            "language": row["language"],
            "relays": language.text("relays {name}").format(name=record.voices.name(row["origin"]))
            if row["origin"]
            else "",
        }
        for row in rows
    ]


def place_chain(record: Record, place_id: str, language: Language) -> str:
    """A place with what it lies in, without the country: "Republic Square, Almaty"."""
    chain = [place for place in record.within[place_id] if place not in ("kazakhstan", "abroad")]
    names = [language.of(record.place_rows[place], "name") for place in chain or [place_id]]
    return ", ".join(names)


def _where_known(event: Mapping[str, Any], place: Mapping[str, Any], language: Language) -> str:
    if place["kind"] == "site" and place["lat"] != place["lat"]:
        return language.text("no source gives the exact position; shown at the city")
    return labels.place_precision(language, event["place_precision"])
