"""The handout: a page a slide, with all that is said on it, whatever signs it holds."""

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from components.language import Language
from components.talks.figures import slide_figure
from components.talks.handout import SOURCES, handout
from data.talks import Slide, Talk
from tests.unit.samples import EN, hostile_record, record
from tests.unit.sampletalks import FRONT, HOSTILE_MARKDOWN, NAMES, hostile_talk, shipped, talk_of

MAP = "# A map\n\nBeside *it*.\n\nview: day=2022-01-05\n\nnotes:\nWhat is said."
FAULTY = (
    "No heading.\n\nview: sig=9",
    MAP,
    "# Nothing left\n\nview: q=no+such+word",
    "# No case\n\nview: layer=docket",
)


def pages(pdf: bytes) -> int:
    """How many pages a PDF has: those that are there, which must be as many as it says."""
    assert pdf.startswith(b"%PDF-")
    assert pdf.rstrip().endswith(b"%%EOF")
    there = len(re.findall(rb"/Type\s*/Page\b", pdf))
    assert there
    assert re.findall(rb"/Count\s+(\d+)", pdf)[:1] == [str(there).encode()]
    return there


@dataclass
class Set:
    """What was given to typst to set."""

    source: str = ""
    figures: dict[str, ET.Element] = field(default_factory=dict)

    @property
    def said(self) -> str:
        """All its texts, in order."""
        return "\n".join(self.texts)

    @property
    def texts(self) -> list[str]:
        strings = re.findall(r'"((?:[^"\\]|\\.)*)"', self.source)
        return [re.sub(r"\\(.)", r"\1", string) for string in strings]

    @property
    def code(self) -> str:
        """What is no text."""
        return re.sub(r'"(?:[^"\\]|\\.)*"', '""', self.source)


@pytest.fixture
def given_to_typst(monkeypatch: pytest.MonkeyPatch) -> Set:
    """Looks over the shoulder of the handout; the PDF is made as ever."""
    seen, compile_ = Set(), typst.compile

    def look(source: str, *, root: str, **options: Any) -> Any:
        seen.source = Path(source).read_text(encoding="utf-8")
        seen.figures = {path.name: ET.parse(path).getroot() for path in sorted(Path(root).glob("*.svg"))}
        return compile_(source, root=root, **options)

    monkeypatch.setattr(typst, "compile", look)
    return seen


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_talk_has_a_page_a_slide_with_all_that_is_said(name: str, given_to_typst: Set) -> None:
    talk = shipped()[name]
    assert pages(handout(record(), talk, EN)) == len(talk.slides)
    for slide in talk.slides:
        assert f"{slide.number}  {slide.heading}" in given_to_typst.texts
        assert slide.notes.replace("\n", " ") in given_to_typst.said.replace("\n", " ")
    assert len(given_to_typst.figures) == sum(slide.view is not None for slide in talk.slides)
    assert talk.author in given_to_typst.texts


def test_a_page_lists_its_sources_as_far_as_there_is_room(given_to_typst: Set) -> None:
    (slide,) = talk_of(MAP).slides
    assert slide.view is not None
    sources = slide_figure(record(), slide.view, EN).figure.sources
    assert len(sources) > SOURCES
    handout(record(), talk_of(MAP), EN)
    assert f"{len(sources)} sources" in given_to_typst.texts
    assert f"and {len(sources) - SOURCES} more, in the record" in given_to_typst.texts
    listed = [text for text in given_to_typst.texts if re.match(r".+, (\d{4}[\d-]*|–): ", text)]
    assert len(listed) == SOURCES


@pytest.mark.parametrize(
    "view", ["day=2022-01-05", "at=almaty", "at=centre", "layer=timeline", "measure=detained", "case=airport"]
)
def test_the_drawing_of_a_page_is_whole(view: str, given_to_typst: Set) -> None:
    handout(record(), talk_of(f"# One\n\nview: {view}"), EN)
    (drawing,) = given_to_typst.figures.values()
    ids = {element.get("id") for element in drawing.iter()}
    used = {reference[5:-1] for e in drawing.iter() for reference in e.attrib.values() if reference.startswith("url(#")}
    used |= {e.attrib["href"][1:] for e in drawing.iter() if e.tag.endswith("use")}
    assert used <= ids
    style = "".join(element.text or "" for element in drawing.iter() if element.tag.endswith("style"))
    assert style
    assert "var(" not in style + "".join(value for e in drawing.iter() for value in e.attrib.values())
    # A mark lies where it belongs without the style sheet of the stage, on the land.
    halos = [element for element in drawing.iter() if element.get("class") == "halo"]
    land = [element for element in drawing.iter() if element.get("class") == "land" and element.get("d")]
    assert bool(halos) == bool(land) == view.startswith(("day", "at"))
    assert not [element for element in drawing.iter() if element.get("style")]


@pytest.fixture(params=[False, True], ids=["with faults", "without"])
def hostile(request: pytest.FixtureRequest) -> Talk:
    """A talk of hostile texts; without its faults its figures are drawn as well."""
    talk = hostile_talk()
    if not request.param:
        return talk
    return replace(talk, slides=tuple(replace(slide, faults=()) for slide in talk.slides))


def test_hostile_words_of_a_talk_stay_text(hostile: Talk, given_to_typst: Set) -> None:
    assert pages(handout(record(), hostile, EN)) == len(HOSTILE_MARKDOWN)
    assert "<script>alert(1)</script>" in given_to_typst.said
    assert '#panic("x") #import "y.typ" ] } $ \\ " ' in given_to_typst.texts
    assert any(text.endswith("ends with a backslash \\") for text in given_to_typst.texts)
    for word in ("script", "panic(", "import", "evil", "alert", "javascript", "@a"):
        assert word not in given_to_typst.code


@pytest.mark.parametrize("name", NAMES)
def test_hostile_words_of_the_record_stay_text(name: str, given_to_typst: Set) -> None:
    assert pages(handout(hostile_record(), shipped()[name], EN)) >= len(shipped()[name].slides)
    assert "<script>alert(1)</script>" in given_to_typst.said
    assert "alert" not in given_to_typst.code
    for drawing in given_to_typst.figures.values():
        assert not {"script", "img", "iframe"} & {element.tag.rpartition("}")[2] for element in drawing.iter()}


@settings(max_examples=30)
@given(st.text(), st.text(alphabet="#[]$\\\"*_`<>@=-+/~(){}\n ab1.&!|:;'^\t"), st.text(), st.text())
def test_any_text_can_be_set(heading: str, words: str, notes: str, author: str) -> None:
    talk = Talk("a-talk", heading, "en", author, "2026-11-25", (Slide(1, 1, heading, words, None, notes),))
    assert pages(handout(record(), talk, EN)) == 1


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        ("One *two* **three** `four`.", "One two three four ."),
        ("- one\n- two\n  - three", "one two three"),
        ("1. one\n2. two", "one two"),
        ("> one\n\ntwo", "one two"),
        ("[one](https://example.org) <https://example.org/two>", "one https://example.org/two"),
        ("one\n\n    two\n\nthree", "one two three"),
        ("```\none\n```\n\ntwo", "one two"),
    ],
)
def test_no_word_is_lost(words: str, texts: str, given_to_typst: Set) -> None:
    handout(record(), talk_of(f"# Heading\n\n{words}"), EN)
    assert given_to_typst.said.partition("1  Heading")[2].split() == texts.split()


def test_a_heading_among_the_words_stands_by_itself(given_to_typst: Set) -> None:
    handout(record(), talk_of("# Heading\n\n## One\n\nTwo."), EN)
    assert "\n\n" in given_to_typst.source.partition('"One"')[2].partition('"Two."')[0]


def test_faulty_slides_have_their_faults_in_place_of_a_figure(given_to_typst: Set) -> None:
    talk = talk_of(*FAULTY)
    assert pages(handout(record(), talk, EN)) == len(FAULTY)
    for fault in talk.slides[0].faults:
        assert str(fault) in given_to_typst.texts
    assert any("No event matches these filters, so there is nothing to draw." in text for text in given_to_typst.texts)
    assert any("add case=" in text for text in given_to_typst.texts)
    assert list(given_to_typst.figures) == ["figure-2.svg"]
    assert "No heading." in given_to_typst.texts


@pytest.mark.parametrize("talk", [talk_of(), talk_of("# Heading alone")], ids=["no slide", "a heading"])
def test_a_talk_with_next_to_nothing_has_a_handout(talk: Talk) -> None:
    assert pages(handout(record(), talk, EN)) == 1


@pytest.mark.parametrize("code", ["ru", "kk", "deutsch", "x y"])
def test_a_talk_in_any_language_has_a_handout(code: str) -> None:
    """One in a language that there is not has a fault, said on a page before the others, and is set all the same."""
    talk = talk_of(MAP, front=FRONT.replace("language: en", f"language: {code}"))
    assert bool(talk.faults) == (code not in ("ru", "kk"))
    assert pages(handout(record(), talk, Language(talk.language))) == 1 + bool(talk.faults)


@pytest.mark.slow
@pytest.mark.parametrize(
    "front",
    ["title: " + "é" * 990, "title: T\nauthor: " + "é" * 980, 'title: "\\ud800"', "title: T\nk: " + "v" * 40_000],
)
def test_no_title_is_too_long_or_too_strange_for_paper(front: str) -> None:
    talk = talk_of("# One", front=f"---\n{front}\nlanguage: en\ndate: 2026-11-25\n---\n")
    assert handout(record(), talk, EN).startswith(b"%PDF")


@pytest.mark.slow
def test_what_is_nested_without_end_or_as_long_as_a_slide_may_be_is_set() -> None:
    nested = "*a " * 2000 + "b* " * 2000
    talk = talk_of(f"# One\n\n{nested}", "# Two\n\n" + "- > " * 3000 + "x", "# " + "x" * 19_000)
    assert handout(record(), talk, EN).startswith(b"%PDF")


@pytest.mark.parametrize("field", ["title", "author", "name"])
def test_paper_bounds_what_it_is_given_by_itself(field: str) -> None:
    talk = replace(talk_of("# One"), **{field: "é\ud800" * 40_000})  # type: ignore[arg-type]
    assert handout(record(), talk, EN).startswith(b"%PDF")


@pytest.mark.parametrize("dated", [True, False])
def test_the_same_record_gives_the_same_file_whenever_it_is_written(dated: bool) -> None:
    whole = record()
    of = whole if dated else replace(whole, tables={**whole.tables, "changes": whole.tables["changes"].iloc[:0]})
    pdf = handout(of, talk_of(MAP), EN)
    assert bool(of.as_of) == dated
    told = set(re.findall(rb"/(?:Creation|Mod)Date\s*\(D:(\d{8})[^)]*\)", pdf))
    assert told == ({f"{of.as_of:%Y%m%d}".encode()} if of.as_of else set())
