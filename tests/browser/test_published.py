"""The published record and the talks about it look right."""

import pytest
from playwright.sync_api import Browser

from data.folders import RECORD_FOLDER, TALKS_FOLDER
from data.loading.record import load_record
from data.queries.query import addressable
from data.talks import load_talks, talk_named
from tests.browser.faults import faults
from tests.browser.looking import PAGES, Visit
from tools.rehearse import LONGEST, SIZES, contact_sheet, rehearse

pytestmark = [pytest.mark.browser, pytest.mark.published]


@pytest.mark.parametrize("name", ["explore", "day", "cases", "case", "claims", "sources", "corrections", "talks"])
def test_page_looks_right(visit: Visit, published: str, name: str) -> None:
    page = visit(published + PAGES[name], size=(1280, 720))
    page.evaluate("document.fonts.ready")
    assert faults(page) == []


@pytest.mark.parametrize("name", ["ten-days", "airport-case", "ten-days.kk", "airport-case.ru"])
def test_talk_passes(published: str, chromium: Browser, name: str) -> None:
    talk = talk_named(load_talks(addressable(load_record(RECORD_FOLDER)), TALKS_FOLDER), name)
    assert talk
    # The smaller size is the one in which things meet; `make rehearse` shows both.
    result = rehearse(talk, published, chromium, SIZES[:1])
    # How long a slide takes is for the rehearsal on the speaker's machine; this one may be busy.
    assert [fault for fault in result.faults if f"{LONGEST:g} s are allowed" not in fault] == []
    assert len(result.pictures) == len(talk.slides)
    assert contact_sheet(result.pictures).startswith(b"\x89PNG")
