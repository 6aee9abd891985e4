"""What stands in the place of a widget where the app is not."""

from markupsafe import Markup

from components.frame.context import Context
from components.map.box import map_box


def standing_map(context: Context, narrow: tuple[bool, ...]) -> Markup:
    """The drawn map in its box, as in the app."""
    return Markup('<div class="st-key-map-canvas">{}</div>').format(map_box(context.scene, *narrow))
