"""The stage as a document: all of a talk is on it, text stays text, and the file on a stick asks for nothing."""

import base64
import hashlib
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.figure import Figure, NothingToDrawError
from components.language import Language
from components.pictures.figures import FIGURES
from components.talks import figures as stagefigures
from components.talks.figures import SlideFigure, layer_of, slide_figure
from components.talks.stage import SOURCE_LINE, Site, keys, source_line, stage, stage_script, stage_style
from data.loading.record import Record
from data.queries.view import View, parse_view
from data.talks import Talk
from data.version import PROGRAM
from data.vocabulary import LANGUAGES
from tests.unit.samples import EN, HOSTILE, Page, hostile_record, record
from tests.unit.sampletalks import FRONT, HOSTILE_MARKDOWN, NAMES, hostile_talk, known, shipped, talk_of

SITE, LOCAL, FILE = Site("https://qantar.example", True), Site("http://127.0.0.1:8501"), Site()
PLACES = {"a site": SITE, "this machine": LOCAL, "a file": FILE}
MAP, WORDS_ALONE = "# A map\n\nview: day=2022-01-05", "# Words alone\n\nOnly *words*.\n\nnotes:\nSaid."
MARKDOWN = {
    "p", "ul", "ol", "li", "em", "strong", "code", "pre", "a", "br", "hr", "blockquote", "h1", "h2", "h3", "h4", "h5",
    "h6",
}  # fmt: skip
"""The tags that the Markdown of words and notes may bring in."""


@cache
def document(name: str, place: Site) -> str:
    return str(stage(record(), shipped()[name], EN, place))


@cache
def page(name: str, place: Site) -> Page:
    return Page(document(name, place))


def drawn(talk: Talk, place: Site = SITE, of: Record | None = None) -> Page:
    return Page(stage(of or record(), talk, EN, place))


class Slides(HTMLParser):
    """What stands on each slide, as lists of (class or tag, text) in order, and the text within each of them."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[int, dict[str, str]] = {}
        self._open: list[str] = []
        self.feed(str(markup))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {key: value or "" for key, value in attrs}
        if tag == "section":
            self.found[int(named["id"].removeprefix("slide-"))] = {}
        if tag not in ("meta", "link", "br", "hr"):
            self._open.append(named.get("class", "").split(" ")[0] or tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("meta", "link", "br", "hr"):
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self.found and "slide" in self._open:
            parts = self.found[max(self.found)]
            for name in self._open[self._open.index("slide") + 1 :]:
                parts[name] = parts.get(name, "") + data


def slides(talk: Talk, place: Site = SITE, of: Record | None = None) -> dict[int, dict[str, str]]:
    return Slides(stage(of or record(), talk, EN, place)).found


def plain(text: str) -> str:
    return " ".join(text.split())


# ---- the talks that come with the project


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("name", NAMES)
def test_a_stage_has_every_slide_with_its_words_figure_and_sources(name: str, place: Site) -> None:
    talk, as_of = shipped()[name], record().as_of
    assert as_of
    found = Slides(document(name, place)).found
    sections = page(name, place).classed("slide")
    assert list(found) == [slide.number for slide in talk.slides]
    for slide, section in zip(talk.slides, sections, strict=True):
        parts = found[slide.number]
        assert parts["h1"] == slide.heading
        assert plain(parts["notes"]) == plain(slide.notes)
        assert plain(parts["words"]).startswith(plain(slide.words.lstrip("- "))[:20])
        assert parts["place"] == f"{slide.number} / {len(talk.slides)}"
        assert "fault" not in parts
        if slide.view is None:
            assert section["data-layer"] == ""
            assert parts["sources"] == f"{PROGRAM}, record of {EN.day(as_of)}"
            continue
        assert section["data-layer"] == layer_of(slide.view)
        assert parts["sources"].startswith("Sources: ")
        assert parts["caption"]
        assert ("figure" in parts) == (layer_of(slide.view) != "map")
        assert ("data-box" in section) == (layer_of(slide.view) == "map")
    maps = [str(slide.number) for slide in talk.slides if slide.view and layer_of(slide.view) == "map"]
    assert page(name, place).attribute("data-slide") == maps


@pytest.mark.parametrize("name", NAMES)
def test_every_slide_with_marks_says_what_they_mean(name: str) -> None:
    found = Slides(document(name, SITE)).found
    said = {"numbers": "Filled: the authorities.", "docket": "A disc is a step"}
    for slide in shipped()[name].slides:
        key = plain(found[slide.number].get("key", "") + found[slide.number].get("span", ""))
        layer = layer_of(slide.view) if slide.view else ""
        assert bool(key) == bool(layer)
        assert said.get(layer, "Protest Violence Repression The state Afterwards Corroborated" if layer else "") in key


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("name", NAMES)
def test_every_drawing_is_well_formed_and_what_it_refers_to_is_there(name: str, place: Site) -> None:
    drawings = re.findall(r"<svg.*?</svg>", document(name, place), re.DOTALL)
    assert len(drawings) >= len(shipped()[name].slides) // 2
    for svg in drawings:
        assert ET.fromstring(svg).tag.endswith("svg")
    ids = set(page(name, place).attribute("id"))
    wanted = {link for link in page(name, place).links if link.startswith("#")}
    wanted |= set(re.findall(r"url\((#[^)]*)\)", document(name, place)))
    assert wanted
    assert {link[1:] for link in wanted} <= ids


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_a_stage_begins_with_what_the_script_looks_for(place: Site) -> None:
    asked = set(re.findall(r'getElementById\("(\w+)"\)', stage_script()))
    in_notes_window = {"clock", "elapsed", "place", "said", "next", "switch"}
    only_served = set() if place.base else {"languages"}
    assert asked - in_notes_window - only_served <= set(page("ten-days", place).attribute("id"))
    (words,) = [found for _, found in page("ten-days", place).tags if found.get("id") == "words"]
    used = set(re.findall(r"\bwords\.(\w+)", stage_script()))
    assert used == {name.removeprefix("data-") for name in words if name.startswith("data-")}
    assert all(words.values()) or words["hidden"] == ""


# ---- languages


def test_a_stage_leads_to_the_same_talk_in_each_language() -> None:
    links = [link for link in page("ten-days", SITE).links if "lang=" in link and link.startswith("/talk/ten-days?")]
    assert links == [f"/talk/ten-days?lang={code}" for code in ("kk", "ru", "en")]
    assert not [link for link in page("ten-days", FILE).links if "lang=" in link]


def test_many_words_beside_a_figure_are_set_smaller() -> None:
    def dense(words: str, view: str = "view: day=2022-01-05") -> bool:
        talk = talk_of(f"# A\n\n{words}\n\n{view}")
        return 'class="words dense"' in stage(record(), talk, EN, SITE)

    assert not dense("Few words.")
    assert dense("\n".join(["- Мәлімдеме мен хабар"] * 16))
    assert not dense("\n".join(["- Мәлімдеме мен хабар"] * 16), view="")


# ---- the site


@pytest.mark.parametrize("name", NAMES)
def test_a_slide_opens_in_the_app_as_it_is_and_leads_back(name: str) -> None:
    for slide, section in zip(shipped()[name].slides, page(name, SITE).classed("slide"), strict=True):
        if slide.view is None:
            assert "data-open" not in section
            continue
        path, _, query = section["data-open"].partition("?")
        view, rejected = parse_view(dict(parse_qsl(query)), known())
        assert not rejected
        assert view == slide.view.but(talk=f"{name}.{slide.number}", layer="", language="en")
        assert path.strip("/") == {"explore": ""}.get(found := FIGURES[layer_of(slide.view)].page, found)


@pytest.mark.parametrize("name", NAMES)
def test_a_stage_that_is_served_asks_its_own_site_alone(name: str) -> None:
    found = page(name, SITE)
    assert {link for tag, attributes in found.tags if tag == "link" for link in [attributes["href"]]} == {
        "/assets/icon.svg",
        "/stage.css",
    }
    assert found.attribute("src") == ["/assets/stage.js"]
    assert not any(url.startswith(("http:", "https:", "//")) for url in _loaded(found))


@pytest.mark.parametrize(("place", "codes"), [(SITE, True), (LOCAL, False), (FILE, False)])
def test_a_code_to_follow_along_stands_only_where_others_can_reach_it(place: Site, codes: bool) -> None:
    talk = talk_of(MAP, WORDS_ALONE, "# A docket\n\nview: case=airport")
    found, markup = slides(talk, place), str(stage(record(), talk, EN, place))
    asides = re.findall(r'<aside class="follow">.*?</aside>', markup, re.DOTALL)
    assert ["<svg" in aside for aside in asides] == ([codes, codes] if place.base else [])
    for number in (1, 3) if place.base else ():
        if codes:
            assert found[number]["follow"].strip() == f"https://qantar.example/t/a-talk/{number}?lang=en"
        else:
            assert "Start with QANTAR_PUBLISH=1" in found[number]["follow"]
    assert "follow" not in found[2]


def test_codes_of_two_slides_differ() -> None:
    codes = re.findall(r'<aside class="follow">(<svg.*?</svg>)', document("ten-days", SITE), re.DOTALL)
    assert len(codes) == len(set(codes)) == len(shipped()["ten-days"].slides)


# ---- the file


def _loaded(found: Page) -> list[str]:
    """What a browser would fetch by itself."""
    names = ("src", "srcset", "poster", "background", "data", "action", "formaction", "xlink:href")
    links = [attributes["href"] for tag, attributes in found.tags if tag in ("link", "use", "image", "base")]
    return [*links, *(value for name in names for value in found.attribute(name))]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_loads_nothing_and_leads_nowhere(name: str) -> None:
    found = page(name, FILE)
    assert all(url.startswith(("#", "data:")) for url in _loaded(found))
    assert all(link.startswith(("#", "data:")) for link in found.links)
    assert not {"link", "base", "iframe", "object", "embed", "img", "form"} & {tag for tag, _ in found.tags}
    refreshes = [attributes for tag, attributes in found.tags if attributes.get("http-equiv", "").lower() == "refresh"]
    assert not refreshes
    (style,) = re.findall(r"<style>(.*?)</style>", document(name, FILE), re.DOTALL)
    assert "@import" not in style
    urls = re.findall(r"url\(\s*['\"]?([^)]*)", style)
    assert urls
    assert all(url.startswith(("data:font/woff2;base64,", "#")) for url in urls)
    assert not found.classed("slide")[0].get("data-open")
    assert [attributes["data-leave"] for tag, attributes in found.tags if tag == "html"] == [""]


def test_a_link_in_the_words_of_a_slide_stays_in_the_file() -> None:
    links = drawn(talk_of("# One\n\nSee [the report](https://example.org/report)."), FILE).links
    assert links == ["https://example.org/report"]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_forbids_everything_but_its_own_script(name: str) -> None:
    found = document(name, FILE)
    (policy,) = [
        attributes["content"]
        for tag, attributes in page(name, FILE).tags
        if attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = {rule.split()[0]: rule.split()[1:] for rule in policy.split(";")}
    (script,) = re.findall(r"<script[^>]*>(.*?)</script>", found, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert rules["default-src"] == ["'none'"]
    assert rules["script-src"] == [f"'sha256-{digest}'"]
    assert rules.keys() == {"default-src", "script-src", "style-src", "font-src", "img-src"}
    assert rules["font-src"] == rules["img-src"] == ["data:"]
    assert rules["style-src"] == ["'unsafe-inline'"]
    assert found.index("Content-Security-Policy") < min(found.index("<style"), found.index("<script"))
    assert "Content-Security-Policy" not in document(name, SITE)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_fits_on_any_stick(name: str) -> None:
    assert 100_000 < len(document(name, FILE).encode()) < 12_000_000


def test_the_typefaces_are_in_the_file_and_served_to_a_site() -> None:
    fonts = re.findall(r"data:font/woff2;base64,([A-Za-z0-9+/=]+)", stage_style(alone=True))
    assert len(fonts) == 2
    assert all(base64.b64decode(font).startswith(b"wOF2") for font in fonts)
    served = re.findall(r"url\(([^)#]+)\)", stage_style(alone=False))
    assert len(served) == 2
    assert all(re.fullmatch(r"/static/media/[\w.-]+\.woff2", url) for url in served)


# ---- faults


FAULTY = (
    "No heading here.\n\nview: sig=9&colour=red\n\nnotes:\nSaid all the same.",
    MAP,
    "# Nothing left\n\nview: q=no+such+word+anywhere",
    WORDS_ALONE,
    "# No case\n\nview: layer=docket",
)


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_a_faulty_slide_is_a_card_that_says_so_and_the_others_hold(place: Site) -> None:
    talk = talk_of(*FAULTY)
    found = slides(talk, place)
    assert [number for number, parts in found.items() if "fault" in parts] == [1, 3, 5]
    assert found[1]["h1"] == "Slide 1"
    for fault in talk.slides[0].faults:
        assert str(fault) in found[1]["fault"]
    assert len(talk.slides[0].faults) == 3
    assert f"talks/a-talk.md:{talk.slides[2].line}: view: No event matches these filters" in found[3]["fault"]
    assert "add case=" in found[5]["fault"]
    assert plain(found[1]["notes"]) == "Said all the same."
    assert found[2]["caption"]
    assert found[2]["sources"].startswith("Sources: ")
    assert plain(found[4]["words"]) == "Only words."
    assert all(parts["place"] == f"{number} / 5" for number, parts in found.items())


def test_a_faulty_slide_keeps_no_figure_of_a_view_that_was_not_understood() -> None:
    found = drawn(talk_of("# One\n\nview: day=2022-01-05&sig=9", MAP))
    assert found.attribute("data-slide") == ["2"]
    assert [section["data-layer"] for section in found.classed("slide")] == ["", "map"]


def test_the_map_begins_where_the_first_map_looks() -> None:
    found = drawn(talk_of(WORDS_ALONE, "# One\n\nview: at=west", "# Two\n\nview: at=almaty"))
    (box,) = [attributes["viewbox"] for tag, attributes in found.tags if tag == "svg" and "data-width" in attributes]
    assert [box] == [section["data-box"] for section in found.classed("slide") if "data-box" in section][:1]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_talk_is_in_its_language(code: str) -> None:
    talk = talk_of(MAP, front=FRONT.replace("language: en", f"language: {code}"))
    found = Page(stage(record(), talk, Language(talk.language), SITE))
    assert [attributes["lang"] for tag, attributes in found.tags if tag == "html"] == [code]


def test_a_talk_in_a_language_that_there_is_not_can_be_shown() -> None:
    talk = talk_of(MAP, front=FRONT.replace("language: en", "language: deutsch"))
    assert talk.faults
    assert Page(stage(record(), talk, Language(talk.language), SITE)).classed("slide")


# ---- sources


def _publishers(monkeypatch: pytest.MonkeyPatch, names: list[str]) -> str:
    """The line of sources with these publishers, the first with the most reports."""
    ids = [source for n, _ in enumerate(names) for source in [f"s{n}"]]
    rows = {source: {"publisher": name} for source, name in zip(ids, names, strict=True)}
    of = replace(record())
    monkeypatch.setitem(of.__dict__, "source_rows", rows)
    return source_line(of, SlideFigure("map", Figure("map", "", {}, EN, 1, 1, "", sources=tuple(ids)), ""), EN)


@pytest.mark.parametrize("number", [1, 2, 3, 10, 400])
@pytest.mark.parametrize("length", [2, 10, 40, SOURCE_LINE - 1, SOURCE_LINE])
def test_the_line_of_sources_names_as_many_as_fit_and_counts_the_others(
    monkeypatch: pytest.MonkeyPatch, number: int, length: int
) -> None:
    names = [f"{n:0{length}d}"[-length:] for n in range(number)]
    said = _publishers(monkeypatch, names)
    match = re.fullmatch(r"Sources: (.+?)(?: and (\d+) more)?", said)
    assert match
    assert len(match[1]) <= SOURCE_LINE
    named = match[1].split(", ")
    different = list(dict.fromkeys(names))
    assert named == different[: len(named)]
    assert len(named) + int(match[2] or 0) == len(different)
    assert len(named) == len(different) or len(", ".join(different[: len(named) + 1])) > SOURCE_LINE


def test_a_publisher_with_more_reports_is_named_before_one_with_fewer(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _publishers(monkeypatch, ["Vlast", "TASS", "Orda", "TASS"]) == "Sources: TASS, Vlast, Orda"


@pytest.mark.parametrize("name", NAMES)
def test_the_sources_of_the_shipped_talks_fit(name: str) -> None:
    for slide in shipped()[name].slides:
        if slide.view is not None:
            said = source_line(record(), slide_figure(record(), slide.view, EN), EN)
            assert 0 < len(re.sub(r"^Sources: | and \d+ more$", "", said)) <= SOURCE_LINE


# ---- keys

SIGNS = {
    "ArrowRight": "→", "ArrowDown": "↓", "ArrowLeft": "←", "ArrowUp": "↑", " ": "Space", "Escape": "Esc",
}  # fmt: skip


def _handled() -> set[str]:
    """The keys that the script acts upon, as the list on the stage writes them."""
    script = stage_script()
    (steps,) = re.findall(r"const STEPS = \{(.*?)\}", script)
    (does,) = re.findall(r"const DOES = \{(.*?)\n\};", script, re.DOTALL)
    names = re.findall(r'(?:"([^"]+)"|(\w+)): -?1', steps)
    names += re.findall(r'^  (?:"([^"]+)"|(\w+))[:,]', does, re.MULTILINE)
    pressed = {quoted or bare for quoted, bare in names} | {".", "Enter"}
    return {SIGNS.get(key, key.upper() if len(key) == 1 else key) for key in pressed} | {"number"}


def _listed(alone: bool) -> set[str]:
    return {key for keys_, _ in keys(EN, alone) for key in re.split(r" or |,? ", keys_)}


def test_every_key_that_does_something_is_listed_and_no_other() -> None:
    assert _handled() == _listed(alone=False)


def test_a_file_does_not_list_the_keys_that_need_the_app() -> None:
    assert _listed(alone=False) - _listed(alone=True) == {"O", "P", "Q"}
    assert _listed(alone=True) < _listed(alone=False)


@pytest.mark.parametrize("place", [SITE, FILE])
def test_the_keys_are_on_the_stage_with_what_they_do(place: Site) -> None:
    text = page("ten-days", place).text
    for key, does in keys(EN, alone=not place.base):
        assert key in text
        assert does in text


# ---- text stays text


def _assert_harmless(found: Page, clean: Page) -> None:
    tags, expected = {tag for tag, _ in found.tags}, {tag for tag, _ in clean.tags}
    assert tags <= expected | MARKDOWN
    assert [tag for tag, _ in found.tags].count("script") == 1
    assert not any(name.startswith("on") for _, attributes in found.tags for name in attributes)
    schemes = {urlsplit(link).scheme for link in [*found.links, *_loaded(found)]}
    assert schemes <= {"", "http", "https", "mailto"}
    assert not any("evil.example" in url for url in _loaded(found))


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_hostile_words_of_a_talk_stay_text(place: Site) -> None:
    talk = hostile_talk()
    assert {fault.reason.split()[2] for fault in talk.all_faults} <= {"has", "heading"}
    sound = replace(talk, slides=tuple(replace(slide, faults=()) for slide in talk.slides))
    for one in (talk, sound):
        found = drawn(one, place)
        _assert_harmless(found, page("ten-days", place))
        assert "<script>alert(1)</script>" in found.text
    assert {f"<{tag}" in found.text for tag in ("iframe", "img", "svg")} == {True}
    assert len(found.classed("slide")) == len(HOSTILE_MARKDOWN)


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("name", NAMES)
def test_hostile_words_of_the_record_stay_text(name: str, place: Site) -> None:
    found = drawn(shipped()[name], place, hostile_record())
    _assert_harmless(found, page(name, place))
    assert "<script>alert(1)</script>" in found.text


@settings(max_examples=25)
@given(st.text(), st.text(), st.text(), st.sampled_from((MAP, "view: layer=docket", "view: sig=9")))
def test_any_text_stays_text(title: str, words: str, notes: str, view: str) -> None:
    made = talk_of(view)
    (slide,) = made.slides
    talk = replace(made, title=title, author=title, slides=(replace(slide, heading=title, words=words, notes=notes),))
    _assert_harmless(drawn(talk), page("ten-days", SITE))


@pytest.mark.parametrize("host", [HOSTILE, '"><script>alert(1)</script>'])
def test_the_name_of_the_site_stays_text(host: str) -> None:
    _assert_harmless(drawn(talk_of(MAP), Site(f"https://{host}", True)), page("ten-days", SITE))


def test_a_figure_that_can_not_be_drawn_never_stops_the_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(of: Record, view: View, language: Language) -> Figure:
        raise NothingToDrawError(HOSTILE)

    monkeypatch.setattr(stagefigures, "slide_figure", fail)
    found = drawn(talk_of(MAP, WORDS_ALONE))
    _assert_harmless(found, page("ten-days", SITE))
    assert "{{7*7}}" in found.text
    assert "Only words" in found.text
