"""One plan behind both timelines: the live one and the drawn one have the same axis, bands, lanes, events and words."""

import re
from typing import Any

import pytest

from components.timeline.live import timeline_chart
from components.timeline.plan import plan
from components.timeline.svg import TimelineCanvas, timeline_figure
from components.timeline.titled_rows import FEW
from data.queries.view import LANES
from tests.unit.samples import EN, Page, shown

VIEWS: list[dict[str, Any]] = [
    {},
    {"day": "2022-01-05"},
    {"day": "2022-01-05", "hours": (16 * 60, 20 * 60)},
    {"day": "2022-01-04..2022-01-08", "lanes": "place"},
    {"day": "before"},
    {"day": "after", "lanes": "place"},
    {"day": "2022-01-06", "places": ("almaty",)},
]


def said(chart: Any) -> dict[str, str]:
    """What the live chart says of each event, without plotly's markup."""
    words = {}
    for trace in chart.data:
        for event_id, text in zip(trace.customdata, trace.hovertext, strict=True):
            words[event_id] = re.sub(r"</?b>", "", text).replace("<br>", "\n")
    return words


@pytest.mark.parametrize("choices", VIEWS, ids=str)
def test_both_timelines_say_the_same(choices: dict[str, Any]) -> None:
    planned = plan(shown(**choices), EN)
    live, drawn = timeline_chart(planned, "light"), timeline_figure(planned)
    page = Page(drawn.svg)
    assert live.layout.xaxis.range == tuple(
        moment.isoformat(timespec="minutes") for moment in (planned.scale.begins, planned.scale.ends)
    )
    assert list(live.layout.xaxis.ticktext) == list(planned.scale.words)
    bands = [band.words for band in planned.bands]
    assert [note.text for note in live.layout.annotations] == bands
    assert all(words in page.texts for words in bands)
    events = {one.event["event_id"]: "\n".join((one.title, *one.details)) for one in planned.events}
    assert {key: words.replace("&#36;", "$").replace("&amp;", "&") for key, words in said(live).items()} == events
    assert set(events.values()) <= set(page.texts)
    lanes = [name for name, _ in planned.lanes]
    assert list(live.layout.yaxis.ticktext) == lanes
    if len(planned.events) > FEW:
        assert set(lanes) <= set(page.texts)


def test_the_axis_of_chosen_hours_is_theirs() -> None:
    planned = plan(shown(day="2022-01-05", hours=(16 * 60, 20 * 60)), EN)
    assert (planned.scale.words[0], planned.scale.words[-1]) == ("16:00", "20:00")


def test_a_cut_network_warns_on_a_slide_too_and_within_its_axis() -> None:
    canvas = TimelineCanvas(830, 190, 20, 540)
    figure = timeline_figure(plan(shown(day="2022-01-05"), EN), canvas)
    (words,) = [text for text in Page(figure.svg).texts if text.endswith("no network") and text in figure.svg][:1]
    assert words == "Internet shutdown: few reports may mean no network"


@pytest.mark.parametrize("lanes", LANES)
def test_lanes_hold_every_event_once_in_the_order_of_the_record(lanes: str) -> None:
    of = shown(day="2022-01-05", lanes=lanes)
    planned = plan(of, EN)
    order = {row["event_id"]: place for place, row in enumerate(of.rows)}
    found = [[order[one.event["event_id"]] for one in events] for _, events in planned.lanes]
    assert all(lane == sorted(lane) for lane in found)
    assert sorted(place for lane in found for place in lane) == list(order.values())
