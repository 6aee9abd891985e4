"""Sources and data: the method, the rules, the corrections, the downloads and the list of sources."""

import json
from collections.abc import Iterator
from itertools import islice
from math import ceil
from typing import Any

from markupsafe import Markup

from components.address import address, carried, case_address, claim_address, event_address, form, on_a_stick_address
from components.language import Language
from components.markup import render
from components.record.downloads import links
from components.words import labels
from components.words.glossary import PAGE
from components.words.people import death_links
from components.words.rest import FEW, MOST, bounded, rest_words
from components.words.sentence import sentence
from components.words.sources import archived, published_words, voice_name
from data.editions import kept_bytes
from data.exports.citations import hides_a_name
from data.faults import shortened
from data.folders import check_of, named
from data.loading.geography import BASEMAP
from data.loading.record import Record
from data.loading.rows import SourceRow
from data.queries.deaths import persons
from data.queries.query import Citing, Shown, citing, sources_with
from data.queries.view import PAGE_OF_LIST, View
from data.times import ABOUT
from data.version import PROGRAM
from data.vocabulary import CATEGORIES, FAMILIES, PARTS_OF_DAY, STATUSES, VOICE_KINDS

LINKS = 4000
"""So many links to what cites its sources has a page."""
STATEMENT = 400
"""So many letters of a claim stand in a link."""


def method_page(shown: Shown, language: Language) -> Markup:
    """Everything about the record itself, down to the licence."""
    record = shown.record
    return render(
        "record/method",
        language,
        as_of=language.day(record.as_of) if record.as_of else "",
        counts=_counts(record, language),
        sentence=sentence(shown, language),
        **links(shown.view, language),
        version=record.version,
        program=PROGRAM,
        folder=named(record.folder),
        check=check_of(record.folder),
        undated=language.number(len([1 for row in record.whole.source_rows.values() if not row["published"]])),
        all_sources=language.number(len(record.whole.source_rows)),
        voice_kinds=[labels.voice_kind(language, kind) for kind in VOICE_KINDS],
        changes_href=address(carried(shown.view), "corrections"),
        stick=_stick(record, language),
        plain=address(carried(shown.view), PAGE),
        statuses=[(labels.status(language, s), labels.status_rule(language, s)) for s in STATUSES],
        families=[
            (labels.family(language, family), [labels.category(language, category) for category in members])
            for family, members in FAMILIES.items()
        ],
        categories=len(CATEGORIES),
        about=int(ABOUT.total_seconds() // 60),
        parts=PARTS_OF_DAY,
        cards=json.loads((BASEMAP / "cards.json").read_text(encoding="utf-8")),
        reset=address(carried(shown.view), "sources") if shown.view != carried(shown.view) else "",
    )


def _stick(record: Record, language: Language) -> tuple[str, str]:
    """The link to all pages as files, with their size once they have been made."""
    size = kept_bytes(record.whole.version, language.code)
    words = language.text("The whole record on a stick (zip)")
    if size:
        words = language.text("The whole record on a stick (zip, {n} MB)").format(n=language.number(ceil(size / 1e6)))
    return words, on_a_stick_address(language.code)


def source_list(record: Record, view: View, language: Language, most: int = MOST, room: int = LINKS) -> Markup:
    """The sources that have the view's words, at most so many, with what cites each: so many links together."""
    alone = record.source_rows.get(view.source)
    found = [alone] if alone else sources_with(record, view.text)
    first = bounded(found[: view.shown], "publisher", "title", "author", "url", most=most)
    full = len(first) < min(view.shown, len(found)) or len(first) == most
    by = citing(record)
    rows = []
    for source in first:
        rows.append(_row(record, source, by[source["source_id"]], view, language, min(room, FEW)))
        room -= len(rows[-1]["links"])
    return render(
        "record/source_list",
        language,
        heading=alone["title"] if alone else language.text("All sources"),
        count=language.plural("{n} source", "{n} sources", len(found)),
        undated=language.number(sum(not row["published"] for row in found)),
        rows=rows,
        words="" if alone else view.text,
        all=address(view.but(source=""), "sources") + "#sources" if alone else "",
        form=form(view, "sources", text="", source=""),
        left=len(found) - len(first),
        whole=address(view.but(shown=MOST), "sources"),
        more=address(view.but(shown=view.shown + 2 * PAGE_OF_LIST), "sources")
        if len(found) > len(first) and not full
        else "",
        rest=rest_words(language, len(first), len(found)) if full else "",
    )


def _counts(record: Record, language: Language) -> list[str]:
    return [
        language.plural("{n} event", "{n} events", len(record.event_rows)),
        language.plural("{n} claim", "{n} claims", len(record.claim_rows)),
        language.plural("{n} case", "{n} cases", len(record.case_rows)),
        language.plural("{n} death", "{n} deaths", persons(record.death_rows.values())),
        language.plural("{n} source", "{n} sources", len(record.source_rows)),
        language.plural("{n} place", "{n} places", len(record.place_rows)),
    ]


def _links(record: Record, cited: Citing, view: View, language: Language) -> Iterator[tuple[str, str]]:
    yield from ((language.of(record.event_rows[e], "title"), event_address(e, view)) for e in cited.events)
    for claim in cited.claims:
        yield shortened(language.of(record.claim_rows[claim], "statement"), STATEMENT), claim_address(claim, view)
    yield from ((language.of(record.case_rows[c], "title"), case_address(c, view)) for c in cited.cases)
    yield from death_links(record, (record.death_rows[death] for death in cited.deaths), view, language)


def _row(record: Record, row: SourceRow, cited: Citing, view: View, language: Language, room: int) -> dict[str, Any]:
    """A source, with at most `room` links to what cites it."""
    total = len(cited.events) + len(cited.claims) + len(cited.cases) + len(cited.deaths)
    links = [*islice(_links(record, cited, view, language), room)]
    counted = (
        (len(cited.events), language.plural("{n} event", "{n} events", len(cited.events))),
        (len(cited.claims), language.plural("{n} claim", "{n} claims", len(cited.claims))),
        (len(cited.cases), language.plural("{n} case", "{n} cases", len(cited.cases))),
        (len(cited.deaths), language.plural("{n} death", "{n} deaths", len(cited.deaths))),
    )
    return {
        "title": row["title"],
        "url": row["url"],
        "alone": address(view.but(source=row["source_id"], text="", shown=View().shown), "sources"),
        "hides": hides_a_name(row),
        "archived": archived(row),
        "publisher": row["publisher"],
        "author": row["author"],
        "date": published_words(row, language),
        "language": row["language"],
        "kind": labels.source_kind(language, row["kind"]),
        "relays": voice_name(record, row["origin"], language) if row["origin"] else "",
        "links": links,
        "rest": rest_words(language, len(links), total),
        "cited": ", ".join(words for number, words in counted if number) or language.text("nothing yet"),
    }
