"""What the parts of a page draw from; what is costly is made once for all of them."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from components.drawing.palette import THEMES
from components.explore.compared import ComparedSide, compared
from components.language import Language, language_of
from components.map.scene import Scene, scene
from components.timeline.plan import Plan, plan
from data.kept import Kept
from data.loading.record import Record
from data.queries.query import Shown, query
from data.queries.view import View
from data.talks import Talk

T = TypeVar("T")
ROOM = 64_000_000
"""So many bytes of what readers share are kept."""
_ROW, _DRAWN = 1_500, 300_000
"""About the bytes of a row of events, and of all that is drawn of a view."""


@dataclass(frozen=True, eq=False)
class Context:
    """A view of a record on a page, for a reader of a language and a theme; `talks` by their names."""

    page: str
    record: Record
    view: View
    language: Language
    talks: Mapping[str, Talk] = field(default_factory=dict)
    theme: str = THEMES[0]
    _made: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False)

    def once(self, what: Hashable, make: Callable[[], T]) -> T:
        """What is made of this context alone, by a name of its own: made when it is first asked for."""
        if what not in self._made:
            self._made[what] = make()
        made: T = self._made[what]
        return made

    @cached_property
    def shown(self) -> Shown:
        """The events of the view."""
        return query(self.record, self.view)

    @cached_property
    def scene(self) -> Scene:
        """The map from the view's camera."""
        return scene(self.shown, self.language)

    @cached_property
    def country(self) -> Scene:
        """The map of the whole country."""
        return scene(self.shown, self.language, "kazakhstan")

    @cached_property
    def sides(self) -> tuple[ComparedSide, ComparedSide]:
        """The two sides of the view, if it has two."""
        return compared(self.record, self.view, self.language)

    @cached_property
    def plan(self) -> Plan:
        """The timeline."""
        return plan(self.shown, self.language)


def shared(page: str, record: Record, view: View, talks: Mapping[str, Talk], theme: str = THEMES[0]) -> Context:
    """The context of a view in its language, one for all readers who ask for the same."""
    key = (page, record, view, id(talks), theme)
    found = _kept.get(key)
    if found is None:
        found = Context(page, record, view, language_of(view), talks, theme)
        _kept.put(key, found, _DRAWN + _ROW * found.shown.weight)
    return found


_kept: Kept[Context] = Kept(ROOM)
