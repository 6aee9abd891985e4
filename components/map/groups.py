"""Events drawn together: what their mark is made of, how large it is, and what it says."""

from collections import Counter
from collections.abc import Callable, Sequence
from math import sqrt

from components.language import Language
from components.map.marks import Counts
from components.words import labels
from data.queries.mapping import Group, drawn_at
from data.queries.query import Shown
from data.queries.view import View
from data.vocabulary import FAMILIES, FILLING_OF, FILLINGS, STATUSES

SMALLEST, LARGEST, PER_ROOT = 12.0, 46.0, 8.0
"""A mark's diameter in pixels: at least, at most, and for a single event where nothing is larger than LARGEST."""


def toggled(view: View, *places: str) -> View:
    """The view with some places chosen, or all places if they were the chosen ones; the camera follows them."""
    return view.filtered(places=() if view.places == places else places, camera="")


def chosen_places(shown: Shown, city: str) -> set[str]:
    """The places whose marks are ringed: those chosen, and those that the open event is drawn in."""
    opened = drawn_at(shown.record, shown.selected, city) if shown.selected is not None else []
    return {*shown.view.places, *(place for _, place in opened)}


def counts_of(group: Group) -> Counts:
    """What a group's mark is made of; discounted events count with the disputed ones."""
    drawn: Counter[tuple[str, str]] = Counter()
    for (family, status), number in group.counts.items():
        drawn[family, FILLING_OF[status]] += number
    fillings = {family: tuple(drawn[family, filling] for filling in FILLINGS) for family in FAMILIES}
    return {family: numbers for family, numbers in fillings.items() if any(numbers)}


def joined(groups: Sequence[Group]) -> Group:
    """Groups as one, under the place of the first."""
    whole = Group(groups[0].place_id)
    for group in groups:
        for key, number in group.counts.items():
            whole.counts[key] += number
    return whole


def leading_family(group: Group) -> str:
    """The family with most events of a group: what is drawn in one colour has this one."""
    return max(FAMILIES, key=lambda family: _of_family(group, family))


def _of_family(group: Group, family: str) -> int:
    return sum(number for (other, _), number in group.counts.items() if other == family)


def group_words(group: Group, language: Language) -> str:
    """A group in words, on three lines: "57 events", "corroborated 40, disputed 5", "protest 30, violence 27"."""
    standings = [(labels.status(language, status), group.of_status(status)) for status in STATUSES]
    kinds = [(labels.family(language, family), _of_family(group, family)) for family in FAMILIES]
    lines = [language.plural("{n} event", "{n} events", group.total)]
    lines += [", ".join(f"{name.lower()} {language.number(n)}" for name, n in part if n) for part in (standings, kinds)]
    return "\n".join(lines)


def diameters(groups: Sequence[Group], scale: float = 1, most: int = 1) -> Callable[[Group], float]:
    """The diameter in pixels of each group's mark: area by number, so that the largest still leaves room.

    So would one of `most` events, which may stand on another map.
    """
    per_root = min(PER_ROOT, LARGEST / sqrt(max(most, *(group.total for group in groups), 1)))
    return lambda group: round(scale * max(SMALLEST, per_root * sqrt(group.total)), 1)
