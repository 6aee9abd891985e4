"""Which room may take from which, what paper does without, and two arguments that must not be used."""

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


def frames(source: str) -> set[str]:
    """How a module gets at a frame: by a name of the record's or of what a view shows, or by looking into one."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute):
            owner = ast.unparse(node.value).partition("(")[0].rpartition(".")[2]
            if node.attr in (FRAMES | FRAMES_OF.get(owner, set())):
                found.add(node.attr)
    return found


ROOMS: dict[str, tuple[set[str], str]] = {
    "data": (set(), "the record is read and asked without anything that draws: check, package and tests need no more"),
    "data/loading": ({"data"}, "a table is read before anybody asks it anything"),
    "data/queries": ({"data", "data/loading"}, "an answer does not depend on how it is written out"),
    "data/search": (
        {"data", "data/loading", "data/queries"},
        "what is found is a row of the record, and nobody else needs to know how",
    ),
    "data/exports": ({"data", "data/loading", "data/queries"}, "what leaves the record is made of what was asked"),
    "data/translating": (
        {"data", "data/loading"},
        "translators are given the texts as they are loaded, whatever is asked of them and however they are drawn",
    ),
    "components": (
        {"data", "data/loading", "data/queries", "data/search", "data/exports"},
        "the hall is what every room stands on"),
    "components/words": ({"components"}, "words are the same wherever they are shown"),
    "components/drawing": ({"components", "components/words"}, "ink does not know what is drawn with it"),
    "components/ground": (
        {"components", "components/drawing"},
        "land and streets lie where they lie, whatever happened there",
    ),
    "components/map": (
        {"components", "components/words", "components/drawing", "components/ground"},
        "a map is drawn without the pages it is on",
    ),
    "components/timeline": (
        {"components", "components/words", "components/drawing"},
        "a timeline is drawn without the pages it is on, and without a map",
    ),
    "components/claims": (
        {"components", "components/words", "components/drawing"},
        "numbers and ledger stand on a page of their own, without map and timeline",
    ),
    "components/record": (
        {"components", "components/words", "components/drawing", "components/map", "components/timeline"},
        "what is read has figures in it, and no figure has a text in it",
    ),
    "components/dead": (
        {
            "components", "components/words", "components/drawing", "components/ground", "components/map",
            "components/record",
        },
        "the dead have a page and a map of their own, and no other page needs it to name them",
    ),
    "components/people": (
        {"components", "components/words", "components/drawing", "components/record"},
        "a person's page gathers what other pages tell, and they only lead to it",
    ),
    "components/search": (
        {"components", "components/words", "components/drawing"},
        "what is found is said in few words, and leads to the page that draws it",
    ),
    "components/explore": (
        {
            "components", "components/words", "components/drawing", "components/ground", "components/map",
            "components/timeline", "components/record",
        },
        "what stands round the graphics knows them, and not the page that puts all of it in its place",
    ),
    "components/pictures": (
        {
            "components", "components/words", "components/drawing", "components/ground", "components/map",
            "components/timeline", "components/claims", "components/record", "components/dead", "components/explore",
        },
        "a picture frames a figure of any room; no room needs its own picture",
    ),
    "components/talks": (
        {
            "components", "components/words", "components/drawing", "components/ground", "components/map",
            "components/timeline", "components/claims", "components/explore", "components/pictures",
        },
        "a slide shows a figure; the pages go on without talks",
    ),
    "components/frame": (
        {
            "components", "components/words", "components/drawing", "components/map", "components/timeline",
            "components/claims", "components/record", "components/dead", "components/people", "components/search",
            "components/explore", "components/talks",
        },
        "a page is made of parts from all rooms, and no part knows its page",
    ),
    "components/app": (
        {
            "components", "components/words", "components/map", "components/timeline", "components/talks",
            "components/frame",
        },
        "the app puts declared pages on the screen; whatever needs no session is drawn elsewhere",
    ),
    "components/scripts": (
        {
            "components", "components/words", "components/drawing", "components/map", "components/timeline",
            "components/explore", "components/search",
        },
        "a script is given the numbers and words that the builders draw with, and knows no file",
    ),
    "components/edition": (
        {
            "components", "components/words", "components/drawing", "components/map", "components/timeline",
            "components/claims", "components/record", "components/explore", "components/search", "components/talks",
            "components/frame", "components/scripts",
        },
        "an edition is written from what the pages are made of, and its copies are checked without any of it",
    ),
    "server": (
        {
            "components", "components/words", "components/drawing", "components/map", "components/record",
            "components/pictures", "components/talks", "components/frame", "components/edition",
        },
        "the server answers without a session, so it takes nothing from components/app",
    ),
    "pages": ({"components", "components/app", "components/frame"}, "a page only says which it is of those declared"),
}  # fmt: skip
"""For each folder those whose modules it may import besides its own, and why not more. All may take from `data`."""
DATA_ROOMS = {"data", "data/loading", "data/queries", "data/search", "data/exports", "data/translating"}
STREAMLIT = {"app.py", "components/app", "pages", "server", "tools"}
"""Where Streamlit may be imported: the app, of the server what knows its insides, and what measures the app."""
LARGEST_ROOM = 14


def room_of(module: str) -> str:
    """The folder that a module of ours lies in."""
    path = module.replace(".", "/")
    while path and not (ROOT / path).is_dir():
        path = path.rpartition("/")[0]
    return path


def imported_modules(path: Path) -> set[str]:
    """The full names of the modules that a file imports, at any depth of its code."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{name.name}" for name in node.names}
    return found


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_takes_only_from_those_below_it(room: str) -> None:
    allowed, why = ROOMS[room]
    for path in sorted((ROOT / room).glob("*.py")):
        rooms = {room_of(name) for name in imported_modules(path)} & ROOMS.keys()
        stands_on_data = room not in DATA_ROOMS or path.name in ENTRIES.get(room, ())
        wrong = rooms - allowed - {room} - (DATA_ROOMS if stands_on_data else set())
        assert not wrong, f"{path.relative_to(ROOT)} takes from {', '.join(sorted(wrong))}: {why}"


ENTRIES = {"data": ("check.py", "store.py", "talks.py")}
"""Modules of the hall of `data/` that stand on its rooms: the commands, and what is kept for all who ask."""


def test_rooms_are_all_in_the_table_and_imports_run_one_way() -> None:
    folders = {
        str(path.parent.relative_to(ROOT))
        for top in ("components", "data", "server", "pages")
        for path in (ROOT / top).rglob("*.py")
    }
    assert folders - {"data/basemap"} == ROOMS.keys()
    done: set[str] = set()
    left = {
        room: allowed | (set() if room in DATA_ROOMS else DATA_ROOMS) - {room} for room, (allowed, _) in ROOMS.items()
    }
    while left:
        ready = {room for room, allowed in left.items() if allowed <= done}
        assert ready, f"a circle of rooms: {sorted(left)}"
        done |= ready
        left = {room: allowed for room, allowed in left.items() if room not in ready}


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_is_crowded(room: str) -> None:
    assert len([path for path in (ROOT / room).glob("*.py") if path.name != "__init__.py"]) <= LARGEST_ROOM


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_what_needs_streamlit_imports_it(path: Path) -> None:
    place = str(path.relative_to(ROOT))
    if place.startswith(tuple(STREAMLIT)):
        return
    assert not imported(path.read_text("utf-8")) & {"streamlit"}, f"{place}: only components/app needs Streamlit"


@pytest.mark.parametrize("path", BUILDERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_draws_is_given_rows_and_touches_no_frame(path: Path) -> None:
    source = path.read_text("utf-8")
    assert not imported(source) & {"pandas", "numpy"}
    assert not frames(source)


HEAVY = {"streamlit", "plotly", "pydeck"}
WITHOUT = {
    "the data": (["data.check", "data.store", "data.exports.package", "data.translating.__main__"], HEAVY),
    "paper": (["components.map.svg", "components.timeline.svg", "components.pictures.picture"], HEAVY),
    "talks": (["components.talks.write", "components.talks.stage", "components.talks.handout"], HEAVY),
    "written pages": (["components.frame.prerender"], HEAVY),
}


@pytest.mark.slow
@pytest.mark.parametrize("what", WITHOUT)
def test_what_needs_no_live_chart_loads_none(what: str) -> None:
    modules, without = WITHOUT[what]
    code = f"import sys, {', '.join(modules)}; print(*{without!r} & {{m.split('.')[0] for m in sys.modules}})"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120, check=True
    )
    assert run.stdout.split() == []


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_raw_markup_and_no_outside_map(path: Path) -> None:
    source = path.read_text("utf-8")
    assert not forbidden(source)
    assert not deck_without_style(source)


def test_these_checks_see_what_they_look_for() -> None:
    assert imported("def f():\n    from streamlit.web import cli") == {"streamlit"}
    assert forbidden("st.markdown(x, unsafe_allow_html=True)") == ["unsafe_allow_html"]
    assert forbidden("pdk.Deck(layers, map_style=None)") == ["map_style=None"]
    assert not forbidden("pdk.Deck(layers, map_style='/assets/a.json')")
    assert deck_without_style("pdk.Deck(layers)")
    assert not deck_without_style("pdk.Deck(map_style=style)")
    assert frames("len(shown.events), record_of(view).claims['topic'], shown.record.whole.cases, one.tables") == {
        "events", "claims", "cases", "tables",
    }  # fmt: skip
    assert not frames("view.places, shown.sources, record.event_rows")


def test_no_two_classes_have_one_name() -> None:
    places: dict[str, list[str]] = {}
    for path in CODE:
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef):
                places.setdefault(node.name, []).append(str(path.relative_to(ROOT)))
    assert not {name: found for name, found in places.items() if len(found) > 1}
