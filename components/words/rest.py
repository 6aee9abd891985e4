"""So much of a list is shown as a page can carry, whatever the record holds; what is left out is said."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from markupsafe import Markup

from components.language import Language

MOST = 1000
"""So many rows has a list at most."""
FEW = 200
"""So many has one of several lists of a page."""
ROOM = 600_000
"""So many characters have the texts of the longest list at most; a shorter one has its share."""
RowT = TypeVar("RowT", bound=Mapping[str, Any])


def bounded(rows: Sequence[RowT], *texts: str, most: int = MOST) -> list[RowT]:
    """The first rows of a list: as many as `most`, and as there is room for what they hold in the columns `texts`."""
    kept: list[RowT] = []
    room = ROOM * most // MOST
    for row in rows[:most]:
        room -= sum(len(str(row[text])) for text in texts)
        if room < 0 and kept:
            break
        kept.append(row)
    return kept


def rest_words(language: Language, shown: int, total: int) -> str:
    """What is said where a list is not whole; empty where it is."""
    if shown >= total:
        return ""
    return language.text("The first {n} of {total} are shown here; the downloads have all.").format(
        n=language.number(shown), total=language.number(total)
    )


def note(words: str) -> Markup:
    """Words under a list or figure; nothing where there are none."""
    return Markup('<p class="muted rest">{}</p>').format(words) if words else Markup()
