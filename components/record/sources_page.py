"""Sources and data: the method, the rules, the corrections, the downloads and the list of sources."""

import json
from typing import Any

from markupsafe import Markup

from components.address import address, carried, case_address, claim_address, event_address
from components.language import Language, written_date
from components.markup import render
from components.record.downloads import links
from components.words import labels
from components.words.sentence import sentence
from data.exports.citations import hides_a_name
from data.folders import check_of, named
from data.loading.geography import BASEMAP
from data.loading.record import Record
from data.loading.rows import SourceRow
from data.queries.query import Citing, Shown, citing, sources_with
from data.queries.view import PAGE_OF_LIST, View
from data.times import ABOUT
from data.version import PROGRAM
from data.vocabulary import CATEGORIES, FAMILIES, PARTS_OF_DAY, STATUSES, VOICE_KINDS


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


def source_list(record: Record, view: View, language: Language) -> Markup:
    """The sources that have the view's words, with what cites each."""
    found = sources_with(record, view.text)
    first = found[: view.shown]
    by = citing(record)
    return render(
        "record/source_list",
        language,
        count=language.plural("{n} source", "{n} sources", len(found)),
        undated=language.number(sum(not row["published"] for row in found)),
        rows=[_row(record, row, by[row["source_id"]], view, language) for row in first],
        left=len(found) - len(first),
        more=address(view.but(shown=view.shown + 4 * PAGE_OF_LIST), "sources") if len(found) > len(first) else "",
    )


def _counts(record: Record, language: Language) -> list[str]:
    _ = language.plural
    return [
        _("{n} event", "{n} events", len(record.event_rows)),
        _("{n} claim", "{n} claims", len(record.claim_rows)),
        _("{n} case", "{n} cases", len(record.case_rows)),
        _("{n} source", "{n} sources", len(record.source_rows)),
        _("{n} place", "{n} places", len(record.place_rows)),
    ]


def _row(record: Record, row: SourceRow, cited: Citing, view: View, language: Language) -> dict[str, Any]:
    links = [(language.of(record.event_rows[e], "title"), event_address(e, view)) for e in cited.events]
    links += [(language.of(record.claim_rows[c], "statement"), claim_address(c, view)) for c in cited.claims]
    links += [(language.of(record.case_rows[c], "title"), case_address(c, view)) for c in cited.cases]
    counted = (
        (len(cited.events), language.plural("{n} event", "{n} events", len(cited.events))),
        (len(cited.claims), language.plural("{n} claim", "{n} claims", len(cited.claims))),
        (len(cited.cases), language.plural("{n} case", "{n} cases", len(cited.cases))),
    )
    return {
        "title": row["title"],
        "url": row["url"],
        "hides": hides_a_name(row),
        "publisher": row["publisher"],
        "author": row["author"],
        "date": written_date(language, row["published"]) if row["published"] else language.text("no date given"),
        "language": row["language"],
        "kind": labels.source_kind(language, row["kind"]),
        "relays": record.voices.name(row["origin"]) if row["origin"] else "",
        "links": links,
        "cited": ", ".join(words for number, words in counted if number) or language.text("nothing yet"),
    }
