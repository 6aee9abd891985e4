"""The map's marks as SVG: a disc cut into the families of events, each full, hollow, half full or hatched by status.

A mark's code is its content, so a picture can be cached by its name: `protest2.1.0.0_violence0.0.0.3` is two
corroborated and one single-source protest events, and three disputed violent ones.
"""

import re
from math import cos, pi, sin

from components.drawing.palette import FAMILY_COLOURS, HOLLOW, PAPER
from data.vocabulary import FAMILIES, FILLING_OF, FILLINGS, STATUSES

MARK_STATUSES = tuple(next(s for s in STATUSES if FILLING_OF[s] == filling) for filling in FILLINGS)
"""What a wedge can be; a discounted event is drawn with the disputed ones."""

Counts = dict[str, tuple[int, ...]]
"""By family, the number of events of each of MARK_STATUSES."""
_PART = re.compile(r"([a-z]+)(\d{1,7}(?:\.\d{1,7}){3})", re.ASCII)
Wedge = tuple[str, str, str]
"""A slice: its family, its status, and its SVG path."""
SLICED = 22.0
"""From so many pixels on a disc is cut into slices: in a smaller one they can't be told apart."""
LINE = 2.0
"""How wide the outlines are, in pixels, so that a hollow disc is seen on dark land too."""
_LINE_OF_PICTURE = 6


def mark_code(counts: Counts) -> str:
    """The name of the mark for some counts: by family, the number of events of each of MARK_STATUSES."""
    return "_".join(f"{family}{'.'.join(map(str, counts[family]))}" for family in FAMILIES if family in counts)


def parse_mark(code: str) -> Counts:
    """Read a mark's name back; raises ValueError."""
    counts: Counts = {}
    for part in code.split("_"):
        match = _PART.fullmatch(part)
        if not match or match[1] not in FAMILIES or match[1] in counts:
            raise ValueError(f"no mark {code!r}")
        counts[match[1]] = tuple(map(int, match[2].split(".")))
    if not any(map(sum, counts.values())):
        raise ValueError(f"no mark {code!r}: it counts nothing")
    return counts


def simplified(counts: Counts, size: float) -> Counts:
    """What can be told apart in a disc of that diameter: all slices, or the leading family by its leading standing."""
    if size >= SLICED:
        return counts
    family = max(counts, key=lambda name: sum(counts[name]))
    leading = max(range(len(FILLINGS)), key=lambda number: counts[family][number])
    total = sum(map(sum, counts.values()))
    return {family: tuple(total if number == leading else 0 for number in range(len(FILLINGS)))}


def wedges(counts: Counts, size: float, line: float = LINE) -> list[Wedge]:
    """The slices of a disc of a diameter round 0 0, whose outlines are a `line` wide and stay inside."""
    found, turn = [], 0.0
    total, radius = sum(map(sum, counts.values())), (size - line) / 2
    for family, numbers in counts.items():
        for status, number in zip(MARK_STATUSES, numbers, strict=True):
            if number:
                found.append((family, status, _wedge(turn, turn + number / total, radius)))
                turn += number / total
    return found


def draw_mark(counts: Counts, theme: str) -> str:
    """The mark as an SVG document of 64 by 64 units."""
    parts, patterns = [], []
    for family, status, shape in wedges(counts, 60, _LINE_OF_PICTURE):
        colour = FAMILY_COLOURS[theme][family]
        filling = FILLING_OF[status]
        fill = {"full": colour, "hollow": HOLLOW[theme]}.get(filling, f"url(#{filling}-{family})")
        if filling in _PATTERNS:
            patterns.append(_PATTERNS[filling](f"{filling}-{family}", colour, PAPER[theme]))
        parts.append(f'<path d="{shape}" fill="{fill}" stroke="{colour}" stroke-width="{_LINE_OF_PICTURE}"/>')
    halo = f'<circle r="31" fill="{PAPER[theme]}"/>'
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="-32 -32 64 64">'
        f"<defs>{''.join(patterns)}</defs>{halo}{''.join(parts)}</svg>"
    )


def _hatch(name: str, colour: str, paper: str) -> str:
    return (
        f'<pattern id="{name}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<rect width="7" height="7" fill="{paper}"/><rect width="3.4" height="7" fill="{colour}"/></pattern>'
    )


def _half(name: str, colour: str, paper: str) -> str:
    return (
        f'<pattern id="{name}" width="1" height="1" patternContentUnits="objectBoundingBox">'
        f'<rect width="1" height="1" fill="{paper}"/><rect y="0.5" width="1" height="0.5" fill="{colour}"/></pattern>'
    )


_PATTERNS = {"half": _half, "hatched": _hatch}


def _wedge(begins: float, ends: float, radius: float) -> str:
    """A slice of a disc between two turns: 0 is up, clockwise."""
    if ends - begins > 0.999:
        return f"M0 {-radius:.2f}a{radius:.2f} {radius:.2f} 0 1 1-.01 0z"

    def at(turn: float) -> str:
        return f"{radius * sin(2 * pi * turn):.2f} {-radius * cos(2 * pi * turn):.2f}"

    large = int(ends - begins > 0.5)
    return f"M0 0L{at(begins)}A{radius:.2f} {radius:.2f} 0 {large} 1 {at(ends)}Z"
