"""The files of Streamlit's front end that we use, found without loading Streamlit."""

from importlib.metadata import distribution
from pathlib import Path

FRONT_END = Path(str(distribution("streamlit").locate_file("streamlit/static"))).resolve()
FILES = {
    "document": "index.html",
    "component": "static/js/BidiComponent.*.js",
    "map": "static/js/DeckGlJsonChart.*.js",
    "hours": "static/js/PlotlyChart.*.js",
    "sans": "static/media/SourceSansVF-Upright.*.woff2",
    "serif": "static/media/SourceSerifVariable-Roman.*.woff2",
}
"""Where they lie, by what they are to us; most names hold a digest of the content."""


def streamlit_file(name: str) -> Path:
    """One of FILES; raises FileNotFoundError unless the installed version has exactly one such file."""
    found = list(FRONT_END.glob(FILES[name]))
    if len(found) != 1:
        raise FileNotFoundError(f"{FILES[name]} in Streamlit's front end: {len(found)} files where one is expected")
    return found[0]


def streamlit_address(name: str) -> str:
    """The address at which Streamlit serves one of FILES."""
    return "/" + streamlit_file(name).relative_to(FRONT_END).as_posix()
