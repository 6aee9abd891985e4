"""The colours, for what is drawn outside the page's own theme; `.streamlit/config.toml` holds the same."""

from data.vocabulary import FAMILIES

THEMES = ("light", "dark")

PAPER = {"light": "#fbfaf7", "dark": "#14161a"}
INK = {"light": "#1d1b18", "dark": "#ece8e1"}
MUTED = {"light": "#5f5a52", "dark": "#a8a49c"}
LINE = {"light": "#d8d2c6", "dark": "#3d424b"}
ACCENT = {"light": "#17566b", "dark": "#8cc6d8"}

# Hues and lightnesses that stay apart for the common colour-vision deficiencies, on a projector and in grey print.
# Deaths are in the family nearest to black, not in red.
FAMILY_COLOURS = {
    "light": dict(zip(FAMILIES, ("#05418e", "#26221e", "#b84700", "#8a5794", "#00745a"), strict=True)),
    "dark": dict(zip(FAMILIES, ("#4f8ae5", "#f0ebe3", "#f08a3c", "#cb9fd5", "#45c4a0"), strict=True)),
}


def rgb(colour: str) -> list[int]:
    """`#rrggbb` as three numbers from 0 to 255."""
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
