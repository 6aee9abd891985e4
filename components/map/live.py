"""The map: a deck of marks and names over the offline base map."""

import json
from collections.abc import Iterable
from functools import cached_property
from typing import Any

import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

from components.address import asset
from components.drawing.label_placement import Spot, place_labels
from components.drawing.palette import ACCENT, FAMILY_COLOURS, INK, MUTED, PAPER, rgb
from components.language import Language
from components.map.cameras import frame, pixel, ruler
from components.map.groups import diameters, leading_family, mark_of
from components.map.scene import Scene
from components.words.places import place_words
from data.queries.mapping import Group

TYPE = 13
"""The size of the names in pixels."""
VEIL = 46
"""How dense the veil over a cut network is, of 255."""


class CompactDeck(pdk.Deck):  # type: ignore[misc]  # pydeck has no types
    """A deck whose JSON has no indentation: a third less to send on every step."""

    def to_json(self) -> str:
        return self._json

    @cached_property
    def _json(self) -> str:
        """Written once: a deck is shown to all readers of its view."""
        return json.dumps(self, sort_keys=True, default=default_serialize, ensure_ascii=False, separators=(",", ":"))


def map_deck(scene: Scene, theme: str, narrow: bool = False) -> pdk.Deck:
    """The deck of a scene. `theme` is "light" or "dark"; `narrow` is for a map the width of a phone."""
    camera, language = scene.eye, scene.language
    zoom = camera.at(narrow)
    marks = _marks(scene, theme, zoom)
    names = _names(marks, scene, narrow)
    scale = ruler(camera, narrow)
    # A click selects a row of a layer, and Streamlit keeps that as long as the layer has its name, fading all else.
    # A click changes the place, so with the place in their names the layers lose it again.
    place = "-".join(scene.shown.view.places)
    layers = [
        *_veil(scene.veil, theme),
        _region_layer(scene.regions, theme, f"regions {place}".strip()),
        pdk.Layer(
            "PathLayer",
            [{"path": scale}],
            id="scale",
            get_path="path",
            get_color=rgb(MUTED[theme]),
            get_width=2,
            width_units="'pixels'",
        ),
        pdk.Layer(
            "ScatterplotLayer",
            [row for row in names if not row["n"]],
            id="towns",
            get_position="at",
            get_radius=2.5,
            radius_units="'pixels'",
            get_fill_color=rgb(MUTED[theme]),
        ),
        pdk.Layer(
            "IconLayer",
            marks,
            id=f"marks {place}".strip(),
            get_position="at",
            get_icon="icon",
            get_size="size",
            size_units="'pixels'",
            pickable=True,
        ),
        pdk.Layer(
            "ScatterplotLayer",
            [row for row in marks if row["chosen"]],
            id="chosen",
            get_position="at",
            get_radius="ring",
            radius_units="'pixels'",
            filled=False,
            stroked=True,
            line_width_units="'pixels'",
            get_line_width=3,
            get_line_color=rgb(ACCENT[theme]),
        ),
        pdk.Layer(
            "TextLayer",
            [row for row in names if row["offset"]] + [_scale_name(scale, camera.ruler, language)],
            id="names",
            get_position="at",
            get_text="text",
            get_size=TYPE,
            size_units="'pixels'",
            get_color=rgb(INK[theme]),
            get_text_anchor="anchor",
            get_alignment_baseline="baseline",
            get_pixel_offset="offset",
            character_set="'auto'",
            font_family="'Source Sans, sans-serif'",
            font_weight=600,
            font_settings={"sdf": True, "fontSize": 64, "buffer": 8, "radius": 10, "cutoff": 0.2},
            outline_width=4,
            outline_color=rgb(PAPER[theme]),
        ),
    ]
    return CompactDeck(
        layers=layers,
        map_provider="maplibre",
        map_style=asset(f"basemap/style-{theme}.json"),
        initial_view_state=pdk.ViewState(
            longitude=camera.longitude, latitude=camera.latitude, zoom=zoom, min_zoom=2, max_zoom=13
        ),
        tooltip={"text": "{name}", "style": {"background": INK[theme], "color": PAPER[theme], "fontSize": "14px"}},
    )


def _marks(scene: Scene, theme: str, zoom: float) -> list[dict[str, Any]]:
    diameter = diameters([mark.group for mark, _ in scene.marks], 0.7 if zoom < 3 else 1)
    rows = []
    for mark, at in scene.marks:
        size = diameter(mark.group)
        rows.append(
            {
                "place_id": mark.place["place_id"],
                "name": literal(f"{mark.name}: {mark.words}"),
                "text": literal(mark.label),
                "n": mark.group.total,
                "at": list(at),
                "size": size,
                "ring": size / 2 + 3,
                "chosen": mark.chosen,
                "icon": {"url": mark_of(mark.group, theme), "width": 64, "height": 64},
            }
        )
    return rows


def _names(marks: list[dict[str, Any]], scene: Scene, narrow: bool) -> list[dict[str, Any]]:
    """Names for the marks, each with its place on the screen or none, and for the landmarks that have room for one."""
    zoom = scene.eye.at(narrow)
    rows = [{key: row[key] for key in ("text", "n", "at", "size")} for row in marks]
    rows += [
        {"text": literal(place_words(place, scene.language)), "n": 0, "at": list(at), "size": 5}
        for place, at in scene.landmarks
    ]
    spots = [Spot(*pixel(row["at"][0], row["at"][1], zoom), row["size"] / 2, row["text"]) for row in rows]
    for row, placed in zip(rows, place_labels(spots, TYPE, frame(scene.eye, narrow)), strict=True):
        row["offset"] = placed.offset if placed else None
        row["anchor"] = placed.anchor if placed else ""
        row["baseline"] = placed.baseline if placed else ""
    return [row for row in rows if row["n"] or row["offset"]]


def literal(text: str) -> str:
    """Text as the map shows it: it would run what begins with two at signs."""
    return f" {text}" if text.startswith("@@") else text


def _scale_name(ends: list[list[float]], metres: int, language: Language) -> dict[str, Any]:
    _ = language.text
    length = _("{n} km").format(n=language.number(metres // 1000))
    return {"text": length, "at": ends[0], "anchor": "start", "baseline": "bottom", "offset": [0, -3]}


def _region_layer(groups: Iterable[Group], theme: str, name: str) -> pdk.Layer:
    """The regions with events known no more exactly: tinted; only outlined where a single voice speaks for all."""
    fills, lines = {}, {}
    for group in groups:
        colour = rgb(FAMILY_COLOURS[theme][leading_family(group)])
        fills[group.place_id] = [*colour, 40 if group.of_status("corroborated") else 0]
        lines[group.place_id] = [*colour, 130]
    return pdk.Layer(
        "GeoJsonLayer",
        asset("basemap/regions.geojson"),
        id=name,
        get_fill_color=_by_region(fills),
        get_line_color=_by_region(lines),
        get_line_width=1.5,
        line_width_units="'pixels'",
        pickable=bool(fills),
    )


def _veil(regions: list[str], theme: str) -> list[pdk.Layer]:
    """Greyed regions, where the internet was cut in the chosen days; no layer where there are none."""
    if not regions:
        return []
    return [
        pdk.Layer(
            "GeoJsonLayer",
            asset("basemap/regions.geojson"),
            id="veil",
            get_fill_color=_by_region({region: [*rgb(MUTED[theme]), VEIL] for region in regions}),
            stroked=False,
        )
    ]


def _by_region(colours: dict[str, list[int]]) -> str:
    """An expression that gives each named region its colour, and the others none."""
    cases = "".join(f"properties.place_id == '{region}' ? {colour} : " for region, colour in colours.items())
    return f"{cases}[0, 0, 0, 0]"
