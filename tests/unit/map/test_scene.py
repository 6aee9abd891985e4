"""One scene behind all maps: the live one, the drawn one and the stage's have the same marks, veil and words."""

from dataclasses import replace
from typing import Any

import pytest

from components.figure import here
from components.ground.cameras import CAMERAS
from components.map.box import DISPLAYS, map_box
from components.map.live import map_deck
from components.map.scene import Scene, scene
from components.map.svg import map_figure
from components.talks.figures import SlideFigure, slide_markup
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


def places(markup: str) -> list[str]:
    """The places of the marks of a drawn map."""
    return sorted(
        place
        for tag, found in Page(markup).tags
        if tag == "a" and "data-place" in found and not found["data-id"].startswith("shelf")
        for place in found["data-place"].split()
    )


@each_camera
@each
def test_all_maps_have_the_same_marks(camera: str, choices: dict[str, Any]) -> None:
    found = of(camera, choices)
    whole = {mark.place["place_id"] for mark, _ in (*found.marks, *found.regions)}
    drawn = places(map_figure(found).svg)
    assert set(drawn) <= whole
    slide = places(slide_markup(SlideFigure("map", map_figure(found), "", found), here))
    assert set(drawn) <= set(slide) <= whole
    for narrow in DISPLAYS:
        box = places(map_box(found, narrow))
        assert set(drawn) <= set(box) <= whole
        deck = map_deck(found, "light", narrow)
        live = [
            place
            for one in deck.layers
            if one.id in ("marks", "regions")
            for row in one.data
            for place in row["places"]
        ]
        assert sorted(live) == box


@each_camera
@each
def test_what_is_veiled_is_the_same_everywhere(camera: str, choices: dict[str, Any]) -> None:
    found = replace(of(camera, choices), veil=["mangystau-region", "almaty-region"])
    assert [one for one in map_deck(found, "light").layers if one.id == "veil"]
    assert len(Page(map_figure(found).svg).classed("veil")) == 1
    figure = SlideFigure("map", map_figure(found), "", found)
    assert len(Page(slide_markup(figure, here)).classed("veil")) == len(found.veil)
    plain = of(camera, choices)
    assert not plain.veil
    assert not [one for one in map_deck(plain, "light").layers if one.id == "veil"]
    assert not Page(map_figure(plain).svg).classed("veil")


@each_camera
def test_every_event_is_a_mark_or_on_the_shelf(camera: str) -> None:
    found = of(camera, {})
    groups = [mark.group for mark, _ in (*found.marks, *found.regions)] + [placed.group for placed in found.shelf]
    assert sum(group.total for group in groups) == sum(len(places_of(row)) for row in found.shown.rows)


def test_a_landmark_is_no_mark() -> None:
    found = of("kazakhstan", {"day": "2022-01-05"})
    marked = {mark.place["place_id"] for mark, _ in found.marks}
    assert found.landmarks
    assert not marked & {place["place_id"] for place, _ in found.landmarks}
