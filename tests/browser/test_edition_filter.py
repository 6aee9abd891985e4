"""A page of the edition shows, counts and says of a choice what the builders of the app do, opened from a disk."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

import pytest
from playwright.sync_api import BrowserContext, Page

from components.explore.menus import menus
from components.language import Language
from components.map.box import DISPLAYS
from components.map.groups import diameters, group_words, joined
from components.timeline.plan import Plan, plan
from components.timeline.strip import day_bars
from components.words.sentence import headline
from data.loading.record import Record
from data.period import january_days
from data.queries.mapping import on_map
from data.queries.query import Shown, query
from data.store import read_view, record
from data.vocabulary import CATEGORIES, LANGUAGES, STATUSES, VOICE_KINDS
from tests.browser.edition_files import write_explore

pytestmark = pytest.mark.browser
DAYS = ("2022-01-05", "2022-01-06", "after", "2022-01-13..2022-01-31")
PAGES = ("index.html", "places.html", "maps/west.html", "places/almaty.html", *(f"days/{day}.html" for day in DAYS))
Open = Callable[[str], Page]

STATE = """() => {
  const seen = (selector, root = document) =>
    [...root.querySelectorAll(selector)].filter((one) => !one.closest("[hidden]"));
  const text = (selector, root) => root.querySelector(selector)?.textContent ?? "";
  const number = (one) => +one.textContent.replace(/\\D/g, "");
  const lines = (menu) => seen(`[data-id="menu-${menu}"] li a`).map((line) =>
    [line.firstChild.textContent.trim(), text("b", line), line.matches(".open")]);
  const lanes = seen(".timeline .lane").map((lane) => [text("b", lane), seen(".plot > a, .cell, .apart", lane)
    .map((one) => one.matches("a") ? 1 : seen(".sq", one).length
      ? seen(".sq", one).length + seen(".more", one).map(number).reduce((a, b) => a + b, 0)
      : seen(".number", one).map(number).reduce((a, b) => a + b, 0)).reduce((a, b) => a + b, 0)]);
  return {
    heading: text("h1", document),
    list: seen(".list li > a[data-event]").map((link) => link.dataset.event),
    headings: seen(".list h2").length,
    strip: [...document.querySelectorAll(".strip a")].map((day) =>
      [day.dataset.id, text("b", day), day.getAttribute("aria-label"), day.matches(".chosen"),
       [...day.querySelectorAll("i")].map((bar) => [bar.className, parseFloat(bar.style.height)])]),
    menus: Object.fromEntries(["places", "categories", "voices", "more"].map((menu) => [menu, lines(menu)])),
    deaths: seen(".menus > [data-id='deaths'] b").map((one) => one.textContent),
    done: text(".done", document),
    pickers: [...document.querySelectorAll(".choosing select[data-pick]")].map((list) =>
      [...list.options].map((option) => [option.textContent, option.selected])),
    lanes: Object.fromEntries(lanes.filter(([, n]) => n)),
    beside: seen(".timeline .heads > *, .timeline .before > a").map((one) => one.textContent),
    spots: [...document.querySelectorAll(".map .spots")].map((map) => seen(".spot > a", map).map((mark) =>
      [mark.dataset.place, mark.getAttribute("aria-label"), mark.querySelector("title").textContent,
       +mark.querySelector(".ring").getAttribute("r") - 4, mark.querySelectorAll(".wedge").length,
       Boolean(mark.querySelector("rect"))])),
    shelf: seen(".map .shelf a").map((chip) => [chip.dataset.place, text("b", chip)]),
    chips: seen(".chips [data-id^='off-']").map((chip) => chip.getAttribute("aria-label")),
    note: text("#not-understood", document),
  };
}"""


class Expected(NamedTuple):
    """What the builders of the app make of a view."""

    shown: Shown
    language: Language
    plan: Plan


def expected(query_of: dict[str, str], code: str) -> Expected:
    view, rejected = read_view(query_of | {"lang": code})
    assert not rejected
    shown = query(record(), view)
    # Several places have lanes of their own in the app; the page has those that it was drawn with.
    laned = query(record(), view.but(lanes=view.lanes or "category"))
    return Expected(shown, Language(code), plan(laned, Language(code)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("edition")
    write_explore(found, *PAGES)
    return found


@pytest.fixture
def open_(folder: Path, profile: BrowserContext) -> Iterator[Open]:
    """Opens a file by its path, which may have a choice, and waits until that is shown; no page may have an error."""
    faults: list[str] = []
    pages = []

    def opened(path: str) -> Page:
        page = profile.new_page()
        pages.append(page)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
        page.goto(f"{folder.as_uri()}/{path}")
        if "=" in path:
            page.wait_for_selector("[data-shown]", state="attached")
        return page

    yield opened
    for page in pages:
        page.close()
    assert faults == []


def choose(page: Page, choice: str) -> dict[str, Any]:
    """What a page shows of another choice."""
    page.evaluate(
        """async (choice) => {
          const page = document.getElementById("first-page");
          if (page.dataset.shown === choice) return;
          location.hash = choice;
          while (page.dataset.shown !== choice) await new Promise((resolve) => setTimeout(resolve, 5));
        }""",
        choice,
    )
    return state(page)


def state(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(STATE)
    return found


def compare(found: dict[str, Any], wanted: Expected, whole_axis: bool = True) -> None:
    """All that the page shows and counts is what the builders make of the view."""
    shown, language, planned = wanted
    assert found["heading"] == headline(shown, language)
    assert sorted(found["list"]) == sorted(shown.events.index)
    assert bool(found["headings"]) == bool(len(shown.events))
    bars = [
        [
            bar.key, bar.number, bar.words, bar.chosen,
            [[kind, pytest.approx(share, abs=0.02)] for kind, share in reversed(bar.parts)],
        ]
        for bar in day_bars(shown, language)
    ]  # fmt: skip
    assert found["strip"] == bars
    for menu in menus(shown, language):
        options = [[o.words, o.number, o.chosen] for section in menu.sections for o in section.options]
        if options:
            assert found["menus"][menu.key] == options
        if menu.toggle:
            assert found["deaths"] == [menu.toggle.number]
    pickers = [picker for menu in menus(shown, language) for _, picker in menu.pickers]
    assert found["pickers"] == [[[one.words, one.chosen] for one in options] for options in pickers]
    assert found["done"] == language.plural("Show {n} event", "Show {n} events", len(shown.events))
    if whole_axis:
        lanes = {one.name: len(one.timed) + sum(map(len, (*one.cells, *one.apart))) for one in planned.lanes}
        # The places that have lanes of their own are those with most events of the page.
        assert sum(found["lanes"].values()) == sum(lanes.values())
        assert shown.view.lanes or found["lanes"] == lanes
        beside = [planned.before.words] if planned.before else []
        assert found["beside"] == beside + [one.words for one in planned.apart if one.number]
    if not shown.view.camera:
        _compare_maps(found, wanted)


def _compare_maps(found: dict[str, Any], wanted: Expected) -> None:
    shown, language, _ = wanted
    city = "almaty" if shown.view.places == ("almaty",) and not shown.view.period else ""
    groups = on_map(shown, city)
    by_place = {group.place_id: group for group in (*groups.spots, *groups.regions)}

    assert dict(found["shelf"]) == {group.place_id: language.number(group.total) for group in groups.shelf}
    for marks, display in zip(found["spots"], (DISPLAYS[False], DISPLAYS[True]), strict=True):
        drawn = [(joined([by_place[p] for p in places.split() if p in by_place]), mark) for places, *mark in marks]
        seen = {place for places, *_ in marks for place in places.split()}
        assert set(by_place) <= seen
        size = diameters([group for group, mark in drawn if not mark[-1]], display.magnified)
        for group, (label, title, radius, wedges, square) in drawn:
            assert label.endswith(f" {language.number(group.total)}")
            assert group_words(group, language) in title
            assert wedges
            if not square:
                assert radius == pytest.approx(size(group) / 2, abs=0.06)


VIEWS: list[tuple[str, dict[str, str]]] = [
    ("index.html", {"day": "2022-01-03..2022-01-06"}),
    ("index.html", {"place": "almaty.zhanaozen", "cat": "protest.clash"}),
    ("index.html", {"cat": "detention_or_torture"}),
    ("index.html", {"status": "disputed.authorities_only", "sig": "2"}),
    ("index.html", {"voice": "press.people"}),
    ("index.html", {"voice": "authorities", "alone": "1"}),
    ("index.html", {"deaths": "1"}),
    ("index.html", {"of": "airport"}),
    ("index.html", {"q": "gas price"}),
    ("index.html", {"q": "ПРОТЕСТ"}),
    ("index.html", {"q": "жаңаөзен"}),
    ("index.html", {"q": "no such word", "cat": "protest"}),
    ("days/2022-01-05.html", {"day": "2022-01-05", "cat": "protest"}),
    ("days/2022-01-05.html", {"day": "2022-01-05", "hours": "0930-1800", "cat": "protest.clash"}),
    ("days/2022-01-05.html", {"day": "2022-01-05", "place": "almaty", "status": "corroborated"}),
    ("days/after.html", {"day": "after", "voice": "court", "deaths": "1"}),
    ("days/2022-01-13..2022-01-31.html", {"day": "2022-01-13..2022-01-31", "sig": "1"}),
    ("places/almaty.html", {"place": "almaty", "cat": "clash.lethal_force"}),
    ("maps/west.html", {"cat": "protest.clash", "at": "west"}),
    ("places.html", {"cat": "protest.detention", "lanes": "place"}),
]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_page_shows_of_a_choice_what_the_app_does(open_: Open, code: str) -> None:
    for file in dict.fromkeys(file for file, _ in VIEWS):
        choices = [choice for other, choice in VIEWS if other == file]
        page = open_(f"{code}/{file}#{urlencode(choices[0])}")
        for choice in choices:
            # The axis stays that of the page: the app's would be that of the range, or of the hours.
            own_axis = "hours" not in choice and ("day" not in choice or file != "index.html")
            compare(choose(page, urlencode(choice)), expected(choice, code), whole_axis=own_axis)


def test_chances_are_shown_as_the_app_shows_them(open_: Open) -> None:
    chance = random.Random(13)
    page = open_("ru/index.html#cat=protest")
    for _ in range(60):
        choice = _by_chance(chance, record())
        if not choice:
            continue
        compare(choose(page, urlencode(choice)), expected(choice, "ru"), whole_axis="day" not in choice)
    day = open_("kk/days/2022-01-06.html#day=2022-01-06&cat=protest")
    for _ in range(30):
        choice = {"day": "2022-01-06"} | {k: v for k, v in _by_chance(chance, record()).items() if k != "day"}
        if len(choice) > 1:
            compare(choose(day, urlencode(choice)), expected(choice, "kk"))


def _by_chance(chance: random.Random, of: Record) -> dict[str, str]:
    """A choice of some of the keys, in their order, that lies on the page of the whole record."""
    days = [day.isoformat() for day in january_days()]

    def some(values: Any, most: int = 3) -> str:
        return ".".join(chance.sample(sorted(values), chance.randint(1, most)))

    first, last = sorted(chance.sample(days[:20], 2))
    every: dict[str, Callable[[], str]] = {
        "day": lambda: f"{first}..{last}",
        "place": lambda: ".".join(chance.sample(sorted(of.place_rows), 2)),
        "cat": lambda: some(CATEGORIES),
        "status": lambda: some(STATUSES),
        "sig": lambda: str(chance.randint(1, 2)),
        "q": lambda: chance.choice(["gas", "полиция", "қаза", "the", "алматы", "a", "Almaty оқ", "№"]),
        "voice": lambda: some(VOICE_KINDS),
        "of": lambda: chance.choice(sorted(of.case_rows)),
        "deaths": lambda: "1",
    }
    found = {key: value() for key, value in every.items() if chance.random() < 0.25}
    if "voice" in found and chance.random() < 0.5:
        found = {k: found[k] for k in every if k in found}
        at = [*found].index("voice") + 1
        pairs = [*found.items()]
        found = dict([*pairs[:at], ("alone", "1"), *pairs[at:]])
    return found
