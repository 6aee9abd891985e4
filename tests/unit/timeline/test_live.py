"""The live chart of hours: the marks of the drawn timeline in their places, and a span that can be dragged."""

import re
from datetime import datetime, timedelta
from typing import Any

import plotly.graph_objects as go
import pytest

from components.drawing.palette import FAMILY_COLOURS, PAPER
from components.timeline.drawn import FOOT, head
from components.timeline.lanes import lay_out, signature
from components.timeline.live import hours_between
from components.timeline.plan import plan
from tests.unit.drawn import timeline
from tests.unit.helpers import Folder
from tests.unit.samples import EN, event, shown

MILLISECOND = timedelta(milliseconds=1)
VIEWS: list[dict[str, Any]] = [
    {"day": "2022-01-05"},
    {"day": "2022-01-05", "lanes": "place", "hours": (900, 1080), "event": "2022-01-04-oral-depo-bridge"},
    {"day": "2022-01-04", "event": "2022-01-04-oral-depo-bridge"},
    {"day": "2022-01-06", "lanes": "place"},
]
each_view = pytest.mark.parametrize("choices", VIEWS, ids=str)


def traces(**choices: Any) -> list[dict[str, Any]]:
    return list(timeline(shown(**choices), EN, "light").to_dict()["data"])


def drawn(**choices: Any) -> dict[str, dict[str, Any]]:
    """What is drawn of each event: its trace, and its own place, length and so on in it."""
    found: dict[str, dict[str, Any]] = {}
    for trace in traces(**choices):
        for number, event_id in enumerate(trace["customdata"]):
            own = {key: trace[key][number] for key in trace.keys() & {"base", "x", "y", "width"}}
            found[event_id] = own | {"trace": trace}
    return found


@each_view
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_plotly_takes_the_figure(choices: dict[str, Any], theme: str) -> None:
    go.Figure(timeline(shown(**choices), EN, theme).to_dict())


@each_view
def test_every_event_with_an_hour_stands_once_at_the_place_of_the_drawn_mark(choices: dict[str, Any]) -> None:
    planned = plan(shown(**choices), EN)
    lanes, total = lay_out(planned)
    wanted = {item.planned.event["event_id"]: (item.y, item.height) for lane in lanes for item in lane.items}
    figure = timeline(shown(**choices), EN, "light")
    pointed_at = [trace for trace in figure.data if trace.hoverinfo != "skip"]
    ids = [event_id for trace in pointed_at for event_id in trace.customdata]
    assert sorted(ids) == sorted(wanted)
    for trace in pointed_at:
        for number, event_id in enumerate(trace.customdata):
            y, height = wanted[event_id]
            assert trace.y[number] == y
            assert trace.type == "scatter" or trace.width[number] == height
    assert figure.layout.yaxis.range == (total, 0)
    assert (figure.layout.margin.l, figure.layout.margin.r) == (0, 0)
    assert (figure.layout.margin.t, figure.layout.margin.b) == (head(planned), FOOT)
    assert figure.layout.meta == signature(lanes, planned.scale)


def test_other_marks_have_another_signature() -> None:
    metas = [timeline(shown(**choices), EN, "light").layout.meta for choices in VIEWS]
    assert len(set(metas)) == len(metas)


def test_a_bar_is_as_wide_as_the_time_is_uncertain_and_a_moment_is_a_point() -> None:
    for event_id, found in drawn(day="2022-01-05").items():
        row = event(event_id)
        if row["begins"] == row["ends"]:
            assert found["trace"]["type"] == "scatter"
            assert datetime.fromisoformat(found["x"]) == row["begins"]
        else:
            assert found["trace"]["type"] == "bar"
            assert datetime.fromisoformat(found["base"]) == row["begins"]
            assert found["x"] * MILLISECOND == row["ends"] - row["begins"]


def test_filled_hollow_or_hatched_by_standing_in_the_colour_of_the_family() -> None:
    seen = set()
    for event_id, found in drawn(day="2022-01-05").items():
        row, marker = event(event_id), found["trace"]["marker"]
        colour = FAMILY_COLOURS["light"][row["family"]]
        seen.add(found["trace"]["type"])
        assert marker["line"]["color"] == colour
        if found["trace"]["type"] == "bar":
            assert marker["color"] == (colour if row["status"] == "corroborated" else PAPER["light"])
            assert bool(marker["pattern"].get("shape")) == (row["status"] in ("disputed", "discounted"))
    assert seen == {"bar", "scatter"}


def test_a_point_has_the_shape_of_its_kind_and_the_filling_of_its_standing() -> None:
    endings = {"corroborated": "", "single_source": "-open", "disputed": "-open-dot", "discounted": "-open-dot"}
    shapes: dict[str, set[str]] = {}
    for trace in (*traces(day="2022-01-05"), *traces(day="2022-01-06")):
        if trace["type"] == "scatter":
            for event_id, symbol in zip(trace["customdata"], trace["marker"]["symbol"], strict=True):
                row = event(event_id)
                assert symbol.endswith(endings[row["status"]])
                shapes.setdefault(row["category"], set()).add(re.sub(r"(-open)?(-dot)?$", "", symbol))
    assert all(len(found) == 1 for found in shapes.values())
    assert len({next(iter(found)) for found in shapes.values()}) == len(shapes)


def test_the_chart_of_a_day_does_not_change_with_the_open_event() -> None:
    """The ring round the open event is drawn below it, so that opening one sends no new chart."""
    charts = [timeline(shown(day="2022-01-04", event=one), EN, "light") for one in ("", "2022-01-04-oral-depo-bridge")]
    assert charts[0] == charts[1]


def test_the_axis_is_that_of_the_chosen_hours() -> None:
    layout = timeline(shown(day="2022-01-05", hours=(930, 1080)), EN, "light").layout
    assert layout.xaxis.range == ("2022-01-05T15:30", "2022-01-05T18:00")


@pytest.mark.parametrize(
    ("first", "last", "hours"),
    [
        ("2022-01-05 14:06:12.1234", "2022-01-05 18:20", (840, 1110)),
        ("2022-01-05 18:20", "2022-01-05 14:06", (840, 1110)),
        ("2022-01-04 22:00", "2022-01-06 03:00", (0, 1440)),
        ("2022-01-05 10:02", "2022-01-05 10:09", None),
    ],
)
def test_a_dragged_span_is_rounded_to_half_hours_of_the_day(
    first: str, last: str, hours: tuple[int, int] | None
) -> None:
    scale = plan(shown(day="2022-01-05"), EN).scale
    assert hours_between(datetime.fromisoformat(first), datetime.fromisoformat(last), scale) == hours


def test_a_record_without_events_has_a_chart_of_hours() -> None:
    assert not timeline(shown(day="2022-01-05", text="no such word"), EN, "light").data


def test_a_bar_of_the_authorities_alone_is_filled_in_its_lower_half(tiny: Folder) -> None:
    window = {"start": "2022-01-05T10:00", "end": "2022-01-05T14:00", "time_precision": "window"}
    tiny.change("events", "2022-01-05-street-shots", sources="rfe-rl-quotes-ministry", part_of_day="", **window)
    figure = timeline(shown(tiny.load(), day="2022-01-05"), EN, "light")
    (half,) = (trace for trace in figure.data if trace.hoverinfo == "skip")
    (whole,) = (trace for trace in figure.data if trace.customdata and "2022-01-05-street-shots" in trace.customdata)
    assert half.marker.color == whole.marker.line.color != whole.marker.color
    assert (half.y[0], half.width[0]) == (whole.y[0] + whole.width[0] / 4, whole.width[0] / 2)
    assert (half.base, half.x, half.customdata) == (whole.base, whole.x, None)
