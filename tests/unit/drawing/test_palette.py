"""The colours: one set in both places, legible, and apart for everybody."""

import re
import tomllib
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from colorspacious import cspace_convert

from components.drawing.palette import ACCENT, FAMILY_COLOURS, INK, LINE, MUTED, PAPER, THEMES, colours, mixed, rgb
from data.vocabulary import FAMILIES

ROOT = Path(__file__).resolve().parents[3]
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
PAGE_STYLE, FIGURE_STYLE = ((ROOT / "static" / f"{name}.css").read_text("utf-8") for name in ("qantar", "figures"))
SIGHT = {
    "normal": None,
    "deuteranomaly": {"name": "sRGB1+CVD", "cvd_type": "deuteranomaly", "severity": 100},
    "protanomaly": {"name": "sRGB1+CVD", "cvd_type": "protanomaly", "severity": 100},
    "tritanomaly": {"name": "sRGB1+CVD", "cvd_type": "tritanomaly", "severity": 100},
}
APART = 10
"""Distance in CAM02-UCS: about 1 is just seen side by side; areas that lie apart need several times as much."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""

    def luminance(colour: str) -> float:
        channels = (value / 255 for value in rgb(colour))
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def seen(colour: str, sight: str) -> np.ndarray:
    """A colour in CAM02-UCS as somebody with that sight sees it."""
    plain = np.array(rgb(colour)) / 255
    space = SIGHT[sight]
    as_seen = plain if space is None else np.clip(cspace_convert(plain, space, "sRGB1"), 0, 1)
    found: np.ndarray = cspace_convert(as_seen, "sRGB1", "CAM02-UCS")
    return found


@pytest.mark.parametrize("theme", THEMES)
def test_the_theme_has_the_same_colours(theme: str) -> None:
    settings = CONFIG["theme"][theme]
    assert settings["backgroundColor"] == PAPER[theme]
    assert settings["textColor"] == INK[theme]
    assert settings["primaryColor"] == settings["linkColor"] == ACCENT[theme]
    assert settings["borderColor"] == LINE[theme]
    names = ("blueColor", "grayColor", "orangeColor", "violetColor", "greenColor")
    assert tuple(settings[name] for name in names) == tuple(FAMILY_COLOURS[theme].values())


@pytest.mark.parametrize("theme", THEMES)
def test_every_family_has_a_colour(theme: str) -> None:
    assert list(FAMILY_COLOURS[theme]) == list(FAMILIES)


@pytest.mark.parametrize("theme", THEMES)
def test_words_and_marks_can_be_read_on_the_paper(theme: str) -> None:
    for colour in (INK[theme], MUTED[theme], ACCENT[theme], *FAMILY_COLOURS[theme].values()):
        assert contrast(colour, PAPER[theme]) >= 4.5, colour


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sight", SIGHT)
def test_families_stay_apart(theme: str, sight: str) -> None:
    for one, other in combinations(FAMILIES, 2):
        a, b = (seen(FAMILY_COLOURS[theme][family], sight) for family in (one, other))
        assert np.linalg.norm(a - b) >= APART, (one, other)


def test_the_styles_of_the_page_take_each_family_from_its_colour_of_the_theme() -> None:
    for family, name in zip(FAMILIES, ("blue", "gray", "orange", "violet", "green"), strict=True):
        assert f".f-{family} {{\n  color: var(--{family});\n}}" in FIGURE_STYLE
        assert f"--{family}: var(--st-{name}-color);" in PAGE_STYLE


@pytest.mark.parametrize("theme", THEMES)
def test_every_variable_of_a_figure_has_a_value_on_the_page_and_in_a_picture(theme: str) -> None:
    used = set(re.findall(r"var\(--([a-z-]+)\)", FIGURE_STYLE))
    assert used >= set(FAMILIES)
    assert used <= set(colours(theme))
    assert used <= set(re.findall(r"--([a-z-]+):", PAGE_STYLE))
    assert all(re.fullmatch("#[0-9a-f]{6}", value) for value in colours(theme).values())


def test_a_mix_lies_between_its_two_colours() -> None:
    assert mixed("#102030", 1, "#ffffff") == "#102030"
    assert mixed("#102030", 0, "#ffffff") == "#ffffff"
    assert mixed("#000000", 0.25, "#ffffff") == "#bfbfbf"


def test_rgb() -> None:
    assert rgb("#0068a8") == [0, 104, 168]
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
