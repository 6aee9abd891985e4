"""The typefaces that ship with Streamlit, for the pages that it does not make."""

import base64
from pathlib import Path

import streamlit

_FILES = {"Sans": "SourceSansVF-Upright.*.woff2", "Serif": "SourceSerifVariable-Roman.*.woff2"}
_MEDIA = Path(streamlit.__file__).parent / "static" / "static" / "media"


def typefaces(family: str, alone: bool = False) -> str:
    """The rules for "<family> Sans" and "<family> Serif", by their addresses or, `alone`, with the files inside."""
    return "".join(_face(f"{family} {name}", pattern, alone) for name, pattern in _FILES.items())


def _face(family: str, pattern: str, alone: bool) -> str:
    path = next(_MEDIA.glob(pattern))
    source = (
        f"data:font/woff2;base64,{base64.b64encode(path.read_bytes()).decode()}"
        if alone
        else f"/static/media/{path.name}"
    )
    return f"@font-face {{ font-family: '{family}'; src: url({source}) format('woff2'); font-weight: 200 900; }}\n"
