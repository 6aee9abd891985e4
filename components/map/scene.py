"""What a map shows of a view, computed once: the live map and the drawn ones only draw it."""

from dataclasses import dataclass

from components.address import address
from components.ground.cameras import CAMERAS, HEIGHT, WIDTH, Camera, Point, pixel
from components.ground.landmarks import LANDMARKS, landmarks
from components.ground.regions import middles_of
from components.language import Language
from components.map.eyes import eye_of
from components.map.groups import chosen_places, group_words, toggled
from components.map.veil import silent_regions
from components.words import labels
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

    `label` is the name with the number of events, `words` how many there are of each standing and kind.
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
    """A view from a camera; `camera` is its name, or none where it is fitted to the chosen places.

    `marks` are the groups with a point, wherever it lies; `regions` what is known to a region alone, with a point in
    its middle; `shelf` all that is neither: near a city, and where its middle can't be seen, a region too. `landmarks`
    are the places without a mark that a reader finds the way by. `silences` are the cuts of the internet and the
    curfews that the view touches, `veil` the regions to hatch, where others were not cut. `rest` says how many places
    are left out, where there are more than can be told apart. `most` is how many events the largest mark may have, here
    or on a map beside this one.
    """

    shown: Shown
    language: Language
    camera: str
    eye: Camera
    marks: list[tuple[PlacedGroup, Point]]
    regions: list[tuple[PlacedGroup, Point]]
    shelf: list[PlacedGroup]
    landmarks: list[tuple[PlaceRow, Point]]
    silences: list[DatedBand]
    veil: list[str]
    rest: str = ""
    most: int = 1

    @property
    def total(self) -> int:
        """How many events its marks and regions stand for."""
        return sum(placed.group.total for placed, _ in (*self.marks, *self.regions))

    @property
    def looks_at(self) -> str:
        """The name of what it looks at, while nobody has moved it from there."""
        return self.camera or ".".join(self.shown.view.places)

    @property
    def title(self) -> str:
        """Where it looks, in words."""
        if self.camera:
            return labels.camera(self.language, self.camera)
        rows = self.shown.record.place_rows
        return self.language.listing([place_words(rows[place], self.language) for place in self.shown.view.places])


def scene(shown: Shown, language: Language, camera: str = "", moved: Camera | None = None) -> Scene:
    """What a map shows of a view, from its camera, from another one of CAMERAS, or from where a reader moved it."""
    name, eye = (camera, CAMERAS[camera]) if camera else eye_of(shown.view, shown.record)
    eye = moved or eye
    groups, silent = on_map(shown, eye.city), silences(shown)
    chosen = chosen_places(shown, eye.city)
    spots = [(group, at) for group in groups.spots if (at := shown.record.point_of(group.place_id))]
    marks = [(_placed(group, shown, language, chosen), at) for group, at in spots[:MOST_MARKS]]
    middles = {group.place_id: _middle(group.place_id, eye) for group in groups.regions}
    beside = [*groups.shelf, *(group for group in groups.regions if not middles[group.place_id])]
    marked = {group.place_id for group in groups.spots}
    return Scene(
        shown,
        language,
        name,
        eye,
        marks,
        [(_placed(group, shown, language, chosen), at) for group in groups.regions if (at := middles[group.place_id])],
        [_placed(group, shown, language, chosen, shelf=True) for group in beside[:MOST_BESIDE]],
        list(landmarks(shown.record, LANDMARKS.get(eye.city, ()), marked)),
        silent,
        silent_regions(shown, silent),
        _rest(max(len(spots) - MOST_MARKS, 0) + max(len(beside) - MOST_BESIDE, 0), language),
    )


def _middle(region_id: str, eye: Camera) -> Point | None:
    """The middle of a region, if the canvas of a camera that is not over a city has it."""
    if eye.city or not (middles := middles_of(region_id)):
        return None
    (x, y), (left, top) = pixel(*middles[0], eye.zoom), pixel(eye.longitude, eye.latitude, eye.zoom)
    return middles[0] if abs(x - left) < WIDTH / 2 and abs(y - top) < HEIGHT / 2 else None


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
    if shelf and place["kind"] in ("city", "town"):
        name = language.text("{place}, spot not known").format(place=name)
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
    return {"kazakhstan": _("Nationwide"), "abroad": _("Abroad")}
