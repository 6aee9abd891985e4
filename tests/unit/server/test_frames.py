"""The frames of what is played are served for the same views as the pages, in few sizes."""

import json

import pytest

from components.address import frames_address
from components.frame.frames import frames
from data.queries.view import View
from data.store import record
from tests.unit.asking import ask


def test_the_frames_of_a_view_are_served_as_they_are_made() -> None:
    view = View(places=("almaty",), categories=("clash",), language="ru")
    for size in ("wide", "narrow"):
        answer = ask(frames_address("days", view, size))
        assert answer.status == 200
        assert answer.headers["content-type"] == "application/json"
        assert json.loads(answer.text) == json.loads(frames(record(), view, "days", size == "narrow"))


@pytest.mark.parametrize("path", ["/frames/weeks/wide.json", "/frames/days/huge.json"])
def test_others_are_said_not_to_be_there(path: str) -> None:
    answer = ask(path)
    assert answer.status == 404
    assert "days and hours" in answer.text
