"""What a page says of itself to a browser, to search engines and to whoever is sent its link."""

import re
from html.parser import HTMLParser

import pytest

from components.frame.contents import PAGES
from components.frame.context import Context
from components.frame.head import DESCRIPTION, TITLE, description_of, head, title_of
from data.store import read_view, record_of
from server.hosts import SETTING
from tests.unit.asking import ask
from tests.unit.samples import EN, hostile_record

EVENT, CASE, CLAIM = "2022-01-05-almaty-airport-entered", "airport", "2022-01-09-government-164-dead"
STATES = [
    ("explore", {}, "January 2022 in Kazakhstan", "Qandy Qantar, Bloody January"),
    ("explore", {"event": EVENT}, "A crowd entered the Almaty airport terminal, 5 January 2022", "Corroborated: "),
    (
        "explore",
        {"day": "2022-01-05", "place": "almaty"},
        "5 January 2022 · Almaty",
        "events, on map, timeline and list",
    ),
    ("explore", {"known": "2022-01-09"}, "January 2022 in Kazakhstan · as known on 9 January 2022", "Bloody January"),
    ("day", {"day": "2022-01-05"}, "5 January 2022 · Day by day", "events, hour by hour"),
    ("cases", {}, "Cases", "who was charged with what"),
    ("cases", {"case": CASE}, "Almaty airport case", "On the evening of 5 January 2022"),
    ("claims", {"claim": CLAIM}, "Government Telegram channel", "164 people dead across the country. Withdrawn, 9 Jan"),
    ("claims", {"measure": "killed_total"}, "Deaths", "as they were told"),
    ("talks", {}, "Talks", "to present on a projector"),
    ("sources", {}, "Sources and data", "every source with what cites it"),
    ("corrections", {}, "Corrections", "when and why"),
]


class Heads(HTMLParser):
    """The title and what the `meta` and `link` elements of a document say, by their names."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.said: dict[str, str] = {}
        self.titles: list[str] = []
        self._in_title = self._in_drawing = False
        self.feed(document)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self._in_title = tag == "title" and not self._in_drawing
        self._in_drawing |= tag == "svg"
        if tag == "meta" and "content" in found:
            self.said[found.get("property") or found.get("name", "")] = found["content"]
        if tag == "link":
            self.said[found.get("rel", "")] = found.get("href", "")

    def handle_endtag(self, tag: str) -> None:
        self._in_drawing &= tag != "svg"

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.titles.append(data)
            self._in_title = False


def context(page: str, query: dict[str, str]) -> Context:
    view = read_view(query)[0]
    return Context(page, record_of(view), PAGES[page].reads(view), EN)


@pytest.mark.parametrize(("page", "query", "title", "description"), STATES)
def test_every_state_has_a_title_and_a_description(
    page: str, query: dict[str, str], title: str, description: str
) -> None:
    found = context(page, query)
    assert title_of(found).startswith(title)
    assert title_of(found).endswith(" · Qantar")
    assert description.lower() in description_of(found).lower()
    assert len(title_of(found)) <= TITLE + len(" · Qantar")


@pytest.mark.parametrize(
    "event", [pytest.param(event, id=event) for event in list(record_of(read_view({})[0]).event_rows)[::9]]
)
def test_an_event_is_described_in_whole_words_by_its_summary_and_by_who_says_so(event: str) -> None:
    found = context("explore", {"event": event})
    row, said = found.record.event_rows[event], description_of(found)
    assert len(said) <= DESCRIPTION
    begun = re.split("…| (?:Corroborated|Single source|Authorities alone|Disputed|Discounted):", said)[0]
    assert row["summary"].startswith(begun)
    assert not row["summary"].removeprefix(begun)[:1].isalnum()
    assert found.record.voices.name(row["voices"][0])[:20] in said


def test_a_published_site_gives_full_addresses_and_any_other_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, "qantar.example")
    published = Heads(ask(f"/?event={EVENT}").text).said
    assert published["canonical"] == published["og:url"] == f"https://qantar.example/?event={EVENT}&lang=en"
    assert published["og:image"].startswith("https://qantar.example/pictures/map.png?day=2022-01-05&event=")
    assert published["twitter:card"] == "summary_large_image"
    assert published["og:type"] == "article"
    at_home = Heads(ask(f"/?event={EVENT}", host="127.0.0.1:8501").text).said
    assert at_home["canonical"] == f"/?event={EVENT}&lang=en"
    assert not {"og:image", "og:url"} & at_home.keys()
    assert at_home["twitter:card"] == "summary"


@pytest.mark.parametrize(
    ("link", "picture"),
    [
        ("/cases?case=airport", "docket.png?case=airport&lang=en"),
        ("/claims?measure=killed_total", "numbers.png?measure=killed_total&lang=en"),
        ("/day?day=2022-01-05", "map.png?day=2022-01-05&lang=en"),
        ("/day?day=2022-01-21", ""),
        ("/cases", ""),
        ("/talks", ""),
    ],
)
def test_the_picture_is_one_that_there_is(monkeypatch: pytest.MonkeyPatch, link: str, picture: str) -> None:
    monkeypatch.setenv(SETTING, "qantar.example")
    found = Heads(ask(link).text).said.get("og:image", "")
    assert found.removeprefix("https://qantar.example/pictures/") == picture
    if picture:
        assert ask(found.removeprefix("https://qantar.example").replace(".png", ".svg")).status == 200


def test_a_link_stands_for_what_is_open_and_not_for_how_one_came_there() -> None:
    links = (f"/?day=2022-01-04..2022-01-06&q=fire&event={EVENT}&talk=ten-days.5", f"/?event={EVENT}&all=1&show=75")
    for link in links:
        assert Heads(ask(link).text).said["canonical"] == f"/?event={EVENT}&lang=en"
    assert (
        Heads(ask("/?day=2022-01-05&q=fire&show=75&seen=2026-01-01").text).said["canonical"]
        == "/?day=2022-01-05&q=fire&lang=en"
    )


def test_what_the_record_says_stays_text_in_the_head() -> None:
    view = read_view({"event": EVENT})[0]
    hostile = Context("explore", hostile_record(), view, EN)
    found = Heads(str(head(hostile, "https://qantar.example")))
    assert found.said["og:title"].startswith("<script>alert(1)</script>")
    assert found.said["og:type"] == "article"


def test_a_document_has_one_title() -> None:
    assert Heads(ask(f"/?event={EVENT}").text).titles == [
        "A crowd entered the Almaty airport terminal, 5 January 2022 · Qantar"
    ]
