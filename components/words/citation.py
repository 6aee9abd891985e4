"""Citations as text, for readers to copy."""

from collections.abc import Mapping
from typing import Any

from components.address import case_address, event_address
from components.language import Language
from components.words.when import event_time
from data.record import Record
from data.view import View


def cite_event(record: Record, event: Mapping[str, Any], language: Language) -> str:
    """An event as a reference: title, time, the record with its date, the sources' publishers, the lasting address."""
    publishers = dict.fromkeys(record.source_rows[source]["publisher"] for source in event["sources"])
    parts = [
        f"“{language.of(event, 'title')}”",
        event_time(record, event, language),
        _the_record(record, language),
        language.text("after {publishers}").format(publishers=", ".join(publishers)),
        event_address(event["event_id"], View(language=language.code)),
    ]
    return ". ".join(parts)


def cite_case(record: Record, case: Mapping[str, Any], language: Language) -> str:
    """A case as a reference."""
    parts = [
        f"“{language.of(case, 'title')}”",
        _the_record(record, language),
        case_address(case["case_id"], View(language=language.code)),
    ]
    return ". ".join(parts)


def _the_record(record: Record, language: Language) -> str:
    day = language.day(record.as_of) if record.as_of else language.text("undated")
    return language.text("Qantar, a record of January 2022 in Kazakhstan, version of {day}").format(day=day)
