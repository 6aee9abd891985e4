"""What docs/architecture.md says of the rooms and of the protocol of templates and script is so."""

import re

import pytest

from tests.unit.test_rooms import ROOMS, ROOT

PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
DRAWING = PAGE.partition("```")[2].partition("```")[0]
TEMPLATES = [path.read_text("utf-8") for path in (ROOT / "components").rglob("*.html")]
SCRIPTS = "\n".join(path.read_text("utf-8") for path in (ROOT / "static").glob("*.js"))
READERS = "".join(
    (ROOT / "static" / f"{name}.js").read_text("utf-8") for name in ("linked", "written", "acts", "wanted")
)
STAGE = {
    name
    for path in (ROOT / "components" / "talks").glob("*.html")
    for name in re.findall(r"\bdata-([a-z-]+)", path.read_text("utf-8"))
}


def line_of(room: str) -> int:
    """The line of the drawing that a room stands on: under its top folder, or on its own with its whole path."""
    lines, (top, _, name) = DRAWING.splitlines(), room.partition("/")
    whole = [number for number, line in enumerate(lines) if re.search(rf"(^|[ ─]){re.escape(room)}/?( |$)", line)]
    if whole or not name:
        return whole[0]
    begins = next(number for number, line in enumerate(lines) if re.search(rf"(^|[ ─]){top}/ ", line))
    return next(
        number
        for number, line in enumerate(lines)
        if number > begins and name in re.split(r"[ ·]+", re.sub(r"^[ │├└─]+", "", line).partition("   ")[0])
    )


@pytest.mark.parametrize("room", ROOMS)
def test_the_drawing_has_every_room_above_those_that_it_takes_from(room: str) -> None:
    top = room.partition("/")[0]
    for other in ROOMS[room][0]:
        if other.startswith(f"{top}/") and room != "components/app":
            assert line_of(room) <= line_of(other), f"{room} stands below {other}"
    assert DRAWING.splitlines()[line_of(room)]


def test_the_paths_it_names_are_there() -> None:
    for path in set(re.findall(r"`((?:components|data|server|static|tests|pages)/[\w/.]+)`", PAGE)):
        assert (ROOT / path).exists(), path


def test_the_protocol_names_every_attribute_that_the_script_reads() -> None:
    read = {re.sub("([A-Z])", r"-\1", name).lower() for name in re.findall(r"dataset\.(\w+)", READERS)} | set(
        re.findall(r"\[data-([a-z]+)[\]=~^$*]", READERS)
    )
    told = set(re.findall(r"`data-([a-z-]+)`", PAGE))
    assert read - {"testid"} <= told
    used = {name for text in TEMPLATES for name in re.findall(r"\bdata-([a-z-]+)", text)}
    assert told <= used
