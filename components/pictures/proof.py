"""Whose reports a picture rests on."""

from collections import Counter
from collections.abc import Sequence

from components.language import Language
from data.loading.record import Record

NAMED_PUBLISHERS = 24
"""So many publishers are named on a picture; the table has all sources."""


def publishers_words(record: Record, sources: Sequence[str], language: Language) -> str:
    """The publishers of some sources, those with most first; empty without sources."""
    if not sources:
        return ""
    publishers = Counter(record.source_rows[source]["publisher"] for source in sources)
    named = [
        f"{name} ({language.number(n)})" if n > 1 else name for name, n in publishers.most_common(NAMED_PUBLISHERS)
    ]
    more = len(publishers) - len(named)
    names = ", ".join(named) + (language.text(", and {n} more").format(n=language.number(more)) if more else "")
    counted_sources = language.plural("{n} source", "{n} sources", len(sources))
    return f"{counted_sources}: {names}."
