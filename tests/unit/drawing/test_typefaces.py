"""Our typefaces: every letter that the whole ones have of what is shown, in the weights that styles use."""

import re
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from components.address import STATIC
from components.drawing.typefaces import FILES, face
from components.streamlit_files import streamlit_address, streamlit_file
from data.folders import RECORD_FOLDER, ROOT, TALKS_FOLDER
from tests.unit.server.test_compression import asked

SHOWN = [
    *RECORD_FOLDER.rglob("*.csv"),
    *TALKS_FOLDER.rglob("*.md"),
    *(ROOT / "locale").rglob("*.po"),
    *(ROOT / "components").rglob("*.html"),
    *(ROOT / "components").rglob("*.py"),
]


@cache
def letters(path: Path) -> set[int]:
    """The characters that a font has."""
    return set(TTFont(path).getBestCmap())


@pytest.mark.parametrize("name", FILES)
def test_no_letter_of_what_is_shown_is_lost(name: str) -> None:
    shown = {ord(letter) for path in SHOWN for letter in path.read_text("utf-8")}
    assert shown & letters(streamlit_file(name)) <= letters(face(name))
    assert {ord(letter) for letter in "әғқңөұүһіӘҒҚҢӨҰҮҺІёЁ№«»–—…"} <= letters(face(name))


@pytest.mark.parametrize("name", FILES)
def test_it_has_the_weights_that_styles_use(name: str) -> None:
    styles = "".join(path.read_text("utf-8") for path in STATIC.glob("*.css"))
    used = {int(weight) for weight in re.findall(r"(?:font-weight|font): (\d00)\b", styles)}
    (weight,) = (axis for axis in TTFont(face(name))["fvar"].axes if axis.axisTag == "wght")
    assert weight.minValue <= min(used)
    assert max(used) <= weight.maxValue


@pytest.mark.parametrize("name", FILES)
def test_it_is_small_and_says_no_name_that_is_the_whole_ones(name: str) -> None:
    assert face(name).stat().st_size < 80_000
    names = {record.nameID: str(record) for record in TTFont(face(name))["name"].names}
    assert "Adobe" in names[0]
    assert "Open Font License" in names[13]
    assert not [said for number, said in names.items() if number not in (0, 13, 14) and "Source" in said]
    assert "SIL OPEN FONT LICENSE" in (face(name).parent / "OFL.txt").read_text("utf-8")


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("client", ["127.0.0.1", "203.0.113.9"])
def test_it_is_served_where_streamlit_has_the_whole_one(name: str, client: str) -> None:
    answer = asked("identity", client, path=streamlit_address(name))
    assert answer["body"] == face(name).read_bytes()
    assert answer["content-type"] == "font/woff2"
    assert "immutable" in answer["cache-control"]
