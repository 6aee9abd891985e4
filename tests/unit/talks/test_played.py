"""What the stage plays: each day of a slide as its own slide would show it."""

import json

from components.figure import here
from components.talks.figures import layer_of, slide_figure, slide_markup
from components.talks.played import playable, slide_frames
from data.period import Period, january_days
from data.queries.view import View
from data.store import read_view
from tests.unit.samples import EN, record
from tests.unit.sampletalks import talk_of

FIFTH = Period.parse("2022-01-05")


def frames(view: View) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(slide_frames(record(), talk_of("# A"), view, 3, EN))["frames"]
    return found


def test_a_frame_is_what_a_slide_of_its_day_shows() -> None:
    for layer in ("map", "timeline"):
        found = frames(View(period=FIFTH, places=("almaty",), layer=layer))
        assert len(found) == 31
        for day, frame in zip(january_days(), found, strict=True):
            if day.day in (4, 5, 6):
                slide = slide_figure(record(), View(period=Period.of(day), places=("almaty",), layer=layer), EN)
                assert frame["figure"] == str(slide_markup(slide, here))
                assert frame["caption"] == slide.caption


def test_a_day_with_nothing_to_draw_has_no_figure_and_says_so() -> None:
    found = frames(View(text="no event has these words"))
    assert {frame["figure"] for frame in found} == {""}
    assert found[4]["caption"] == "5 January 2022 · nothing to draw"


def test_a_frame_leads_to_its_day_in_the_app_and_back() -> None:
    link = frames(View(period=FIFTH, layer="map"))[6]["address"]
    assert link == "/?day=2022-01-07&lang=en&talk=a-talk.3"


def test_it_begins_on_the_day_of_the_slide() -> None:
    for view, at in ((View(period=FIFTH), 4), (View(), 0), (View(period=Period.parse("after")), 0)):
        assert json.loads(slide_frames(record(), talk_of("# A"), view, 3, EN))["at"] == at


def test_only_maps_and_timelines_are_played() -> None:
    assert playable(View())
    assert playable(View(layer="timeline"))
    for view in (None, View(layer="numbers"), View(case="airport"), View(period=FIFTH, beside=Period.parse("before"))):
        assert not playable(view)


def test_a_slide_whose_view_has_two_sides_shows_both() -> None:
    view, rejected = read_view({"day": "2022-01-05", "beside": "2022-01-06", "layer": "map"})
    assert not rejected
    assert layer_of(view) == "sides"
    assert layer_of(view.but(layer="numbers")) == "numbers"
    slide = slide_figure(record(), view, EN)
    assert slide.layer == "sides"
    assert "5 January 2022 beside 6 January 2022" in slide.caption
