"""Sources and voices in words, and as rows of a list."""

from datetime import date
from typing import Any
from urllib.parse import urlsplit

from components.language import Language, written_date
from components.words import labels
from data.exports.citations import hides_a_name
from data.loading.record import Record
from data.loading.rows import EventRow, SourceRow
from data.loading.voices import name_in

ARCHIVE = "https://web.archive.org/web/*/"
"""Where the Wayback Machine lists its copies of the page whose address follows."""
_ARCHIVES = ("web.archive.org", "archive.org", "archive.ph", "archive.is", "archive.today")
SHORT_LIST = 6
"""So many sources are shown at once; the rest unfolds."""


def voice_name(record: Record, voice: str, language: Language) -> str:
    """The name of a voice; a publisher goes by its own in every language."""
    origin = record.origin_rows.get(voice)
    return name_in(language.of(origin, "meaning")) if origin else record.voices.name(voice)


def source_rows(record: Record, sources: tuple[str, ...], language: Language) -> list[dict[str, Any]]:
    """Sources with publisher, title, date, language, and whom they relay."""
    rows = [record.source_rows[source] for source in sources]
    return [
        {
            "publisher": row["publisher"],
            "title": row["title"],
            "url": row["url"],
            "hides": hides_a_name(row),
            "archived": archived(row),
            "date": published_words(row, language),
            "language": row["language"],
            "relays": language.text("repeats {name}").format(name=voice_name(record, row["origin"], language))
            if row["origin"]
            else "",
        }
        for row in rows
    ]


def archived(source: SourceRow) -> str:
    """Where to look for a copy of a source; empty where its address must not be printed, or is that of a copy."""
    is_copy = urlsplit(source["url"]).hostname in _ARCHIVES
    return "" if hides_a_name(source) or is_copy else ARCHIVE + source["url"]


def published_words(source: SourceRow, language: Language) -> str:
    """When a source was published, and where that is from if the page itself shows no date."""
    if not source["published"]:
        return language.text("no date given")
    day, basis = written_date(language, source["published"]), labels.date_basis(language, source["published_basis"])
    return language.text("{date} ({basis})").format(date=day, basis=basis) if basis else day


def voices_words(record: Record, event: EventRow, language: Language) -> str:
    """Who the account goes back to: "3 sources, 2 independent: Interior Ministry, Vlast".

    Of more than four voices the first three are named.
    """
    voices = event["voices"]
    names = [
        f"{voice_name(record, voice, language)} ({labels.voice_kind(language, kind)})"
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


def first_report(event: EventRow, language: Language) -> str:
    """When the earliest source cited for an event was published, as far as it is known."""
    if not event["first_report"]:
        return language.text("date of first report unknown")
    day = language.day(date.fromisoformat(event["first_report"]))
    return language.text("earliest source cited here: {day}").format(day=day)
