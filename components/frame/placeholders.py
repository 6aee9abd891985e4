"""What stands in the place of a widget where the app is not: links for its choices, drawings for its charts."""

from markupsafe import Markup

from components.address import address
from components.frame.context import Context
from components.map.svg import TYPE_SIZES, map_figure
from components.markup import render
from components.timeline.svg import TimelineCanvas, timeline_figure
from components.words import labels
from data.queries.view import CAMERAS, LANES

TIMELINE = TimelineCanvas(width=650, left=150)
"""The timeline in its column; in a narrower one its words would be too small, and the list has the same events."""


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


def lanes(context: Context, _: bool) -> Markup:
    """Links to what the timeline's lanes are."""
    language, view = context.language, context.view
    links = [
        (labels.lanes(language, value), address(view.but(lanes=value), context.page), value == view.laned_by)
        for value in LANES
    ]
    return render(
        "frame/choices",
        language,
        choices=links,
        label=language.text("Lanes"),
        part="timeline",
        heading=language.text("Timeline"),
    )


def standing_map(context: Context, narrow: bool) -> Markup:
    """The drawn map, as high as the live one; also in the app until that has come, and without WebGL."""
    drawn = map_figure(context.scene, TYPE_SIZES["phone" if narrow else "page"])
    return Markup('<div class="standing-in">{}</div>').format(drawn)


def timeline(context: Context, _: bool) -> Markup:
    """The drawn timeline, where its column is wide enough for it."""
    return Markup('<div class="not-middling">{}</div>').format(timeline_figure(context.plan, TIMELINE))
