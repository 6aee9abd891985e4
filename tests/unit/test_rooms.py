"""Which way data flows, and two arguments that must not be used."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODE = [
    ROOT / "app.py",
    *(path for name in ("components", "data", "pages", "server", "tools") for path in (ROOT / name).rglob("*.py")),
]
BUILDERS = [path for path in CODE if path.relative_to(ROOT).parts[0] in ("components", "pages")]
FRAMES = {"tables", "other_days", "loc", "iloc", "iterrows", "itertuples", "value_counts"}
_OF_RECORD = {"events", "places", "sources", "claims", "cases"}
FRAMES_OF = {"shown": {"events"}, "record": _OF_RECORD, "whole": _OF_RECORD, "record_of": _OF_RECORD}
DATA = sorted((ROOT / "data").rglob("*.py"))


def imported(source: str) -> set[str]:
    """The top packages that a module imports, at any depth of its code."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def forbidden(source: str) -> list[str]:
    """Arguments that would put raw markup on a page or ask an outside server for the map."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.keyword | ast.arg) and node.arg == "unsafe_allow_html":
            found.append("unsafe_allow_html")
        if isinstance(node, ast.Constant) and node.value == "unsafe_allow_html":
            found.append("unsafe_allow_html")
        if isinstance(node, ast.keyword) and node.arg == "map_style" and ast.unparse(node.value) == "None":
            found.append("map_style=None")
    return found


def deck_without_style(source: str) -> bool:
    """Whether a pydeck map is built without saying its style: the default style is fetched from outside."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    decks = [call for call in calls if ast.unparse(call.func) in ("pdk.Deck", "pydeck.Deck", "Deck")]
    return any("map_style" not in {keyword.arg for keyword in deck.keywords} for deck in decks)


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_data_imports_neither_streamlit_nor_what_draws(path: Path) -> None:
    assert not imported(path.read_text("utf-8")) & {"streamlit", "components", "pages", "server", "pydeck", "plotly"}


def frames(source: str) -> set[str]:
    """How a module gets at a frame: by a name of the record's or of what a view shows, or by looking into one."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute):
            owner = ast.unparse(node.value).partition("(")[0].rpartition(".")[2]
            if node.attr in (FRAMES | FRAMES_OF.get(owner, set())):
                found.add(node.attr)
    return found


@pytest.mark.parametrize("path", BUILDERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_draws_is_given_rows_and_touches_no_frame(path: Path) -> None:
    source = path.read_text("utf-8")
    assert not imported(source) & {"pandas", "numpy"}
    assert not frames(source)


def test_loading_the_data_package_loads_no_streamlit() -> None:
    names = [f"data.{path.stem}" for path in (ROOT / "data").glob("*.py") if path.stem != "__init__"]
    code = f"import sys, {', '.join(names)}; sys.exit(any(m.split('.')[0] == 'streamlit' for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, timeout=60).returncode == 0


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_raw_markup_and_no_outside_map(path: Path) -> None:
    source = path.read_text("utf-8")
    assert not forbidden(source)
    assert not deck_without_style(source)


def test_these_checks_see_what_they_look_for() -> None:
    assert imported("def f():\n    from streamlit.web import cli") == {"streamlit"}
    assert frames("len(shown.events), record_of(view).claims['topic'], shown.record.whole.cases, one.tables") == {
        "events", "claims", "cases", "tables",
    }  # fmt: skip
    assert not frames("view.places, shown.sources, record.event_rows")
    assert forbidden("st.markdown(x, unsafe_allow_html=True)") == ["unsafe_allow_html"]
    assert forbidden("pdk.Deck(layers, map_style=None)") == ["map_style=None"]
    assert not forbidden("pdk.Deck(layers, map_style='/assets/a.json')")
    assert deck_without_style("pdk.Deck(layers)")
    assert not deck_without_style("pdk.Deck(map_style=style)")
