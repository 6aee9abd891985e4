"""The typefaces that ship with Streamlit, cut down to our alphabets and weights, for its pages and for others.

They are served at its own addresses for them, so that no browser has them twice.
"""

import base64
from collections.abc import Callable
from pathlib import Path

from components.address import STATIC
from components.streamlit_files import streamlit_address

FILES = ("sans", "serif")
_STANDS_IN = {
    "sans": (("Arial", "Liberation Sans"), (92.5, 108, 36)),
    "serif": (("Times New Roman", "Liberation Serif"), (101, 103, 34)),
}
"""For each face one that readers have, with size, ascent and descent in per cent for as much room as the face takes."""


def face(name: str) -> Path:
    """The file of one of FILES, as `tools/typefaces.py` makes it."""
    return STATIC / "typefaces" / f"{name}.woff2"


def typefaces(family: str, source: Callable[[str], str] = streamlit_address) -> str:
    """The rules for "<family> Sans" and "<family> Serif"; `source` is where the file of one of FILES is."""
    return "".join(
        _rule(
            f"font-family: '{family} {name.capitalize()}'; src: url({source(name)}) format('woff2'); "
            "font-weight: 200 900; font-display: swap;"
        )
        for name in FILES
    )


def inside(name: str) -> str:
    """The file of a face as an address that has it whole, for a document that stands alone."""
    return f"data:font/woff2;base64,{base64.b64encode(face(name).read_bytes()).decode()}"


def stand_ins(family: str) -> str:
    """The rules for "<family> Sans at first" and "<family> Serif at first", to be named behind those of `typefaces`."""
    rules = []
    for name, (faces, (size, ascent, descent)) in _STANDS_IN.items():
        sources = ", ".join(f"local('{face}')" for face in faces)
        measures = f"size-adjust: {size}%; ascent-override: {ascent}%; descent-override: {descent}%;"
        rules.append(_rule(f"font-family: '{family} {name.capitalize()} at first'; src: {sources}; {measures}"))
    return "".join(rules)


def _rule(measures: str) -> str:
    return f"@font-face {{ {measures} }}\n"
