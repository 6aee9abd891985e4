"""A figure as a picture that carries its proof: title, filters, counts, sources, version and the link back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import wrap

from markupsafe import Markup, escape

from components.drawing.label_placement import RUNNING
from components.drawing.palette import INK, MUTED, PAPER, colours
from components.language import Language
from components.map.marks import MARK_STATUSES
from components.markup import render
from components.words import labels
from data.vocabulary import FAMILIES

STYLE = Path(__file__).resolve().parents[2] / "static" / "figures.css"
WIDTH, MARGIN = 1200, 40
TITLE, TEXT, SMALL = 30, 18, 14


@dataclass(frozen=True)
class Key:
    """A mark of the legend: its classes in `figures.css`, whether it is hatched, and its words."""

    family: str
    status: str
    words: str


def picture_legend(language: Language) -> list[Key]:
    """What the colours and fillings of map and timeline mean."""
    return [
        *(Key(family, "corroborated", labels.family(language, family)) for family in FAMILIES),
        *status_legend(language, "violence"),
    ]


def status_legend(language: Language, family: str) -> list[Key]:
    """What the fillings mean, in the colour of a family."""
    return [Key(family, status, labels.status(language, status)) for status in MARK_STATUSES]


def sheet(
    figure: Markup,
    title: str,
    filters: str,
    proof: list[str],
    base: str,
    theme: str,
    language: Language,
    legend: Sequence[Key] = (),
) -> Markup:
    """A whole SVG document around the `<svg>` of a figure.

    `filters` says what is shown and `proof` what it rests on, a paragraph each; `base` is the address of the site,
    before which the links within the figure get meaning outside of it.
    """
    width, height = _size(figure)
    inner_width = WIDTH - 2 * MARGIN
    inner_height = round(height * inner_width / width)
    titles = _lines(title, TITLE)
    said = _lines(filters, TEXT)
    small = [line for paragraph in proof for line in _lines(paragraph, SMALL)]
    figure_top = MARGIN + len(titles) * TITLE * 1.25 + len(said) * TEXT * 1.4 + 14
    legend_top = figure_top + inner_height + 34
    proof_top = legend_top + (SMALL * 2 if legend else -4)
    return render(
        "pictures/framed",
        language,
        width=WIDTH,
        height=round(proof_top + len(small) * SMALL * 1.45 + MARGIN / 2),
        margin=MARGIN,
        titles=titles,
        said=said,
        small=small,
        sizes=(TITLE, TEXT, SMALL),
        style=figure_style(theme),
        page=PAPER[theme],
        ink=INK[theme],
        muted=MUTED[theme],
        figure=_inner(figure, base, f'x="{MARGIN}" y="{figure_top:.0f}" width="{inner_width}" height="{inner_height}"'),
        figure_class=_class(figure),
        legend=[(key, MARGIN + number * inner_width / len(legend)) for number, key in enumerate(legend)],
        legend_top=legend_top,
        proof_top=proof_top,
    )


def _size(figure: Markup) -> tuple[float, float]:
    """The size of a figure's view box."""
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', figure)
    assert box
    return float(box[1]), float(box[2])


def _inner(figure: Markup, base: str, place: str) -> Markup:
    """The `<svg>` of a figure at its place on the sheet, with absolute links.

    The figure is markup made here, with every text in it escaped, so no text can look like what is replaced.
    """
    drawn = str(figure)[figure.index("<svg ") : figure.rindex("</svg>") + len("</svg>")]
    drawn = drawn.replace("<svg ", f"<svg {place} ", 1)
    return Markup(drawn.replace(' href="/', f' href="{escape(base.rstrip("/"))}/'))


def _class(figure: Markup) -> str:
    found = re.search(r'<figure class="([\w-]+)"', figure)
    assert found
    return found[1]


def _lines(text: str, size: float) -> list[str]:
    return wrap(text, int((WIDTH - 2 * MARGIN) / (RUNNING * size)), break_on_hyphens=False)


@cache
def figure_style(theme: str) -> Markup:
    """The rules of the figures with the colours of a theme filled in, for where no page gives them."""
    rules = re.sub(r"/\*.*?\*/\s*", "", STYLE.read_text(encoding="utf-8"), flags=re.DOTALL)
    values = colours(theme)
    return Markup(re.sub(r"var\(--([a-z]+)\)", lambda match: values[match[1]], rules))
