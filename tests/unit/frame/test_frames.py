"""What is played: each frame is what the app shows for its address, and the outlines are sent once."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from components.address import split
from components.frame import frames as module
from components.frame.frames import OF, frames
from data.queries.view import View
from data.store import read_view, record_of
from tests.app.conftest import markups, open_page
from tests.unit.samples import record

DAY = read_view({"day": "2022-01-05"})[0]


def played(view: View, of: str = "days", narrow: bool = False) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(frames(record_of(view), view, of, narrow))
    return found


def whole(markup: str, paths: list[str]) -> str:
    return re.sub(r' d="#(\d+)"', lambda number: f' d="{paths[int(number[1])]}"', markup)


@pytest.mark.parametrize("asked", [{}, {"place": "almaty", "at": "almaty"}, {"known": "2022-01-08", "lanes": "place"}])
def test_a_frame_is_what_the_app_shows_for_its_address(asked: dict[str, str]) -> None:
    found = played(replace(read_view(asked)[0], language="en"))
    assert len(found["frames"]) == 31
    for frame in (found["frames"][4], found["frames"][20]):
        shown = markups(open_page("explore", **split(frame["address"])[1]))
        assert whole(frame["timeline"], found["paths"]) == shown["timeline"]
        assert whole(frame["map"], found["paths"]) == shown["drawn-map"]
        assert f">{frame['sentence']}</h1>" in shown["sentence"]
        assert f'data-here="{frame["key"]} "' in shown["play"]


def test_the_hours_of_a_day_are_played_one_after_another() -> None:
    found = played(DAY, "hours")["frames"]
    assert [frame["key"] for frame in found][:2] == ["0000-0100", "0100-0200"]
    assert len(found) == 24
    assert found[16]["label"] == "5 January, 16:00–17:00"
    assert read_view(split(found[16]["address"])[1]) == (DAY.but(hours=(960, 1020)), ())


def test_there_are_no_hours_of_several_days() -> None:
    assert played(View(), "hours")["frames"] == []


@pytest.mark.parametrize("of", OF)
def test_the_other_choices_hold_in_every_frame(of: str) -> None:
    view = DAY.but(places=("almaty",), categories=("clash",), lanes="place", camera="almaty")
    for frame in played(view, of)["frames"]:
        step = read_view(split(frame["address"])[1])[0]
        assert step.but(period=None, hours=None) == view.but(period=None)


def test_it_is_the_same_whichever_day_is_chosen() -> None:
    assert frames(record(), DAY, "days", False) == frames(record(), View(), "days", False)


def test_the_land_is_sent_once() -> None:
    text = frames(record(), View(), "days", False)
    longest = max(played(View())["paths"], key=len)
    assert len(longest) > 2000
    assert text.count(longest) == 1


def test_what_has_no_room_is_left_out_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    full = frames(record(), View(), "days", False)
    monkeypatch.setattr(module, "ROOM", len(full) // 2)
    found = played(View())
    assert 0 < len(found["frames"]) < 31
    assert len(json.dumps(found)) < len(full) * 0.6
    assert found["rest"] == f"The first {len(found['frames'])} of 31 steps are played: filter to play them all."
    assert played(View())["frames"] == found["frames"]
