"""The edition's search finds from a disk what the app's search does, in any script, and leads to the files of it."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from components.language import Language
from components.words import labels
from data.queries.view import SEARCHED
from data.search.index import index_of
from data.store import record
from tests.browser.edition_files import write_explore

pytestmark = pytest.mark.browser
FOLDERS = {
    "people": "person", "places": "place", "events": "event", "cases": "case", "claims": "claim", "sources": "source",
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("edition")
    write_explore(found, "search.html", "index.html")
    return found


@pytest.fixture
def page(profile: BrowserContext) -> Iterator[Page]:
    page, faults = profile.new_page(), []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    yield page
    page.close()
    assert faults == []


def search(page: Page, folder: Path, code: str, words: str, kind: str = "") -> set[tuple[str, str]]:
    """What the page leads to."""
    page.goto("about:blank")
    page.goto(f"{folder.as_uri()}/{code}/search.html#{urlencode({'q': words} | ({'in': kind} if kind else {}))}")
    page.wait_for_selector("[data-results]")
    links = page.eval_on_selector_all("[data-results] .hits a", "all => all.map((a) => a.getAttribute('href'))")
    return {_entry(link) for link in links}


def _entry(link: str) -> tuple[str, str]:
    path, _, death = link.partition("#death-")
    if death:
        return "death", death
    kind, name = path.removeprefix("./").removesuffix(".html").split("/")
    return FOLDERS[kind], name


@pytest.mark.parametrize(("code", "words"), [
    ("en", "Tokayev"), ("ru", "Токаева"), ("kk", "Тоқаев"), ("en", "аэропорта"), ("ru", "gas price"),
    ("kk", "Zhanaozen"), ("en", "rest"),
])  # fmt: skip
def test_what_the_app_finds_is_found(page: Page, folder: Path, code: str, words: str) -> None:
    wanted = index_of(record()).find(words)
    assert wanted.hits
    found = set().union(*(search(page, folder, code, words, kind) for kind in wanted.by_kind))
    assert {(hit.kind, hit.id) for hit in wanted.hits} <= found
    search(page, folder, code, words)
    headings = page.locator("[data-results] h2").all_inner_texts()
    kinds = [kind for kind in SEARCHED if any(kind == one for one, _ in found)]
    counts = [(kind, sum(one == kind for one, _ in found)) for kind in kinds]
    assert headings == [f"{labels.searched(Language(code), kind)} {n}" for kind, n in counts]
    total = Language(code).plural("{n} hit", "{n} hits", len(found))
    assert page.locator("[data-results] [role=status]").inner_text() == total


def test_a_hit_shows_where_it_has_the_word(page: Page, folder: Path) -> None:
    search(page, folder, "ru", "Токаев", "event")
    assert page.locator("[data-results] .hits a mark").count()
    for told in page.locator("[data-results] .told").all():
        assert told.locator("mark").count()
        assert len(told.inner_text()) < 200


def test_what_is_not_there_is_said_with_what_was_looked_for(page: Page, folder: Path) -> None:
    search(page, folder, "en", "zzzqqqxx")
    expect(page.locator("[data-results] .none")).to_have_text("Nothing in the record has “zzzqqqxx”.")
    search(page, folder, "en", "<b>zzzqqqxx</b>")
    expect(page.locator("[data-results] .none")).to_contain_text("Nothing in the record has “<b>zzzqqqxx</b>”.")
    search(page, folder, "en", "...")
    expect(page.locator("[data-results] .none")).to_contain_text("There is no word in “...”")


def test_the_field_on_top_leads_to_what_is_found(page: Page, folder: Path) -> None:
    page.goto(f"{folder.as_uri()}/en/index.html")
    page.keyboard.press("/")
    expect(page.locator("header input[name=q]")).to_be_focused()
    page.keyboard.type("Almaty airport")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-results] .hits a")
    assert page.url.endswith("/en/search.html#q=Almaty+airport")
    expect(page.locator(".found input")).to_have_value("Almaty airport")
    assert page.locator("[data-results] mark").count()
    every = page.locator("[data-id='all-event']")
    every.click()
    expect(page.locator("[data-id='all-kinds']")).to_be_visible()
    page.go_back()
    expect(every).to_be_visible()
