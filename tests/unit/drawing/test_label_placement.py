"""Names on the map never cover one another or a mark."""

import math
from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from components.drawing.label_placement import LETTER, Box, Placed, Spot, place_labels

FRAME = (0.0, 0.0, 600.0, 400.0)
SIZE = 13.0
spots = st.lists(
    st.builds(
        Spot,
        x=st.floats(-50, 650),
        y=st.floats(-50, 450),
        radius=st.floats(2, 40),
        text=st.text("abcdefgh ", min_size=1, max_size=20),
    ),
    max_size=25,
)


def box(spot: Spot, placed: Placed) -> Box:
    """Where deck.gl draws a label."""
    width, height = len(spot.text) * LETTER * SIZE, SIZE * 1.15
    x, y = spot.x + placed.offset[0], spot.y + placed.offset[1]
    left = x - {"start": 0, "middle": width / 2, "end": width}[placed.anchor]
    top = y - {"top": 0, "center": height / 2, "bottom": height}[placed.baseline]
    return left, top, left + width, top + height


def mark(spot: Spot) -> Box:
    return spot.x - spot.radius, spot.y - spot.radius, spot.x + spot.radius, spot.y + spot.radius


def covers(a: Box, spot: Spot) -> bool:
    """Whether a box lies over any of the round mark itself."""
    dx = max(a[0] - spot.x, 0, spot.x - a[2])
    dy = max(a[1] - spot.y, 0, spot.y - a[3])
    return math.hypot(dx, dy) < spot.radius


def meet(a: Box, b: Box) -> bool:
    hair = 1e-6
    return a[0] + hair < b[2] and b[0] + hair < a[2] and a[1] + hair < b[3] and b[1] + hair < a[3]


def inside(a: Box) -> bool:
    return FRAME[0] <= a[0] and FRAME[1] <= a[1] and a[2] <= FRAME[2] and a[3] <= FRAME[3]


@given(spots, st.booleans())
def test_no_label_lies_over_a_label_or_a_mark_or_leaves_the_frame(found: list[Spot], sideways_last: bool) -> None:
    placed = place_labels(found, SIZE, FRAME, sideways_last)
    assert len(placed) == len(found)
    boxes = {n: box(found[n], label) for n, label in enumerate(placed) if label}
    assert not any(meet(a, b) for a, b in combinations(boxes.values(), 2))
    assert not any(covers(a, spot) for a in boxes.values() for spot in found)
    for spot, label in zip(found, placed, strict=True):
        if label and inside(mark(spot)):
            assert inside(box(spot, label))


@given(spots, st.floats(1, 4), st.floats(0, 1))
def test_what_is_placed_holds_while_the_map_grows(found: list[Spot], grows: float, share: float) -> None:
    placed = place_labels(found, SIZE, FRAME, grows=grows)
    now = 1 + (grows - 1) * share
    grown = [replace(spot, x=spot.x * now, y=spot.y * now) for spot in found]
    boxes = [box(spot, label) for spot, label in zip(grown, placed, strict=True) if label]
    assert not any(meet(a, b) for a, b in combinations(boxes, 2))
    assert not any(covers(a, spot) for a in boxes for spot in grown)


def test_a_name_that_another_mark_would_come_upon_stands_elsewhere() -> None:
    crowd = [Spot(100, 200, 5, "Almaty"), Spot(106, 204, 3, "")]
    still, grown = (place_labels(crowd, SIZE, FRAME, grows=grows)[0] for grows in (1, 2))
    assert still == Placed("start", "center", (11, 0))
    assert grown
    assert grown.anchor != "start"


def test_a_lone_name_stands_right_of_its_mark_and_left_at_the_edge() -> None:
    middle, edge = (place_labels([Spot(x, 200, 5, "Almaty")], SIZE, FRAME)[0] for x in (300, 590))
    assert middle == Placed("start", "center", (11, 0))
    assert edge == Placed("end", "center", (-11, 0))


def test_where_lines_run_sideways_a_lone_name_stands_above() -> None:
    assert place_labels([Spot(300, 200, 5, "Almaty")], SIZE, FRAME, sideways_last=True) == [
        Placed("middle", "bottom", (0, -11))
    ]


def test_the_first_spot_has_the_first_choice() -> None:
    one, other = place_labels([Spot(300, 200, 5, "First"), Spot(320, 200, 5, "Second")], SIZE, FRAME)
    assert one
    assert one.anchor != "start"
    assert other == Placed("start", "center", (11, 0))


def test_without_room_there_is_no_name() -> None:
    crowd = [Spot(300 + dx, 200 + dy, 6, "Somewhere") for dx in (-10, 0, 10) for dy in (-10, 0, 10)]
    placed = place_labels(crowd, SIZE, FRAME)
    assert placed[4] is None
