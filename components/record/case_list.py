"""The list of cases: searched, narrowed, and in groups by what it is put in order by."""

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from components.address import address, carried, form
from components.language import Language, written_date
from components.markup import render
from components.words import labels
from components.words.places import place_chain, place_words
from components.words.rest import bounded, rest_words
from components.words.sentence import counted, known_words
from data.loading.record import Record
from data.loading.rows import CaseRow
from data.queries.cases import cases, newest_step, outcome_of
from data.queries.view import OUTCOMES, SORTS, View
from data.times import last_day
from data.vocabulary import CASE_KINDS

FIRST = "airport"
"""The case at the head of the list of all."""
Group = tuple[str, list[CaseRow]]
"""Cases under a heading, which may be empty."""


def case_list(record: Record, view: View, language: Language) -> Markup:
    """The cases of a view, each with its place, outcome and newest step."""
    found = cases(record, view)
    rows = bounded(found, "title", "outcome")
    whole = view.but(shown=View().shown) == carried(view)
    first = next((row for row in rows if whole and row["case_id"] == FIRST), None)
    groups = grouped(record, [row for row in rows if row is not first], view, language)
    return render(
        "record/cases",
        language,
        total=language.plural("{n} case", "{n} cases", len(record.case_rows)),
        count=_count(record, found, view, language),
        rest=rest_words(language, len(rows), len(found)),
        first=_row(record, first, view, language) if first else None,
        groups=[(heading, [_row(record, row, view, language) for row in group]) for heading, group in groups],
        known_on=known_words(record, language),
        words=view.text,
        form=form(view, "cases", text="", places=(), outcome="", sort=View().sort),
        places=_places(record, view, language),
        outcomes=[(one, labels.case_result(language, one), one == view.outcome) for one in OUTCOMES],
        sorts=[(one, labels.sort(language, one), one == view.sort) for one in SORTS],
        reset=address(carried(view).but(sort=view.sort), "cases") if view.text or view.places or view.outcome else "",
    )


def in_order(record: Record, view: View, language: Language) -> list[str]:
    """The ids of the cases of a view as its list has them."""
    groups = grouped(record, cases(record, view), view, language)
    return [row["case_id"] for _, group in groups for row in group]


def grouped(record: Record, rows: list[CaseRow], view: View, language: Language) -> list[Group]:
    """Cases under the headings of what they are put in order by; under each those with the newest step first."""

    def newest(row: CaseRow) -> str:
        return last_day(newest_step(record, row["case_id"]))

    heading_of: dict[str, Callable[[CaseRow], str]] = {
        "kind": lambda row: labels.case_kind(language, row["kind"]),
        "newest": lambda row: newest(row)[:4] or language.text("Without a dated step"),
        "place": lambda row: _town(record, row, language),
        "outcome": lambda row: labels.case_result(language, outcome_of(row)),
        "name": lambda row: "",
    }
    found: dict[str, list[CaseRow]] = {}
    by_title = language.sorted(rows, key=lambda row: language.of(row, "title"))
    for row in by_title if view.sort == "name" else sorted(by_title, key=newest, reverse=True):
        found.setdefault(heading_of[view.sort](row), []).append(row)
    order = {
        "kind": [labels.case_kind(language, kind) for kind in CASE_KINDS],
        "outcome": [labels.case_result(language, outcome) for outcome in OUTCOMES],
        "place": language.sorted(found, key=str),
    }.get(view.sort, list(found))
    return [(heading, found[heading]) for heading in order if heading in found]


def _count(record: Record, found: list[CaseRow], view: View, language: Language) -> str:
    """How many there are, and what narrows them."""
    _ = language.text
    total = len(record.case_rows)
    count = language.plural("{n} case", "{n} cases", total)
    if len(found) < total:
        count = _("{n} of {total} cases").format(n=language.number(len(found)), total=language.number(total))
    parts = [counted(record, count, language)]
    parts += [place_words(record.whole.place_rows[place], language) for place in view.places]
    parts += [labels.case_result(language, view.outcome)] if view.outcome else []
    parts += [_("with “{words}”").format(words=view.text)] if view.text else []
    return " · ".join(parts)


def _places(record: Record, view: View, language: Language) -> list[tuple[str, str, bool]]:
    """The places that cases lie in, by name; what is chosen is among them also where no case does."""
    used = {place for row in record.case_rows.values() for place in _towns(record, row)}
    names = {place: place_words(record.place_rows[place], language) for place in used}
    chosen = ".".join(view.places)
    if chosen:
        also = [place_words(record.whole.place_rows[place], language) for place in view.places]
        names.setdefault(chosen, language.listing(also))
    return [(place, names[place], place == chosen) for place in language.sorted(names, key=lambda one: names[one])]


def _towns(record: Record, row: CaseRow) -> list[str]:
    """The places a case lies in, the nearest first, without spots of a town."""
    kinds = record.place_rows
    return [place for place in record.found_by(row["place_id"]) if kinds[place]["kind"] != "site"] or [row["place_id"]]


def _town(record: Record, row: CaseRow, language: Language) -> str:
    words = place_words(record.place_rows[_towns(record, row)[0]], language)
    return words[0].upper() + words[1:]


def _row(record: Record, case: CaseRow, view: View, language: Language) -> dict[str, Any]:
    newest = newest_step(record, case["case_id"])
    return {
        "title": language.of(case, "title"),
        "href": address(view.but(case=case["case_id"]), "cases"),
        "where": place_chain(record, case["place_id"], language),
        "outcome": language.of(case, "outcome"),
        "newest": written_date(language, newest) if newest else "",
    }
