"""What a map shows of a view, computed once: the live map and the drawn ones only draw it."""

from dataclasses import dataclass

from components.address import address
from components.language import Language
from components.map.cameras import CAMERAS, Camera, Point
from components.map.groups import chosen_places, group_words, toggled
from components.map.landmarks import LANDMARKS, landmarks
from components.map.veil import silent_regions
from components.words.places import place_words
from data.loading.rows import PlaceRow
from data.queries.bands import DatedBand, silences
from data.queries.mapping import Group, on_map
from data.queries.query import Shown

MOST_MARKS, MOST_BESIDE = 300, 100
"""So many places have room on a map, and beside it: those with most events."""


@dataclass(frozen=True)
class PlacedGroup:
    """Events drawn together with their place, what is said of them, and the view that chooses them.

    `label` is the name with the number of events, `words` how many there are of each standing.
    """

    group: Group
    place: PlaceRow
    name: str
    label: str
    words: str
    path: str
    chosen: bool


@dataclass(frozen=True)
class Scene:
    """A view from a camera.

    `marks` are the groups with a point, wherever it lies; `regions` those that tint a region, none from near a city;
    `shelf` all that are no point. `landmarks` are the places without a mark that a reader finds the way by. `silences`
    are the cuts of the internet and the curfews that the view touches, `veil` the regions to grey. `rest` says how many
    places are left out, where there are more than can be told apart.
    """

    shown: Shown
    language: Language
    camera: str
    eye: Camera
    marks: list[tuple[PlacedGroup, Point]]
    regions: list[Group]
    shelf: list[PlacedGroup]
    landmarks: list[tuple[PlaceRow, Point]]
    silences: list[DatedBand]
    veil: list[str]
    rest: str = ""


def scene(shown: Shown, language: Language, camera: str = "") -> Scene:
    """What a map shows of a view, from its camera or another one of CAMERAS."""
    camera = camera or shown.view.camera
    eye = CAMERAS[camera]
    groups, silent = on_map(shown, eye.city), silences(shown)
    ringed, chosen = chosen_places(shown), set(shown.view.places)
    spots = [(group, at) for group in groups.spots if (at := shown.record.point_of(group.place_id))]
    marks = [(_placed(group, shown, language, ringed), at) for group, at in spots[:MOST_MARKS]]
    beside = [*groups.shelf, *groups.regions]
    marked = {group.place_id for group in groups.spots}
    return Scene(
        shown,
        language,
        camera,
        eye,
        marks,
        [] if eye.city else groups.regions,
        [_placed(group, shown, language, chosen, shelf=True) for group in beside[:MOST_BESIDE]],
        list(landmarks(shown.record, LANDMARKS[eye.city], marked)),
        silent,
        silent_regions(shown, silent),
        _rest(max(len(spots) - MOST_MARKS, 0) + max(len(beside) - MOST_BESIDE, 0), language),
    )


def _rest(left_out: int, language: Language) -> str:
    if not left_out:
        return ""
    return language.plural(
        "{n} place with fewer events is left out of the map: choose fewer days, or filter, to see it.",
        "{n} places with fewer events are left out of the map: choose fewer days, or filter, to see them.",
        left_out,
    )


def _placed(group: Group, shown: Shown, language: Language, chosen: set[str], shelf: bool = False) -> PlacedGroup:
    place = shown.record.place_rows[group.place_id]
    name = (_shelf_names(language).get(group.place_id) if shelf else None) or place_words(place, language)
    return PlacedGroup(
        group,
        place,
        name,
        f"{name} {language.number(group.total)}",
        group_words(group, language),
        address(toggled(shown.view, group.place_id)),
        group.place_id in chosen,
    )


def _shelf_names(language: Language) -> dict[str, str]:
    _ = language.text
    return {"kazakhstan": _("Nationwide"), "abroad": _("Abroad"), "almaty": _("Almaty, spot not known")}
