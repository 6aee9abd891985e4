"""Two sides: what a view sets beside its days or its place, as two views with the same choices otherwise."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields

from data.loading.rows import EventRow
from data.period import Period
from data.queries.query import Shown
from data.queries.view import View


@dataclass(frozen=True)
class Side(View):
    """One side as a view of its own.

    Its address is that of both, with whatever else was changed, so that a link made of it leads back to them; where its
    own days or place were changed it leads to that side alone.
    """

    both: View | None = None

    def to_query(self) -> dict[str, str]:
        if self.both is None or self._own() not in (side._own() for side in sides(self.both)):
            return super().to_query()
        chosen = {field.name: getattr(self, field.name) for field in fields(View)}
        held = {name: getattr(self.both, name) for name in ("beside", _SIDED[type(self.both.beside)])}
        return View(**{**chosen, **held}).to_query()

    def _own(self) -> object:
        assert self.both
        return getattr(self, _SIDED[type(self.both.beside)])


_SIDED: Mapping[type, str] = {Period: "period", str: "places"}
"""The field that differs between two sides, by what stands beside it."""


def sides(view: View) -> tuple[Side, Side]:
    """The left side, which a view chooses, and the right one, which stands beside it. Raises ValueError without one."""
    if view.beside is None:
        raise ValueError("nothing stands beside")
    whole = {field.name: getattr(view, field.name) for field in fields(View)} | {"beside": None, "seen": None}
    right = view.beside if isinstance(view.beside, Period) else (view.beside,)
    return Side(**whole, both=view), Side(**whole | {_SIDED[type(view.beside)]: right}, both=view)


def swapped(view: View) -> View:
    """The view with its sides changed about."""
    _, right = sides(view)
    if isinstance(view.beside, Period):
        return view.filtered(period=right.period, beside=view.period)
    return view.filtered(places=right.places, beside=view.places[0])


def right_alone(view: View) -> View:
    """The view of the right side without the left."""
    _, right = sides(view)
    return view.filtered(period=right.period, places=right.places, beside=None)


@dataclass(frozen=True)
class OnlyHere:
    """What only one of two sides has: events, and the kinds and places of which the other has none, most first."""

    events: tuple[EventRow, ...]
    categories: tuple[str, ...]
    places: tuple[str, ...]


def only_here(shown: Shown, other: Shown) -> OnlyHere:
    """What one side has and the other has not."""
    theirs = {event["event_id"] for event in other.rows}
    return OnlyHere(
        tuple(event for event in shown.rows if event["event_id"] not in theirs),
        _missing(shown, other, lambda event: event["category"]),
        _missing(shown, other, lambda event: event["spot_id"] or event["region_id"]),
    )


def _missing(shown: Shown, other: Shown, value_of: Callable[[EventRow], str]) -> tuple[str, ...]:
    """The values that events of one side have and none of the other has, by the number of events."""
    theirs = set(map(value_of, other.rows))
    counts = Counter(value for value in map(value_of, shown.rows) if value and value not in theirs)
    return tuple(value for value, _ in counts.most_common())
