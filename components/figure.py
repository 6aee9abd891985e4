"""A figure: the one value that pages, slides, pictures and paper take."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Self

from markupsafe import Markup

from components.language import Language
from components.markup import render

Link = Callable[[str], str | None]
"""Where a path of this site leads from, as it stands in a figure; None for no link."""


def here(path: str) -> str:
    """Links as a page of this site has them."""
    return path


def nowhere(path: str) -> None:
    """No links: for a file on a disk, and for paper."""


def from_outside(base: str) -> Link:
    """Links that hold outside of the site at `base`."""
    return lambda path: base.rstrip("/") + path


class NothingToDrawError(ValueError):
    """A view has nothing that a figure could show; the message says so, and where it helps what to change."""


@dataclass(frozen=True, eq=False)
class Figure:
    """A drawing and what it says.

    `kind` names its rules in `static/figures.css`; `width` and `height` are those of its view box, in units, and
    `type` is the size of its words in them. `words` say what it is to whoever can't see it. `title` and `caption` are
    what it shows and of what; `asides` are what a slide adds to it, and `notes` the paragraphs that a picture adds,
    before whose reports it rests on: `sources`, by their ids. `path` leads to the same view.
    The drawing is made from a template and its values when it is asked for, with its `links` as they are wanted.
    """

    kind: str
    template: str
    values: Mapping[str, Any]
    language: Language
    width: float
    height: float
    words: str
    type: float | None = None
    role: str = "group"
    title: str = ""
    caption: str = ""
    asides: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    path: str = ""
    links: Link = field(default=here)

    @cached_property
    def svg(self) -> Markup:
        """What lies inside of the `<svg>` element."""
        return render(self.template, self.language, link=self.links, **self.values)

    @property
    def style_class(self) -> str:
        """The class that the rules of this kind hold for."""
        return f"{self.kind}-figure"

    def linked(self, links: Link) -> Self:
        """The same figure with other links."""
        return replace(self, links=links)

    def element(self, **place: float | str) -> Markup:
        """The `<svg>` element; `place` are further attributes of it."""
        attributes = {
            **place,
            "viewBox": f"0 0 {self.width:g} {self.height:g}",
            "role": self.role,
            "aria-label": self.words,
            "font-size": self.type,
        }
        return Markup("<svg{}>\n{}</svg>").format(_written(attributes), self.svg)

    def __html__(self) -> Markup:
        """The figure as a page shows it."""
        return Markup('<figure class="{}">\n{}</figure>').format(self.style_class, self.element())


def _written(attributes: Mapping[str, object]) -> Markup:
    return Markup("").join(
        Markup(' {}="{}"').format(name, value) for name, value in attributes.items() if value is not None
    )
