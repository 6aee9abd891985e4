"""One scene behind all maps: the live one, the drawn one and the stage's have the same marks, veil and words."""

from typing import Any

import pytest

from components.figure import here
from components.map.cameras import CAMERAS
from components.map.live import map_deck
from components.map.scene import Scene, scene
from components.map.svg import Frame, map_figure, map_rows
from components.talks.figures import HEIGHT, WIDTH, SlideFigure, slide_markup
from data.queries.query import places_of
from tests.unit.samples import EN, Page, shown

CHOICES: list[dict[str, Any]] = [
    {},
    {"day": "2022-01-05"},
    {"day": "2022-01-05", "places": ("almaty",)},
    {"day": "2022-01-06", "event": "2022-01-05-almaty-cordons-broken"},
]
each = pytest.mark.parametrize("choices", CHOICES, ids=str)
each_camera = pytest.mark.parametrize("camera", CAMERAS)


def of(camera: str, choices: dict[str, Any]) -> Scene:
    return scene(shown(camera=camera, **choices), EN)


def layer(found: Scene, name: str) -> list[dict[str, Any]]:
    """The rows of the layers of the live map whose names begin so."""
    return [row for one in map_deck(found, "light").layers if one.id.startswith(name) for row in one.data]


@each_camera
@each
def test_live_and_drawn_map_have_the_same_marks_and_words(camera: str, choices: dict[str, Any]) -> None:
    found = of(camera, choices)
    whole = {mark.label: (mark.words, mark.chosen) for mark, _ in found.marks}
    live = {row["text"]: (row["name"].partition(": ")[2], row["chosen"]) for row in layer(found, "marks")}
    assert live == whole
    drawn = {
        row["text"]: (row["words"], row["chosen"])
        for row in map_rows(found, 14, Frame(760, 420, found.eye))
        if row["wedges"]
    }
    assert drawn.items() <= whole.items()
    page = Page(map_figure(found).svg)
    assert set(page.attribute("aria-label")) == set(drawn)
    figure = SlideFigure("map", map_figure(found), "", found)
    slide = Page(slide_markup(figure, here))
    told = {text for text in slide.texts if "event" in text}
    assert told <= {f"{label}\n{words}" for label, (words, _) in whole.items()}
    assert len(told) == sum(Frame(WIDTH, HEIGHT, found.eye).has(at) for _, at in found.marks)


@each_camera
@each
def test_what_is_veiled_is_the_same_everywhere(camera: str, choices: dict[str, Any]) -> None:
    found = of(camera, choices)
    assert bool([one for one in map_deck(found, "light").layers if one.id == "veil"]) == bool(found.veil)
    assert len(Page(map_figure(found).svg).classed("veil")) == bool(found.veil)
    figure = SlideFigure("map", map_figure(found), "", found)
    assert len(Page(slide_markup(figure, here)).classed("veil")) == len(found.veil)


@each_camera
def test_every_event_is_a_mark_or_on_the_shelf(camera: str) -> None:
    found = of(camera, {})
    groups = [mark.group for mark, _ in found.marks] + [placed.group for placed in found.shelf]
    assert sum(group.total for group in groups) == sum(len(places_of(row)) for row in found.shown.rows)


def test_a_landmark_is_no_mark() -> None:
    found = of("kazakhstan", {"day": "2022-01-05"})
    marked = {mark.place["place_id"] for mark, _ in found.marks}
    assert found.landmarks
    assert not marked & {place["place_id"] for place, _ in found.landmarks}
