"""Independent voices: who a set of sources really is, and what that makes of an event."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from data.vocabulary import OFFICIAL_VOICES, VOICE_OF_SOURCE


@dataclass(frozen=True)
class VoiceBook:
    """Looks up whose voice a source is.

    A source that relays somebody (`origin`) speaks for that origin. One without speaks for its publisher, and
    publishers that are one voice share a line of origins.csv.
    """

    by_source: Mapping[str, str]
    names: Mapping[str, str]
    kinds: Mapping[str, str]

    def of(self, sources: Iterable[str]) -> tuple[str, ...]:
        """The distinct voices behind some sources, in the order of the sources."""
        return tuple(dict.fromkeys(self.by_source[source] for source in sources))

    def name(self, voice: str) -> str:
        """The name of a voice, in English: the beginning of an origin's meaning."""
        return self.names.get(voice, voice)

    def kinds_of(self, voices: Iterable[str]) -> tuple[str, ...]:
        """The kind of each voice, one of VOICE_KINDS."""
        return tuple(self.kinds[voice] for voice in voices)


def name_in(meaning: str) -> str:
    """The name of a voice in what is said of it: all before the first colon, comma or bracket."""
    return min((meaning.split(mark)[0] for mark in ":,("), key=len).strip()


def voice_book(
    sources: Iterable[tuple[str, str, str, str]], origins: Iterable[tuple[str, str, str, tuple[str, ...]]]
) -> VoiceBook:
    """Build the book from (source_id, publisher, kind, origin) and (origin, meaning, kind, publishers) rows.

    The kind of an origin stands in its row; that of another publisher follows from the kind of its sources, of its
    first source where they differ.
    """
    of_publisher: dict[str, str] = {}
    names: dict[str, str] = {}
    kinds: dict[str, str] = {}
    for origin, meaning, kind, publishers in origins:
        names[origin] = name_in(meaning)
        kinds[origin] = kind
        of_publisher.update(dict.fromkeys(publishers, origin))
    by_source = {}
    for source, publisher, kind, origin in sources:
        by_source[source] = voice = origin or of_publisher.get(publisher, publisher)
        kinds.setdefault(voice, VOICE_OF_SOURCE[kind])
    return VoiceBook(by_source, names, kinds)


def status_of(standing: str, kinds: Sequence[str]) -> str:
    """The status of an event by its standing and the kind of each of its independent voices.

    Disputed or discounted where the record says so; else by the authorities alone where no voice is another, else
    corroborated by two voices or more, else single-source.
    """
    if standing:
        return standing
    if kinds and all(kind in OFFICIAL_VOICES for kind in kinds):
        return "authorities_only"
    return "corroborated" if len(kinds) > 1 else "single_source"
