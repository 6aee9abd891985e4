"""The numbers over time: a step chart of what each claimant said, as SVG with a link on every point."""

from datetime import date
from typing import Any

from components.address import claim_address
from components.claims.layout import CANVASES, LINE, ChartCanvas, Layout, Point, lay_out, number_words
from components.drawing.label_placement import running
from components.figure import Figure
from components.language import Language, written_date
from components.words import measures
from components.words.claims import became
from data.loading.record import Record
from data.loading.rows import ClaimRow
from data.queries.numbers import Numbers, latest
from data.queries.view import View

MOST = 200
"""So many numbers can be told apart on a chart."""


def left_out_words(found: Numbers, language: Language) -> str:
    """How many numbers a chart has no room for; empty where it has them all."""
    total = sum(len(series.said) for series in found.series)
    if total <= MOST:
        return ""
    return language.text("The chart shows the last {n} of {total} numbers; the list below has all.").format(
        n=language.number(MOST), total=language.number(total)
    )


def numbers_figure(
    record: Record, found: Numbers, view: View, language: Language, canvas: ChartCanvas = CANVASES["page"]
) -> Figure:
    """The chart of some numbers, the last MOST of them, which must not be empty, up to the day of the record."""
    found = latest(found, MOST)
    until = record.known_on or record.as_of or date(2022, 1, 31)
    layout = lay_out(found, until, language, lambda measure: measures.part(language, measure), canvas)
    left, _, right, bottom = layout.plot
    values = {
        "layout": layout,
        "type": canvas.type,
        "left": left,
        "right": right,
        "bottom": bottom,
        "line": LINE * canvas.type,
        "points": [_point(record, point, view, language) for point in layout.points],
        "ends": _ends(record, layout, view, language),
        "month": _month(found.first_day, _room_before(layout, canvas.type), canvas.type, language),
    }
    words = language.text(
        "Chart of the numbers over time: {title}. The list below has the same claims as text."
    ).format(title=measures.measure(language, found.measure))
    size = (layout.canvas.width, round(layout.height))
    return Figure("numbers", "claims/chart", values, language, *size, words, type=canvas.type)


def _room_before(layout: Layout, size: float) -> float:
    """The room for words before the line, above the plot; large type would touch the numbers of the axis there."""
    left, top, *_ = layout.plot
    return (layout.split or 0) - 8 - (left if size * 2 > top else 0)


def _month(day: date, room: float, size: float, language: Language) -> str:
    """The words over the days of the first month; the month alone where more has no room before the line there."""
    month = language.day(day, "LLLL y")
    words = language.text("{month}, by day").format(month=month)
    return words if len(words) * running(words) * size <= room else month


def _point(record: Record, point: Point, view: View, language: Language) -> dict[str, Any]:
    claim = point.said.claim
    return {
        "x": point.x,
        "y": point.y,
        "low": point.low,
        "high": point.high,
        "authorities": point.said.by_authorities,
        "withdrawn": claim["stands"] == "withdrawn",
        "text": point.text,
        "word": point.word,
        "label": point.label,
        "words": point_words(record, claim, number_words(point.said, language), language),
        "href": claim_address(claim["claim_id"], view),
        "id": f"point-{claim['claim_id']}",
    }


def point_words(record: Record, claim: ClaimRow, number: str, language: Language) -> str:
    """A point in words: number, what it counts, who, when, and what became of it."""
    parts = [
        f"{number}: {measures.measure(language, claim['measure'])}",
        f"{language.of(claim, 'claimant')}, {written_date(language, claim['said_on'])}",
        became(record, claim, language),
    ]
    return "\n".join(filter(None, parts))


def _ends(record: Record, layout: Layout, view: View, language: Language) -> list[dict[str, Any]]:
    return [
        {
            "y": end.y,
            "top": round(end.top, 1),
            "number": end.number,
            "first": end.lines[0].removeprefix(end.number).strip(),
            "rest": end.lines[1:],
            "part": end.part,
            "authorities": end.said.by_authorities,
            "words": point_words(record, end.said.claim, end.number, language),
            "href": claim_address(end.said.claim["claim_id"], view),
        }
        for end in layout.ends
    ]
