"""The shelf beside the map: the events that are no point on it."""

from markupsafe import Markup

from components.map.groups import mark_of
from components.map.scene import Scene
from components.markup import render


def shelf(scene: Scene, theme: str) -> Markup:
    """The groups beside the map, each a link: nationwide, abroad, known to the region or to the city only."""
    rows = [
        {
            "id": f"shelf-{placed.place['place_id']}",
            "name": placed.name,
            "n": scene.language.number(placed.group.total),
            "words": f"{placed.name}: {placed.words}",
            "mark": mark_of(placed.group, theme),
            "href": placed.path,
            "chosen": placed.chosen,
        }
        for placed in scene.shelf
    ]
    return render("map/shelf", scene.language, rows=rows)
