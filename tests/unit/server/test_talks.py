"""The addresses of the talks: the stage, the file, the handout, and the short addresses to follow along."""

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qsl, quote

import pytest

from components.talks.figures import layer_of
from data.queries.view import View, parse_view
from data.talks import Talk, parse_talk
from server import answers, talks
from tests.unit.asking import ask
from tests.unit.samples import HOSTILE, record
from tests.unit.sampletalks import FRONT, NAMES, known, shipped, written


@pytest.fixture
def use_talks(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Call it with talks to have the routes show those."""

    def use(*of: Talk) -> None:
        monkeypatch.setattr(talks, "talks", lambda: {talk.name: talk for talk in of})

    return use


def a_talk(name: str = "a-talk", slide: str = "# One\n\nview: day=2022-01-05", front: str = FRONT) -> Talk:
    return parse_talk(name, written(slide, front=front), known())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("form", "kind", "begins", "downloaded"),
    [
        ("", "text/html; charset=utf-8", b"<!doctype html>", False),
        (".html", "text/html; charset=utf-8", b"<!doctype html>", True),
        (".pdf", "application/pdf", b"%PDF-", True),
    ],
)
def test_a_talk_is_presented_and_downloaded(name: str, form: str, kind: str, begins: bytes, downloaded: bool) -> None:
    answer = ask(f"/talk/{name}{form}")
    assert answer.status == 200
    assert answer.headers["content-type"] == kind
    assert answer.content.startswith(begins)
    assert answer.headers["content-length"] == str(len(answer.content))
    expected = f'attachment; filename="{name}{form}"' if downloaded else None
    assert answer.headers.get("content-disposition") == expected


def test_the_stage_is_served_and_the_file_stands_alone() -> None:
    stage, file = ask("/talk/ten-days").page, ask("/talk/ten-days.html").page
    assert stage.attribute("src") == ["/assets/stage.js"]
    assert not file.attribute("src")
    for found in (stage, file):
        assert len(found.classed("slide")) == len(shipped()["ten-days"].slides)
        assert not found.classed("fault")


def test_the_files_that_a_stage_asks_for_are_there() -> None:
    found = ask("/talk/ten-days").page
    asked = [*found.attribute("src"), *(attributes["href"] for tag, attributes in found.tags if tag == "link")]
    assert len(asked) == 3
    for address in asked:
        assert ask(address).status == 200, address


@pytest.mark.parametrize("address", ["/talk/no-talk", "/talk/no-talk.html", "/talk/no-talk.pdf", "/t/no-talk/1"])
def test_where_there_is_no_talk_those_there_are_are_listed(address: str) -> None:
    answer = ask(address)
    assert answer.status == 404
    assert "content-disposition" not in answer.headers
    assert "There is no such talk" in answer.page.text
    assert answer.page.links[-len(NAMES) - 1 :] == [*(f"/talk/{name}?lang=en" for name in NAMES), "/talks?lang=en"]
    assert all(talk.title in answer.page.text for talk in shipped().values())


@pytest.mark.parametrize("name", ['"><script>alert(1)</script>', "<b>", "../../app", "ten-days.md", "README"])
def test_a_strange_name_is_no_talk(name: str) -> None:
    answer = ask(f"/talk/{quote(name)}")
    assert answer.status == 404
    assert "alert(1)" not in answer.text


def test_the_titles_of_talks_stay_text(use_talks: Callable[..., None]) -> None:
    use_talks(replace(a_talk(), title=HOSTILE))
    found = ask("/talk/no-talk").page
    assert "<script>alert(1)</script>" in found.text
    assert not {"script", "img"} & {tag for tag, _ in found.tags}


@pytest.mark.parametrize("name", NAMES)
def test_who_follows_along_sees_what_the_slide_shows(name: str) -> None:
    pages = {"map": "/", "timeline": "/", "numbers": "/claims", "docket": "/cases"}
    for slide in shipped()[name].slides:
        answer = ask(f"/t/{name}/{slide.number}")
        assert answer.status == 302
        path, _, query = answer.headers["location"].partition("?")
        view, rejected = parse_view(dict(parse_qsl(query)), known())
        assert not rejected
        shown = slide.view or View()
        assert view == shown.but(layer="", language="en")
        assert path == (pages[layer_of(shown)] if slide.view else "/")


def test_the_code_of_a_slide_leads_to_its_short_address() -> None:
    found = re.findall(r'<aside class="follow"><svg.*?</svg><p>(.*?)</p>', ask("/talk/ten-days").text, re.DOTALL)
    addresses = [unescape(link) for link in found]
    assert addresses == [f"https://qantar.example/t/ten-days/{n}?lang=en" for n in range(1, 17)]


@pytest.mark.parametrize("number", ["0", "17", "999999999999", "-1", "x", "1.5", "9" * 4301, "٣", "01"])
def test_a_slide_that_there_is_not_leads_nowhere(number: str) -> None:
    assert ask(f"/t/ten-days/{number}").status == 404


@pytest.mark.parametrize(
    ("host", "reachable"),
    [
        ("qantar.example", True),
        ("192.168.1.4:8501", True),
        ("[2001:db8::1]:8501", True),
        ("localhost:8501", False),
        ("LOCALHOST", False),
        ("127.0.0.1:8501", False),
        ("127.1.2.3", False),
        ("[::1]:8501", False),
        ("0.0.0.0:8501", False),
        ("[::]:8501", False),
    ],
)
def test_codes_stand_only_where_others_can_reach_the_address(
    host: str, reachable: bool, use_talks: Callable[..., None]
) -> None:
    use_talks(a_talk())
    answer = ask("/talk/a-talk", host=host, scheme="http")
    assert ("QANTAR_PUBLISH=1" in answer.text) == (not reachable)
    assert (f"http://{host}/t/a-talk/1" in answer.text) == reachable


@pytest.mark.parametrize("host", ['x"><script>alert(1)</script>', "a b", "", "[::1", "x:99999999"])
def test_no_name_of_the_site_gets_into_the_markup(host: str, use_talks: Callable[..., None]) -> None:
    use_talks(a_talk())
    answer = ask("/talk/a-talk", host=host)
    assert answer.status == 200
    assert [tag for tag, _ in answer.page.tags].count("script") == 1


def test_the_style_is_all_our_own() -> None:
    answer = ask("/stage.css")
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    assert "@import" not in answer.text
    urls = re.findall(r"url\(\s*['\"]?([^)'\"]*)", answer.text)
    assert urls
    assert all(re.match(r"/(?!/)|#", url) for url in urls)
    assert not re.search(r"https?:|//", re.sub(r"/\*.*?\*/", "", answer.text, flags=re.DOTALL))


@pytest.mark.parametrize("form", ["", ".html", ".pdf"])
@pytest.mark.parametrize(
    "talk",
    [
        a_talk(slide="No heading.\n\nview: sig=9"),
        a_talk(slide="# Nothing\n\nview: q=no+such+word"),
        a_talk(slide=""),
        a_talk(front=""),
        a_talk(front=FRONT.replace("language: en", "language: deutsch")),
        a_talk(front=FRONT.replace("2026-11-25", "25.11.2026")),
        a_talk(name="My talk"),
        a_talk(name="доклад"),
        a_talk(name='a"talk'),
    ],
    ids=[
        "a fault",
        "no figure",
        "no slide",
        "no front",
        "no such language",
        "no such date",
        "a space",
        "Cyrillic",
        "a quote",
    ],
)
def test_a_talk_with_faults_is_served_all_the_same(form: str, talk: Talk, use_talks: Callable[..., None]) -> None:
    use_talks(talk)
    answer = ask(f"/talk/{quote(talk.name)}{form}")
    assert answer.status == 200
    assert answer.content.startswith(b"%PDF-" if form == ".pdf" else b"<!doctype html>")
    disposition = answer.headers.get("content-disposition", 'attachment; filename="x"')
    assert re.fullmatch(r'attachment; filename="[^"\\]+"(; filename\*=[\w\'%.-]+)?', disposition)


@pytest.mark.parametrize("address", ["/talk/ten-days", "/talk/ten-days.html", "/talk/ten-days.pdf", "/t/ten-days/1"])
def test_a_record_that_can_not_be_read_is_said_to_be_so(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = replace(record(), unreadable=("events.csv",))
    monkeypatch.setattr(answers, "record", lambda: broken)
    answer = ask(address)
    assert answer.status == 503
    assert answer.text == broken.complaint


@pytest.mark.parametrize("address", ["/talk/ten-days", "/talk/ten-days.pdf", "/t/ten-days/1", "/stage.css"])
def test_nothing_can_be_written(address: str) -> None:
    assert ask(address, method="POST").status == 405
