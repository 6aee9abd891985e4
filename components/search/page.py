"""The page of a search over everything: what was found, under its kinds, with the words that were searched marked."""

import re
from collections.abc import Callable
from typing import Any

from markupsafe import Markup, escape

from components.address import (
    SEARCH,
    address,
    carried,
    case_address,
    claim_address,
    death_address,
    event_address,
    form,
    person_address,
    place_address,
    source_address,
)
from components.drawing.glyphs import glyph
from components.language import Language, written_date
from components.markup import render
from components.words import labels
from components.words.people import death_words
from components.words.places import event_places, place_chain
from components.words.rest import MOST, rest_words
from components.words.sentence import known_words
from components.words.sources import published_words
from components.words.when import event_time
from data.faults import shortened
from data.loading.record import Record
from data.queries.view import PAGE_OF_LIST, SEARCHED, View
from data.queries.view_codecs import LONGEST_TEXT
from data.search.entries import Entry
from data.search.index import MOST_WORDS, Found, index_of
from data.search.letters import written

FIRST = 6
"""So many of each kind are shown while all kinds are."""
LONGEST, AROUND = 240, 90
"""So many letters has a line at most, and a passage before and after the word that was found."""


def search_page(record: Record, view: View, language: Language) -> Markup:
    """What a view's words find in a record: some of each kind, or of the kind that is chosen as many as it asks for."""
    found = index_of(record).find(view.text)
    groups = [
        _group(record, kind, hits, found, view, language)
        for kind, hits in found.by_kind.items()
        if view.among in ("", kind)
    ]
    kinds = language.listing([labels.searched(language, kind) for kind in SEARCHED])
    return render(
        "search/page",
        language,
        words=view.text,
        form=form(carried(view), SEARCH),
        kinds=kinds,
        total=_total(found, language),
        groups=groups,
        jumps=[(group["heading"], group["total"], f"#{group['kind']}") for group in groups],
        whole=address(view.but(among="", shown=View().shown), SEARCH) if view.among else "",
        also=language.listing(list(found.also)),
        tried=_tried(found),
        proposed=[(name, address(carried(view).but(text=name), SEARCH)) for name in found.proposed],
        too_long=_too_long(view, language),
        nothing_asked=bool(view.text) and not found.terms,
        known_on=known_words(record, language),
        today=address(view.but(as_known_on=None, undated=False), SEARCH),
        people=address(carried(view), "people"),
    )


def _total(found: Found, language: Language) -> str:
    return language.plural("{n} hit", "{n} hits", len(found.hits))


def _tried(found: Found) -> list[str]:
    """The forms in which the words were looked for."""
    return list(dict.fromkeys(form for term in found.terms for form in (*term.forms, *term.stems)))


def _too_long(view: View, language: Language) -> str:
    """What is said where not all that was typed is looked for."""
    if len(view.text) < LONGEST_TEXT and len(set(written(view.text).split())) <= MOST_WORDS:
        return ""
    return language.text(
        "At most {letters} letters and the first {words} words are looked for; what was typed beyond them was left out."
    ).format(letters=language.number(LONGEST_TEXT), words=language.number(MOST_WORDS))


def _group(
    record: Record, kind: str, hits: list[Entry], found: Found, view: View, language: Language
) -> dict[str, Any]:
    """The hits of a kind: its `heading`, `rows`, `total`, and the ways to all of them and to more."""
    alone = view.among == kind
    first = hits[: min(view.shown, MOST) if alone else FIRST]
    left = len(hits) - len(first)
    more = view.but(shown=view.shown + 2 * PAGE_OF_LIST)
    return {
        "kind": kind,
        "heading": labels.searched(language, kind),
        "rows": [_row(record, hit, found, view, language) for hit in first],
        "total": language.number(len(hits)),
        "all": address(view.but(among=kind, shown=View().shown), SEARCH) if left and not alone else "",
        "more": address(more, SEARCH) if left and alone and len(first) < MOST else "",
        "left": left,
        "whole": address(view.but(among=kind, shown=MOST), SEARCH),
        "rest": rest_words(language, len(first), len(hits)) if left and alone and len(first) >= MOST else "",
    }


Line = tuple[Markup, str, str, str]
"""A mark before the title, the title, where it leads, and a line below."""


def _row(record: Record, hit: Entry, found: Found, view: View, language: Language) -> dict[str, Any]:
    mark, title, href, meta = line_of(record, hit, view, language)
    told = _excerpt(hit, title, meta, found, language)
    return {
        "mark": mark,
        "title": marked(title, found),
        "href": href,
        "meta": marked(meta, found),
        "told": marked(told, found) if told else "",
    }


def line_of(record: Record, hit: Entry, view: View, language: Language) -> Line:
    """What is said of a hit, whatever was searched, cut to a line each."""
    mark, title, href, meta = _ROWS[hit.kind](record, hit.id, view, language)
    return mark, shortened(title, LONGEST), href, shortened(meta, LONGEST)


def _person(record: Record, person_id: str, view: View, language: Language) -> Line:
    row = record.person_rows[person_id]
    return Markup(), language.of(row, "name"), person_address(person_id, view), language.of(row, "part")


def _place(record: Record, place_id: str, view: View, language: Language) -> Line:
    return Markup(), place_chain(record, place_id, language), place_address(place_id, view), ""


def _event(record: Record, event_id: str, view: View, language: Language) -> Line:
    row = record.event_rows[event_id]
    when, where = event_time(record, row, language), event_places(record, row, language)
    mark, parts = glyph(row["category"], row["status"]), (when, where, labels.status(language, row["status"]))
    return mark, language.of(row, "title"), event_address(event_id, view), " · ".join(parts)


def _case(record: Record, case_id: str, view: View, language: Language) -> Line:
    row = record.case_rows[case_id]
    parts = (labels.case_kind(language, row["kind"]), place_chain(record, row["place_id"], language))
    return Markup(), language.of(row, "title"), case_address(case_id, view), " · ".join(parts)


def _claim(record: Record, claim_id: str, view: View, language: Language) -> Line:
    row = record.claim_rows[claim_id]
    said = written_date(language, row["said_on"])
    return (
        Markup(),
        language.of(row, "statement"),
        claim_address(claim_id, view),
        f"{language.of(row, 'claimant')} · {said}",
    )


def _death(record: Record, death_id: str, view: View, language: Language) -> Line:
    row = record.death_rows[death_id]
    when = written_date(language, row["died_on"]) if row["died_on"] else language.text("day not known")
    where = place_chain(record, row["place_id"], language)
    return Markup(), death_words(record, row, language), death_address(death_id, view), f"{when} · {where}"


def _source(record: Record, source_id: str, view: View, language: Language) -> Line:
    row = record.source_rows[source_id]
    parts = filter(None, (row["publisher"], row["author"], published_words(row, language)))
    return Markup(), row["title"], source_address(source_id, view), " · ".join(parts)


_ROWS: dict[str, Callable[[Record, str, View, Language], Line]] = {
    "person": _person, "place": _place, "event": _event, "case": _case, "claim": _claim, "death": _death,
    "source": _source,
}  # fmt: skip


def _excerpt(hit: Entry, title: str, meta: str, found: Found, language: Language) -> str:
    """The first passage with a word that was found, cut round it; nothing where what is shown has one already.

    One in the reader's language comes before others.
    """
    if _first(title, found) is not None or _first(meta, found) is not None:
        return ""
    passages = (", ".join(hit.names), *hit.passages)
    found_in = [(text, place) for text in passages if (place := _first(text, found)) is not None]
    at = min(found_in, key=lambda each: written_in(each[0]) != language.code, default=None)
    return _round(*at) if at else ""


def written_in(text: str) -> str:
    """The language of a passage, by its letters."""
    if _KAZAKH.search(text):
        return "kk"
    return "ru" if _CYRILLIC.search(text) else "en"


_KAZAKH, _CYRILLIC = re.compile("[әғқңөұүһі]", re.IGNORECASE), re.compile("[а-я]", re.IGNORECASE)


def _round(text: str, at: int) -> str:
    """Whole words of a text round a place in it."""
    begins = text.find(" ", at - AROUND) + 1 if at > AROUND else 0
    ends = text.rfind(" ", at, at + AROUND) if len(text) > at + AROUND else len(text)
    ends = ends if ends > at else min(len(text), at + AROUND)
    return f"{'… ' if begins else ''}{text[begins:ends]}{' …' if ends < len(text) else ''}"


_WORD = re.compile(r"\w+")


def _first(text: str, found: Found) -> int | None:
    """Where the first word stands that was searched for."""
    return next((word.start() for word in _WORD.finditer(text) if found.has(word[0])), None)


def marked(text: str, found: Found) -> Markup:
    """A text with the words marked that were searched for; all of it is escaped."""
    parts, at = [], 0
    for word in _WORD.finditer(text):
        if found.has(word[0]):
            parts += [escape(text[at : word.start()]), Markup("<mark>{}</mark>").format(word[0])]
            at = word.end()
    return Markup().join([*parts, escape(text[at:])])
