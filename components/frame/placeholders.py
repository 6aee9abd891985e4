"""What stands in the place of a widget where the app is not: links for its choices, drawings for its charts."""

from markupsafe import Markup

from components.address import address
from components.frame.context import Context
from components.map.svg import TYPE_SIZES, map_figure
from components.markup import render
from components.words import labels
from data.queries.view import CAMERAS


def cameras(context: Context, _: bool) -> Markup:
    """Links to the points of view of the map."""
    language, view = context.language, context.view
    links = [
        (labels.camera(language, camera), address(view.but(camera=camera), context.page), camera == view.camera)
        for camera in CAMERAS
    ]
    return render(
        "frame/choices",
        language,
        choices=links,
        label=language.text("Look at"),
        part="map",
        heading=language.text("Map"),
    )


def standing_map(context: Context, narrow: bool) -> Markup:
    """The drawn map, as high as the live one; also in the app until that has come, and without WebGL."""
    drawn = map_figure(context.scene, TYPE_SIZES["phone" if narrow else "page"])
    return Markup('<div class="standing-in">{}</div>').format(drawn)
