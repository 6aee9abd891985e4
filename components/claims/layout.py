"""Where everything lies on the chart of numbers: axes, steps, points, and their labels, none over another."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from textwrap import wrap

from components.claims.axes import time_axis, value_axis
from components.drawing.label_placement import LETTER, Placed, Spot, place_labels, running
from components.language import Language
from components.words.claims import who_said
from data.queries.numbers import Interval, Numbers, Said, Series, goes_on

LINE = 1.25
"""The height of a line of text in ems."""


@dataclass(frozen=True)
class ChartCanvas:
    """The size of a chart in pixels: its width, the room left and right of the plot, its least height, its type."""

    width: int
    left: int
    right: int
    height: int
    type: float


CANVASES = {"page": ChartCanvas(1000, 52, 350, 400, 14), "phone": ChartCanvas(350, 34, 128, 400, 12)}
_TOP, _BOTTOM = 34, 40
_LEADER = 12


@dataclass(frozen=True)
class Point:
    """A claim at its day and number, with its label or none; `low` and `high` are the ends of a range in pixels."""

    said: Said
    x: float
    y: float
    low: float
    high: float
    text: str
    word: str
    label: Placed | None


@dataclass(frozen=True)
class Step:
    """A line along a number for as long as it stood, or (`gone`) from its end to what replaced it."""

    path: str
    authorities: bool
    part: bool
    gone: bool


@dataclass(frozen=True)
class EndLabel:
    """The words beside the end of a line: the number, then lines of text, from `top` down; `y` is the line's height."""

    said: Said
    number: str
    lines: tuple[str, ...]
    part: bool
    y: float
    top: float


@dataclass(frozen=True)
class Layout:
    """The chart in pixels. `split` is where the scale of time changes, if it does."""

    canvas: ChartCanvas
    height: float
    plot: tuple[float, float, float, float]
    days: list[tuple[float, str]]
    values: list[tuple[float, str]]
    split: float | None
    steps: list[Step]
    points: list[Point]
    ends: list[EndLabel]


@dataclass(frozen=True)
class _Scales:
    along: Callable[[date], float]
    up: Callable[[float], float]
    last: date


def lay_out(
    found: Numbers,
    until: date,
    language: Language,
    part_words: Callable[[str], str],
    canvas: ChartCanvas = CANVASES["page"],
) -> Layout:
    """Lay out the numbers up to a day; `part_words` names a measure that counts a part."""
    said = [one for series in found.series for one in series.said]
    lasting = [series for series in found.series if _lasts(series)]
    drafts = [_end_words(group, language, part_words, canvas) for group in _alike(lasting)]
    needed = sum(_label_height(lines, canvas) for _, _, lines, _ in drafts)
    height = max(canvas.height, needed + _TOP + _BOTTOM)
    values, up = value_axis(said, _TOP, height - _BOTTOM, language)
    widest = max(len(words) for _, words in values)
    left = max(canvas.left, round(widest * LETTER * canvas.type) + 12)
    right = canvas.width - canvas.right
    plot = (left, _TOP, right, height - _BOTTOM)

    days, along, split = time_axis(said, until, (left, right), language, canvas.type)
    scales = _Scales(along, up, until)

    ends = _dodged(drafts, scales, height, canvas)
    labelled = {series.said[-1].claim["claim_id"] for series in lasting}
    points = _labelled(list(_points(found, labelled, scales, language)), ends, plot, canvas)
    steps = [step for series in found.series for step in _steps(series, scales)]
    return Layout(canvas, height, plot, days, values, split, steps, points, ends)


def _lasts(series: Series) -> bool:
    """Whether the last number of a series still stands and holds until another comes."""
    last = series.said[-1]
    return last.stands and goes_on(last.claim["measure"])


def _alike(lasting: Iterable[Series]) -> Iterable[list[Series]]:
    """Series that end at the same number of the same thing, told by the same side: one label names them all."""
    groups: dict[tuple[object, ...], list[Series]] = {}
    for series in lasting:
        last = series.said[-1]
        alike = (last.claim["measure"], last.interval, last.by_authorities, bool(last.claim["contradicted_by"]))
        groups.setdefault(alike, []).append(series)
    return groups.values()


def _end_words(
    group: Sequence[Series], language: Language, part_words: Callable[[str], str], canvas: ChartCanvas
) -> tuple[Said, str, tuple[str, ...], bool]:
    """The last claim, the number and the lines that stand beside the end of series that are alike."""
    ends = sorted((series.said[-1] for series in group), key=lambda said: said.day)
    last, part = ends[-1], group[0].part
    number, names = (
        number_words(last, language),
        "; ".join(dict.fromkeys(who_said(said.claim, language) for said in ends)),
    )
    words = f"{number} {part_words(last.claim['measure'])}, {names}" if part else f"{number} {names}"
    letters = int((canvas.right - _LEADER - 6) / (running(words) * canvas.type))
    lines = wrap(words, letters, break_on_hyphens=False, max_lines=2 + len(ends), placeholder="…")
    return last, number, tuple(lines), part


def number_words(said: Said, language: Language) -> str:
    """The number of a point, with the sign of contradiction where another claim contradicts it."""
    return f"{bare_number(said, language)} ≠" if said.claim["contradicted_by"] else bare_number(said, language)


def bare_number(said: Said, language: Language) -> str:
    """The number of a point as short as a chart wants it."""
    low, high = said.interval.low, said.interval.high
    if low is None or high is None:
        phrase = language.text("at least {n}") if high is None else language.text("at most {n}")
        return phrase.format(n=language.short_number(said.interval.ends[0]))
    return " – ".join(map(language.short_number, dict.fromkeys((low, high))))


def _label_height(lines: Sequence[str], canvas: ChartCanvas) -> float:
    return len(lines) * canvas.type * LINE + 3


def _dodged(
    drafts: Iterable[tuple[Said, str, tuple[str, ...], bool]], scales: _Scales, height: float, canvas: ChartCanvas
) -> list[EndLabel]:
    """The end labels, each as near to its line as the others leave room for."""
    ordered = sorted(drafts, key=lambda draft: (-_value(draft[0].interval), draft[0].day))
    lines_at = [scales.up(_value(said.interval)) for said, *_ in ordered]
    wanted = [y - canvas.type * LINE / 2 for y in lines_at]
    heights = [_label_height(lines, canvas) for _, _, lines, _ in ordered]
    tops = spread(wanted, heights, height - _BOTTOM + canvas.type)
    return [
        EndLabel(said, number, lines, part, y, top)
        for (said, number, lines, part), y, top in zip(ordered, lines_at, tops, strict=True)
    ]


def spread(wanted: Sequence[float], heights: Sequence[float], limit: float) -> list[float]:
    """Tops from nought to a limit for boxes of some heights, in their order, none over another.

    Together they lie as near as can be to where each would be: those that meet spread about their middle.
    """
    above = [sum(heights[:index]) for index in range(len(heights))]
    blocks: list[tuple[float, int]] = []
    for top, shift in zip(wanted, above, strict=True):
        blocks.append((top - shift, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (one, many), (other, more) = blocks.pop(-2), blocks.pop()
            blocks.append(((one * many + other * more) / (many + more), many + more))
    room = max(0.0, limit - sum(heights))
    starts = [min(max(start, 0.0), room) for start, number in blocks for _ in range(number)]
    return [start + shift for start, shift in zip(starts, above, strict=True)]


def _value(interval: Interval) -> float:
    """The height at which a number is drawn: the middle of a range, the end that is known of an open one."""
    return sum(interval.ends) / len(interval.ends)


def _points(found: Numbers, labelled: set[str], scales: _Scales, language: Language) -> Iterable[Point]:
    """The points of the whole before those of parts, the larger numbers first: in this order they get their labels."""
    for series in sorted(found.series, key=lambda series: series.part):
        before = ""
        for said in series.said:
            text, word = "", ""
            if said.claim["claim_id"] not in labelled and (words := number_words(said, language)) != before:
                text = words
                if said.claim["stands"] == "withdrawn":
                    text, word = bare_number(said, language), language.text("withdrawn")
                    word += " ≠" if said.claim["contradicted_by"] else ""
                elif not _lasts(series) and said is series.said[-1]:
                    text += f" {who_said(said.claim, language)}"
            before = number_words(said, language)
            y = scales.up(_value(said.interval))
            high, low = (scales.up(end) for end in (max(said.interval.ends), min(said.interval.ends)))
            yield Point(said, scales.along(said.day), y, low, high, text, word, None)


def _labelled(
    points: list[Point], ends: list[EndLabel], plot: tuple[float, float, float, float], canvas: ChartCanvas
) -> list[Point]:
    left, top, right, bottom = plot
    spots = [Spot(point.x, point.y, 5, f"{point.text} {point.word}".strip()) for point in points]
    frame = (left, top - canvas.type, right, bottom)
    placed = place_labels(spots, canvas.type, frame, sideways_last=True)
    return [replace(point, label=label if point.text else None) for point, label in zip(points, placed, strict=True)]


def _steps(series: Series, scales: _Scales) -> Iterable[Step]:
    first = series.said[0]
    if not goes_on(first.claim["measure"]) and len(series.said) == 1:
        return
    for said, following in zip(series.said, (*series.said[1:], None), strict=True):
        x, y = scales.along(said.day), scales.up(_value(said.interval))
        until = min(day for day in (said.until, following.day if following else None, scales.last) if day)
        if following is None and (not goes_on(said.claim["measure"]) or (said.until is None and not said.stands)):
            continue
        end = scales.along(max(until, said.day))
        yield Step(f"M{x:.1f} {y:.1f}H{end:.1f}", said.by_authorities, series.part, False)
        if following:
            x_next, y_next = scales.along(following.day), scales.up(_value(following.interval))
            gone = following.day > until
            path = f"M{end:.1f} {y:.1f}H{x_next:.1f}V{y_next:.1f}"
            yield Step(path, following.by_authorities, series.part, gone)
