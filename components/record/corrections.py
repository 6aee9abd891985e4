"""The log of corrections as a page: what changed, when and why, with a link to what it is about."""

from itertools import groupby
from typing import Any

from markupsafe import Markup

from components.address import case_address, claim_address, death_address, event_address
from components.language import Language, written_date
from components.markup import render
from components.words.people import death_words
from components.words.rest import bounded, rest_words
from components.words.sources import voice_name
from data.folders import check_of, named
from data.loading.record import Record
from data.loading.rows import ChangeRow
from data.queries.view import View


def corrections(record: Record, view: View, language: Language) -> Markup:
    """Every change under its day, the newest first."""
    changes = bounded(record.changes, "change", "reason")
    days = [
        (written_date(language, day), [_row(record, change, view, language) for change in group])
        for day, group in groupby(changes, key=lambda change: change["date"])
    ]
    return render(
        "record/corrections",
        language,
        count=language.plural("{n} change", "{n} changes", len(record.changes)),
        days=days,
        rest=rest_words(language, len(changes), len(record.changes)),
        folder=named(record.folder),
        check=check_of(record.folder),
    )


def _row(record: Record, change: ChangeRow, view: View, language: Language) -> dict[str, Any]:
    title, href = _subject(record, change, view, language)
    return {
        "title": title,
        "href": href,
        "change": language.of(change, "change"),
        "reason": language.of(change, "reason"),
    }


def _subject(record: Record, change: ChangeRow, view: View, language: Language) -> tuple[str, str]:
    """What a change is about, and where that is shown; nothing to link to where a row has gone or has no page."""
    row_id = change["id"]
    if change["table"] == "events" and row_id in record.event_rows:
        return language.of(record.event_rows[row_id], "title"), event_address(row_id, view)
    if change["table"] == "cases" and row_id in record.case_rows:
        return language.of(record.case_rows[row_id], "title"), case_address(row_id, view)
    if change["table"] == "claims" and row_id in record.claim_rows:
        return language.of(record.claim_rows[row_id], "statement"), claim_address(row_id, view)
    if change["table"] == "deaths" and row_id in record.death_rows:
        return death_words(record, record.death_rows[row_id], language), death_address(row_id, view)
    if change["table"] == "sources" and row_id in record.source_rows:
        source = record.source_rows[row_id]
        return f"{source['publisher']}: {source['title']}", ""
    if change["table"] == "origins" and row_id in record.voices.names:
        return language.text("The voice “{name}”").format(name=voice_name(record, row_id, language)), ""
    if change["table"] == "record":
        return language.text("The whole record"), ""
    return " · ".join(filter(None, (change["table"], row_id))), ""
