"""What this is and how it is made, in plain words, and the words that a newcomer may not know."""

from markupsafe import Markup

from components.address import address, carried
from components.drawing.glyphs import glyph
from components.language import Language
from components.markup import render
from components.words import labels
from components.words.glossary import Explained, Term, terms_of_kazakhstan, terms_of_the_record
from data.folders import check_of, named
from data.loading.record import Record
from data.queries.view import View
from data.vocabulary import STATUSES


def about(record: Record, view: View, language: Language) -> Markup:
    """The page for the record that a view shows; its links keep the day of which it is known."""
    kept = carried(view)
    whole = record.whole
    return render(
        "record/about",
        language,
        explain=Explained(view, language),
        events=language.plural("{n} event", "{n} events", len(whole.event_rows)),
        claims=language.plural("{n} claim", "{n} claims", len(whole.claim_rows)),
        cases=language.plural("{n} case", "{n} cases", len(whole.case_rows)),
        sources=language.plural("{n} source", "{n} sources", len(whole.source_rows)),
        as_of=language.day(whole.as_of) if whole.as_of else "",
        standings=[
            (glyph("protest", status), labels.status(language, status), labels.status_rule(language, status))
            for status in STATUSES
        ],
        folder=named(whole.folder),
        check=check_of(whole.folder),
        glossary=[
            (language.text("Words of the reports"), _by_name(terms_of_kazakhstan(language), language)),
            (language.text("Words of this record"), _by_name(terms_of_the_record(language), language)),
        ],
        links={page: address(kept, page) for page in ("explore", "day", "cases", "claims", "sources", "corrections")},
    )


def _by_name(terms: list[Term], language: Language) -> list[Term]:
    return language.sorted(terms, key=lambda term: term.name)
