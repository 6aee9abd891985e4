"""The chart of numbers: every point, tick and label has its place, and no words lie over others."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any, cast

import font_source_sans_pro
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from components.claims.axes import nice
from components.claims.layout import CANVASES, LINE, ChartCanvas, Layout, bare_number, lay_out, number_words, spread
from components.drawing.label_placement import LETTER, Box, Placed
from components.words import measures
from data.loading.record import Record
from data.loading.rows import ClaimRow
from data.queries.as_known import as_known
from data.queries.numbers import Interval, Numbers, Said, Series, numbers, offered
from data.vocabulary import PARTS_OF_MEASURE
from tests.unit.samples import EN, record

FONT = str(Path(font_source_sans_pro.__file__).parent / "files" / "SourceSansPro-Semibold.ttf")
DAYS = [
    None,
    *(date(2022, 1, day) for day in (5, 9, 10, 16, 31)),
    date(2022, 2, 28),
    date(2022, 3, 31),
    date(2022, 12, 31),
    date(2023, 12, 31),
]
each_day = pytest.mark.parametrize("day", DAYS, ids=str)
each_sheet = pytest.mark.parametrize("canvas", [CANVASES["page"], CANVASES["phone"]], ids=["broad", "narrow"])


@cache
def on(day: date | None) -> Record:
    return as_known(record(), day) if day else record()


def drawn(found: Numbers, until: date, canvas: ChartCanvas) -> Layout:
    return lay_out(found, until, EN, lambda measure: measures.part(EN, measure), canvas)


@cache
def layouts(day: date | None, canvas: ChartCanvas) -> dict[str, Layout]:
    """The chart of every measure at every place that has numbers by a day."""
    until = day or record().as_of
    assert until
    every = [numbers(on(day), measure, place) for measure, places in offered(on(day)).items() for place in places]
    return {f"{found.measure} {found.place_id}": drawn(found, until, canvas) for found in every if found.series}


def layout(
    measure: str, place: str = "kazakhstan", day: date | None = None, canvas: ChartCanvas = CANVASES["page"]
) -> Layout:
    return layouts(day, canvas)[f"{measure} {place}"]


@cache
def typeface(size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, size)


def width(words: str, canvas: ChartCanvas) -> float:
    """How wide words really are in the typeface of the pages."""
    return typeface(canvas.type).getlength(words)


def label_box(x: float, y: float, label: Placed, words: str, canvas: ChartCanvas) -> Box:
    """Where a label hangs on its point, a little generous."""
    across, high = max(len(words) * LETTER * canvas.type, width(words, canvas)), canvas.type * 1.15
    left = x + label.offset[0] - {"start": 0, "middle": across / 2, "end": across}[label.anchor]
    top = y + label.offset[1] - {"top": 0, "center": high / 2, "bottom": high}[label.baseline]
    return left, top, left + across, top + high


def boxes(of: Layout) -> Iterator[tuple[str, Box]]:
    """The words of the points and of the ends of lines, and where they stand."""
    canvas, right = of.canvas, of.plot[2]
    for point in of.points:
        if point.label:
            words = f"{point.text} {point.word}".strip()
            yield words, label_box(point.x, point.y, point.label, words, canvas)
    for end in of.ends:
        for number, words in enumerate(end.lines):
            top = end.top + number * canvas.type * LINE
            yield words, (right + 16, top, right + 16 + width(words, canvas), top + canvas.type * LINE)


def meet(a: Box, b: Box) -> bool:
    hair = 1e-6
    return a[0] + hair < b[2] and b[0] + hair < a[2] and a[1] + hair < b[3] and b[1] + hair < a[3]


def meeting(of: Layout) -> list[tuple[str, str]]:
    return [(one, other) for (one, a), (other, b) in combinations(boxes(of), 2) if meet(a, b)]


def cut(of: Layout) -> list[str]:
    """The words that do not lie wholly on the canvas."""
    return [
        words
        for words, (left, top, right, bottom) in boxes(of)
        if left < 0 or top < 0 or right > of.canvas.width or bottom > of.height
    ]


def lost(of: Layout) -> list[str]:
    """The points outside of the plot."""
    left, top, right, bottom = of.plot
    return [
        point.said.claim["claim_id"]
        for point in of.points
        if not (left <= point.x <= right and top <= min(point.high, point.y) and max(point.low, point.y) <= bottom)
    ]


def crowded(of: Layout) -> list[tuple[str, str]]:
    """The words along the axes that touch the ones before."""
    days = [
        (one, other)
        for (x, one), (following, other) in pairwise(of.days)
        if following - x < (width(one, of.canvas) + width(other, of.canvas)) / 2 + 2
    ]
    values = [(one, other) for (y, one), (above, other) in pairwise(of.values) if y - above < of.canvas.type]
    return days + values


def in_order(of: Layout) -> bool:
    """Whether the words beside the ends of lines come in the order of the ends, the largest number on top."""
    ends = sorted(of.ends, key=lambda end: end.top)
    heights = [end.y for end in ends]
    values = [sum(end.said.interval.ends) / len(end.said.interval.ends) for end in ends]
    return heights == sorted(heights) and all(one >= other - 1e-9 * one for one, other in pairwise(values))


@each_day
@each_sheet
def test_every_number_by_that_day_is_a_point_in_the_plot(day: date | None, canvas: ChartCanvas) -> None:
    for name, of in layouts(day, canvas).items():
        assert not lost(of), name
        measure, place = name.split()
        wanted = {
            claim_id
            for claim_id, row in on(day).claim_rows.items()
            if row["place_id"] == place and row["measure"] in (measure, *PARTS_OF_MEASURE.get(measure, ()))
        }
        points = [point.said.claim["claim_id"] for point in of.points]
        undated = {claim_id for claim_id in wanted if not on(day).claim_rows[claim_id]["said_by"]}
        assert sorted(points) == sorted(wanted - undated), name


@each_day
@each_sheet
def test_no_words_lie_over_others(day: date | None, canvas: ChartCanvas) -> None:
    assert not {name: found for name, of in layouts(day, canvas).items() if (found := meeting(of))}


@each_day
@each_sheet
def test_all_words_lie_on_the_sheet(day: date | None, canvas: ChartCanvas) -> None:
    assert not {name: found for name, of in layouts(day, canvas).items() if (found := cut(of))}


@each_day
@each_sheet
def test_the_words_of_the_axis_of_numbers_have_room_beside_it(day: date | None, canvas: ChartCanvas) -> None:
    for name, of in layouts(day, canvas).items():
        too_wide = [words for _, words in of.values if width(words, canvas) > of.plot[0] - 6]
        assert not too_wide, name


@each_day
@each_sheet
def test_ticks_do_not_touch(day: date | None, canvas: ChartCanvas) -> None:
    assert not {name: found for name, of in layouts(day, canvas).items() if (found := crowded(of))}


@each_day
@each_sheet
def test_both_axes_say_where_one_is(day: date | None, canvas: ChartCanvas) -> None:
    """One tick would not tell how long anything took."""
    for name, of in layouts(day, canvas).items():
        assert len(of.days) > 1, name
        assert len({words for _, words in of.values}) == len(of.values) > 1, name
        assert of.values[0] == (of.plot[3], "0"), name


@each_day
@each_sheet
def test_ends_are_named_in_the_order_of_their_numbers(day: date | None, canvas: ChartCanvas) -> None:
    assert all(in_order(of) for of in layouts(day, canvas).values())


def test_the_largest_number_is_highest_and_the_latest_is_rightmost() -> None:
    of = layout("killed_total")
    for one, other in combinations(of.points, 2):
        if one.said.day < other.said.day:
            assert one.x < other.x
        if one.said.interval.ends and max(one.said.interval.ends) < min(other.said.interval.ends):
            assert one.y > other.y


def test_the_first_month_has_half_of_the_plot_where_years_follow() -> None:
    of = layout("killed_total")
    left, _, right, _ = of.plot
    assert of.split == (left + right) / 2
    for point in of.points:
        assert (point.x <= of.split) == (point.said.day <= date(2022, 2, 1))
    assert layout("killed_total", day=date(2022, 1, 31)).split is None


def test_a_line_holds_until_its_claimant_gives_another_number_and_a_gap_is_drawn_otherwise() -> None:
    """Between the withdrawn 164 and the 225 of six days later nothing stood."""
    of = layout("killed_total", day=date(2022, 1, 31))
    at = {point.said.claim["claim_id"]: point for point in of.points}
    first, second = at["2022-01-09-government-164-dead"], at["2022-01-15-pgo-225-dead"]
    (gap,) = [step for step in of.steps if step.gone]
    assert gap.path.endswith(f"H{second.x:.1f}V{second.y:.1f}")
    assert f" {first.y:.1f}H" in gap.path


def test_what_counts_a_part_is_told_from_the_whole() -> None:
    of = layout("killed_total")
    assert {end.part for end in of.ends} == {step.part for step in of.steps} == {True, False}
    for end in of.ends:
        assert end.part == (end.said.claim["measure"] != "killed_total")
        assert end.part == any(measures.part(EN, end.said.claim["measure"]).split()[0] in line for line in end.lines)


def test_a_crowd_belongs_to_its_hour_and_goes_on_to_no_end() -> None:
    for name, of in layouts(None, CANVASES["page"]).items():
        if name.startswith("crowd "):
            assert not of.ends


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (164, 164, "164"),
        (20, 30, "20 – 30"),
        (1000, 1200, "1,000 – 1,200"),
        (188, None, "at least 188"),
        (None, 12, "at most 12"),
        (0, 0, "0"),
        (97_500_000_000, 97_500_000_000, "97.5 billion"),
    ],
)
@pytest.mark.parametrize("others", [(), ("another",)], ids=["agreed", "contradicted"])
def test_a_number_is_as_short_as_it_can_be_and_carries_its_contradiction(
    low: float | None, high: float | None, words: str, others: tuple[str, ...]
) -> None:
    said = Said(cast(ClaimRow, {"contradicted_by": others}), Interval(low, high), date(2022, 1, 9), None)
    assert bare_number(said, EN) == words
    assert number_words(said, EN) == (f"{words} ≠" if others else words)


@given(st.floats(0, 1e15))
def test_a_nice_number_is_round_and_the_next_one_up(value: float) -> None:
    found = nice(value)
    assert found >= value
    assert found == int(found) >= 1
    assert f"{found:.6e}".replace(".", "").split("e")[0].rstrip("0") in ("1", "2", "25", "5")
    assert found <= max(value, 1) * 2.5


BEGIN, END = date(2021, 12, 11), date(2026, 11, 25)
DEATHS = ("killed_total", *PARTS_OF_MEASURE["killed_total"])
ends = st.one_of(st.integers(0, 300), st.integers(0, 10**13), st.floats(0, 1000))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(ends), draw(ends)))
    return draw(st.sampled_from([Interval(low, low), Interval(low, high), Interval(low, None), Interval(None, high)]))


@st.composite
def claims(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Claims of one chart as the record has them, each perhaps replaced by a later one."""
    near = st.dates(date(2022, 1, 3), date(2022, 1, 12))
    one_day = st.just(draw(near))
    days = draw(st.sampled_from([one_day, near, st.dates(BEGIN, END)]))
    measure = st.sampled_from(draw(st.sampled_from([DEATHS, DEATHS[:1], ("crowd",), ("damage_tenge",)])))
    said = sorted(draw(st.lists(days, min_size=1, max_size=draw(st.sampled_from([2, 8, 30])))))
    rows: list[dict[str, Any]] = []
    for number, day in enumerate(said):
        interval = draw(intervals())
        later = draw(st.none() | st.integers(number + 1, number + 3))
        stands = draw(st.sampled_from(["current", "contradicted", "revised", "withdrawn"]))
        fell = day + timedelta(days=draw(st.integers(0, 10)))
        rows.append(
            {
                "claim_id": f"claim-{number:02}",
                "said_on": day.isoformat(),
                "said_by": day.isoformat(),
                "claimant": draw(st.sampled_from(["A", "The ministry (a spokesman)", "An office " + "of a body " * 9])),
                "claimant_role": draw(st.sampled_from(["official", "ngo"])),
                "measure": draw(measure),
                "place_id": "kazakhstan",
                "value_min": interval.low,
                "value_max": interval.high,
                "stands": stands,
                "withdrawn_on": fell.isoformat() if stands == "withdrawn" and draw(st.booleans()) else "",
                "superseded_by": f"claim-{later:02}" if later and later < len(said) else "",
                "contradicted_by": draw(st.sampled_from([(), ("another",)])),
            }
        )
    return rows


@pytest.mark.slow
@given(claims(), st.sampled_from([CANVASES["page"], CANVASES["phone"]]), st.booleans())
def test_any_numbers_can_be_drawn(rows: list[dict[str, Any]], canvas: ChartCanvas, years_later: bool) -> None:
    frame = pd.DataFrame(rows, index=[row["claim_id"] for row in rows])
    of = replace(record(), tables={**record().tables, "claims": frame})
    last = date.fromisoformat(rows[-1]["said_by"])
    found = numbers(of, rows[0]["measure"], "kazakhstan")
    layout = drawn(found, END if years_later else last, canvas)
    assert not lost(layout)
    assert not meeting(layout)
    assert not cut(layout)
    assert not crowded(layout)
    assert in_order(layout)


@given(st.lists(st.tuples(st.floats(-50, 500), st.integers(10, 60)), max_size=12))
def test_boxes_are_spread_in_their_order_and_none_lies_over_another(boxes: list[tuple[float, int]]) -> None:
    boxes = sorted(boxes)
    heights = [float(height) for _, height in boxes]
    limit = sum(heights) + 100
    tops = spread([wanted for wanted, _ in boxes], heights, limit)
    assert all(top + height <= after + 1e-6 for (top, after), height in zip(pairwise(tops), heights, strict=False))
    assert all(-1e-6 <= top <= limit - height + 1e-6 for top, height in zip(tops, heights, strict=True))


def test_boxes_that_meet_lie_about_their_middle_and_others_stay_where_they_want_to_be() -> None:
    assert spread([100, 100, 300], [20, 20, 20], 500) == [90, 110, 300]


def test_equal_numbers_of_one_side_share_a_label() -> None:
    rows = [cast(ClaimRow, dict(row)) for row in record().claim_rows.values() if row["measure"] == "troops"][:1]
    said = [
        Said(
            cast(ClaimRow, {**rows[0], "claim_id": name, "claimant": name, "contradicted_by": ()}),
            Interval(5, 5),
            day,
            None,
        )
        for name, day in (("one", date(2022, 1, 5)), ("two", date(2022, 1, 6)))
    ]
    found = Numbers("troops", "kazakhstan", tuple(Series((one,), False) for one in said))
    (end,) = drawn(found, date(2022, 1, 31), CANVASES["page"]).ends
    assert end.lines == ("5 one; two",)
    assert end.said is said[1]
