"""The event card: everything the record knows of one event, in words a reader understands."""

from markupsafe import Markup

from components.address import address, case_address, citation_address
from components.drawing.glyphs import glyph
from components.language import Language
from components.markup import render
from components.words import labels
from components.words.changes import change_rows
from components.words.citation import cite_event
from components.words.claims import number_lines, sides
from components.words.glossary import Explained
from components.words.people import death_links, person_links
from components.words.places import event_chain
from components.words.rest import FEW
from components.words.sentence import known_words
from components.words.sources import SHORT_LIST, first_report, source_rows, voices_words
from components.words.when import event_time
from data.exports.citations import FORMS
from data.loading.record import Record
from data.loading.rows import EventRow, PlaceRow
from data.queries.claims import claims_of
from data.queries.view import View


def event_card(record: Record, event: EventRow, view: View, language: Language, page: str = "explore") -> Markup:
    """The card of an event of `record`; `view` is where its links lead back to."""
    place = record.place_rows[event["place_id"]]
    claims = claims_of(record, event_id=event["event_id"])
    explained = Explained(view, language)
    return render(
        "record/card",
        language,
        glyph=glyph(event["category"], event["status"]),
        title=language.of(event, "title"),
        when=event_time(record, event, language),
        follows=_follows(record, event, view, language, page),
        where=event_chain(record, event, language),
        where_known=_where_known(event, place, language),
        category=labels.category(language, event["category"]),
        status=labels.status(language, event["status"]),
        status_class=event["status"],
        rule=labels.status_rule(language, event["status"]),
        voices=voices_words(record, event, language),
        summary=explained(language.of(event, "summary")),
        disputed=list(map(explained, language.all_of(event, "disputed_points"))),
        people=person_links(record, event["people"][:FEW], view, language),
        actors=language.all_of(event, "actors"),
        known_on=known_words(record, language),
        first_report=first_report(event, language),
        numbers=number_lines(record, claims, language),
        sides=sides(record, claims, view, language),
        changes=change_rows(record, "events", event["event_id"], language),
        dead=death_links(record, record.deaths_by_event.get(event["event_id"], ())[:FEW], view, language),
        cases=[(language.of(record.case_rows[case], "title"), case_address(case, view)) for case in event["case_ids"]],
        sources=source_rows(record, event["sources"], language),
        short=SHORT_LIST,
        link=address(view.but(event=event["event_id"], seen=record.as_of), page),
        lasting=address(View(event=event["event_id"], language=language.code, seen=record.as_of)),
        cite=[
            (form.name, citation_address("events", event["event_id"], ending, language.code))
            for ending, form in FORMS.items()
        ],
        citation=cite_event(record, event, language),
        close=address(view.opening(""), page),
    )


def _follows(record: Record, event: EventRow, view: View, language: Language, page: str) -> tuple[str, str] | None:
    """The title of the event that this one is known to have followed on its day, and the way to it."""
    earlier = record.event_rows.get(event["follows"])
    return earlier and (language.of(earlier, "title"), address(view.opening(earlier["event_id"]), page))


def _where_known(event: EventRow, place: PlaceRow, language: Language) -> str:
    if event["also_places"]:
        return language.text("in each of them")
    if place["kind"] == "site" and place["lat"] is None:
        return language.text("no source gives the exact position; shown at the city")
    return labels.place_precision(language, event["place_precision"])
