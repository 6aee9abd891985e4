"""The layout changes at the same widths in every style sheet and in the script."""

import json
import re
from pathlib import Path

import pytest

from components.drawing.widths import WIDTHS
from tests.unit.asking import ask

STATIC = Path(__file__).resolve().parents[3] / "static"
SHEETS = sorted(STATIC.glob("*.css"))
QUERY = re.compile(r"@media[^{]*")
WIDTH = re.compile(r"(?:min|max)-width: *[\d.]+\w+")


def begun_at(width: str) -> float:
    """Where a query's width begins: `max-width: 43.74em` is what is narrower than 43.75."""
    match = re.fullmatch(r"(min|max)-width: *([\d.]+)em", width)
    assert match, width
    return round(float(match[2]) + (match[1] == "max") / 100, 2)


def asked(style: str) -> list[str]:
    """The widths that a style's media queries ask for."""
    return [width for query in QUERY.findall(style) for width in WIDTH.findall(query)]


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_style_sheets_ask_for_no_other_widths(path: Path) -> None:
    assert {begun_at(width) for width in asked(path.read_text("utf-8"))} <= set(WIDTHS.values())


def test_every_width_is_asked_for() -> None:
    found = {begun_at(width) for path in SHEETS for width in asked(path.read_text("utf-8"))}
    assert found == set(WIDTHS.values())


@pytest.mark.parametrize(("name", "bound"), [("not", "max-width: {:g}em"), ("if", "min-width: {:g}em")])
def test_a_part_for_windows_of_a_name_is_shown_in_those(name: str, bound: str) -> None:
    rules = re.findall(rf"@media \(([^)]*)\) \{{\s*#first-page \.{name}-(\w+) \{{\s*display: none;", text("first.css"))
    assert rules
    for query, until in rules:
        assert query == bound.format(WIDTHS[until] - (name == "not") / 100)


def test_the_script_is_given_the_widths_and_has_none_of_its_own() -> None:
    assert f"WIDTHS = {json.dumps(WIDTHS)};" in ask("/linked.js").text
    assert "WIDTHS.phone" in text("linked.js")
    assert not re.search(r"ems\s*[<>]=?\s*\d", text("linked.js"))


def text(name: str) -> str:
    return (STATIC / name).read_text("utf-8")
