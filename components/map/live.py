"""The map: a deck of marks and names over the offline base map."""

import json
from collections.abc import Iterable
from typing import Any

import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

from components.address import asset
from components.drawing.label_placement import Spot, place_labels
from components.drawing.palette import ACCENT, FAMILY_COLOURS, INK, MUTED, PAPER, rgb
from components.language import Language
from components.map.cameras import CAMERAS, Camera, frame, pixel, ruler
from components.map.groups import chosen_places, diameters, leading_family, mark_of, said
from components.map.landmarks import LANDMARKS, landmarks
from components.map.silence import silent_regions
from components.words.places import place_words
from data.mapping import Group, on_map
from data.query import Shown
from data.rows import PlaceRow

TYPE = 13
"""The size of the names in pixels."""
VEIL = 46
"""How dense the veil over a cut network is, of 255."""


class CompactDeck(pdk.Deck):  # type: ignore[misc]  # pydeck has no types
    """A deck whose JSON has no indentation: a third less to send on every step."""

    def to_json(self) -> str:
        return json.dumps(self, sort_keys=True, default=default_serialize, ensure_ascii=False, separators=(",", ":"))


def event_deck(shown: Shown, language: Language, theme: str, narrow: bool = False) -> pdk.Deck:
    """The deck for a view. `theme` is "light" or "dark"; `narrow` is for a map the width of a phone."""
    camera = CAMERAS[shown.view.camera]
    groups = on_map(shown, camera.city)
    zoom = camera.at(narrow)
    marks = _marks(groups.spots, shown, language, theme, zoom)
    names = _names(marks, shown, language, camera, narrow)
    scale = ruler(camera, narrow)
    # A click selects a row of a layer, and Streamlit keeps that as long as the layer has its name, fading all else.
    # A click changes the place, so with the place in their names the layers lose it again.
    place = "-".join(shown.view.places)
    layers = [
        *_veil(silent_regions(shown), theme),
        _region_layer([] if camera.city else groups.regions, theme, f"regions {place}".strip()),
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


def _marks(groups: list[Group], shown: Shown, language: Language, theme: str, zoom: float) -> list[dict[str, Any]]:
    diameter = diameters(groups, 0.7 if zoom < 3 else 1)
    chosen = chosen_places(shown)
    rows = []
    for group in groups:
        place = shown.record.place_rows[group.place_id]
        size = diameter(group)
        name = language.of(place, "name")
        rows.append(
            {
                "place_id": group.place_id,
                "name": literal(said(name, group, language)),
                "text": literal(f"{name} {language.number(group.total)}"),
                "n": group.total,
                "at": [place["lon"], place["lat"]],
                "size": size,
                "ring": size / 2 + 3,
                "chosen": group.place_id in chosen,
                "icon": {"url": mark_of(group, theme), "width": 64, "height": 64},
            }
        )
    return rows


def _names(
    marks: list[dict[str, Any]], shown: Shown, language: Language, camera: Camera, narrow: bool
) -> list[dict[str, Any]]:
    """Names for the marks, each with its place on the screen or none, and for the landmarks that have room for one."""
    zoom = camera.at(narrow)
    marked = {row["place_id"] for row in marks}
    rows = [{key: row[key] for key in ("text", "n", "at", "size")} for row in marks]
    rows += [_town(place, language) for place in landmarks(shown.record, LANDMARKS[camera.city], marked)]
    spots = [Spot(*pixel(row["at"][0], row["at"][1], zoom), row["size"] / 2, row["text"]) for row in rows]
    for row, placed in zip(rows, place_labels(spots, TYPE, frame(camera, narrow)), strict=True):
        row["offset"] = placed.offset if placed else None
        row["anchor"] = placed.anchor if placed else ""
        row["baseline"] = placed.baseline if placed else ""
    return [row for row in rows if row["n"] or row["offset"]]


def literal(text: str) -> str:
    """Text as the map shows it: it would run what begins with two at signs."""
    return f" {text}" if text.startswith("@@") else text


def _town(place: PlaceRow, language: Language) -> dict[str, Any]:
    return {"text": literal(place_words(place, language)), "n": 0, "at": [place["lon"], place["lat"]], "size": 5}


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
