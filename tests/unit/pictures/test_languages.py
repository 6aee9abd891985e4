"""A picture in the reader's language: its words, its foot and the way back; and what was said, whose it is."""

import xml.etree.ElementTree as ET

import pytest

from components.address import split
from components.language import Language
from components.pictures.figures import FIGURES
from components.pictures.picture import picture
from components.words.version import version_words
from data.period import Period
from data.queries.query import query
from data.queries.view import View
from data.vocabulary import LANGUAGES
from tests.unit.data.queries.test_deaths import toll
from tests.unit.helpers import Folder
from tests.unit.samples import Page, record

VIEW = View(case="airport", period=Period.parse("2022-01-05"), beside=Period.parse("2022-01-06"))


def drawn(figure: str, code: str) -> str:
    return str(picture(figure, query(record(), VIEW.but(language=code)), Language(code), "light", "https://a.example"))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("figure", FIGURES)
def test_its_foot_its_language_and_its_way_back_are_those_of_the_view(figure: str, code: str) -> None:
    svg = drawn(figure, code)
    assert ET.fromstring(svg).attrib["lang"] == code
    told = "".join("".join(Page(svg).texts).split())
    assert "".join(version_words(record(), Language(code)).split()) in told
    before, _, after = Language(code).text("The same view: {link}").partition("{link}")
    assert "".join(before.split()) + "https://a.example/" in told
    assert not after
    assert f"lang={code}" in told
    assert {split(link)[1].get("lang") for link in Page(svg).links} <= {code}


@pytest.mark.parametrize("figure", FIGURES)
def test_what_it_says_to_whoever_cant_see_it_is_in_the_language_too(figure: str) -> None:
    words = [Page(drawn(figure, code)).attribute("aria-label")[0] for code in LANGUAGES]
    assert len(set(words)) == len(LANGUAGES)


def test_the_authorities_that_count_the_dead_are_named_in_the_language(tiny: Folder) -> None:
    tiny.write("claims", [toll("country", 9, place_id="kazakhstan"), toll("city", 8, place_id="almaty")])
    for claim in ("country", "city"):
        tiny.translate("ru", "claims", claim, claimant="Министерство (представитель)")
    told = Page(picture("dead", query(tiny.load(), View()), Language("ru"), "light", "https://a.example")).text
    assert told.count("Министерство") == 2
    assert "ministry" not in told
