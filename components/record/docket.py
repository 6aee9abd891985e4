"""A case's steps: numbered along a time axis, and as a list with the same numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from components.figure import Figure
from components.language import Language
from components.timeline.scale import time_scale
from data.loading.rows import StepRow

WIDTH, DISC = 1000, 22
"""The axis is drawn on so many units; so many of them is a step's disc wide."""


@dataclass(frozen=True)
class Dot:
    """A step on the axis: its number, its kind, its place in units from the left and its row above the axis."""

    number: int
    kind: str
    x: float
    row: int


@dataclass(frozen=True)
class Docket:
    """The dots and the ticks, as (units from the left, words), and how many rows the dots need."""

    dots: list[Dot]
    ticks: list[tuple[float, str]]
    rows: int


def docket(steps: Sequence[StepRow], language: Language, width: float = WIDTH, disc: float = DISC) -> Docket:
    """Lay out steps, given in the order of their dates; discs that would meet go one above the other."""

    def along(moment: datetime) -> float:
        return round(disc / 2 + (moment - scale.begins) / scale.length * (width - disc), 1)

    days = [step_day(step["date"]) for step in steps]
    begins = datetime.combine(min(days), datetime.min.time()).replace(day=1)
    ends = datetime.combine(max(days), datetime.min.time()) + timedelta(days=31)
    scale = time_scale(begins, max(ends, begins + timedelta(days=120)), language)
    free: list[float] = []
    dots = []
    for number, (step, day) in enumerate(zip(steps, days, strict=True), start=1):
        x = along(datetime.combine(day, datetime.min.time()))
        row = next((r for r, until in enumerate(free) if until <= x), len(free))
        if row == len(free):
            free.append(0)
        free[row] = x + disc + 2
        dots.append(Dot(number, step["kind"], x, row))
    ticks = [(along(tick), _tick_words(tick, language)) for tick in scale.ticks]
    return Docket(dots, ticks, max(len(free), 1))


def docket_figure(steps: Sequence[StepRow], language: Language, width: float = WIDTH, disc: float = DISC) -> Figure:
    """The steps along their axis; the list beside it has the same numbers. Type is 0.6 of a disc's width."""
    laid_out = docket(steps, language, width, disc)
    base = laid_out.rows * (disc + 2) + 6
    values = {"docket": laid_out, "width": width, "disc": disc, "base": base, "row": disc + 2}
    words = language.text("The steps on a time axis; the list below has the same numbers.")
    return Figure(
        "docket",
        "record/docket",
        values,
        language,
        width,
        round(base + disc * 1.3, 2),
        words,
        type=round(disc * 0.6, 2),
        role="img",
    )


def step_day(cell: str) -> date:
    """The day a step is drawn at: of a month or a year that alone is known, the first."""
    return date.fromisoformat((cell + "-01-01")[:10] if len(cell) == 4 else (cell + "-01")[:10])


def _tick_words(tick: datetime, language: Language) -> str:
    return language.day(tick, "y" if tick.month == 1 else "LLL")
