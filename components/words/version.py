"""Which record something is taken from, and which program made it, in words."""

from components.language import Language
from data.loading.record import Record
from data.version import PROGRAM


def record_version(record: Record, language: Language) -> str:
    """The record with its date and version, as it is cited."""
    return language.text("Qantar, a record of January 2022 in Kazakhstan, of {day}, version {version}").format(
        day=_day(record, language), version=record.version
    )


def version_words(record: Record, language: Language) -> str:
    """What stands on all that leaves the app: the record with its version, the licence and the program."""
    return language.text("{record}. CC BY 4.0. Made with {program}.").format(
        record=record_version(record, language), program=PROGRAM
    )


def short_version(record: Record, language: Language) -> str:
    """The same for the foot of a slide."""
    return language.text("{program}, record of {day}").format(program=PROGRAM, day=_day(record, language))


def _day(record: Record, language: Language) -> str:
    return language.day(record.as_of) if record.as_of else language.text("undated")
