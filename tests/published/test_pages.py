"""Every page shows the published record."""

from collections.abc import Callable

import pytest

from components.frame.contents import PAGES
from data.folders import RECORD_FOLDER, TALKS_FOLDER
from data.loading.record import Record
from tests.app.conftest import markups, notices, open_page
from tests.unit.samples import Page


@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_it(name: str, published: Record, use_folders: Callable[..., None]) -> None:
    use_folders(record=RECORD_FOLDER, talks=TALKS_FOLDER)
    at = open_page(name, day="2022-01-05", event=next(iter(published.event_rows)))
    assert not at.exception
    assert not notices(at)
    found = markups(at)
    assert not any("fault" in Page(text).text for text in found.values())
    if name == "explore":
        assert f"of {len(published.events)} events" in Page(found["sentence"]).text
