"""The live map: a deck of marks and names over the offline base map, seen while a reader moves the camera."""

import json
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

from components.address import asset, mark_address
from components.drawing.palette import ACCENT, FAMILY_COLOURS, HOLLOW, INK, MUTED, rgb
from components.ground.cameras import HEIGHT, WIDTH, degrees_at, pixel
from components.ground.frame import Frame
from components.map.box import DISPLAYS
from components.map.groups import counts_of, leading_family
from components.map.marks import mark_code, simplified
from components.map.rows import Sign, map_rows, street_rows
from components.map.scene import Scene

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
    """The deck of a scene, with the marks and names of the drawn map. `theme` is "light" or "dark"; `narrow` is for a
    narrow window. The browser moves its camera (`static/map.js`)."""
    frame, display = Frame(WIDTH, HEIGHT, scene.eye), DISPLAYS[narrow]
    rows = map_rows(scene, display, frame)
    level = len(display.scales) - 2
    names = street_rows(scene, rows, display, frame, level)
    discs = [row for row in rows if row.group and not row.square]
    layers = [
        *_veil(scene.veil, theme),
        pdk.Layer(
            "LineLayer",
            [{"from": _at(scene, *row.stands), "to": _at(scene, row.x, row.y)} for row in rows if row.stands],
            id="stems",
            get_source_position="from",
            get_target_position="to",
            get_color=rgb(MUTED[theme]),
            get_width=1,
            width_units="'pixels'",
        ),
        pdk.Layer(
            "ScatterplotLayer",
            [{"at": _at(scene, row.x, row.y)} for row in rows if not row.group and row.level <= level],
            id="towns",
            get_position="at",
            get_radius=2.5,
            radius_units="'pixels'",
            get_fill_color=rgb(MUTED[theme]),
        ),
        _texts(
            "streets",
            [{"text": literal(name.text), "at": _at(scene, *name.at), "angle": -name.angle} for name in names],
            display.type,
            theme,
            get_angle="angle",
            get_color=rgb(MUTED[theme]),
        ),
        pdk.Layer(
            "PolygonLayer",
            [_square(scene, row, theme, display.scales[level]) for row in rows if row.square],
            id="regions",
            get_polygon="outline",
            get_fill_color=rgb(HOLLOW[theme]),
            get_line_color="colour",
            get_line_width=2,
            line_width_units="'pixels'",
        ),
        pdk.Layer(
            "IconLayer",
            [_disc(scene, row, theme, display.magnified) for row in discs],
            id="marks",
            get_position="at",
            get_icon="icon",
            get_size="size",
            size_units="'pixels'",
        ),
        pdk.Layer(
            "ScatterplotLayer",
            [{"at": _at(scene, row.x, row.y), "ring": row.size / 2 + 4} for row in rows if row.chosen],
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
        _texts(
            "names",
            [_name(scene, row) for row in rows if row.label and row.level <= level],
            display.type,
            theme,
            get_text_anchor="anchor",
            get_alignment_baseline="baseline",
            get_pixel_offset="offset",
        ),
    ]
    return CompactDeck(
        layers=layers,
        views=[pdk.View(type="MapView", controller=False)],
        map_provider="maplibre",
        map_style=asset(f"basemap/style-{theme}.json"),
        # Always the same: where it differs from the last one the front end would leave the camera of the browser.
        initial_view_state=pdk.ViewState(longitude=67, latitude=48, zoom=3, min_zoom=1, max_zoom=16),
    )


def literal(text: str) -> str:
    """Text as the map shows it: it would run what begins with two at signs."""
    return f" {text}" if text.startswith("@@") else text


def _at(scene: Scene, x: float, y: float) -> list[float]:
    """The longitude and latitude of a point of the canvas."""
    left, top = pixel(scene.eye.longitude, scene.eye.latitude, scene.eye.zoom)
    return [round(part, 5) for part in degrees_at(left + x - WIDTH / 2, top + y - HEIGHT / 2, scene.eye.zoom)]


def _disc(scene: Scene, row: Sign, theme: str, magnified: float) -> dict[str, Any]:
    assert row.group is not None
    code = mark_code(simplified(counts_of(row.group), row.size / magnified))
    icon = {"url": mark_address(code, theme), "width": 64, "height": 64}
    return {"at": _at(scene, row.x, row.y), "size": row.size, "icon": icon, "places": row.places}


def _square(scene: Scene, row: Sign, theme: str, scale: float) -> dict[str, Any]:
    assert row.group is not None
    half = row.size / 2 / scale
    corners = [(row.x + dx * half, row.y + dy * half) for dx, dy in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    colour = rgb(FAMILY_COLOURS[theme][leading_family(row.group)])
    return {"outline": [_at(scene, *corner) for corner in corners], "colour": colour, "places": row.places}


def _name(scene: Scene, row: Sign) -> dict[str, Any]:
    assert row.label is not None
    return {
        "text": literal(row.written),
        "at": _at(scene, row.x, row.y),
        "anchor": row.label.anchor,
        "baseline": row.label.baseline,
        "offset": row.label.offset,
    }


def _texts(name: str, rows: Sequence[dict[str, Any]], size: float, theme: str, **of_each: Any) -> pdk.Layer:
    return pdk.Layer(
        "TextLayer",
        rows,
        id=name,
        get_position="at",
        get_text="text",
        get_size=size,
        size_units="'pixels'",
        character_set="'auto'",
        font_family="'Source Sans, sans-serif'",
        font_weight=600,
        font_settings={"fontSize": 48},
        **{"get_color": rgb(INK[theme])} | of_each,
    )


def _veil(regions: Iterable[str], theme: str) -> list[pdk.Layer]:
    """Greyed regions, where the internet was cut and in others not; no layer where there are none."""
    colour = [*rgb(MUTED[theme]), VEIL]
    cases = "".join(f"properties.place_id == '{region}' ? {colour} : " for region in regions)
    if not cases:
        return []
    return [
        pdk.Layer(
            "GeoJsonLayer",
            asset("basemap/regions.geojson"),
            id="veil",
            get_fill_color=f"{cases}[0, 0, 0, 0]",
            stroked=False,
        )
    ]
