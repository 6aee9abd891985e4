"""A page is declared once: the app and the page written in advance have the same parts, in the same order."""

from typing import Any

import pytest

from components.app.page import WIDGETS
from components.frame.contents import PAGES, Box, Part, Widget
from components.frame.context import ROOM, Context
from components.frame.prerender import written_page
from components.map import scene
from data.kept import Kept
from data.queries.mapping import on_map
from data.store import read_view, record, record_of, talks
from tests.app.conftest import chart, markups, open_page
from tests.unit.samples import EN, Page

FRAME = {"navigation", "known", "known-menu", "take-away", "complete"}
ADDRESSES: dict[str, dict[str, str]] = {
    "bare": {},
    "a day with a cut network": {"day": "2022-01-05"},
    "two days": {
        "day": "2022-01-05",
        "beside": "2022-01-06",
        "event": "2022-01-06-almaty-counter-terrorist-operation-began",
    },
    "two places": {"day": "2022-01-05", "place": "almaty", "beside": "oral"},
    "an event": {"day": "2022-01-05", "event": "2022-01-04-oral-depo-bridge"},
    "a case": {"case": next(iter(record().case_rows))},
    "as known on a day": {"known": "2022-01-09", "undated": "1"},
}


def written(page: str, address: dict[str, str]) -> Page:
    view, rejected = read_view(address)
    context = Context(page, record_of(view), PAGES[page].reads(view), EN, talks())
    return Page(written_page(context, rejected))


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
@pytest.mark.parametrize("page", PAGES)
def test_the_app_and_the_written_page_have_the_same_parts(page: str, address: dict[str, str]) -> None:
    shown = markups(open_page(page, **address))
    keys = [part.key for part in PAGES[page].parts if isinstance(part, Part)]
    in_app = [key for key in shown if key in keys]
    in_advance = [key for key in written(page, address).attribute("data-part") if key in keys]
    assert in_advance == [key for key in keys if key in in_app]
    assert in_app
    assert set(shown) - FRAME - {"drawn-map"} <= set(keys)


@pytest.mark.parametrize("page", PAGES)
def test_a_part_of_one_size_has_the_same_markup_in_both(page: str) -> None:
    shown = markups(open_page(page))
    document = str(written(page, {"lang": "en"}).markup)
    for part in PAGES[page].parts:
        if isinstance(part, Part) and not part.until and part.key in shown:
            assert shown[part.key] in document, part.key


def test_every_widget_is_known_to_the_app_and_every_page_has_a_title_of_its_own() -> None:
    widgets = {part.key for page in PAGES.values() for part in page.parts if isinstance(part, Widget)}
    assert widgets == WIDGETS.keys()
    assert len({page.title(EN) for page in PAGES.values()}) == len(PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_a_key_stands_for_one_part_of_a_page(page: str) -> None:
    keys = [part.key for part in PAGES[page].parts]
    assert len(set(keys)) == len(keys)
    for block in PAGES[page].blocks:
        assert isinstance(block, Part | Widget | Box)


def test_the_events_are_put_on_the_map_once_a_run(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []

    def counted(*arguments: Any) -> Any:
        asked.append(arguments)
        return on_map(*arguments)

    monkeypatch.setattr(scene, "on_map", counted)
    monkeypatch.setattr("components.frame.context._kept", Kept(ROOM))
    open_page("explore", day="2022-01-05")
    # A page is opened by two runs: that of the home page, and its own.
    assert 1 <= len(asked) <= 2
    monkeypatch.setattr("components.frame.context._kept", Kept(ROOM))
    asked.clear()
    written("explore", {"day": "2022-01-05"})
    assert len(asked) == 1


def test_readers_of_the_same_view_share_what_is_drawn_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def drawn() -> list[Any]:
        at = open_page("explore", day="2022-01-05")
        return [markups(at), chart(at, "plotly_chart").SerializeToString()]

    monkeypatch.setattr("components.app.charts.said_of_hours", lambda: True)
    monkeypatch.setattr("components.frame.context._kept", Kept(ROOM))
    first = drawn()
    for builder in (
        "components.app.charts.map_box",
        "components.app.charts.timeline_chart",
        "components.frame.context.query",
    ):
        monkeypatch.setattr(builder, None)
    assert drawn() == first
