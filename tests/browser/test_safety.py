"""What the record says is text, whatever it looks like; and what is wrong with the record is said."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from data.folders import RECORD_SETTING
from tests.browser.looking import Visit, mark_of, says
from tests.unit.helpers import small_folder
from tools.serving import running_app

pytestmark = pytest.mark.browser

HOSTILE = "[x](javascript:alert(1)) $\\alpha$ :material/home:&lt;script&gt;{{7*7}}"
"""As long as a title may be."""
EVENT, PLACE, PERIOD = "2022-01-05-almaty-cordons-broken", "aktau", "day=2022-01-05"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on a record with a hostile title and place, and a row with a fault."""
    folder = small_folder(tmp_path_factory.mktemp("hostile"))
    folder.change("events", EVENT, title=HOSTILE)
    folder.change("places", PLACE, name_en=HOSTILE)
    folder.add("changes", date="2022-13-45", table="events", change="Something changed", reason="For a reason")
    with running_app(**{RECORD_SETTING: str(folder.path)}) as address:
        yield address


def test_hostile_title_is_text_in_list_card_and_timeline(visit: Visit, hostile: str) -> None:
    page = visit(f"{hostile}/?{PERIOD}&place=almaty&event={EVENT}")
    expect(page.locator(".card h2")).to_have_text(HOSTILE)
    expect(page.locator(f'.list a[data-id="{EVENT}"] .title')).to_have_text(HOSTILE)
    x, y = mark_of(page, EVENT)
    page.mouse.move(x - 2, y)
    page.mouse.move(x, y)
    expect(page.locator(".tip:popover-open")).to_contain_text(HOSTILE.split()[0])
    assert page.locator("a[href^='javascript:']").count() == 0


def test_hostile_place_is_text_on_the_map_and_in_the_sentence(visit: Visit, hostile: str) -> None:
    page = visit(f"{hostile}/?{PERIOD}&place={PLACE}")
    says(page, "5 January 2022", HOSTILE)
    page.locator(f'.shelf a[data-place="{PLACE}"]').hover()
    expect(page.locator(".tip:popover-open")).to_contain_text(HOSTILE.split()[0])
    page.locator('[data-id="menu-places"] summary').click()
    expect(page.locator('[data-id="menu-places"]')).to_contain_text(HOSTILE)
    assert page.locator("a[href^='javascript:']").count() == 0


def test_hostile_title_is_text_on_the_page_of_the_day(visit: Visit, hostile: str) -> None:
    page = visit(f"{hostile}/day?{PERIOD}")
    expect(page.locator(".entry h3 a", has_text="javascript")).to_have_text(HOSTILE)


def test_row_with_a_fault_is_said_with_its_reason(visit: Visit, hostile: str) -> None:
    page = visit(f"{hostile}/")
    notice = page.get_by_text("1 row of the record has a fault and is left out")
    notice.click()
    expect(page.get_by_text("write a date YYYY-MM-DD that exists")).to_be_visible()
    says(page, "All 96 events")


def test_missing_table_has_a_clear_page(visit: Visit, serve: Callable[..., str], tmp_path: Path) -> None:
    folder = small_folder(tmp_path).delete("bands")
    page = visit(f"{serve(**{RECORD_SETTING: str(folder.path)})}/?day=2022-01-05")
    expect(page.get_by_role("heading", name="The record can't be read")).to_be_visible()
    expect(page.get_by_text("bands.csv: is missing: put the file back")).to_be_visible()
