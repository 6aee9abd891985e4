"""The timeline: every event once, where and as wide as its time is known, drawn by its standing."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import combinations
from typing import Any

import plotly.graph_objects as go
import pytest

from components.drawing.palette import ACCENT, FAMILY_COLOURS, PAPER
from components.timeline.lanes import Item, lay_out
from components.timeline.live import plain
from components.timeline.plan import plan
from components.timeline.scale import scale_of
from components.words.labels import category
from tests.unit.drawn import timeline
from tests.unit.samples import EN, event, hostile_record, record, rewritten, shown

MILLISECOND = timedelta(milliseconds=1)
VIEWS = [
    {},
    {"lanes": "place"},
    {"day": "2022-01-05"},
    {"day": "2022-01-05", "lanes": "place", "hours": (900, 1080), "event": "2022-01-04-oral-depo-bridge"},
    {"day": "2022-01-04", "event": "2022-01-04-oral-depo-bridge"},
    {"day": "2022-01-03..2022-01-06"},
    {"day": "2022-01-21"},
    {"day": "before"},
    {"day": "after"},
    {"text": "no such word"},
]
each_view = pytest.mark.parametrize("choices", VIEWS, ids=str)


def traces(**choices: Any) -> list[dict[str, Any]]:
    return list(timeline(shown(**choices), EN, "light").to_dict()["data"])


def drawn(**choices: Any) -> dict[str, dict[str, Any]]:
    """What is drawn of each event: its trace, and its own place, length and so on in it."""
    found: dict[str, dict[str, Any]] = {}
    for trace in traces(**choices):
        for number, event_id in enumerate(trace["customdata"]):
            own = {key: trace[key][number] for key in trace.keys() & {"base", "x", "y", "width", "hovertext"}}
            found[event_id] = own | {"trace": trace}
    return found


@each_view
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_plotly_takes_the_figure(choices: dict[str, Any], theme: str) -> None:
    go.Figure(timeline(shown(**choices), EN, theme).to_dict())


@each_view
def test_every_event_on_the_axis_stands_once(choices: dict[str, Any]) -> None:
    of = shown(**choices)
    scale = scale_of(of, EN)
    on_axis = [
        row["event_id"]
        for row in of.rows
        if row["begins"] < scale.ends and (row["ends"] > scale.begins or row["begins"] == row["ends"] >= scale.begins)
    ]
    ids = [event_id for trace in traces(**choices) for event_id in trace["customdata"]]
    assert sorted(ids) == sorted(on_axis)


@each_view
def test_no_two_of_a_row_meet(choices: dict[str, Any]) -> None:
    of = shown(**choices)
    scale = scale_of(of, EN)
    lanes, height = lay_out(plan(of, EN), top=30)
    rows: dict[float, list[Item]] = {}
    for lane in lanes:
        for item in lane.items:
            assert lane.top <= item.y - item.height / 2
            assert item.y + item.height / 2 <= lane.bottom
            rows.setdefault(item.y, []).append(item)
    for items in rows.values():
        for a, b in combinations(items, 2):
            first, second = sorted((a, b), key=lambda item: max(item.planned.event["begins"], scale.begins))
            assert first.planned.event["ends"] <= max(second.planned.event["begins"], scale.begins)
            assert (first.planned.event["begins"], first.planned.moment) != (
                second.planned.event["begins"],
                True,
            ) or not first.planned.moment
    assert all(a.bottom <= b.top for a, b in combinations(lanes, 2))
    assert height >= max([lane.bottom for lane in lanes], default=0)


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
    for event_id, found in drawn().items():
        row, marker = event(event_id), found["trace"]["marker"]
        colour = FAMILY_COLOURS["light"][row["family"]]
        seen.add((found["trace"]["type"], row["status"]))
        assert marker["line"]["color"] == colour
        if found["trace"]["type"] == "bar":
            assert marker["color"] == (colour if row["status"] == "corroborated" else PAPER["light"])
            assert bool(marker["pattern"].get("shape")) == (row["status"] in ("disputed", "discounted"))
    assert {("bar", "corroborated"), ("bar", "single_source"), ("bar", "disputed"), ("scatter", "corroborated")} <= seen


def test_a_point_has_the_shape_of_its_kind_and_the_filling_of_its_standing() -> None:
    endings = {"corroborated": "", "single_source": "-open", "disputed": "-open-dot", "discounted": "-open-dot"}
    shapes: dict[str, set[str]] = {}
    for trace in traces():
        if trace["type"] == "scatter":
            for event_id, symbol in zip(trace["customdata"], trace["marker"]["symbol"], strict=True):
                row = event(event_id)
                assert symbol.endswith(endings[row["status"]])
                shapes.setdefault(row["category"], set()).add(re.sub(r"(-open)?(-dot)?$", "", symbol))
    assert all(len(found) == 1 for found in shapes.values())
    assert len({next(iter(found)) for found in shapes.values()}) == len(shapes)


def test_whiskers_say_about_and_first_reported() -> None:
    for trace in traces():
        if trace["type"] == "scatter":
            bars = zip(trace["customdata"], trace["error_x"]["array"], trace["error_x"]["arrayminus"], strict=True)
            for event_id, after, before in bars:
                precision = event(event_id)["time_precision"]
                assert bool(after) == (precision == "about")
                assert bool(before) == (precision in ("about", "first_reported"))


def test_the_open_event_is_outlined_and_no_other() -> None:
    event_id = "2022-01-04-oral-depo-bridge"
    accented = [
        i for i, found in drawn(event=event_id).items() if found["trace"]["marker"]["line"]["color"] == ACCENT["light"]
    ]
    assert accented == [event_id]


def test_lanes_are_the_kinds_or_the_places() -> None:
    kinds = timeline(shown(), EN, "light").layout.yaxis.ticktext
    assert set(kinds) == {category(EN, value) for value in record().events["category"].unique()}
    places = timeline(shown(lanes="place"), EN, "light").layout.yaxis.ticktext
    assert len(places) == 10
    assert places[-1] == "Other places"
    assert "Almaty" in places


def harmless(text: str) -> bool:
    """Whether plotly shows a text as it is, but for the lines and the bold type that we put in ourselves."""
    rest = re.sub(r"</?b>|<br>", "", text)
    return not re.search(r"[<$]|&(?!(amp|lt|gt|#36);)", rest)


@pytest.mark.parametrize("lanes", ["category", "place"])
def test_text_of_the_record_is_no_markup_for_the_chart(lanes: str) -> None:
    figure = timeline(shown(hostile_record(), lanes=lanes), EN, "light").to_dict()
    hovers = [text for trace in figure["data"] for text in trace["hovertext"]]
    assert any("&lt;script" in text for text in hovers)
    assert [text for text in hovers if not harmless(text)] == []
    assert [text for note in figure["layout"]["annotations"] if not harmless(text := note["text"])] == []
    assert [text for text in figure["layout"]["yaxis"]["ticktext"] if not harmless(text)] == []


def test_plain_shows_text_as_it_is() -> None:
    assert plain("a < b & $c$ > <b>") == "a &lt; b &amp; &#36;c&#36; &gt; &lt;b&gt;"


def test_bands_lie_above_in_rows_of_their_own_with_their_titles() -> None:
    layout = timeline(shown(day="2022-01-06"), EN, "light").layout
    titles = [note.text for note in layout.annotations]
    assert len(titles) == len(set(titles)) >= 3
    assert len({note.y for note in layout.annotations}) == len(titles)
    marked = rewritten(record(), lambda text: f"{text} & more")
    assert all(
        "&amp; more" in note.text for note in timeline(shown(marked, day="2022-01-06"), EN, "light").layout.annotations
    )


def test_the_axis_is_that_of_the_chosen_hours() -> None:
    layout = timeline(shown(day="2022-01-05", hours=(930, 1080)), EN, "light").layout
    assert layout.xaxis.range == ("2022-01-05T15:30", "2022-01-05T18:00")


def test_a_record_without_bands_has_a_timeline() -> None:
    bare = replace(record(), tables={**record().tables, "bands": record().tables["bands"][:0]})
    assert not timeline(shown(bare), EN, "light").layout.annotations
