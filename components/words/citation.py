"""Citations as text, for readers to copy."""

from components.address import case_address, event_address
from components.language import Language
from components.words.version import record_version
from components.words.when import event_time
from data.exports.citations import EventWords
from data.loading.record import Record
from data.loading.rows import CaseRow, EventRow
from data.queries.view import View
from data.version import PROGRAM


def cite_event(record: Record, event: EventRow, language: Language) -> str:
    """An event as a reference: title, time, the record with its date, the sources' publishers, the lasting address."""
    parts = [
        language.text("“{words}”").format(words=language.of(event, "title")),
        event_time(record, event, language),
        record_version(record, language),
        language.text("after {publishers}").format(publishers=_publishers(record, event)),
        event_address(event["event_id"], View(language=language.code)),
    ]
    return ". ".join(parts)


def cite_case(record: Record, case: CaseRow, language: Language) -> str:
    """A case as a reference."""
    parts = [
        language.text("“{words}”").format(words=language.of(case, "title")),
        record_version(record, language),
        case_address(case["case_id"], View(language=language.code)),
    ]
    return ". ".join(parts)


def event_words(record: Record, event: EventRow, language: Language) -> EventWords:
    """The words of an event's reference for a reference manager."""
    return EventWords(
        language.code,
        language.text("Qantar, a record of January 2022 in Kazakhstan"),
        language.text("After {publishers}. Made with {program}").format(
            publishers=_publishers(record, event), program=PROGRAM
        ),
    )


def _publishers(record: Record, event: EventRow) -> str:
    return ", ".join(dict.fromkeys(record.source_rows[source]["publisher"] for source in event["sources"]))
