"""Cut the typefaces that come with Streamlit down to our alphabets and weights: `python -m tools.typefaces`, or
`make typefaces`."""

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from components.drawing.typefaces import FILES, face
from components.streamlit_files import streamlit_file

ALPHABETS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x2B0, 0x300),
    *range(0x400, 0x530),
    *range(0x2010, 0x2060),
    *range(0x2070, 0x20C0),
    *range(0x2100, 0x2150),
    *range(0x2190, 0x2200),
    *(0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x2318, 0x25B6, 0x25B8, 0x25CB, 0x25CF),
)
"""Latin, Cyrillic with the Kazakh letters, punctuation, currencies, signs and arrows, as far as a face has them."""
AXES = {"wght": (400, 700), "opsz": 20}
"""The weights that styles use, and the size that headings are drawn for."""
FEATURES = ["ccmp", "locl", "mark", "mkmk", "kern", "liga", "calt", "tnum"]
_TERMS = (0, 13, 14)
"""Where a font says whose it is, and on what terms: those keep its name for the whole one."""


def main() -> None:
    """Write every face."""
    for name in FILES:
        font = TTFont(streamlit_file(name), recalcTimestamp=False)
        subsetter = Subsetter(Options(layout_features=FEATURES, hinting=False, name_IDs=[1, 3, 4, 6, 16, 25, *_TERMS]))
        subsetter.populate(unicodes=ALPHABETS)
        subsetter.subset(font)
        axes = {axis.axisTag for axis in font["fvar"].axes}
        font = instantiateVariableFont(font, {axis: at for axis, at in AXES.items() if axis in axes})
        for record in font["name"].names:
            if record.nameID not in _TERMS:
                record.string = str(record).replace("Source", "Qantar")
        font.flavor = "woff2"
        font.save(face(name))


if __name__ == "__main__":
    main()
