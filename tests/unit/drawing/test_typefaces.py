"""Our typefaces: the letters they have, their measures, names and sizes, and where they are served."""

import re
import unicodedata
from functools import cache

import pytest
from fontTools.ttLib import TTFont

from components.drawing.typefaces import FILES, face
from components.frame.prerender import first_style
from components.streamlit_files import streamlit_address, streamlit_file
from data.folders import ROOT
from tests.unit.server.test_compression import asked
from tools.typefaces import AXES, TERMS, letters, made

READ = (
    *("data/record/*.csv", "data/record/translations/*.csv", "locale/*/LC_MESSAGES/*.po", "talks/*.md"),
    *("components/**/*.html", "components/**/*.py", "static/*.js", "static/*.css", "static/stage/*.js"),
    *("static/edition/*.js", "static/basemap/*.json"),
)
"""Where the words on the pages are."""
UNSEEN = {"folding.js"}
"""Files whose letters are looked for, not shown."""
KAZAKH = "әғқңөұүһі"
OTHER_SCRIPTS = ("ARABIC", "ARMENIAN", "EXTENDED ARABIC", "HANGUL")
"""Of titles of sources; the reader's own typefaces have them, as the originals have not."""
LACKING = {"sans": {"⇄"}, "serif": {"⇄", "⌘", "\u2011"}}
"""Signs for which the reader's own typefaces stand in; the originals lack them too."""
ROUNDED = 1.5
"""Thousandths of an em by which a width may differ: instances and their differences are whole numbers."""
MOST = {"sans": 45_000, "serif": 80_000}
"""Bytes."""


@cache
def font(name: str) -> TTFont:
    return TTFont(face(name))


def test_every_letter_of_the_pages_is_there() -> None:
    found: dict[str, set[str]] = {name: set() for name in FILES}
    read = [path for pattern in READ for path in ROOT.glob(pattern) if path.name not in UNSEEN]
    assert len(read) > 200
    used = set("".join(path.read_text("utf-8") for path in read)) | {"\u00a0"} - {"\n", "\r", "\t", "\ufeff"}
    seen = {letter for letter in used if not unicodedata.name(letter, "").startswith(OTHER_SCRIPTS)}
    for name in FILES:
        there = font(name).getBestCmap()
        found[name] = {letter for letter in seen if letter.isprintable() and ord(letter) not in there}
        assert set(KAZAKH + KAZAKH.upper()) <= set(map(chr, there))
    assert found == LACKING


@pytest.mark.parametrize("name", FILES)
def test_what_is_lacking_the_original_lacks_too(name: str) -> None:
    theirs = set(TTFont(streamlit_file(name)).getBestCmap())
    assert set(font(name).getBestCmap()) == theirs & letters()
    assert not theirs & {ord(letter) for letter in LACKING[name]} - letters()


@pytest.mark.parametrize(
    ("name", "location"),
    [
        *(("sans", {"wght": weight}) for weight in (400, 500, 600, 700)),
        *(("serif", {"wght": 600, "opsz": size}) for size in (16, 17, 23, 30, 52)),
    ],
)
def test_a_line_is_as_long_and_as_high_as_in_the_original(name: str, location: dict[str, float]) -> None:
    ours, theirs = font(name), TTFont(streamlit_file(name))
    drawn, drawn_there = ours.getGlyphSet(location=location), theirs.getGlyphSet(location=location)
    named_there = theirs.getBestCmap()
    off = {
        chr(code): (drawn[glyph].width, drawn_there[named_there[code]].width)
        for code, glyph in ours.getBestCmap().items()
        if abs(drawn[glyph].width - drawn_there[named_there[code]].width) > ROUNDED
    }
    assert not off
    for table, fields in {
        "hhea": ("ascent", "descent", "lineGap"),
        "OS/2": ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent"),
        "head": ("unitsPerEm",),
    }.items():
        assert [getattr(ours[table], field) for field in fields] == [getattr(theirs[table], field) for field in fields]


@pytest.mark.parametrize("name", FILES)
def test_a_face_has_its_axes_and_what_browsers_apply(name: str) -> None:
    ranges = {axis.axisTag: (axis.minValue, axis.maxValue) for axis in font(name)["fvar"].axes}
    assert ranges == {tag: (span[0], span[-1]) for tag, span in AXES[name].items() if isinstance(span, tuple)}
    tags = {one.FeatureTag for table in ("GSUB", "GPOS") for one in font(name)[table].table.FeatureList.FeatureRecord}
    assert {"kern", "liga"} <= tags


@pytest.mark.parametrize("name", FILES)
def test_the_name_that_the_licence_reserves_is_not_ours(name: str) -> None:
    names = {record.nameID: str(record) for record in font(name)["name"].names}
    assert names[1] == names[4] == f"Qantar {name.capitalize()}"
    assert [number for number, text in names.items() if number not in TERMS and "source" in text.lower()] == []
    assert "with Reserved Font Name ‘Source’" in names[0]
    assert "SIL Open Font License, Version 1.1" in names[13]
    assert "'Source" not in first_style()


def test_the_licence_lies_beside_them() -> None:
    licence = face("sans").with_name("OFL.txt").read_text("utf-8")
    assert "with Reserved Font Name 'Source'" in licence
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "must be distributed entirely under this license" in licence


@pytest.mark.parametrize("name", FILES)
def test_a_face_is_small(name: str) -> None:
    assert face(name).stat().st_size < MOST[name]


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_the_same_originals_give_the_same_bytes(name: str) -> None:
    assert made(name) == face(name).read_bytes(), "`make typefaces` makes them anew"


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("client", ["127.0.0.1", "203.0.113.9"])
def test_it_is_served_where_streamlit_has_the_whole_one(name: str, client: str) -> None:
    answer = asked("identity", client, path=streamlit_address(name))
    assert answer["body"] == face(name).read_bytes()
    assert answer["content-type"] == "font/woff2"
    assert "immutable" in answer["cache-control"]


def test_the_styles_ask_for_weights_that_there_are() -> None:
    styles = "".join(path.read_text("utf-8") for path in (ROOT / "static").glob("*.css"))
    weights = set(re.findall(r"font(?:-weight)?:\s*(\d{3})\b", styles))
    assert weights == {"400", "600", "700"}
    headings = re.findall(r"font:\s*(\S+) [^;]*(?:--st-heading-font|Stage Serif)", styles)
    assert len(headings) > 4
    assert set(headings) == {"600"}
    assert re.findall(r"font-family: var\(--st-heading-font\);\s*font-weight: (\d+)", styles) == ["600"]
