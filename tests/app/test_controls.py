"""What the widgets do: they show what the address says, and write the reader's choice back into it."""

from typing import Any

from streamlit.testing.v1 import AppTest

from data.period import Period
from tests.app.conftest import markup, open_page


def segment(at: AppTest, key: str) -> Any:
    """A choice of one among a few, for which AppTest has no accessor of its own."""
    return at.get_by_key(key)


def test_the_widgets_show_what_the_address_says() -> None:
    at = open_page(
        "explore", day="2022-01-05", hours="0900-1730", place="almaty", cat="clash.protest", status="disputed", sig="2",
        q="akimat", at="west", lanes="place",
    )  # fmt: skip
    assert at.multiselect(key="filter-places").value == ["almaty"]
    assert at.multiselect(key="filter-kinds").value == ["clash", "protest"]
    assert at.multiselect(key="filter-status").value == ["disputed"]
    assert at.selectbox(key="filter-significance").value == 2
    assert at.text_input(key="filter-text").value == "akimat"
    assert at.selectbox(key="hours-first").value == 9 * 60
    assert at.selectbox(key="hours-last").value == 17 * 60 + 30
    assert segment(at, "camera").value == "west"
    assert segment(at, "lanes").value == "place"


def test_choices_are_written_into_the_address() -> None:
    at = open_page("explore", day="2022-01-05", event="2022-01-04-oral-depo-bridge")
    at.multiselect(key="filter-kinds").set_value(["clash", "protest"]).run()
    at.selectbox(key="filter-significance").set_value(2).run()
    at.text_input(key="filter-text").set_value("  security   forces ").run()
    at.selectbox(key="hours-first").set_value(12 * 60).run()
    assert not at.exception
    assert dict(at.query_params) == {
        "day": "2022-01-05", "hours": "1200-2400", "cat": "clash.protest", "sig": "2", "q": "security forces",
    }  # fmt: skip


def test_taking_a_choice_back_takes_it_out_of_the_address() -> None:
    at = open_page("explore", cat="clash", q="akimat", sig="1")
    at.multiselect(key="filter-kinds").set_value([]).run()
    at.text_input(key="filter-text").set_value("").run()
    at.selectbox(key="filter-significance").set_value(3).run()
    assert dict(at.query_params) == {}


def test_hours_are_offered_for_a_single_day_only() -> None:
    def keys(**address: str) -> set[str | None]:
        return {box.key for box in open_page("explore", **address).selectbox}

    assert "hours-first" in keys(day="2022-01-05")
    assert "hours-first" not in keys()
    assert "hours-first" not in keys(day="2022-01-05..2022-01-06")
    assert Period.parse("before").day is None
    assert "hours-first" not in keys(day="before")


def test_camera_and_lanes_leave_the_open_event_open() -> None:
    chosen = {"day": "2022-01-04", "event": "2022-01-04-oral-depo-bridge"}
    at = open_page("explore", **chosen)
    segment(at, "lanes").set_value("place").run()
    assert dict(at.query_params) == chosen | {"lanes": "place"}


def test_words_are_searched_on_the_pages_of_claims_and_sources_too() -> None:
    for name, key in (("claims", "ledger"), ("sources", "sources")):
        at = open_page(name)
        before = markup(at, key)
        at.text_input(key="filter-text").set_value("tokayev").run()
        assert at.query_params["q"] == "tokayev"
        assert markup(at, key) != before


def test_a_page_that_fails_tells_the_reader_nothing_of_the_inside() -> None:
    def script() -> None:
        from components.app.shell import report_failure

        report_failure(ValueError("secret path"))

    at = AppTest.from_function(script).run()
    assert not at.exception
    assert "This page failed" in at.error[0].value
    assert "secret" not in at.error[0].value
