"""The category shapes: as symbols of a sprite for markup, and as the nearest marker of the chart."""

import re
from functools import cache

from markupsafe import Markup

from data.vocabulary import FAMILIES, FAMILY_OF, FILLING_OF

# Shapes on a square of 16 units, each with the nearest marker of plotly. They have to be told apart within a family;
# colour tells the families apart.
_SHAPES = {
    "protest": ('<circle cx="8" cy="8" r="6"/>', "circle"),
    "clash": ('<rect x="2.5" y="2.5" width="11" height="11"/>', "square"),
    "lethal_force": ('<path d="M8 1 15 8 8 15 1 8z"/>', "diamond"),
    "seizure_or_arson": ('<path d="M8 1.5 15 14H1z"/>', "triangle-up"),
    "detention": ('<path d="M5 1.5h6L15 8l-4 6.500H5L1 8z"/>', "hexagon2"),
    "torture": ('<path d="M4.5 1 8 4.5 11.5 1 15 4.5 11.5 8 15 11.5 11.5 15 8 11.5 4.5 15 1 11.5 4.5 8 1 4.5z"/>', "x"),
    "communications_shutdown": ('<path d="M1 2h14L8 14.500z"/>', "triangle-down"),
    "government_action": ('<path d="M2 14V6l6-4.500L14 6v8z"/>', "pentagon"),
    "statement": ('<path d="M3 1.500 14.500 8 3 14.500z"/>', "triangle-right"),
    "foreign_forces": (
        '<path d="m8 1 2.100 4.700 5 .6-3.700 3.400 1 5L8 12.200 3.600 14.700l1-5L.9 6.300l5-.6z"/>',
        "star",
    ),
    "legal": ('<path d="M1 2v12L15 2v12z"/>', "bowtie"),
    "aftermath": ('<path d="M5.500 1.500h5v4h4v5h-4v4h-5v-4h-4v-5h4z"/>', "cross"),
}
PLOTLY_SYMBOLS = {category: symbol for category, (_, symbol) in _SHAPES.items()}


def sprite(used_by: str | None = None) -> Markup:
    """The hidden SVG with the shapes and the families' fillings, or with those that some markup uses.

    Empty where it uses none. `/linked.js` puts all of them before markup that uses any.
    """
    parts = _parts()
    if used_by is not None:
        used = set(_USED.findall(used_by))
        parts = {name: drawn for name, drawn in parts.items() if name in used}
    if not parts:
        return Markup()
    return Markup(f'<svg class="sprite" aria-hidden="true"><defs>{"".join(parts.values())}</defs></svg>')


@cache
def _parts() -> dict[str, str]:
    """What the sprite has, by its id."""
    symbols = {
        category: f'<symbol id="{category}" viewBox="0 0 16 16">{drawn}</symbol>'
        for category, (drawn, _) in _SHAPES.items()
    }
    return symbols | _fillings()


_USED = re.compile(r"(?:url\(|<use href=\")#([\w-]+)")


def shape(category: str) -> Markup:
    """A category's shape alone, on a square of 16 units."""
    return Markup(_SHAPES[category][0])


def fillings() -> Markup:
    """The hatches and the half fillings of the families and of the ink, and the hatch of a cut network.

    They are SVG patterns, coloured by the style sheet, and stand once in a document, whatever figures it has. A half
    filling covers the lower half of whatever it fills.
    """
    return Markup("".join(_fillings().values()))


def _fillings() -> dict[str, str]:
    found = {}
    for family in (*FAMILIES, "ink"):
        found[f"hatched-{family}"] = (
            f'<pattern id="hatched-{family}" class="f-{family}" width="4" height="4" patternUnits="userSpaceOnUse" '
            'patternTransform="rotate(45)"><rect class="paper" width="4" height="4"/>'
            '<rect class="ink" width="2" height="4"/></pattern>'
        )
        found[f"half-{family}"] = (
            f'<pattern id="half-{family}" class="f-{family}" width="1" height="1" '
            'patternContentUnits="objectBoundingBox"><rect class="paper" width="1" height="1"/>'
            '<rect class="ink" y="0.5" width="1" height="0.5"/></pattern>'
        )
    found["hatch-veil"] = (
        '<pattern id="hatch-veil" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">'
        '<rect class="veil-line" width="1.4" height="7"/></pattern>'
    )
    return found


@cache
def glyph(category: str, status: str) -> Markup:
    """An event's shape in its family's colour, drawn by its status. It says nothing to a screen reader."""
    family = FAMILY_OF[category]
    filling = FILLING_OF[status]
    fill = Markup(' fill="url(#{}-{})"').format(filling, family) if filling in ("half", "hatched") else ""
    return Markup('<svg class="glyph f-{} s-{}" aria-hidden="true"{}><use href="#{}"/></svg>').format(
        family, status, fill, category
    )
