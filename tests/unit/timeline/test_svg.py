"""The timeline as drawn: every event once, where and as wide as its time is known, by its standing."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import font_source_sans_pro
import pytest
from PIL import ImageFont

from components.address import split
from components.drawing.glyphs import fillings
from components.timeline.lanes import lay_out
from components.timeline.plan import plan
from components.timeline.scale import scale_of
from data.queries.as_known import as_known
from data.queries.bands import bands
from data.queries.query import Shown, query
from data.queries.view import View
from data.times import ABOUT
from tests.unit.drawn import drawn_timeline
from tests.unit.samples import EN, assert_same_markup, event, hostile_record, record, shown

FONT = str(Path(font_source_sans_pro.__file__).parent / "files" / "SourceSansPro-Regular.ttf")
BRIDGE = "2022-01-04-oral-depo-bridge"
VIEWS: list[dict[str, Any]] = [
    {},
    {"lanes": "place"},
    {"day": "2022-01-05"},
    {"day": "2022-01-05", "lanes": "place"},
    {"day": "2022-01-04", "event": BRIDGE},
    {"day": "2022-01-03..2022-01-06"},
    {"day": "2022-01-21"},
    {"day": "before"},
    {"day": "after", "lanes": "place"},
    {"text": "no such word"},
]
each_view = pytest.mark.parametrize("choices", VIEWS, ids=str)


def drawn(of: Shown) -> ET.Element:
    svg = ET.fromstring(drawn_timeline(of, EN)).find("svg")
    assert svg is not None
    return svg


def size(svg: ET.Element) -> tuple[float, float]:
    left, top, width, height = map(float, svg.get("viewBox", "").split())
    assert (left, top) == (0, 0)
    return width, height


def marks(svg: ET.Element) -> dict[str, ET.Element]:
    """The links of marks by the events that they lead to."""
    links = [link for link in svg.iter("a") if link.find("title") is not None]
    found = {split(link.get("href", ""))[1]["event"]: link for link in links}
    assert len(found) == len(links)
    return found


def item(link: ET.Element) -> ET.Element:
    (found,) = [child for child in link.iter() if "item" in child.get("class", "").split()]
    return found


def number(element: ET.Element, name: str) -> float:
    return float(element.get(name, "nan"))


def classed(svg: ET.Element, tag: str, name: str) -> list[ET.Element]:
    return [element for element in svg.iter(tag) if name in element.get("class", "").split()]


def axis(svg: ET.Element, of: Shown) -> Callable[[datetime], float]:
    """Where a time should stand, going by the first and the last line of the grid."""
    planned = plan(of, EN)
    ticks = [column.begins for column in planned.columns] or planned.scale.ticks
    grid = [float(path.get("d", "").split()[0][1:]) for path in classed(svg, "path", "grid")]
    assert len(grid) == len(ticks)
    return lambda moment: grid[0] + (moment - ticks[0]) / (ticks[-1] - ticks[0]) * (grid[-1] - grid[0])


def texts(svg: ET.Element, **attributes: str) -> list[ET.Element]:
    """The texts that are no ticks."""
    found = [text for text in svg.iter("text") if text.get("class") != "tick"]
    return [text for text in found if all(text.get(name) == value for name, value in attributes.items())]


@cache
def width_of(words: str, type_size: float) -> float:
    return ImageFont.truetype(FONT, type_size).getlength(words)


@each_view
def test_every_event_is_linked_once_or_counted_in_a_number_that_leads_on(choices: dict[str, Any]) -> None:
    of = shown(**choices)
    planned, svg = plan(of, EN), drawn(of)
    ids = {one.event["event_id"] for one in planned.events}
    numbers = [int((text.text or "").lstrip("+")) for text in classed(svg, "text", "number")]
    assert set(marks(svg)) <= ids
    assert len(marks(svg)) + sum(numbers) == len(ids)
    ways = [link for link in svg.iter("a") if link.find("text[@class='number']") is not None]
    assert len(ways) == len(numbers)
    assert all(link.get("href") for link in ways)


def test_a_busy_day_has_squares_beside_the_axis_that_do_not_touch_one_another() -> None:
    for of in (shown(day="2022-01-05"), shown()):
        svg, planned = drawn(of), plan(of, EN)
        right = max(float(path.get("d", "").split("H")[1]) for path in classed(svg, "path", "lane"))
        assert right == size(svg)[0]
        boxes = [
            (number(found, "x"), number(found, "y"), number(found, "width"))
            for link in marks(svg).values()
            if (found := item(link)).tag == "rect" and number(found, "width") == number(found, "height")
        ]
        assert len(boxes) >= 20
        for (x, y, side), (x2, y2, _) in combinations(boxes, 2):
            assert abs(x - x2) >= side or abs(y - y2) >= side
        assert [text.text for text in classed(svg, "text", "head")]
        assert " ".join(text.text or "" for text in classed(svg, "text", "head")) == " ".join(
            one.words for one in planned.apart if one.number
        )


@each_view
def test_everything_lies_on_the_picture(choices: dict[str, Any]) -> None:
    svg = drawn(shown(**choices))
    width, height = size(svg)
    for rect in svg.iter("rect"):
        if rect.get("x"):
            assert 0 <= number(rect, "x") <= number(rect, "x") + number(rect, "width") <= width + 0.1
            assert 0 <= number(rect, "y") <= number(rect, "y") + number(rect, "height") <= height
    for text in svg.iter("text"):
        across = width_of(text.text or "", float(svg.get("font-size", "")))
        left = number(text, "x") - {"end": across, "middle": across / 2}.get(text.get("text-anchor", ""), 0)
        assert left >= 0, text.text
        assert left + across <= width, text.text
        assert 0 < number(text, "y") < height


@each_view
def test_words_along_the_axis_and_names_of_lanes_do_not_touch(choices: dict[str, Any]) -> None:
    svg = drawn(shown(**choices))
    type_size = float(svg.get("font-size", ""))
    ticks = classed(svg, "text", "tick")
    for one, other in pairwise(ticks):
        room = (width_of(one.text or "", type_size) + width_of(other.text or "", type_size)) / 2
        assert number(other, "x") - number(one, "x") > room
    left = min(number(path, "x") for path in ticks)
    names = [number(text, "y") for text in texts(svg, **{"text-anchor": "end"}) if number(text, "x") < left]
    assert names == sorted(names)
    assert all(other - one >= type_size for one, other in pairwise(names))


@pytest.mark.parametrize("day", ["2022-01-05", "2022-01-03..2022-01-06", ""])
def test_a_bar_stands_at_its_time_and_is_as_wide_as_it_is_known(day: str) -> None:
    of = shown(day=day)
    svg, scale = drawn(of), scale_of(of, EN)
    along = axis(svg, of)
    timed = {item.planned.event["event_id"] for lane in lay_out(plan(of, EN))[0] for item in lane.items}
    assert timed or day != "2022-01-05"
    for event_id, link in marks(svg).items():
        row, found = event(event_id), item(link)
        if found.tag == "rect" and event_id in timed:
            begins, ends = along(max(row["begins"], scale.begins)), along(min(row["ends"], scale.ends))
            assert number(found, "x") == pytest.approx(begins, abs=0.2)
            assert number(found, "width") == pytest.approx(max(ends - begins, 2), abs=0.3)


def test_a_moment_is_a_shape_and_a_span_is_a_bar() -> None:
    seen = set()
    for event_id, link in marks(drawn(shown(day="2022-01-05"))).items():
        row = event(event_id)
        seen.add(item(link).tag)
        assert (item(link).tag == "g") == (row["begins"] == row["ends"]), event_id
    assert seen == {"g", "rect"}


@each_view
def test_filled_hollow_half_filled_or_hatched_by_standing_in_the_colour_of_the_family(choices: dict[str, Any]) -> None:
    svg = drawn(shown(**choices))
    patterns = set(re.findall(r'<pattern id="([^"]+)"', fillings()))
    for event_id, link in marks(svg).items():
        row, found = event(event_id), item(link)
        assert [part.get("class") for part in link.findall("g")] == [f"f-{row['family']}"]
        assert f"s-{row['status']}" in found.get("class", "").split()
        pattern = {"authorities_only": "half", "disputed": "hatched", "discounted": "hatched"}.get(row["status"])
        assert found.get("fill") == (f"url(#{pattern}-{row['family']})" if pattern else None)
        assert pattern is None or f"{pattern}-{row['family']}" in patterns


def test_about_reaches_to_both_sides_and_first_reported_only_back() -> None:
    events, seen = record().tables["events"], set()
    reported = events["time_precision"].where(events["time_precision"] != "exact", "first_reported")
    changed = replace(record(), tables={**record().tables, "events": events.assign(time_precision=reported)})
    for day in ("2022-01-05", "2022-01-06"):
        of = shown(changed, day=day)
        svg, scale = drawn(of), scale_of(of, EN)
        along = axis(svg, of)
        for event_id, link in marks(svg).items():
            row, whisker = event(event_id, changed), link.find(".//path[@class='whisker']")
            reaches = row["time_precision"] in ("about", "first_reported") and "T" in row["start"]
            assert (whisker is not None) == reaches
            if whisker is not None:
                back, on = {"about": (ABOUT, ABOUT), "first_reported": (2 * ABOUT, 0 * ABOUT)}[row["time_precision"]]
                x, _, end = whisker.get("d", "").removeprefix("M").replace("H", " ").split()
                for drawn_at, moment in ((x, row["begins"] - back), (end, row["begins"] + on)):
                    within = min(max(moment, scale.begins), scale.ends)
                    assert float(drawn_at) == pytest.approx(along(within), abs=0.2)
                seen.add(row["time_precision"])
    assert seen == {"about", "first_reported"}


def test_the_open_event_stands_out_and_no_other() -> None:
    svg = drawn(shown(day="2022-01-04", event=BRIDGE))
    assert {event_id for event_id, link in marks(svg).items() if "open" in item(link).get("class", "").split()} == {
        BRIDGE
    }


def test_a_mark_says_what_when_and_where() -> None:
    for event_id, link in marks(drawn(shown(day="2022-01-05", places=("almaty",)))).items():
        title = link.findtext("title") or ""
        assert title.startswith(event(event_id)["title"])
        assert "January 2022" in title


@pytest.mark.parametrize("day", ["2022-01-02", "2022-01-05", "2022-01-12", "2022-02-20", ""])
def test_the_bands_of_the_time_stand_above_and_only_a_cut_runs_through(day: str) -> None:
    of = shown(day=day)
    svg = drawn(of)
    scale = scale_of(of, EN)
    found, planned = bands(record(), scale.begins, scale.ends), plan(of, EN).bands
    titles = [record().band_rows[band.band_id]["title"] for band in found]
    assert sorted(title for band in planned for title in band.title.split(" · ")) == sorted(titles)
    assert len(classed(svg, "rect", "band")) == len(planned)
    assert len(classed(svg, "rect", "cut")) == sum(band.cuts for band in planned)
    written = [(text.text or "") for text in texts(svg)][: len(planned)]
    for band, words in zip(planned, written, strict=True):
        assert words.startswith(band.title.partition(", ")[0][:30])
        assert ("few reports may mean no network" in words) == band.cuts


def test_a_band_whose_end_was_not_known_goes_on_to_the_end_of_the_day() -> None:
    day = date(2022, 1, 7)
    of = query(as_known(record(), day), View(as_known_on=day))
    svg = drawn(of)
    (cut,) = classed(svg, "rect", "cut")
    assert number(cut, "x") + number(cut, "width") == pytest.approx(axis(svg, of)(datetime(2022, 1, 8)), abs=0.2)


def test_links_stay_on_the_day_of_which_the_record_tells() -> None:
    day = date(2022, 1, 7)
    svg = drawn(query(as_known(record(), day), View(as_known_on=day, lanes="place", text="police")))
    assert {split(link.get("href", ""))[1]["known"] for link in marks(svg).values()} == {"2022-01-07"}


@pytest.mark.parametrize("lanes", ["category", "place"])
def test_hostile_text_stays_text(lanes: str) -> None:
    hostile, clean = (drawn_timeline(shown(of, lanes=lanes), EN) for of in (hostile_record(), record()))
    assert_same_markup(hostile, clean)
    ET.fromstring(hostile)
