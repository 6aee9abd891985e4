"""What the parts of a page draw from; what is costly is made once for all of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from components.drawing.palette import THEMES
from components.language import Language
from components.map.scene import Scene, scene
from components.timeline.plan import Plan, plan
from data.loading.record import Record
from data.queries.query import Shown, query
from data.queries.view import View
from data.talks import Talk


@dataclass(frozen=True, eq=False)
class Context:
    """A view of a record on a page, for a reader of a language and a theme; `talks` by their names."""

    page: str
    record: Record
    view: View
    language: Language
    talks: Mapping[str, Talk] = field(default_factory=dict)
    theme: str = THEMES[0]

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
    def plan(self) -> Plan:
        """The timeline."""
        return plan(self.shown, self.language)
