"""The page that the server writes in advance: the markup of the app for any view, and Streamlit's document round it."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import server.pages
from components.address import HOME, split
from components.drawing.palette import ACCENT, INK, PAPER
from components.frame.contents import PAGES
from components.frame.notices import SAID, notices
from components.frame.prerender import STYLES, first_style
from components.record.event_list import event_list
from components.words.sentence import NO_BREAK, headline
from data.period import Period
from data.queries.query import addressable
from data.queries.view import Rejected, View, parse_view
from data.store import read_view, record_of
from tests.unit.asking import ask
from tests.unit.drawn import first_page
from tests.unit.helpers import Folder, views
from tests.unit.samples import EN, HOSTILE, Page, foreign, forms, hostile_record, record, shown
from tools.serving import ROOT

KINDS = ("phone", "small")
KNOWN = addressable(record())
ADDRESSES = {name: "/" if name == HOME else f"/{name}" for name in PAGES}


def written(page: str, view: View, **of: Any) -> Page:
    return Page(first_page(page, of.get("record", record_of(view)), view, of.get("rejected", ()), EN))


def test_of_many_wrong_parts_some_are_named_and_the_others_counted() -> None:
    (notice,) = notices(
        record(), tuple(Rejected(f"key{n}", "x" * 500, unknown_key=True) for n in range(500)), View(), EN
    )
    assert len(notice.lines) == SAID + 1
    assert notice.lines[0] == "key0: there is no such choice"
    assert notice.lines[-1] == f"and {500 - SAID} more"
    assert all(len(line) < 200 for line in notice.lines)
    (notice,) = notices(record(), (Rejected("talk", "ten-days.99"),), View(), EN)
    assert notice.lines == ("talk=ten-days.99: there is no such slide to go back to",)


@pytest.mark.parametrize(
    ("sources", "seen", "told"),
    [("rfe-rl-quotes-ministry", date(2026, 11, 29), True), ("rfe-rl-quotes-ministry", date(2026, 11, 30), False),
     ("rfe-rl-quotes-ministry", None, False), ("vlast", date(2026, 11, 29), False)],
)  # fmt: skip
def test_a_link_from_before_the_rule_on_authorities_says_that_it_changed(
    tiny: Folder, sources: str, seen: date | None, told: bool
) -> None:
    event = "2022-01-05-street-shots"
    found = notices(tiny.change("events", event, sources=sources).load(), (), View(event=event, seen=seen), EN)
    assert ["30 November 2026: The rule changed." in one.lines[-1] for one in found] == [True] * told


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_its_title_its_place_in_the_menu_and_the_control_of_the_day(page: str) -> None:
    answer = ask(ADDRESSES[page])
    assert answer.status == 200
    assert answer.kind == "text/html; charset=utf-8"
    found = answer.page
    here = [link for tag, link in found.tags if tag == "a" and link.get("aria-current") == "page"]
    assert [split(link["href"])[0] for link in here] == [page] * PAGES[page].listed
    assert {attributes.get("id") for _, attributes in found.tags} >= {"first-page", "root"}
    assert [attributes["lang"] for tag, attributes in found.tags if tag == "html"] == ["en"]
    assert re.search(r"<title>[A-Z\d][\w ·]+ · Qantar</title>", answer.text)
    assert "known-day" in found.attribute("data-id")


def test_of_streamlits_own_document_the_scripts_stay_and_the_words_go() -> None:
    text = ask("/").text
    assert '<script type="module"' in text
    for theirs in ("Streamlit</title>", "enable JavaScript", "favicon.png"):
        assert theirs not in text
    assert text.index('id="first-page"') < text.index('id="root"')


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_each_thing_once_and_only_its_figures_for_every_window(page: str) -> None:
    found = written(page, View(period=Period.parse("2022-01-05")))
    ids = [attributes["id"] for tag, attributes in found.tags if "id" in attributes and tag != "pattern"]
    assert len(set(ids)) == len(ids)
    events = [attributes["data-event"] for tag, attributes in found.tags if tag == "a" and "data-event" in attributes]
    if page == "day":
        assert len(set(events)) == len(events) > 10
    wide, narrow = (Counter({kind: len(found.classed(f"{name}-{kind}")) for kind in KINDS}) for name in ("not", "if"))
    assert wide == narrow
    assert sum(wide.values()) == (page in ("explore", "day", "dead", "claims"))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_the_shapes_and_fillings_that_its_drawings_use(page: str) -> None:
    found = written(page, View(period=Period.parse("2022-01-05")))
    used = {name for text in map(str, found.attribute("fill")) for name in re.findall(r"url\(#([\w-]+)\)", text)}
    used |= {attributes["href"].removeprefix("#") for tag, attributes in found.tags if tag == "use"}
    assert used <= set(found.attribute("id"))
    assert len(re.findall("<symbol", str(found.markup))) <= len(used)


def test_what_was_looked_at_is_not_kept_by_the_browser() -> None:
    assert {ask(address).headers["cache-control"] for address in ADDRESSES.values()} == {"no-store"}


def test_the_page_at_the_root_is_compressed_for_whom_can_read_it() -> None:
    answer = ask("/", accept="gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert len(answer.content) < len(ask("/").content) / 3


def test_explore_says_and_lists_what_the_view_shows() -> None:
    view = View(text="akimat", as_known_on=date(2022, 1, 9))
    page, of = written("explore", view), shown(record_of(view), text="akimat", as_known_on=view.as_known_on)
    assert headline(of, EN).replace(NO_BREAK, " ") in page.text.replace(NO_BREAK, " ")
    listed = [event for event in Page(event_list(of, EN)).attribute("data-id") if event in of.events.index]
    assert listed
    assert set(listed) <= set(page.attribute("data-id"))


@pytest.mark.slow
@given(st.sampled_from(list(PAGES)), views(KNOWN))
@settings(max_examples=40)
def test_every_view_has_a_page_whose_links_all_lead_somewhere(page: str, view: View) -> None:
    found = written(page, read_view(view.to_query())[0])
    assert any(tag == "h1" for tag, _ in found.tags)
    assert not [link for link in foreign(found.links) if not link.startswith(("/talk/", "/assets/", "/first.css"))]
    for link in found.links:
        path, _, asked = link.partition("?")
        if path in ADDRESSES.values():
            left_out = parse_view(split(f"/?{asked}")[1], KNOWN)[1]
            assert not left_out, link


@pytest.mark.parametrize("page", ["explore", "claims", "sources"])
def test_the_search_keeps_all_other_choices(page: str) -> None:
    view = View(text="police", places=("almaty",), as_known_on=date(2022, 1, 9))
    found = written(page, view)
    *_, form = [form for form in forms(found) if "q" in form.fields]
    assert form.action == ADDRESSES[page]
    assert form.sends() == (view, ())


def test_what_is_wrong_with_an_address_is_said_as_text() -> None:
    page = ask("/?day=nonsense&<script>=1&event=none").page
    for words in ("Parts of this address were not understood", "day=nonsense", "event=none", "<script>: there is no"):
        assert words in page.text
    assert [tag for tag, _ in page.tags].count("script") == [tag for tag, _ in ask("/").page.tags].count("script")


@pytest.mark.parametrize("page", PAGES)
def test_hostile_text_is_harmless(page: str) -> None:
    view = View(case="airport", event="2022-01-05-almaty-cordons-broken", text="")
    hostile, clean = written(page, view, record=hostile_record()), written(page, view)
    assert hostile.names <= clean.names
    if page not in ("talks", "about", "search"):
        assert " ".join(HOSTILE.split())[:30] in hostile.text


def test_the_words_searched_for_do_not_become_markup() -> None:
    words = '"><script>alert(1)</script>'
    assert written("explore", View(text=words)).names <= written("explore", View(text="akimat")).names


def test_an_unreadable_record_is_left_to_the_app(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server.pages, "record", lambda: replace(record(), unreadable=("events.csv",)))
    answer = ask("/")
    assert answer.status == 200
    assert "first-page" not in answer.text
    assert 'id="root"' in answer.text


def test_a_page_that_cannot_be_written_is_left_to_the_app(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: Any) -> None:
        raise ValueError("secret")

    monkeypatch.setattr(server.pages, "_written", fail)
    answer = ask("/claims?topic=injured")
    assert answer.status == 200
    assert "first-page" not in answer.text
    assert "secret" not in answer.text
    assert 'id="root"' in answer.text
    assert "could not be written" in caplog.text


def test_the_style_has_every_value_that_streamlit_gives_in_both_themes() -> None:
    style = first_style()
    used = set(re.findall(r"var\((--st-[a-z-]+)\)", (ROOT / "static" / "qantar.css").read_text("utf-8")))
    light, dark = re.findall(r"#first-page \{ (--st.*?) \}", style)
    for theme, values in (("light", light), ("dark", dark)):
        given_ = dict(re.findall(r"(--st-[a-z-]+): (.*?);", values))
        assert used <= given_.keys()
        assert [given_[f"--st-{name}-color"] for name in ("background", "text", "primary")] == [
            PAPER[theme],
            INK[theme],
            ACCENT[theme],
        ]
    assert STYLES[0].read_text("utf-8") in style
    assert ask("/first.css").text == style
