"""What stands on a drawn map, with its place there: marks, landmarks, and the names of all of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from components.address import address
from components.drawing.label_placement import Box, Placed, Spot, place_labels, taken_by
from components.ground.frame import Frame
from components.ground.regions import middles_of
from components.ground.streets import StreetName, name_of, street_names, streets_seen
from components.map.arrangement import Disc, arranged
from components.map.groups import counts_of, diameters, group_words, leading_family, toggled
from components.map.marks import LINE, Wedge, simplified, wedges
from components.map.scene import PlacedGroup, Scene
from components.words.places import place_words
from data.queries.mapping import Group
from data.vocabulary import FILLING_OF, STATUSES

SQUARE = 0.9
"""How wide a square is beside the diameter of a disc for as many events."""
TYPE_SIZES = {"page": 14, "column": 22, "phone": 26}
"""The size of the names on a map across the page, in a column of it, and on a phone: about twelve pixels each time."""


@dataclass(frozen=True)
class Display:
    """How a drawn map is shown.

    `type` is the size of its names in pixels. `scales` are pixels a unit, the smallest first: at each the names find
    room, those of the smaller ones before. Marks keep `apart` at one of them. They are drawn up to so many units
    `beyond` the canvas, and the `landmarks` are named or not. No name stands on what is `blocked` at
    a scale, in pixels. What has found room holds up to the `largest` scale there may be.
    """

    type: float
    scales: tuple[float, ...] = (1,)
    largest: float = 1
    apart: float = 1
    beyond: float = 0
    landmarks: bool = True
    blocked: Callable[[float], tuple[Box, ...]] = lambda _: ()

    @property
    def magnified(self) -> float:
        """How much larger than usual marks are drawn: as the type is."""
        return self.type / TYPE_SIZES["page"]


@dataclass
class Sign:
    """A mark, or a landmark without one, which has no `wedges`.

    It is `size` pixels across, at a point in units; its `text`, the `name` with a number, or for want of room its
    `short` one, has the place `label` from the scale of the number `level` on, or none. A mark is a link for the
    `places` it stands for, with the width of its `line`s; it `stands` at another point where it was pushed from that.
    A `square` is what is known to a region alone.
    """

    name: str
    text: str
    x: float
    y: float
    size: float
    short: str = ""
    shortened: bool = False
    label: Placed | None = None
    level: int = 0
    places: Sequence[str] = ()
    href: str = ""
    words: str = ""
    group: Group | None = None
    wedges: Sequence[Wedge] = ()
    line: float = 0
    square: bool = False
    chosen: bool = False
    stands: tuple[float, float] | None = None

    @property
    def written(self) -> str:
        """What is written beside it."""
        return self.short if self.shortened else self.text


def map_rows(scene: Scene, display: Display, frame: Frame) -> list[Sign]:
    """The marks and the landmarks without one; a landmark whose name has no room is left out, as a dot says nothing."""
    found = [(part, frame.point(*at)) for part, at in scene.marks if frame.has(at, display.beyond)]
    marks = arranged(found, display.apart, display.magnified, bool(scene.eye.city), scene.most)
    rows = [_mark_row(mark, scene, display) for mark in marks]
    rows += _squares(scene, display, frame, rows)
    if display.landmarks:
        rows += [
            _landmark(place_words(place, scene.language), frame.point(*at))
            for place, at in scene.landmarks
            if frame.has(at)
        ]
    placed: list[Placed | None] = []
    for level, scale in enumerate(display.scales):
        for _ in ("long", "short"):
            placed = place_labels(
                _spots(rows, scale),
                display.type,
                _canvas(frame, scale),
                kept=placed,
                blocked=display.blocked(scale),
                grows=max(display.largest / scale, 1),
            )
            for row, where in zip(rows, placed, strict=True):
                row.shortened |= bool(row.short and not where)
        for row, where in zip(rows, placed, strict=True):
            if where and not row.label:
                row.label, row.level = where, level
    return [row for row in rows if row.label or row.wedges]


def street_rows(scene: Scene, rows: Sequence[Sign], display: Display, frame: Frame, level: int = 0) -> list[StreetName]:
    """The names along the streets, in units, for one of the scales, beside the names of `rows` that stand there."""
    scale = display.scales[level]
    labels = [row.label if row.level <= level else None for row in rows]
    taken = [*taken_by(_spots(rows, scale), labels, display.type), *display.blocked(scale)]
    lines = [
        (
            name_of(street, scene.language),
            tuple((x * scale, y * scale) for x, y in (frame.point(*at) for at in street.line)),
        )
        for street in streets_seen(scene.eye)
    ]
    return [
        StreetName(name.text, (round(name.at[0] / scale, 1), round(name.at[1] / scale, 1)), name.angle)
        for name in street_names(lines, display.type, _canvas(frame, scale), taken)
    ]


def disc_of(group: Group, size: float, magnified: float = 1) -> tuple[list[Wedge], float]:
    """The slices of a group's disc of a diameter, and how wide their outlines are."""
    line = LINE * magnified
    return wedges(simplified(counts_of(group), size / magnified), size, line), round(line, 2)


def square_of(group: Group, size: float, magnified: float = 1) -> tuple[list[Wedge], float]:
    """The hollow square of what is known to a region alone, of a width, in the colour of its leading family."""
    line = LINE * magnified
    half = round((size - line) / 2, 2)
    path = f"M{-half} {-half}H{half}V{half}H{-half}z"
    return [(leading_family(group), _HOLLOW, path)], round(line, 2)


_HOLLOW = next(status for status in STATUSES if FILLING_OF[status] == "hollow")


def _spots(rows: Sequence[Sign], scale: float) -> list[Spot]:
    return [Spot(row.x * scale, row.y * scale, row.size / 2, row.written) for row in rows]


def _canvas(frame: Frame, scale: float) -> Box:
    return 0, 0, frame.width * scale, frame.height * scale


def _mark_row(mark: Disc, scene: Scene, display: Display) -> Sign:
    first, language = mark.parts[0], scene.language
    row = _row(first, mark.at, mark.size)
    row.group, row.stands = mark.group, mark.stands if mark.at != mark.stands else None
    row.wedges, row.line = disc_of(mark.group, mark.size, display.magnified)
    if len(mark.parts) > 1:
        row.places = [part.place["place_id"] for part in mark.parts]
        name = language.text("{place} and around").format(place=first.name)
        number = language.number(mark.group.total)
        row.name, row.text, row.short = name, f"{name} {number}", f"{first.name} … {number}"
        row.words = f"{group_words(mark.group, language)}\n{language.listing([part.label for part in mark.parts])}"
        row.href = address(toggled(scene.shown.view, *row.places))
        row.chosen = any(part.chosen for part in mark.parts)
    return row


def _squares(scene: Scene, display: Display, frame: Frame, marks: Sequence[Sign]) -> Iterator[Sign]:
    """What is known to a region alone: in its middle, or beside that where a mark lies there."""
    scale = display.apart
    diameter = diameters([group.group for group, _ in (*scene.marks, *scene.regions)], display.magnified, scene.most)
    for placed, _ in scene.regions:
        size = round(diameter(placed.group) * SQUARE, 1)
        spots = [frame.point(*at) for at in middles_of(placed.place["place_id"])]
        free = (at for at in spots if not any(_touch(at, size, mark, scale) for mark in marks))
        row = _row(placed, next(free, spots[0]), size)
        row.wedges, row.line = square_of(placed.group, size, display.magnified)
        row.square = True
        yield row


def _landmark(name: str, at: tuple[float, float]) -> Sign:
    return Sign(name, name, *at, 5.0)


def _touch(at: tuple[float, float], size: float, mark: Sign, scale: float) -> bool:
    room = (size + mark.size) / 2 + 3
    return abs(at[0] - mark.x) * scale < room and abs(at[1] - mark.y) * scale < room


def _row(placed: PlacedGroup, at: tuple[float, float], size: float) -> Sign:
    return Sign(
        placed.name,
        placed.label,
        *at,
        size,
        places=[placed.place["place_id"]],
        href=placed.path,
        words=placed.words,
        group=placed.group,
        chosen=placed.chosen,
    )
