"""Bars in a row, each a link, of which day strip and growth are made; and the same drawn as SVG."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.figure import Figure
from components.language import Language

WIDTH, HEIGHT, TYPE = 1000, 300, 13
"""The size of the drawing in units, and that of its type."""
_GAP = 3


@dataclass(frozen=True)
class Bar:
    """A bar: the words below and above it, what it is in words, and where it leads.

    `parts` are its fillings from the foot up, each with its height in per cent of the highest bar. `current` is whether
    it is where the reader is, `day` whether it stands for one day. `looks` are further classes on a page; `width` is
    that of the bar's room beside the others' 1.
    """

    key: str
    label: str
    number: str
    parts: tuple[tuple[str, float], ...]
    words: str
    href: str
    chosen: bool
    current: bool = False
    day: bool = False
    looks: str = ""
    width: float = 1


def bars_figure(bars: Sequence[Bar], words: str, language: Language) -> Figure:
    """The bars as a figure of 1000 by 300 units; `words` say what it is."""
    unit = WIDTH / sum(bar.width for bar in bars)
    top, foot = TYPE * 1.6, HEIGHT - TYPE * 1.8
    drawn, x = [], 0.0
    for bar in bars:
        width, y, parts = bar.width * unit, foot, []
        for kind, share in bar.parts:
            height = share / 100 * (foot - top)
            y -= height
            parts.append((kind, round(y, 2), round(height, 2)))
        drawn.append((bar, round(x, 2), round(width, 2), parts, round(y, 2)))
        x += width
    values = {"bars": drawn, "size": (WIDTH, HEIGHT, TYPE), "foot": foot, "gap": _GAP}
    return Figure("bars", "timeline/bars", values, language, WIDTH, HEIGHT, words, type=TYPE, title=words)
