"""What a reader finds the way by on the map: places that are named with or without events."""

from collections.abc import Collection, Iterable, Iterator

from components.ground.cameras import Point
from data.loading.record import Record
from data.loading.rows import PlaceRow

CAPITALS = (
    "nur-sultan", "almaty", "shymkent", "aktau", "aktobe", "atyrau", "karaganda", "kokshetau", "kostanay",
    "kyzylorda", "oral", "oskemen", "pavlodar", "petropavl", "taldykorgan", "taraz", "turkistan", "zhanaozen",
)  # fmt: skip
"""Always named on the map of the country, with or without events: regional capitals and Zhanaozen."""

LANDMARKS = {
    "": CAPITALS,
    "almaty": (
        "almaty-republic-square", "almaty-astana-square", "almaty-akimat", "almaty-presidential-residence",
        "almaty-airport", "almaty-arena", "almaty-halyk-arena", "almaty-kok-tobe-tv-tower",
        "almaty-first-president-park", "almaty-emergency-hospital",
    ),
}  # fmt: skip
"""What a reader finds the way by, by the city that a camera is over: named with or without events."""


def landmarks(record: Record, wanted: Iterable[str], marked: Collection[str]) -> Iterator[tuple[PlaceRow, Point]]:
    """The places that are named without having a mark, each with its point.

    One that the record lacks, or has no point for, is left out.
    """
    for place_id in wanted:
        place = record.place_rows.get(place_id)
        if place and place_id not in marked and (at := record.point_of(place_id)):
            yield place, at
