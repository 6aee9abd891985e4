"""The map drawn as a figure: for pictures, for slides, for print, and for pages that are read."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from shapely import clip_by_rect

from components.drawing.label_placement import LETTER, Box
from components.drawing.windows import window_classes
from components.figure import Figure
from components.ground.cameras import CAMERAS, HEIGHT, WIDTH, Point, ruler
from components.ground.frame import Frame
from components.ground.outlines import filled, line_path, lines, outline
from components.ground.streets import streets_seen
from components.map.rows import TYPE_SIZES, Display, map_rows, street_rows
from components.map.scene import PlacedGroup, Scene
from data.loading.geography import base_map_shapes

CITIES = ("almaty", "nur-sultan")
"""The outlines of the base map that lie in a hole of another."""
_SIMPLER = 0.05
"""Outlines are simplified by so many degrees, about 4 km: less than two pixels here."""


def map_figure(scene: Scene, *sizes: float, width: float = WIDTH, height: float = HEIGHT) -> Figure:
    """The map with the marks of its events as links, and their names.

    Their size is in units, that of TYPE_SIZES["page"] where none is given: the smaller the picture is shown, the larger
    they and the marks have to be drawn. On a phone the landmarks without events are left out. Of two sizes the first is
    for wide windows, the second for phones.
    """
    frame = Frame(width, height, scene.eye)
    sizes = sizes or (TYPE_SIZES["page"],)
    shown = window_classes("phone", len(sizes))
    values = {
        "base": base_paths(scene, frame),
        "width": width,
        "layers": [_layer(scene, frame, size) | {"shown": one} for size, one in zip(sizes, shown, strict=True)],
    }
    return Figure("map", "map/svg", values, scene.language, width, height, map_words(scene))


def _layer(scene: Scene, frame: Frame, size: float) -> dict[str, Any]:
    """What stands on the map with names of a size."""
    bar = scale_bar(scene, frame)
    taken = (*credit_box(credit_of(scene), size, frame.width, frame.height), bar_box(bar, size))
    display = Display(size, landmarks=size < TYPE_SIZES["phone"], blocked=lambda _: taken)
    rows = map_rows(scene, display, frame)
    return {"rows": rows, "names": street_rows(scene, rows, display, frame), "scale": bar, "type": size}


def map_words(scene: Scene) -> str:
    """What a drawn map is, for whoever can't see it."""
    return scene.language.text("Map of Kazakhstan with the events of this page")


def base_paths(scene: Scene, frame: Frame) -> dict[str, Any]:
    """What lies under the marks, as paths: land, veil, water, rivers, and the streets by their kind.

    The outlines of cities are left out: they are too coarse to be seen from near, and Almaty's is older than 2022.
    """
    return land_paths(frame, scene.veil, credit_of(scene))


def land_paths(frame: Frame, veil: Sequence[str] = (), credit: str = "") -> dict[str, Any]:
    """The same for a frame without a scene: `veil` are the regions to hatch, `credit` whose the streets are."""
    streets: dict[str, str] = {}
    for street in streets_seen(frame.eye):
        streets[street.kind] = streets.get(street.kind, "") + line_path(street.line, frame.point)
    return {
        "land": "".join(_paths("regions", frame, holes=False).values()),
        "veil": "".join(path for region, path in _paths("regions", frame).items() if region in veil),
        "water": "".join(_paths("water", frame).values()),
        "rivers": "".join(_paths("rivers", frame).values()),
        "streets": streets,
        "credit": credit,
    }


def credit_of(scene: Scene) -> str:
    """Whose the streets are, where there are any."""
    return scene.language.text("Streets © OpenStreetMap contributors") if streets_seen(scene.eye) else ""


def credit_box(credit: str, size: float, width: float, height: float) -> tuple[Box, ...]:
    """What that covers in the lower right of a map, if anything."""
    across = len(credit) * size * LETTER + 12
    return ((width - across, height - 2 * size, width, height),) if credit else ()


def scale_bar(scene: Scene, frame: Frame) -> dict[str, Any]:
    """The scale in the lower left: where it begins and how long it is, in units, and its words."""
    found, _ = ruler(scene.eye), scene.language.text
    number = scene.language.number
    kilometres = found.metres >= 1000
    words = _("{n} km").format(n=number(found.metres // 1000)) if kilometres else _("{n} m").format(n=found.metres)
    return {"x": 30, "y": frame.height - 12, "units": found.units, "text": words}


def bar_box(bar: dict[str, Any], size: float, scale: float = 1) -> Box:
    """What the scale with its words covers, in pixels of which there are so many a unit."""
    left, foot = bar["x"] * scale, bar["y"] * scale
    return left, foot - 8 - size, left + max(bar["units"] * scale, len(bar["text"]) * size * LETTER + 8), foot + 2


def marks_in(scene: Scene, frame: Frame) -> list[tuple[PlacedGroup, Point]]:
    """The groups whose point a frame has, with it."""
    return [(mark, at) for mark, at in (*scene.marks, *scene.regions) if frame.has(at)]


def outside(scene: Scene) -> int:
    """How many of the events with a point a drawn map doesn't reach."""
    frame = Frame(WIDTH, HEIGHT, scene.eye)
    return sum(mark.group.total for mark, at in scene.marks if not frame.has(at))


@lru_cache(maxsize=32)
def _paths(name: str, frame: Frame, holes: bool = True) -> dict[str, str]:
    """The SVG paths of one file of the base map in a frame, simplified, by place or number.

    Without `holes` what lies in one is left out.
    """
    simpler = _SIMPLER * 2 ** (CAMERAS["kazakhstan"].zoom - frame.eye.zoom)
    write = lines if name == "rivers" else outline
    shapes = base_map_shapes(name)
    if not holes:
        shapes = {key: filled(shape) for key, shape in shapes.items() if key not in CITIES}
    clipped = {key: clip_by_rect(shape.simplify(simpler), *frame.reach) for key, shape in shapes.items()}

    def point(longitude: float, latitude: float) -> tuple[float, float]:
        """To half a unit: finer is not seen in an outline so simple, and takes half as much again to send."""
        x, y = frame.point(longitude, latitude)
        return round(2 * x) / 2, round(2 * y) / 2

    return {key: write(shape, point) for key, shape in clipped.items()}
