"""What all pages of the edition share, by file below `assets/`: style, scripts, typefaces, icon."""

from pathlib import Path

from components.drawing.typefaces import FILES as FACES
from components.drawing.typefaces import typefaces
from components.edition.script import MODULES, script
from components.frame.prerender import first_style
from components.streamlit_files import streamlit_file

STATIC = Path(__file__).resolve().parents[2] / "static"
STYLES = ("qantar.css", "figures.css", "edition.css")
AS_THEY_ARE = ("front.js", "icon.svg")


def assets() -> dict[str, bytes]:
    """The files by their names."""
    faces = typefaces("Source", lambda name: f"{name}.woff2")
    styles = [(STATIC / name).read_text(encoding="utf-8") for name in STYLES]
    return {
        "edition.css": "\n".join([first_style(faces), *styles]).encode(),
        **{name: script(name).encode() for name in MODULES},
        **{name: (STATIC / name).read_bytes() for name in AS_THEY_ARE},
        **{f"{name}.woff2": streamlit_file(name).read_bytes() for name in FACES},
    }
