"""The crawler sees what it looks for."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.edition.crawl import Site

SOUND = {
    "index.html": '<link href="assets/a.css" rel="stylesheet"><a href="en/index.html">English</a>',
    "en/index.html": '<script src="../assets/a.js" data-root="./"></script><h1 id="text">Qantar</h1>'
    '<a href="#text">on</a> <a href="days/one.html#list">one</a> <a href="days/one.html#cat=protest">protests</a>'
    '<a href="https://example.org/a" rel="noopener noreferrer">a source</a>'
    '<svg><pattern id="dots"></pattern><rect style="fill: url(#dots)"/></svg><img src="data:image/png;base64,AAAA">',
    "en/days/one.html": '<p id="list">x</p><a href="../index.html#text">back</a>'
    '<a href="../../assets/a.js" download>js</a>',
    "assets/a.css": "/* url(nothing) */ @font-face { src: url(a.woff2) } b { --c: url('data:image/png;base64,AA') }",
    "assets/a.js": "",
    "assets/a.woff2": "",
}
Make = Callable[..., Site]


@pytest.fixture
def site(tmp_path: Path) -> Make:
    def make(**changed: str) -> Site:
        for file, text in {
            **SOUND,
            **{name.replace("__", "/") + ".html": text for name, text in changed.items()},
        }.items():
            (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / file).write_text(text)
        return Site(
            tmp_path, lambda fragment: "=" in fragment, lambda address: address.startswith("https://example.org/")
        )

    return make


def test_a_sound_site_has_no_fault_and_is_reached_whole(site: Make) -> None:
    sound = site()
    assert list(sound.faults()) == []
    assert sound.reached == {"index.html", "en/index.html", "en/days/one.html"}
    assert site(en__more="alone").reached == sound.reached


@pytest.mark.parametrize(
    ("markup", "wrong"),
    [
        ('<a href="none.html">', "is not there"),
        ('<a href="days/">', "is not there"),
        ('<a href="../../index.html">', "is not there"),
        ('<a href="days/one.html#none">', "leads to no element"),
        ('<a href="#none">', "leads to no element"),
        ('<use href="#cat=none"/>', "leads to no element"),
        ('<rect style="fill: url(#none)"/>', "leads to no element"),
        ('<a href="index.html?day=1">', "asks a server"),
        ('<a href="/index.html">', "is absolute"),
        ('<a href="//example.org/">', "is absolute"),
        ('<a href="file:///index.html">', "is absolute"),
        ('<a href="javascript:alert(1)">', "is absolute"),
        ('<a href="\\\\host\\share">', "is absolute"),
        ('<a href="https://example.org/a" rel="noopener">', "tells the other host"),
        ('<a href="https://elsewhere.org/" rel="noopener noreferrer">', "leads to a host that no source is at"),
        ('<img src="https://example.org/a.png" rel="noopener noreferrer">', "is fetched from elsewhere"),
        ('<img srcset="a.png 1x, https://example.org/b.png 2x">', "is fetched from elsewhere"),
        ('<link rel="preconnect" href="https://example.org">', "is fetched from elsewhere"),
        ('<form action="/search">', "is fetched from elsewhere"),
        ('<script src="data:text/javascript,1">', "is fetched from within"),
        ('<option value="/day?day=1">', "holds '/day?day=1'"),
        ('<button data-text="http://127.0.0.1:8501/">', "holds 'http://127.0.0.1:8501/'"),
        ('<p id="a"></p><p id="a"></p>', "two elements are 'a'"),
        ('<script src="../assets/a.js" data-root="../none/">', "is no folder"),
    ],
)
def test_what_is_wrong_is_found(site: Make, markup: str, wrong: str) -> None:
    found = list(site(en__wrong=markup).faults())
    assert any(fault.startswith("en/wrong.html: ") and wrong in fault for fault in found), found
