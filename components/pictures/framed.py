"""A figure as a picture that carries its proof: title, filters, counts, sources, version and the link back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import wrap

from markupsafe import Markup

from components.drawing.glyphs import fillings
from components.drawing.label_placement import running
from components.drawing.palette import INK, MUTED, PAPER, colours
from components.figure import Figure
from components.language import Language
from components.map.marks import MARK_STATUSES
from components.markup import render
from components.words import labels
from data.vocabulary import FAMILIES

STYLE = Path(__file__).resolve().parents[2] / "static" / "figures.css"
WIDTH, MARGIN = 1200, 40
TITLE, TEXT, SMALL = 30, 18, 14


@dataclass(frozen=True)
class KeyMark:
    """A mark of a picture's key: its family and status in `figures.css`, and its words."""

    family: str
    status: str
    words: str


def key_of(language: Language) -> list[KeyMark]:
    """What the colours and fillings mean."""
    families = [KeyMark(family, "corroborated", labels.family(language, family)) for family in FAMILIES]
    fillings = [KeyMark("protest", status, labels.status(language, status)) for status in MARK_STATUSES]
    return [*families, *fillings]


def framed(figure: Figure, proof: Sequence[str], theme: str, key: Sequence[KeyMark] = ()) -> Markup:
    """A whole SVG document round a figure; `proof` is what it rests on, a paragraph each."""
    inner_width = WIDTH - 2 * MARGIN
    inner_height = round(figure.height * inner_width / figure.width)
    titles = _lines(figure.title, TITLE)
    caption = _lines(figure.caption, TEXT)
    small = [line for paragraph in proof for line in _lines(paragraph, SMALL)]
    figure_top = MARGIN + len(titles) * TITLE * 1.25 + len(caption) * TEXT * 1.4 + 14
    key_top = figure_top + inner_height + 34
    proof_top = key_top + (SMALL * 2 if key else -4)
    return render(
        "pictures/framed",
        figure.language,
        width=WIDTH,
        height=round(proof_top + len(small) * SMALL * 1.45 + MARGIN / 2),
        margin=MARGIN,
        titles=titles,
        caption=caption,
        small=small,
        sizes=(TITLE, TEXT, SMALL),
        style=figure_style(theme),
        page=PAPER[theme],
        ink=INK[theme],
        muted=MUTED[theme],
        fillings=fillings(),
        figure=figure.element(x=MARGIN, y=round(figure_top), width=inner_width, height=inner_height),
        style_class=figure.style_class,
        key=_placed(key),
        key_top=key_top,
        proof_top=proof_top,
    )


def _placed(key: Sequence[KeyMark]) -> list[tuple[KeyMark, float]]:
    """The marks of a key with where each begins, in px: the gaps between them are alike, as their words are not."""
    widths = [20 + len(mark.words) * running(mark.words) * SMALL for mark in key]
    gap = (WIDTH - 2 * MARGIN - sum(widths)) / max(1, len(key) - 1)
    return [(mark, round(MARGIN + sum(widths[:number]) + number * gap, 1)) for number, mark in enumerate(key)]


def _lines(text: str, size: float) -> list[str]:
    return wrap(text, int((WIDTH - 2 * MARGIN) / (running(text) * size)), break_on_hyphens=False)


@cache
def figure_style(theme: str) -> Markup:
    """The rules of the figures with the colours of a theme filled in, for where no page gives them."""
    rules = re.sub(r"/\*.*?\*/\s*", "", STYLE.read_text(encoding="utf-8"), flags=re.DOTALL)
    values = colours(theme)
    return Markup(re.sub(r"var\(--([a-z]+)\)", lambda match: values[match[1]], rules))
