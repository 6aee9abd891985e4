"""The files that a talk can be downloaded as, a row each: a new format is a writer and a row."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from components.language import Language
from components.talks.handout import handout
from components.talks.stage import Site, stage
from components.workers import workers
from data.loading.record import Record
from data.store import record
from data.talks import Talk


@dataclass(frozen=True)
class TalkFile:
    """What a file is called, its media type, and what writes it."""

    words: str
    media_type: str
    write: Callable[[Record, Talk, Language], bytes]


@cache
def talk_files(language: Language) -> dict[str, TalkFile]:
    """The files by the ending of their name."""
    _ = language.text
    return {
        "html": TalkFile(_("One HTML file for a USB stick"), "text/html; charset=utf-8", one_file),
        "pdf": TalkFile(_("Handout as PDF"), "application/pdf", handout),
    }


def drawn_elsewhere(talk: Talk, language: Language) -> bytes:
    """One file, drawn in a worker process; raises BusyError and FailedError."""
    return bytes(workers().do((talk, language), _drawn, talk, language))


def _drawn(talk: Talk, language: Language) -> bytes:
    return one_file(record(), talk, language)


def one_file(record: Record, talk: Talk, language: Language) -> bytes:
    """The stage with everything inside, which needs no server."""
    return stage(record, talk, language, Site()).encode()
