"""The player: where its frames are, what it says of the page, and that it is not there for two sides."""

from components.explore.play import player
from data.store import read_view
from tests.unit.samples import EN, Page


def drawn(**asked: str) -> Page:
    view, rejected = read_view(asked)
    assert not rejected
    return Page(player(view, EN))


def test_the_frames_of_the_days_are_those_of_the_other_choices() -> None:
    page = drawn(day="2022-01-05", place="almaty", hours="1200-1300")
    assert page.attribute("data-days") == ["/frames/days/wide.json?place=almaty"]
    assert page.attribute("data-hours") == ["/frames/hours/wide.json?day=2022-01-05&place=almaty"]
    assert page.attribute("data-here") == ["2022-01-05 1200-1300"]


def test_hours_are_offered_for_a_single_day() -> None:
    assert "the hours of 5 January" in drawn(day="2022-01-05").text
    assert not drawn(day="2022-01-05..2022-01-06").attribute("data-of")
    assert not drawn().attribute("data-of")


def test_the_speed_is_chosen_among_four_and_nothing_plays_by_itself() -> None:
    page = drawn()
    assert [found["value"] for tag, found in page.tags if tag == "option"] == ["0.5", "1", "2", "4"]
    (bar,) = page.classed("bar")
    assert "hidden" in bar


def test_two_sides_have_no_player() -> None:
    assert not str(drawn(day="2022-01-05", beside="2022-01-06").markup)
