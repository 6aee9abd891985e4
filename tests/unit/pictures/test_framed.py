"""The sheet round a figure: its rules in plain colours, every line on it, and links that hold outside of the site."""

import re
import tomllib
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import font_source_sans_pro
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from components.drawing.palette import INK, PAPER, THEMES, colours, mixed
from components.figure import from_outside
from components.map.marks import MARK_STATUSES
from components.pictures.framed import MARGIN, SMALL, STYLE, WIDTH, figure_style, framed, key_of
from components.timeline.bars import Bar, bars_figure
from components.timeline.plan import plan
from components.timeline.svg import timeline_figure
from data.vocabulary import FAMILIES
from tests.unit.samples import EN, HOSTILE, shown

ROOT = Path(__file__).resolve().parents[3]
PAGE_STYLE = (ROOT / "static" / "qantar.css").read_text("utf-8")
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
SVG = "{http://www.w3.org/2000/svg}"
SOURCE_SANS = Path(font_source_sans_pro.__file__).parent / "files"
FIGURE = bars_figure([Bar("a", "1", "2", (("disputed", 50),), "A bar", "/claims?claim=a", True)], "Bars", EN)
each_theme = pytest.mark.parametrize("theme", THEMES)
words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), max_size=300)


def drawn(
    title: str = "Deaths, nationwide",
    filters: str = "28 of 513 claims",
    proof: tuple[str, ...] = ("3 sources: A, B.", "The same view: https://example.org/claims"),
    base: str = "https://example.org",
    theme: str = "light",
    legend: bool = False,
) -> ET.Element:
    figure = replace(FIGURE, title=title, caption=filters, links=from_outside(base))
    return ET.fromstring(framed(figure, proof, theme, key_of(EN) if legend else ()))


def lines(svg: ET.Element) -> list[ET.Element]:
    """The texts of the sheet itself, not those of the figure."""
    return [text for text in svg.iter(f"{SVG}text") if text.get("class") in ("words", "small")]


def text_of(svg: ET.Element) -> str:
    return " ".join("".join(text.itertext()) for text in lines(svg))


def used(style: str) -> set[str]:
    return set(re.findall(r"var\((--[\w-]+)", style))


def test_the_figures_use_only_the_variables_that_pictures_can_fill_in() -> None:
    style = STYLE.read_text("utf-8")
    assert used(style)
    assert used(style) <= {f"--{name}" for name in colours("light")}
    assert not re.search(r"@|calc\(|color-mix|:hover|url\(", style.partition("*/")[2])


@each_theme
def test_every_rule_of_a_picture_has_a_plain_colour_of_the_theme(theme: str) -> None:
    style = figure_style(theme)
    assert "var(" not in style
    assert "/*" not in style
    assert "<" not in style
    assert set(re.findall(r"#\w+", style)) <= set(colours(theme).values())
    assert f".numbers-figure circle {{\n  fill: {INK[theme]};" in style


def page_colours(theme: str) -> dict[str, str]:
    """The variables of the pages, worked out from the theme as a browser would."""
    settings = {"--st-" + re.sub("([A-Z])", r"-\1", name).lower(): value for name, value in CONFIG[theme].items()}
    rules = PAGE_STYLE.partition(".q {")[2].partition("}")[0]
    written = dict(re.findall(r"(--[a-z]+):\s*([^;]+);", rules))

    def value(name: str) -> str:
        said = written.get(name) or settings[name]
        if mix := re.fullmatch(r"color-mix\(in srgb, (.*) (\d+)%, (.*)\)", said):
            return mixed(meant(mix[1]), int(mix[2]) / 100, meant(mix[3]))
        return meant(said)

    def meant(said: str) -> str:
        if name_of := re.fullmatch(r"var\((--[\w-]+)\)", said):
            return value(name_of[1])
        return said

    return {name.removeprefix("--"): value(name) for name in written}


@each_theme
def test_a_picture_has_the_colours_of_the_page(theme: str) -> None:
    assert page_colours(theme) == colours(theme)


def test_a_mix_lies_between_its_colours() -> None:
    assert mixed("#000000", 0.3, "#ffffff") == "#b2b2b2"
    assert mixed("#102030", 1, "#ffffff") == "#102030"
    assert mixed("#102030", 0, "#ffffff") == "#ffffff"


@each_theme
def test_the_sheet_is_on_the_paper_of_the_theme(theme: str) -> None:
    svg = drawn(theme=theme)
    style = svg.findtext(f"{SVG}style") or ""
    assert f".page {{ fill: {PAPER[theme]}; }}" in style
    page = svg.find(f"{SVG}rect[@class='page']")
    assert page is not None
    assert (
        (page.get("width"), page.get("height"))
        == (svg.get("width"), svg.get("height"))
        == (
            str(WIDTH),
            (svg.get("viewBox") or "").split()[3],
        )
    )


def test_links_within_the_figure_lead_to_the_site() -> None:
    for base in ("https://example.org", "https://example.org/"):
        links = [link.get("href") for link in drawn(base=base).iter(f"{SVG}a")]
        assert links == ["https://example.org/claims?claim=a"]


def test_a_base_can_not_break_out_of_a_link() -> None:
    """It comes from the address that was asked for."""
    svg = drawn(base='https://example.org" onload="alert(1)')
    assert not [name for element in svg.iter() for name in element.attrib if name.startswith("on")]


def test_the_figure_keeps_its_class_and_its_place() -> None:
    svg = drawn()
    group = svg.find(f"{SVG}g[@class='bars-figure']")
    assert group is not None
    figure = group.find(f"{SVG}svg")
    assert figure is not None
    assert (figure.get("x"), figure.get("width")) == (str(MARGIN), str(WIDTH - 2 * MARGIN))
    assert float(figure.get("height", "")) == pytest.approx((WIDTH - 2 * MARGIN) * 300 / 1000)
    assert figure.get("viewBox") == "0 0 1000 300"


def test_nothing_lies_over_the_figure_or_off_the_sheet() -> None:
    svg = drawn(title="A title of many words " * 9, filters="a filter " * 60, proof=("A proof " * 90, "one", "two"))
    figure = svg.find(f"{SVG}g/{SVG}svg")
    assert figure is not None
    top = float(figure.get("y", ""))
    bottom = top + float(figure.get("height", ""))
    heights = [float(text.get("y", "")) for text in lines(svg)]
    assert heights == sorted(set(heights))
    for text in lines(svg):
        y, size = float(text.get("y", "")), float(text.get("font-size", ""))
        assert y <= top or y - size >= bottom
        assert MARGIN / 2 < y < float(svg.get("height", "")) - 5


@pytest.mark.parametrize(
    "text",
    [
        "Few reports may mean no network; ",
        "Қазақстан Республикасы ",
        "https://example.org/?day=2022-01-05&cat=communications_shutdown.government_action",
    ],
)
def test_every_line_ends_on_the_sheet_in_the_typeface_of_pictures(text: str) -> None:
    svg = drawn(title=text * 9, filters=text * 20, proof=(text * 40,))
    for line in lines(svg):
        weight = "Semibold" if line.get("font-weight") else "Regular"
        font = ImageFont.truetype(str(SOURCE_SANS / f"SourceSansPro-{weight}.ttf"), float(line.get("font-size", "")))
        assert MARGIN + font.getlength("".join(line.itertext())) <= WIDTH


def test_the_legend_names_every_family_and_standing() -> None:
    svg = drawn(legend=True)
    keys = key_of(EN)
    assert [key.family for key in keys[: len(FAMILIES)]] == list(FAMILIES)
    assert [key.status for key in keys[len(FAMILIES) :]] == list(MARK_STATUSES)
    for key in keys:
        assert key.words in text_of(svg)
    marks = [circle for circle in svg.iter(f"{SVG}circle") if "item" in (circle.get("class") or "")]
    assert len(marks) == len(keys)
    patterns = {mark.get("fill") for mark in marks} - {None}
    assert patterns == {"url(#half-protest)", "url(#hatched-protest)"}


def test_the_words_of_the_legend_keep_apart() -> None:
    svg = drawn(legend=True)
    font = ImageFont.truetype(str(SOURCE_SANS / "SourceSansPro-Regular.ttf"), SMALL)
    words = {key.words for key in key_of(EN)}
    texts = [text for text in svg.iter(f"{SVG}text") if "".join(text.itertext()) in words]
    starts = [float(text.get("x", "")) for text in texts]
    ends = [start + font.getlength("".join(text.itertext())) for start, text in zip(starts, texts, strict=True)]
    assert all(end + 40 < start for end, start in zip(ends, starts[1:], strict=False))
    assert ends[-1] <= WIDTH - MARGIN


def test_the_fillings_that_figure_and_legend_use_are_there_once() -> None:
    figure = timeline_figure(plan(shown(day="2022-01-05"), EN))
    svg = ET.fromstring(framed(figure, [], "light", key_of(EN)))
    there = [pattern.get("id") for pattern in svg.iter(f"{SVG}pattern")]
    used = {found[5:-1] for element in svg.iter() if (found := element.get("fill", "")).startswith("url(#")}
    assert used
    assert used <= set(there)
    assert len(there) == len(set(there))


def test_without_a_legend_there_is_none() -> None:
    assert not [circle for circle in drawn().iter(f"{SVG}circle") if "item" in (circle.get("class") or "")]


@given(words, words, words)
def test_every_word_is_on_the_sheet_and_stays_a_word(title: str, filters: str, proof: str) -> None:
    svg = drawn(title, filters, (proof, HOSTILE))
    told = "".join(text_of(svg).split())
    for text in (title, filters, proof, HOSTILE):
        assert "".join(text.split()) in told
    assert {element.tag.removeprefix(SVG) for element in svg.iter()} == {
        "svg", "style", "defs", "pattern", "rect", "text", "g", "a", "title", "path",
    }  # fmt: skip


def test_words_of_the_figure_are_left_as_they_are() -> None:
    """A bar may say something that looks like a link."""
    words = ' href="/claims" <svg </svg> viewBox="0 0 1 1"'
    figure = bars_figure([Bar("a", words, "", (), words, "/", False)], "Bars", EN)
    svg = ET.fromstring(framed(replace(figure, links=from_outside("https://example.org")), [], "light"))
    group = svg.find(f"{SVG}g[@class='bars-figure']")
    assert group is not None
    assert [text.text for text in group.iter(f"{SVG}text")] == [words]
    assert [link.get("href") for link in group.iter(f"{SVG}a")] == ["https://example.org/"]
