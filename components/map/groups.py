"""Events drawn together: what their mark is made of, how large it is, and what it says."""

from collections import Counter
from collections.abc import Callable
from math import sqrt

from components.address import mark_address
from components.language import Language
from components.map.marks import Counts, mark_code
from components.words import labels
from data.queries.mapping import Group
from data.queries.query import Shown, places_of
from data.queries.view import View
from data.vocabulary import FAMILIES, FILLING_OF, STATUSES

SMALLEST, LARGEST, PER_ROOT = 16.0, 76.0, 10.5
"""A mark's diameter in pixels: at least, at most, and for a single event where nothing is larger than LARGEST."""


def toggled(view: View, place_id: str) -> View:
    """The view with a place chosen, or all places if it was the chosen one."""
    return view.filtered(places=() if view.places == (place_id,) else (place_id,))


def chosen_places(shown: Shown) -> set[str]:
    """The places that a map rings: those chosen, and that of the open event with all it lies in."""
    opened = places_of(shown.selected) if shown.selected is not None else ()
    return {*shown.view.places, *(place for one in opened for place in shown.record.within[one])}


def counts_of(group: Group) -> Counts:
    """What a group's mark is made of; discounted events count with the disputed ones."""
    drawn: Counter[tuple[str, str]] = Counter()
    for (family, status), number in group.counts.items():
        drawn[family, FILLING_OF[status]] += number
    fillings = {
        family: (drawn[family, "full"], drawn[family, "hollow"], drawn[family, "hatched"]) for family in FAMILIES
    }
    return {family: numbers for family, numbers in fillings.items() if any(numbers)}


def mark_of(group: Group, theme: str) -> str:
    """Where the picture of a group's mark is served."""
    return mark_address(mark_code(counts_of(group)), theme)


def leading_family(group: Group) -> str:
    """The family with most events of a group: a region has one tint."""
    return max(FAMILIES, key=lambda family: sum(n for (f, _), n in group.counts.items() if f == family))


def group_words(group: Group, language: Language) -> str:
    """A group in words, on two lines: "57 events", "corroborated 40, single source 12, disputed 5"."""
    numbers = {status: group.of_status(status) for status in STATUSES}
    parts = [f"{labels.status(language, s).lower()} {language.number(n)}" for s, n in numbers.items() if n]
    return f"{language.plural('{n} event', '{n} events', group.total)}\n{', '.join(parts)}"


def diameters(groups: list[Group], scale: float = 1) -> Callable[[Group], float]:
    """The diameter in pixels of each group's mark: area by number, so that the largest still leaves room."""
    per_root = scale * min(PER_ROOT, LARGEST / sqrt(max((group.total for group in groups), default=1)))
    return lambda group: round(max(SMALLEST * max(1, scale), per_root * sqrt(group.total)), 1)
