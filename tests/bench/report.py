"""Figures as lines and tables that can be pasted."""

from collections.abc import Mapping, Sequence
from statistics import median, quantiles


def report(name: str, values: Sequence[float], unit: str) -> None:
    """One line: the median and the quartiles."""
    low, middle, high = spread(values)
    print(f"{name:48} {middle:9.0f} {unit}  ({low:.0f} to {high:.0f})")


def spread(values: Sequence[float]) -> tuple[float, float, float]:
    """The lower quartile, the median and the upper quartile; of a single value that value."""
    if len(values) < 2:
        return (values[0],) * 3
    low, _, high = quantiles(values, n=4, method="inclusive")
    return low, median(values), high


def table(columns: Mapping[str, Mapping[str, Sequence[float]]], rows: Sequence[str]) -> str:
    """A table in Markdown: a column a subject, a row a measure, "–" for what was not found."""
    names = list(columns)
    cells = [["", *names], *([row, *(_cell(columns[name].get(row, ())) for name in names)] for row in rows)]
    widths = [max(len(line[place]) for line in cells) for place in range(len(names) + 1)]
    lines = [f"| {' | '.join(_set(cell, widths[i], i) for i, cell in enumerate(line))} |" for line in cells]
    ruler = "|" + "|".join("-" * (width + 1) + (":" if place else "-") for place, width in enumerate(widths)) + "|"
    return "\n".join([lines[0], ruler, *lines[1:]])


def _cell(values: Sequence[float]) -> str:
    if not values:
        return "–"
    low, middle, high = spread(values)
    return f"{middle:,.0f}" if low == high else f"{middle:,.0f} ({low:,.0f}–{high:,.0f})"


def _set(cell: str, width: int, place: int) -> str:
    return cell.rjust(width) if place else cell.ljust(width)
