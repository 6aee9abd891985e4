"""Links of the app become links of the edition: relative, to a file that is there, or none."""

import posixpath
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.address import address
from components.edition.links import Way, turned
from components.edition.sheets import Sheets, sheets
from components.frame.contents import PAGES
from data.queries.query import addressable
from data.queries.view import View
from tests.unit.helpers import views
from tests.unit.samples import record

SHEETS: Sheets = sheets(record())
FILES = {sheet.file for sheet in SHEETS.all}
OTHERS = ("files/events.csv", "talks/ten-days.html", "talks/ten-days.pdf")
EVENT, CLAIM, SOURCE = (next(iter(rows)) for rows in (record().event_rows, record().claim_rows, record().source_rows))


def way(file: str = "days/2022-01-05.html", languages: tuple[str, ...] = ("en", "kk")) -> Way:
    return Way(file, "en", languages, OTHERS, SHEETS)


@pytest.mark.parametrize(
    ("asked", "leads"),
    [
        ("/", "../index.html"),
        ("/?lang=en", "../index.html"),
        ("/?day=2022-01-05", "2022-01-05.html"),
        ("/?day=before&seen=2026-01-01", "before.html"),
        ("/?day=2022-01-13..2022-01-31", "2022-01-13..2022-01-31.html"),
        ("/?place=almaty&lang=kk", "../../kk/places/almaty.html"),
        ("/?cat=protest", "../index.html#cat=protest"),
        ("/?day=2022-01-06&place=almaty&cat=protest", "2022-01-06.html#day=2022-01-06&place=almaty&cat=protest"),
        ("/?place=almaty&q=fire+brigade", "../places/almaty.html#place=almaty&q=fire+brigade"),
        ("/?at=almaty", "../maps/almaty.html"),
        ("/?lanes=place", "../places.html"),
        ("/?cat=protest&at=west", "../maps/west.html#cat=protest&at=west"),
        ("/?cat=protest&lanes=place", "../places.html#cat=protest&lanes=place"),
        ("/?day=2022-01-06&at=west", "2022-01-06.html"),
        ("/?place=almaty&lanes=category", "../places/almaty.html"),
        ("/?day=2022-01-05&cat=protest&lanes=place", "2022-01-05.html#day=2022-01-05&cat=protest"),
        (f"/?day=2022-01-05&event={EVENT}&lang=en", f"../events/{EVENT}.html"),
        ("/day?day=2022-01-05", "../reading/2022-01-05.html"),
        (f"/claims?claim={CLAIM}", f"../claims/{CLAIM}.html"),
        (f"/sources?source={SOURCE}#sources", f"../sources/{SOURCE}.html#sources"),
        ("/sources?show=300", "../sources/all.html"),
        ("/cases?outcome=open", "../cases.html"),
        ("/dead#death-x", "../dead.html#death-x"),
        ("/talk/ten-days#4", "../talks/ten-days.html#4"),
        ("/talk/ten-days.pdf?lang=en", "../talks/ten-days.pdf"),
        ("/data/events.csv?lang=en", "../files/events.csv"),
        ("/data/qantar.zip", "../../record/qantar.zip"),
        ("/assets/icon.svg", "../../assets/icon.svg"),
    ],
)
def test_an_address_leads_to_its_file(asked: str, leads: str) -> None:
    assert way().to(asked) == leads


@pytest.mark.parametrize(
    "asked",
    [
        "/?day=2022-01-05&at=almaty",
        "/?day=2022-01-05&lanes=place",
        "/?day=2022-01-05&beside=2022-01-06",
        "/?lang=ru",
        "/data/events.csv?day=2022-01-05",
        "/pictures/map.png",
        f"/cite/events/{EVENT}.bib",
        f"/claims?claim={CLAIM}&with=another",
        "/talk/none",
    ],
)
def test_what_only_a_server_can_do_leads_nowhere(asked: str) -> None:
    assert way().to(asked) is None


@given(views(addressable(record())), st.sampled_from(list(PAGES)), st.sampled_from(sorted(FILES)))
def test_every_view_leads_to_a_file_or_nowhere(view: View, page: str, here: str) -> None:
    leads = way(here).to(address(view, page))
    if leads is None:
        return
    parts = urlsplit(leads)
    assert not parts.scheme
    language, _, file = posixpath.normpath(posixpath.join("en", posixpath.dirname(here), parts.path)).partition("/")
    assert language in ("en", "kk")
    assert file in FILES
    if page == "explore" and parts.fragment:
        asked = view.to_query()
        assert dict(parse_qsl(parts.fragment)).items() <= asked.items()


def test_each_file_has_a_name_of_its_own_in_any_case() -> None:
    names = [sheet.file.casefold() for sheet in SHEETS.all]
    assert len(names) == len(set(names))
    assert len({sheet.key for sheet in SHEETS.all}) == len(names)


def test_what_needs_a_server_is_left_out_with_the_item_that_held_nothing_else() -> None:
    page = turned(
        '<ul><li><a href="/pictures/map.png">PNG</a></li><li>Map <a href="/pictures/map.png">PNG</a></li></ul>'
        '<p data-served>only there</p><select data-go="/?day={value}"><option></option></select>'
        '<a href="/?cat=legal" data-range="/x">Courts</a><a href="#here">to it</a><a href="#gone">away</a>'
        '<i id="here"></i>',
        way(),
    )
    assert "PNG" not in page
    assert "only there" not in page
    assert "<select" not in page
    assert "<li>Map </li>" in page
    assert page.count("<li>") == 1
    assert '<a href="../index.html#cat=legal">Courts</a>' in page
    assert "to it" in page
    assert "away" not in page


def test_markup_and_text_of_the_page_stay_as_they_are() -> None:
    body = '<svg viewBox="0 0 4 4"><use href="#a"/></svg><p>&lt;b&gt; "/x"</p>'
    page = f"<!DOCTYPE html><html><head></head><body>{body}</body></html>"
    assert turned(page, way()).replace("</use>", "").replace('"#a">', '"#a"/>') == page


def test_a_reference_that_is_copied_ends_before_the_address_of_the_app() -> None:
    page = turned('<span data-text="“A. b.” Qantar, version 1. /?event=e&amp;lang=en"></span>', way())
    assert 'data-text="“A. b.” Qantar, version 1"' in page
