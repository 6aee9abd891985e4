"""The map of Explore: drawn so that it fills its box, whatever its size, with points of view and the shelf on it."""

from dataclasses import replace
from typing import Any

from markupsafe import Markup

from components.address import address
from components.drawing.windows import window_classes
from components.figure import here
from components.ground.cameras import CAMERAS, HEIGHT, WIDTH
from components.ground.frame import Frame
from components.map.eyes import WHOLE
from components.map.rows import Display, map_rows, street_rows
from components.map.scene import Scene
from components.map.shelf import shelf
from components.map.silence import cut_line
from components.map.svg import bar_box, base_paths, map_words, scale_bar
from components.markup import render
from components.words import labels
from components.words.places import place_words
from data.queries.query import places_of

DISPLAYS = {
    False: Display(13, (0.38, 0.58, 0.8, 1.06), 2.5, apart=0.58, beyond=400),
    True: Display(12, (0.46, 0.6, 0.8, 1.06), 2.5, apart=0.46, beyond=400, landmarks=False),
}
"""How the map is shown in a window of its own width, and in a narrow one; `static/qantar.css` knows the scales."""


def map_box(scene: Scene, *narrow: bool, moved: bool = False) -> Markup:
    """The map with all that stands on it, its marks and names for a narrow window or a wide one, or both, wide first.

    `moved` is whether its reader has moved it, so that there is a way back.
    """
    frame = Frame(WIDTH, HEIGHT, scene.eye)
    bar = scale_bar(scene, frame)
    return render(
        "map/box",
        scene.language,
        eye=scene.eye,
        looks_at=scene.looks_at,
        label=map_words(scene),
        layers=[
            _layer(scene, frame, bar, one, shown)
            for one, shown in zip(narrow, window_classes("small", len(narrow)), strict=True)
        ],
        base=base_paths(scene, frame),
        scale=bar,
        width=WIDTH,
        height=HEIGHT,
        link=here,
        cameras=_cameras(scene, moved),
        only=_only(scene),
        cut=cut_line(scene),
        shelf=shelf(scene),
        moved=moved,
    )


def _layer(scene: Scene, frame: Frame, bar: dict[str, Any], narrow: bool, shown: str) -> dict[str, Any]:
    """The marks and names for a window: `kind` names its scales, `shown` is the class by which it shows them."""
    shown_as = DISPLAYS[narrow]
    display = replace(shown_as, blocked=lambda scale: (bar_box(bar, shown_as.type, scale),))
    rows = map_rows(scene, display, frame)
    return {
        "kind": "narrow" if narrow else "wide",
        "shown": shown,
        "rows": rows,
        "stems": [row for row in rows if row.stands],
        "streets": [street_rows(scene, rows, display, frame, level) for level in range(len(display.scales))],
        "type": display.type,
    }


def _cameras(scene: Scene, moved: bool) -> list[dict[str, object]]:
    view = scene.shown.view
    return [
        {
            "id": camera,
            "words": labels.camera(scene.language, camera),
            "href": address(view.but(camera="" if camera == WHOLE and not view.places else camera)),
            "here": camera == scene.camera and not moved,
        }
        for camera in CAMERAS
        if camera != "centre" or scene.eye.city == CAMERAS[camera].city
    ]


def _only(scene: Scene) -> dict[str, str] | None:
    """The link that keeps to the events of the city that the map looks at."""
    view, city, record = scene.shown.view, scene.eye.city, scene.shown.record
    if not city or any(city in record.within[place] for place in view.places):
        return None
    events = sum(any(city in record.within[place] for place in places_of(event)) for event in scene.shown.rows)
    words = scene.language.text("Only {place} ({n})").format(
        place=place_words(record.place_rows[city], scene.language), n=scene.language.number(events)
    )
    return {"href": address(view.filtered(places=(city,))), "words": words}
