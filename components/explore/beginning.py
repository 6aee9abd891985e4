"""What a reader is told who comes without any choice: what happened, what this is, and three ways in."""

from markupsafe import Markup

from components.address import address, case_address
from components.language import Language
from components.markup import render
from components.words.claims import side_ranges
from data.loading.record import Record
from data.queries.numbers import DEFAULT_MEASURE, DEFAULT_PLACE
from data.queries.query import DayCount, Shown
from data.queries.view import Kind, View

BEGAN_AT = "zhanaozen"
"""The place that the first words lead to."""
CASE = "airport"


def beginning(shown: Shown, language: Language, tour: str) -> Markup:
    """Two sentences whose numbers are claims of the record, with whose they are; empty where something is chosen.

    `tour` is where the tour of the events begins, empty where there is none.
    """
    view, record = shown.view, shown.record
    if view.without(Kind.OPENED | Kind.LIST | Kind.LOOK | Kind.LINK) != view.only(Kind.EDITION):
        return Markup()
    busiest = max(shown.by_day, key=_of_a_day)
    return render(
        "explore/beginning",
        language,
        began=address(View(language=view.language, places=(BEGAN_AT,))) if BEGAN_AT in record.place_rows else "",
        counts=_counts(record, language),
        numbers=address(View(language=view.language, measure=DEFAULT_MEASURE), "claims"),
        about=address(View(language=view.language), "about"),
        tour=tour,
        day=language.day(busiest.period.day, "d MMMM") if busiest.period.day else "",
        hours=address(view.filtered(period=busiest.period)),
        case=case_address(CASE, view) if CASE in record.case_rows else "",
    )


def _of_a_day(count: DayCount) -> int:
    return count.total if count.period.day else 0


def _counts(record: Record, language: Language) -> list[dict[str, str]]:
    """Each side's range of the number of the dead in the country, with names."""
    asked = (DEFAULT_MEASURE, DEFAULT_PLACE)
    rows = [row for row in record.claim_rows.values() if (row["measure"], row["place_id"]) == asked]
    return side_ranges(record, rows, language)
