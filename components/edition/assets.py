"""What all pages of the edition share, by file below `assets/`: style, scripts, typefaces, icon."""

import re
from pathlib import Path

from markupsafe import Markup

from components.drawing.typefaces import FILES as FACES
from components.drawing.typefaces import face, typefaces
from components.frame.prerender import first_style
from components.scripts.joined import MODULES, script

STATIC = Path(__file__).resolve().parents[2] / "static"
STYLES = ("qantar.css", "figures.css", "edition.css")
_SPARED = re.compile(r"(?:/\*.*?\*/|\s)*\n(?:/\*.*?\*/|\s)*", re.DOTALL)
"""Comments of styles, with the ends of lines and indents about them."""
AS_THEY_ARE = ("front.js", "icon.svg", "vendor/minisearch.js", "vendor/minisearch-LICENSE.txt")


def assets() -> dict[str, bytes]:
    """The files by their names."""
    return {
        "edition.css": style(faces_in("")).encode(),
        **{name: script(name).encode() for name in MODULES},
        **{Path(name).name: (STATIC / name).read_bytes() for name in AS_THEY_ARE},
        **{f"{name}.woff2": face(name).read_bytes() for name in FACES},
        "woff2-OFL.txt": face(FACES[0]).with_name("OFL.txt").read_bytes(),
    }


def faces_in(folder: str) -> str:
    """The rules of the typefaces, whose files lie in a folder as its name goes before theirs."""
    return typefaces("Qantar", lambda name: f"{folder}{name}.woff2")


def style(faces: str) -> Markup:
    """All styles of a page; `faces` are the rules of its typefaces, without which the reader's own stand in."""
    styles = [first_style(faces), *((STATIC / name).read_text(encoding="utf-8") for name in STYLES)]
    return Markup(_SPARED.sub("\n", "\n".join(styles)))
