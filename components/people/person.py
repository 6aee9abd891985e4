"""A person as a page: names, part, cases, death, and all that the record tells of them in order."""

from typing import Any

from markupsafe import Markup

from components.address import address, carried, case_address, claim_address, event_address, person_address
from components.drawing.glyphs import glyph
from components.language import Language, written_date
from components.markup import render
from components.record.case_page import sentence_words
from components.words import labels
from components.words.changes import change_rows
from components.words.people import by_name, death_links
from components.words.rest import FEW, rest_words
from components.words.sentence import known_words
from components.words.sources import SHORT_LIST, source_rows
from components.words.when import event_time
from data.faults import shortened
from data.loading.record import Record
from data.loading.rows import CasePersonRow, StepRow
from data.queries.people import Mention, parts_in_cases, people, told_of
from data.queries.query import steps_of
from data.queries.view import View

LONGEST = 400
"""So many letters of a claim stand in its link."""


def person_page(record: Record, view: View, language: Language) -> Markup:
    """Everything that the record has on the person of a view."""
    person = record.person_rows[view.person]
    told, parts = told_of(record, view.person), parts_in_cases(record, view.person)
    order = [row["person_id"] for row in by_name(people(record, carried(view)), language)]
    at = order.index(view.person)
    name = language.of(person, "name")
    return render(
        "people/person",
        language,
        name=name,
        scripts=[
            (words, code, written)
            for words, code, written in (
                (language.text("English"), "en", person["name_en"]),
                (language.text("Russian"), "ru", person["name_ru"]),
                (language.text("Kazakh"), "kk", person["name_kk"]),
            )
            if written and code not in person["spelled_by_us"]
        ],
        also=person["also_spelled"],
        part=language.of(person, "part"),
        cases=[_case(record, row, view, language) for row in parts[:FEW]],
        dead=death_links(record, record.deaths_by_person.get(view.person, ())[:FEW], view, language),
        told=[_told(record, one, view, language) for one in told[:FEW]],
        rest=rest_words(language, min(len(told), FEW), len(told)),
        known_on=known_words(record, language),
        whole=address(view.but(as_known_on=None, undated=False), "people"),
        sources=source_rows(record, person["sources"], language),
        short=SHORT_LIST,
        changes=change_rows(record, "people", view.person, language),
        link=address(View(person=view.person, language=language.code, seen=record.as_of), "people"),
        back=address(carried(view), "people"),
        before=_neighbour(record, order[at - 1], view, language) if at else None,
        after=_neighbour(record, order[at + 1], view, language) if at + 1 < len(order) else None,
    )


def _neighbour(record: Record, person_id: str, view: View, language: Language) -> tuple[str, str]:
    return language.of(record.person_rows[person_id], "name"), person_address(person_id, view)


def _case(record: Record, part: CasePersonRow, view: View, language: Language) -> dict[str, Any]:
    """A case with a person's part in it; its steps are those of everybody in it."""
    case, steps = record.case_rows[part["case_id"]], steps_of(record, part["case_id"])
    years = part["sentence_years"]
    return {
        "title": language.of(case, "title"),
        "id": part["case_id"],
        "href": case_address(part["case_id"], view),
        "role": labels.person_role_one(language, part["role"]),
        "sentence": sentence_words(years, language) if years is not None else "",
        "note": language.of(part, "note"),
        "outcome": language.of(case, "outcome"),
        "steps": [_step(step, language) for step in steps[:FEW]],
    }


def _step(step: StepRow, language: Language) -> tuple[str, str]:
    return written_date(language, step["date"]), language.of(step, "step")


def _told(record: Record, told: Mention, view: View, language: Language) -> dict[str, Any]:
    """An event or a claim: a `mark`, `when`, its `title` with the way to it, and a line of what is known of it."""
    if told.event:
        event = told.event
        return {
            "mark": glyph(event["category"], event["status"]),
            "when": event_time(record, event, language),
            "title": language.of(event, "title"),
            "href": event_address(event["event_id"], view),
            "meta": labels.status(language, event["status"]),
        }
    assert told.claim
    claim = told.claim
    role = labels.claimant_role(language, claim["claimant_role"])
    words = language.text("Says: {claimant} ({role})") if told.by else language.text("Said by {claimant} ({role})")
    return {
        "mark": Markup(),
        "when": written_date(language, claim["said_on"]),
        "title": shortened(language.of(claim, "statement"), LONGEST),
        "href": claim_address(claim["claim_id"], view),
        "meta": words.format(claimant=language.of(claim, "claimant"), role=role),
    }
