"""The colours, for what is drawn outside the page's own theme; `.streamlit/config.toml` holds the same."""

from data.vocabulary import FAMILIES


def rgb(colour: str) -> list[int]:
    """`#rrggbb` as three numbers from 0 to 255."""
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]


def mixed(colour: str, share: float, other: str) -> str:
    """A share of one colour mixed with the rest of another, as `color-mix(in srgb, …)` does."""
    parts = (round(a * share + b * (1 - share)) for a, b in zip(rgb(colour), rgb(other), strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)


THEMES = ("light", "dark")

PAPER = {"light": "#fbfaf7", "dark": "#14161a"}
SURFACE = {"light": "#f1ede4", "dark": "#1f2228"}
INK = {"light": "#1d1b18", "dark": "#ece8e1"}
MUTED = {theme: mixed(INK[theme], 0.72, PAPER[theme]) for theme in THEMES}
LINE = {"light": "#d8d2c6", "dark": "#3d424b"}
HOLLOW = {theme: mixed("#ffffff", 0.2, PAPER[theme]) for theme in THEMES}
"""What is hollow on the map: lighter than the land, so that it is a disc and not a hole."""
LAND = {theme: mixed(INK[theme], 0.12, PAPER[theme]) for theme in THEMES}
ACCENT = {"light": "#17566b", "dark": "#8cc6d8"}

# Hues and lightnesses that stay apart for the common colour-vision deficiencies, on a projector and in grey print.
# Deaths are in the family nearest to black, not in red.
FAMILY_COLOURS = {
    "light": dict(zip(FAMILIES, ("#05418e", "#26221e", "#b84700", "#8a5794", "#00745a"), strict=True)),
    "dark": dict(zip(FAMILIES, ("#4f8ae5", "#f0ebe3", "#f08a3c", "#cb9fd5", "#45c4a0"), strict=True)),
}


def colours(theme: str) -> dict[str, str]:
    """The values of the variables of `static/figures.css`; `static/qantar.css` has the same for the pages."""
    families = FAMILY_COLOURS[theme]
    return {
        "paper": PAPER[theme],
        "surface": SURFACE[theme],
        "ink": INK[theme],
        "muted": MUTED[theme],
        "hollow": HOLLOW[theme],
        "land": LAND[theme],
        "line": LINE[theme],
        "accent": ACCENT[theme],
        "border": mixed(INK[theme], 0.3, PAPER[theme]),
        "water": mixed(families["protest"], 0.18, PAPER[theme]),
        **families,
    }
