"""The main streets of Almaty, for maps that look at the city: their lines, and where their names stand."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from math import atan2, cos, degrees, hypot, radians, sin

from components.drawing.label_placement import LETTER, Box
from components.ground.cameras import Camera, Point
from components.language import Language
from data.loading.geography import BASEMAP

FROM_ZOOM, SMALL_FROM_ZOOM = 9.0, 11.8
"""From these zooms on the main streets are drawn, and those of a neighbourhood too."""
MAIN = ("trunk", "primary")
_BENT = 14
"""A name stands where its street turns by no more than so many degrees."""
_LINE = 1.4
"""The height of a line of type in ems."""

Spot = tuple[float, float]


@dataclass(frozen=True)
class Street:
    """A street by its names in the languages of the record, its kind, and its turning points."""

    names: dict[str, str]
    kind: str
    line: tuple[Point, ...]


@dataclass(frozen=True)
class StreetName:
    """A name in the middle of a piece of street: where, and turned by how many degrees."""

    text: str
    at: Spot
    angle: float


@cache
def streets() -> tuple[Street, ...]:
    """All streets of the base map; the widest first."""
    features = json.loads((BASEMAP / "streets.geojson").read_text(encoding="utf-8"))["features"]
    return tuple(
        Street(
            {key[-2:]: name for key, name in feature["properties"].items() if key.startswith("name_")},
            feature["properties"]["kind"],
            tuple((longitude, latitude) for longitude, latitude in feature["geometry"]["coordinates"]),
        )
        for feature in features
    )


def streets_seen(camera: Camera) -> list[Street]:
    """The streets that are drawn from a camera."""
    if camera.zoom < FROM_ZOOM:
        return []
    return [street for street in streets() if street.kind in MAIN or camera.zoom >= SMALL_FROM_ZOOM or _long(street)]


def _long(street: Street) -> bool:
    """Whether a street runs through half of the city."""
    (west, south), (east, north) = (tuple(side(axis) for axis in zip(*street.line, strict=True)) for side in (min, max))
    return hypot((east - west) * 0.73, north - south) > 0.05


def street_names(
    lines: Sequence[tuple[str, tuple[Spot, ...]]], size: float, frame: Box, taken: Sequence[Box]
) -> list[StreetName]:
    """A name for each street that has room for it: on a straight piece in the frame, over no mark and no other name.

    `lines` are names with their turning points in pixels, `size` is that of the type.
    """
    boxes, found = list(taken), []
    for text, line in lines:
        half = len(text) * LETTER * size / 2 + size / 2
        for at, angle in _pieces(line, half, frame, size * _LINE / 2):
            covers = [_square(at, angle, along, size) for along in _steps(half, size)]
            if not any(_overlap(one, other) for one in covers for other in boxes):
                boxes += covers
                found.append(StreetName(text, at, angle))
                break
    return found


def name_of(street: Street, language: Language) -> str:
    """A street's name in the reader's language, in English where it has none."""
    return street.names.get(language.code) or street.names["en"]


@lru_cache(maxsize=2048)
def _pieces(line: tuple[Spot, ...], half: float, frame: Box, room: float) -> list[tuple[Spot, float]]:
    """The middles of straight pieces of a line that are long enough, the middle of the line first.

    They lie in a frame, with so much `room` to its edges.
    """
    lengths = [hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(line)]
    whole, step = sum(lengths), max(half / 3, 4.0)
    if whole < 2 * half:
        return []
    places = [half + step * number for number in range(int((whole - 2 * half) / step) + 1)]
    found = []
    left, top, right, bottom = frame
    inner = left + room, top + room, right - room, bottom - room
    for middle in sorted(places, key=lambda place: abs(place - whole / 2)):
        ends = _at(line, lengths, middle - half), _at(line, lengths, middle), _at(line, lengths, middle + half)
        turned = [degrees(atan2(b[1] - a[1], b[0] - a[0])) for a, b in pairwise(ends)]
        if abs((turned[1] - turned[0] + 180) % 360 - 180) > _BENT or not all(_in(end, inner) for end in ends):
            continue
        angle = degrees(atan2(ends[2][1] - ends[0][1], ends[2][0] - ends[0][0]))
        upright = (angle + 90) % 180 - 90
        middle_of = (ends[0][0] + ends[2][0] + 2 * ends[1][0]) / 4, (ends[0][1] + ends[2][1] + 2 * ends[1][1]) / 4
        found.append(((round(middle_of[0], 1), round(middle_of[1], 1)), round(upright, 1)))
    return found


def _at(line: Sequence[Spot], lengths: Sequence[float], along: float) -> Spot:
    """The point of a line so far along it."""
    for (a, b), length in zip(pairwise(line), lengths, strict=True):
        if along <= length and length:
            return a[0] + (b[0] - a[0]) * along / length, a[1] + (b[1] - a[1]) * along / length
        along -= length
    return line[-1]


def _steps(half: float, size: float) -> list[float]:
    count = max(int(2 * half / size), 1)
    return [-half + size / 2 + (2 * half - size) * number / max(count - 1, 1) for number in range(count)]


def _square(at: Spot, angle: float, along: float, size: float) -> Box:
    x, y = at[0] + along * cos(radians(angle)), at[1] + along * sin(radians(angle))
    return x - size * 0.55, y - size * 0.55, x + size * 0.55, y + size * 0.55


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _in(spot: Spot, frame: Box) -> bool:
    return frame[0] <= spot[0] <= frame[2] and frame[1] <= spot[1] <= frame[3]
