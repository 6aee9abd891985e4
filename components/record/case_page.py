"""A case as a page: who, charges, both versions, the docket, the outcome."""

from typing import Any

from markupsafe import Markup

from components.address import address, carried, event_address, person_address
from components.drawing.glyphs import glyph
from components.drawing.picture_forms import picture_links
from components.language import Language, written_date
from components.markup import render
from components.record.case_list import in_order
from components.record.docket import docket_figure
from components.words import labels
from components.words.changes import change_rows
from components.words.citation import cite_case
from components.words.claims import number_lines, sides
from components.words.glossary import Explained
from components.words.people import death_links
from components.words.places import place_chain
from components.words.rest import FEW, bounded, rest_words
from components.words.sentence import known_words
from components.words.sources import SHORT_LIST, source_rows
from components.words.when import event_time
from data.loading.record import Record
from data.loading.rows import CasePersonRow, EventRow, StepRow
from data.queries.claims import claims_of
from data.queries.query import people_of, steps_of
from data.queries.view import View
from data.vocabulary import PERSON_ROLES

WIDTH = 860
"""The units that the docket has here, about the pixels of its column."""


def case_page(record: Record, case_id: str, view: View, language: Language) -> Markup:
    """One case with everything the record has of it."""
    case = record.case_rows[case_id]
    whole_docket = steps_of(record, case_id)
    steps = bounded(whole_docket, "step", most=FEW)
    order = in_order(record, view, language)
    if case_id not in order:
        order = in_order(record, carried(view), language)
    at = order.index(case_id)
    claims = claims_of(record, case_id=case_id)
    events = [event for event in record.event_rows.values() if case_id in event["case_ids"]]
    return render(
        "record/case",
        language,
        case=case,
        explain=Explained(view, language),
        title=language.of(case, "title"),
        kind=labels.case_kind(language, case["kind"]),
        where=place_chain(record, case["place_id"], language),
        summary=language.of(case, "summary"),
        charges=language.all_of(case, "charges"),
        official=language.of(case, "official_version"),
        other=language.of(case, "other_version"),
        outcome=language.of(case, "outcome"),
        outcome_as_of=written_date(language, case["outcome_as_of"]) if case["outcome_as_of"] else "",
        looked_for=written_date(language, case["looked_for"]) if case["looked_for"] else "",
        people=_people(record, case_id, view, language),
        dead=death_links(record, record.deaths_by_case.get(case_id, ())[:FEW], view, language),
        docket=docket_figure(steps, language, WIDTH) if steps else "",
        pictures=picture_links("docket", carried(view).but(case=case_id)),
        steps_rest=rest_words(language, len(steps), len(whole_docket)),
        steps=[_step(record, step, view, language) for step in steps],
        events=[_event(record, event, view, language) for event in events[:FEW]],
        events_total=len(events),
        events_rest=rest_words(language, min(len(events), FEW), len(events)),
        known_on=known_words(record, language),
        explore=address(carried(view).but(of_case=case_id)) if events else "",
        whole=address(view.but(as_known_on=None, undated=False), "cases"),
        numbers=number_lines(record, claims, language),
        sides=sides(record, claims, view, language),
        changes=change_rows(record, "cases", case_id, language),
        sources=source_rows(record, case["sources"], language),
        short=SHORT_LIST,
        back=address(view.but(case=""), "cases"),
        before=_neighbour(record, order[at - 1], view, language) if at else None,
        after=_neighbour(record, order[at + 1], view, language) if at + 1 < len(order) else None,
        link=address(View(case=case_id, language=language.code, seen=record.as_of), "cases"),
        citation=cite_case(record, case, language),
    )


def _neighbour(record: Record, case_id: str, view: View, language: Language) -> tuple[str, str]:
    return language.of(record.case_rows[case_id], "title"), address(view.but(case=case_id), "cases")


def _people(record: Record, case_id: str, view: View, language: Language) -> list[tuple[str, list[dict[str, str]]]]:
    """People under their roles, with their sentences in words."""
    people = bounded(people_of(record, case_id), "name", "note", most=FEW)
    by_role = [(role, [_person(one, view, language) for one in people if one["role"] == role]) for role in PERSON_ROLES]
    return [(labels.person_role(language, role), found) for role, found in by_role if found]


def _person(person: CasePersonRow, view: View, language: Language) -> dict[str, str]:
    years = person["sentence_years"]
    return {
        "name": language.of(person, "name"),
        "href": person_address(person["person_id"], view) if person["person_id"] else "",
        "note": language.of(person, "note"),
        "sentence": sentence_words(years, language) if years is not None else "",
    }


def sentence_words(years: float, language: Language) -> str:
    """A term in words; the record keeps months as fractions of a year."""
    months = round(years * 12)
    whole, rest = divmod(months, 12)
    parts = [language.plural("{n} year", "{n} years", whole)] if whole else []
    parts += [language.plural("{n} month", "{n} months", rest)] if rest else []
    return " ".join(parts)


def _step(record: Record, step: StepRow, view: View, language: Language) -> dict[str, Any]:
    publishers = dict.fromkeys(record.source_rows[source]["publisher"] for source in step["sources"])
    return {
        "date": written_date(language, step["date"]),
        "kind": labels.step_kind(language, step["kind"]),
        "kind_class": step["kind"],
        "text": language.of(step, "step"),
        "where": place_chain(record, step["place_id"], language),
        "event": event_address(step["event_id"], view) if step["event_id"] else "",
        "publishers": ", ".join(publishers),
    }


def _event(record: Record, event: EventRow, view: View, language: Language) -> dict[str, Any]:
    return {
        "glyph": glyph(event["category"], event["status"]),
        "title": language.of(event, "title"),
        "when": event_time(record, event, language),
        "status": labels.status(language, event["status"]),
        "href": event_address(event["event_id"], view),
    }
