"""Cut the typefaces that come with Streamlit down to our alphabets and weights: `python -m tools.typefaces`, or
`make typefaces`. The same originals give the same bytes."""

import io
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from components.drawing.typefaces import FILES, face
from components.streamlit_files import streamlit_file

LETTERS = (
    "20-7e a0-17f 18f 259 2bb 2bc",  # Latin: west and middle of Europe, Turkish, Azerbaijani, Uzbek
    "400-45f 492 493 49a 49b 4a2 4a3 4ae-4b1 4ba 4bb 4d8 4d9 4e8 4e9",  # Cyrillic: Slavic, Kazakh, Kyrgyz
    "2010-2015 2018-201e 2020-2022 2026 202f 2030 2032 2033 2039 203a 20ac 20b8 2116 2122",  # dashes, quotes, money
    "2190-2193 2212 2248 2260 2264 2265 2318 25b6",  # arrows and signs
)
"""Code points in hex, of which each face has those that the whole one has."""
AXES: dict[str, dict[str, Any]] = {
    "sans": {"wght": (400, 400, 700)},
    # Headings have one weight, and sizes from 17 to 52 pixels, for each of which the letters are drawn a little else.
    "serif": {"wght": 600, "opsz": (16, 20, 60)},
}
"""Least, usual and most of what the styles ask for, or all that they do."""
FEATURES = ["kern", "ccmp", "liga", "lnum", "tnum"]
"""What browsers apply by themselves, and what `font-variant-numeric` asks for."""
TERMS = (0, 7, 9, 13, 14)
"""Where a font says whose it is, and on what terms: those keep its name for the whole one."""


def main() -> None:
    """Write every face."""
    for name in FILES:
        face(name).write_bytes(made(name))


def letters() -> set[int]:
    """The code points of LETTERS."""
    spans = (span.partition("-") for line in LETTERS for span in line.split())
    return {code for first, _, last in spans for code in range(int(first, 16), int(last or first, 16) + 1)}


def made(name: str) -> bytes:
    """One of FILES, as WOFF2."""
    font = TTFont(streamlit_file(name), recalcTimestamp=False)
    options = Options(layout_features=FEATURES, layout_scripts=["DFLT", "latn", "cyrl"], name_IDs=["*"])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters())
    subsetter.subset(font)
    font["fvar"].instances.clear()  # they are called as the whole one is
    del font["STAT"]
    font = instantiateVariableFont(font, AXES[name])
    _rename(font, f"Qantar {name.capitalize()}")
    font.flavor = "woff2"
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def _rename(font: TTFont, family: str) -> None:
    names = font["name"]
    version, postscript = names.getDebugName(5).partition(";")[0], family.replace(" ", "")
    axes = {axis.axisNameID for axis in font["fvar"].axes}
    names.names = [record for record in names.names if record.nameID in axes or record.nameID in TERMS]
    ours = {1: family, 2: "Regular", 3: f"{version};{postscript}", 4: family, 5: f"{version}; cut", 6: postscript}
    for number, text in ours.items():
        names.setName(text, number, 3, 1, 0x409)


if __name__ == "__main__":
    main()
