"""The typefaces that ship with Streamlit, for the pages that it does not make."""

import base64

from components.streamlit_files import streamlit_address, streamlit_file


def typefaces(family: str, alone: bool = False) -> str:
    """The rules for "<family> Sans" and "<family> Serif", by their addresses or, `alone`, with the files inside."""
    return "".join(_face(f"{family} {name}", name.lower(), alone) for name in ("Sans", "Serif"))


def _face(family: str, name: str, alone: bool) -> str:
    source = (
        f"data:font/woff2;base64,{base64.b64encode(streamlit_file(name).read_bytes()).decode()}"
        if alone
        else streamlit_address(name)
    )
    return f"@font-face {{ font-family: '{family}'; src: url({source}) format('woff2'); font-weight: 200 900; }}\n"
