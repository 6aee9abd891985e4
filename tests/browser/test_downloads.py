"""What a reader takes along, saved by the browser and opened again."""

import json
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import EVENT, Visit, unfold

pytestmark = pytest.mark.browser


def test_picture_of_the_map_carries_its_proof(visit: Visit, tmp_path: Path) -> None:
    page = visit("/?day=2022-01-05&place=almaty")
    unfold(page, "take")
    words = _words_of_svg(_saved(page, ".downloads a[href^='/pictures/map.svg']", tmp_path))
    for expected in ("14 of 96 events", "5 January 2022", "Almaty", "disputed (", "sources:", "version"):
        assert expected in words
    assert f"The same view: {page.url}" in words


def test_picture_of_the_numbers_opens_in_a_browser(visit: Visit, tmp_path: Path) -> None:
    page = visit("/claims?known=2022-01-16")
    saved = _saved(page, ".panel a[href*='numbers.svg']", tmp_path)
    words = _words_of_svg(saved)
    assert "Deaths, nationwide" in words
    assert "As known on 16 January 2022" in words
    assert "164" in words
    assert "225" in words
    shown = page.context.new_page()
    shown.goto(saved.as_uri())
    expect(shown.locator("text", has_text="Deaths, nationwide")).to_be_visible()
    png = _saved(page, ".panel a[href*='numbers.png']", tmp_path)
    assert png.read_bytes().startswith(b"\x89PNG")


def test_table_says_what_was_filtered(visit: Visit, tmp_path: Path) -> None:
    page = visit("/?day=2022-01-05&status=disputed")
    unfold(page, "take")
    with ZipFile(_saved(page, ".downloads a[href^='/data/events.zip']", tmp_path)) as archive:
        about = archive.read("ABOUT.txt").decode()
        described = json.loads(archive.read("datapackage.json"))
        rows = archive.read("data/events.csv").decode().splitlines()
    assert "7 of 96 events" in about
    assert page.url in about
    assert "Disputed" in described["description"]
    assert len(rows) == 1 + 7


def test_citation_of_an_event(visit: Visit, tmp_path: Path) -> None:
    page = visit(f"/?event={EVENT}")
    cited = _saved(page, ".card a[href*='.json']", tmp_path)
    items = json.loads(cited.read_text(encoding="utf-8"))
    assert items[0]["id"] == EVENT
    assert items[0]["title"] == page.locator(".card h2").inner_text()
    assert len(items) == 1 + page.locator(".card .sources li").count()


def _saved(page: Page, link: str, folder: Path) -> Path:
    with page.expect_download() as started:
        page.locator(link).first.click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


def _words_of_svg(path: Path) -> str:
    root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    return " ".join(" ".join(root.itertext()).split()).replace("\u00a0", " ")
