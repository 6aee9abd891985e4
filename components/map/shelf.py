"""The shelf along the map's lower edge: the events that are no point on it."""

from markupsafe import Markup

from components.map.rows import disc_of, square_of
from components.map.scene import Scene
from components.markup import render

SIZE = 13.0
"""How large a mark is on the shelf, in pixels."""


def shelf(scene: Scene) -> Markup:
    """The groups beside the map, each a link: nationwide, abroad, known to the region or to the city only."""
    rows = []
    for placed in scene.shelf:
        is_region = placed.place["kind"] == "region"
        drawn, line = (square_of if is_region else disc_of)(placed.group, SIZE)
        rows.append(
            {
                "place": placed.place["place_id"],
                "name": placed.name,
                "n": scene.language.number(placed.group.total),
                "words": f"{placed.name}\n{placed.words}",
                "drawn": {"size": SIZE, "wedges": drawn, "line": line, "square": is_region},
                "href": placed.path,
                "chosen": placed.chosen,
            }
        )
    return render("map/shelf", scene.language, rows=rows, size=SIZE + 2)
