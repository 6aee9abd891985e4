"""One plan behind every timeline: which axis, what stands on it, what beside it, and by whom all are drawn the same."""

from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from components.address import split
from components.timeline.drawn import drawn_timeline
from components.timeline.lanes import lay_out
from components.timeline.live import timeline_chart
from components.timeline.plan import MOST, Plan, PlannedEvent, plan
from components.timeline.svg import TimelineCanvas, timeline_figure
from components.timeline.titled_rows import FEW
from data.queries.view import LANES
from tests.unit.samples import EN, Page, event, record, shown

VIEWS: list[dict[str, Any]] = [
    {},
    {"day": "2022-01-05"},
    {"day": "2022-01-05", "hours": (16 * 60, 20 * 60)},
    {"day": "2022-01-04..2022-01-08", "lanes": "place"},
    {"day": "2022-01-10..2022-01-20"},
    {"day": "2022-01-20..2022-01-25"},
    {"day": "before"},
    {"day": "after", "lanes": "place"},
    {"day": "2022-01-06", "places": ("almaty",)},
]
each_view = pytest.mark.parametrize("choices", VIEWS, ids=str)


def planned_for(**choices: Any) -> Plan:
    return plan(shown(**choices), EN)


def in_lanes(planned: Plan) -> list[PlannedEvent]:
    found: list[PlannedEvent] = []
    for lane in planned.lanes:
        for group in (lane.timed, *lane.cells, *lane.apart):
            found += group
    return found


@each_view
@pytest.mark.parametrize("lanes", LANES)
def test_every_event_stands_once_on_the_axis_or_beside_it(choices: dict[str, Any], lanes: str) -> None:
    of = shown(**choices | {"lanes": lanes})
    planned = plan(of, EN)
    ids = sorted(one.event["event_id"] for one in in_lanes(planned))
    earlier = planned.before.number if planned.before else 0
    assert len(ids) == len(set(ids)) == len(of.rows) - earlier
    assert ids == sorted(one.event["event_id"] for one in planned.events)
    assert all(row["ends"] <= planned.scale.begins for row in of.rows if row["event_id"] not in ids)


def test_the_hours_hold_what_has_an_hour_and_nothing_else() -> None:
    planned = planned_for(day="2022-01-05")
    assert not planned.columns
    groups: dict[str, set[str]] = {"timed": set(), "part": set(), "unknown": set()}
    for lane in planned.lanes:
        groups["timed"] |= {one.event["event_id"] for one in lane.timed}
        for name, group in zip(("part", "unknown"), lane.apart, strict=True):
            groups[name] |= {one.event["event_id"] for one in group}
    assert all(groups.values())
    for name, ids in groups.items():
        for one in map(event, ids):
            exact = len(one["start"]) > len("2022-01-05") and one["time_precision"] != "part_of_day"
            assert exact == (name == "timed"), one["event_id"]
            assert (one["time_precision"] == "part_of_day") == (name == "part")
    assert [one.words for one in planned.apart] == [
        f"part of day only: {len(groups['part'])}",
        f"hour not known: {len(groups['unknown'])}",
    ]


def test_days_1_to_12_have_columns_and_what_is_later_stands_beside_them() -> None:
    planned = planned_for()
    assert [column.period.day and column.period.day.day for column in planned.columns] == list(range(1, 13))
    assert [column.label for column in planned.columns][:2] == ["1 Jan", "2"]
    for lane in planned.lanes:
        for column, cell in zip(planned.columns, lane.cells, strict=True):
            for one in cell:
                assert column.begins <= max(one.event["begins"], planned.scale.begins) < column.ends
        later, after = lane.apart
        assert all((one.event["begins"].month, one.event["begins"].year) == (1, 2022) for one in later)
        assert all(str(one.event["begins"]) >= "2022-02" for one in after)
    assert [one.words.split(":")[0] for one in planned.apart] == ["13–31 January", "after"]
    assert [split(one.path)[1]["day"] for one in planned.apart] == ["2022-01-13..2022-01-31", "after"]
    assert planned.before
    assert split(planned.before.path)[1] == {"day": "before"}


def test_a_range_keeps_the_columns_of_the_strip_and_what_lasts_stands_on_its_first_chosen_day() -> None:
    planned = planned_for(day="2022-01-05..2022-01-07")
    assert len(planned.columns) == 12
    filled = {number for lane in planned.lanes for number, cell in enumerate(lane.cells, start=1) if cell}
    assert filled <= {5, 6, 7}
    assert any(one.event["begins"].day < 5 for lane in planned.lanes for one in lane.cells[4])
    late = planned_for(day="2022-01-20..2022-01-25")
    assert [column.period.day and column.period.day.day for column in late.columns] == list(range(20, 26))


@pytest.mark.parametrize("day", ["before", "after", "2022-02-01..2022-04-30", "2022-01-20..2022-03-10"])
def test_other_times_have_columns_on_a_true_axis_that_lead_into_them(day: str) -> None:
    planned = planned_for(day=day)
    assert 1 < len(planned.columns) <= 20
    assert planned.columns[0].begins == planned.scale.begins
    assert planned.columns[-1].ends == planned.scale.ends
    assert all(a.ends == b.begins for a, b in pairwise(planned.columns))
    assert not planned.apart
    for column in planned.columns:
        assert split(column.path)[1]["day"] == str(column.period)
        assert column.period.first == column.begins.date()
        assert column.period.last == (column.ends - timedelta(days=1)).date()


@each_view
def test_all_timelines_say_the_same(choices: dict[str, Any]) -> None:
    planned = planned_for(**choices)
    live, page = timeline_chart(planned, "light"), Page(drawn_timeline(planned, "What"))
    figure = Page(timeline_figure(planned).svg)
    said = {one.event["event_id"]: one.words for one in planned.events}
    on_page = {found["data-event"]: found["title"] for tag, found in page.tags if tag == "a" and "data-event" in found}
    assert bool(on_page) == bool(said)
    assert on_page.items() <= said.items()
    assert {words for words in figure.texts if words in said.values()} >= set(on_page.values()) or len(said) > FEW
    on_chart = {event_id for trace in live.data for event_id in trace.customdata}
    assert on_chart == {one.event["event_id"] for lane in planned.lanes for one in lane.timed}
    for band in planned.bands:
        assert band.words in page.texts
        assert band.words in figure.texts
    names = [lane.name for lane in planned.lanes]
    assert [found["aria-label"] for found in page.classed("lane")] == names
    if len(planned.events) > FEW:
        assert set(names) <= set(figure.texts)


@each_view
def test_lanes_follow_each_other_and_hold_their_marks(choices: dict[str, Any]) -> None:
    planned = planned_for(**choices)
    lanes, total = lay_out(planned)
    assert sum(lane.height for lane in lanes) == pytest.approx(total if lanes else 0, abs=0.01)
    reached = 0.0
    for lane in lanes:
        assert lane.top == pytest.approx(reached, abs=0.01)
        reached += lane.height
        for item in lane.items:
            assert lane.top <= item.y - item.height / 2
            assert item.y + item.height / 2 <= lane.top + lane.height + 0.01
    assert total <= max(len(lanes), 12.7) + 0.01


def test_no_two_marks_of_a_row_meet() -> None:
    planned = planned_for(day="2022-01-05", lanes="place")
    for lane in lay_out(planned)[0]:
        rows: dict[float, list[PlannedEvent]] = {}
        for item in lane.items:
            rows.setdefault(item.y, []).append(item.planned)
        for events in rows.values():
            spans = sorted((one.event["begins"], one.event["ends"]) for one in events)
            assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_bands_with_the_same_ends_are_one_and_late_words_stand_before_their_end() -> None:
    bands = planned_for(day="2022-01-06").bands
    ends = [(band.begins, band.ends) for band in bands]
    assert len(set(ends)) == len(ends)
    assert any(" · " in band.words for band in bands)
    (emergency,) = [band for band in planned_for(day="2022-01-05").bands if " · " in band.words]
    assert emergency.words == "State of emergency · Night curfew, Almaty and Mangystau region"
    (cut,) = [band for band in planned_for(day="2022-01-05").bands if band.cuts]
    assert cut.late
    assert cut.words.startswith("Internet shutdown: few reports may mean no network")


def test_the_axis_of_chosen_hours_is_theirs() -> None:
    planned = planned_for(day="2022-01-05", hours=(16 * 60, 20 * 60))
    assert (planned.scale.words[0], planned.scale.words[-1]) == ("16:00", "20:00")


def test_a_cut_network_warns_on_a_slide_too_and_within_its_axis() -> None:
    canvas = TimelineCanvas(830, 190, 20, 540)
    figure = timeline_figure(planned_for(day="2022-01-05"), canvas)
    assert "Internet shutdown: few reports may mean no network" in Page(figure.svg).texts


@pytest.mark.parametrize("lanes", LANES)
def test_the_view_of_a_lane_alone_has_its_events_in_lanes_of_the_other_kind(lanes: str) -> None:
    planned = planned_for(day="2022-01-05", lanes=lanes)
    alone = split(planned.lanes[0].path)[1]
    assert alone["day"] == "2022-01-05"
    assert ("cat" in alone, "place" in alone) == (lanes == "category", lanes == "place")


def test_what_is_left_out_is_said() -> None:
    of = shown()
    assert not plan(of, EN).rest
    many = type(of)(of.record, of.view, of.events, of.other_days)
    many.__dict__["rows"] = (of.rows * (MOST // len(of.rows) + 2))[: MOST + 50]
    assert f"the first {MOST:,} of" in plan(many, EN).rest


def test_the_record_of_the_tests_has_what_these_tests_look_for() -> None:
    assert {row["time_precision"] for row in record().event_rows.values()} >= {"part_of_day", "about", "exact", "day"}
