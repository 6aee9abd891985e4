"""The figures of slides: every view has one that fits or says what to change, and marks lie where they should."""

import re
import xml.etree.ElementTree as ET
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from shapely import MultiPolygon, Point, Polygon

from components.figure import NothingToDrawError, here
from components.ground.cameras import CAMERAS, Camera
from components.ground.frame import Frame
from components.ground.landmarks import CAPITALS
from components.map import scene as map_scene
from components.talks.figures import (
    CAPTION,
    HEIGHT,
    WIDTH,
    SlideFigure,
    base_map,
    fitting,
    layer_of,
    nearer,
    slide_figure,
    slide_markup,
)
from data.queries.mapping import on_map
from data.queries.query import steps_of
from data.queries.view import LAYERS, View
from data.talks import Slide
from tests.unit.drawn import rings_of
from tests.unit.helpers import views
from tests.unit.samples import EN, HOSTILE, Page, assert_same_markup, hostile_record, record, shown
from tests.unit.sampletalks import NAMES, known, shipped

ENTRY = "2022-01-05-almaty-airport-entered"
SLIDES = [
    pytest.param(slide, id=f"{name}-{slide.number}")
    for name in NAMES
    for slide in shipped()[name].slides
    if slide.view is not None
]


def figure(**choices: Any) -> SlideFigure:
    return slide_figure(record(), shown(**choices).view, EN)


def markup(drawn: SlideFigure) -> str:
    return slide_markup(drawn, here)


def tree(drawn: SlideFigure) -> ET.Element:
    return ET.fromstring(f"<figure>{markup(drawn)}</figure>")


def heights(drawn: SlideFigure) -> list[float]:
    """The heights of the drawings in a figure."""
    boxes = [svg.attrib["viewBox"].split() for svg in tree(drawn).iter("svg")]
    assert all(box[:2] == ["0", "0"] and float(box[2]) <= WIDTH for box in boxes)
    return [float(box[3]) for box in boxes]


def marks(drawn: SlideFigure) -> dict[str, tuple[float, float]]:
    """Where the marks with events lie in the units of the stage's map, by the first of the places they stand for."""
    found = {}
    for spot in tree(drawn).iter("g"):
        link = spot.find("a")
        if spot.get("class") != "spot" or link is None:
            continue
        place = re.fullmatch(r"--x:(-?[\d.]+)px;--y:(-?[\d.]+)px", spot.attrib["style"])
        assert place
        found[link.attrib["data-place"].split()[0]] = float(place[1]), float(place[2])
    return found


def stands(drawn: SlideFigure, mark: tuple[float, float]) -> tuple[float, float]:
    """Where a mark stands that was pushed from its point: the other end of its line."""
    lines = (list(map(float, re.findall(r"-?[\d.]+", path.attrib["d"]))) for path in tree(drawn).iter("path")
             if path.get("class") == "stem")  # fmt: skip
    return next(((x, y) for x, y, *there in lines if there == list(mark)), mark)


def in_frame(point: tuple[float, float], box: tuple[float, float, float, float]) -> tuple[float, float]:
    """A point of the stage's map in the units of the slide, seen from a view box."""
    left, top, width, height = box
    return (point[0] - left) / width * WIDTH, (point[1] - top) / height * HEIGHT


# ---- the talks that come with the project


@pytest.mark.parametrize("slide", SLIDES)
def test_a_slide_has_a_figure_in_its_room_with_words_and_sources(slide: Slide) -> None:
    assert slide.view is not None
    drawn = slide_figure(record(), slide.view, EN)
    assert drawn.layer == layer_of(slide.view)
    assert drawn.caption
    assert len(drawn.caption) <= CAPTION
    assert drawn.figure.sources
    assert len(set(drawn.figure.sources)) == len(drawn.figure.sources)
    assert set(drawn.figure.sources) <= record().source_rows.keys()
    if drawn.layer == "map":
        assert marks(drawn)
    else:
        (height,) = heights(drawn)
        assert 0 < height <= HEIGHT


# ---- any view


@given(views(known()))
def test_any_view_has_a_figure_that_fits_or_says_what_to_change(view: View) -> None:
    try:
        drawn = slide_figure(record(), view, EN)
    except NothingToDrawError:
        return
    assert drawn.layer == layer_of(view)
    assert set(drawn.figure.sources) <= record().source_rows.keys()
    assert (drawn.view_box is not None) == (drawn.layer == "map")
    assert all(height <= HEIGHT for height in heights(drawn))
    if drawn.layer == "map":
        assert not list(tree(drawn).iter("svg"))


@pytest.mark.parametrize(
    ("view", "layer"),
    [
        (View(), "map"),
        (View(event=ENTRY), "map"),
        (View(case="airport"), "docket"),
        (View(measure="detained"), "numbers"),
        (View(claim="2022-01-03-nogaev-lpg-85-90"), "numbers"),
        (View(case="airport", measure="detained"), "docket"),
        *((View(case="airport", measure="detained", layer=layer), layer) for layer in LAYERS),
    ],
)
def test_a_slide_is_filled_by_what_its_view_says_or_chooses(view: View, layer: str) -> None:
    assert layer_of(view) == layer
    assert slide_figure(record(), view, EN).layer == layer


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        ({"text": "no such word anywhere"}, "No event matches these filters, so there is nothing to draw"),
        ({"places": ("kazakhstan",)}, "No event of this view is a point on this map: .* add layer=timeline"),
        (
            {"places": ("aktau",), "camera": "almaty"},
            "No event of this view is a point on this map: look from elsewhere",
        ),
        ({"day": "2022-01-21", "layer": "timeline"}, "No event matches these filters, so there is nothing to draw"),
        ({"measure": "detained", "places": ("zhanaozen-square",), "layer": "numbers"}, "no such number for this place"),
        ({"measure": "killed_total", "as_known_on": date(2022, 1, 3)}, "no such number for this place"),
        ({"layer": "docket"}, "No case is chosen, or it has no steps yet: add case="),
        ({"case": "mamay", "as_known_on": date(2022, 1, 10)}, "No case is chosen, or it has no steps yet"),
    ],
)
def test_where_there_is_nothing_to_draw_it_says_so(choices: dict[str, Any], words: str) -> None:
    with pytest.raises(NothingToDrawError, match=words):
        figure(**choices)


@pytest.mark.parametrize("camera", CAMERAS)
@pytest.mark.parametrize("day", ["2022-01-02", "2022-01-05", "2022-01-06"])
def test_a_map_counts_the_events_that_are_no_point_on_it(day: str, camera: str) -> None:
    total = len(shown(day=day).events)
    try:
        drawn = figure(day=day, camera=camera)
    except NothingToDrawError:
        assert (day, camera) in {("2022-01-02", "almaty"), ("2022-01-02", "centre")}
        return
    titles = [title.text or "" for title in tree(drawn).iter("title")]
    points = sum(int(found[1]) for title in titles if (found := re.search(r"(\d+) event", title)))
    said = re.search(r"(\d+) not on this map", drawn.caption)
    assert 0 < points <= total
    assert points + (int(said[1]) if said else 0) == total


@pytest.mark.parametrize("layer", LAYERS)
def test_a_figure_as_known_on_a_day_rests_on_what_was_out_by_then(layer: str) -> None:
    # "Kazakhstan" as a place means what is nationwide, and that has no point on a map.
    places = () if layer == "map" else ("kazakhstan",)
    choices = {"case": "airport", "measure": "detained", "places": places, "layer": layer}
    now, then = figure(**choices), figure(**choices, as_known_on=date(2022, 1, 8))
    assert 0 < len(then.figure.sources) < len(now.figure.sources)
    assert all(record().source_rows[source]["out_by"] <= "2022-01-08" for source in then.figure.sources)


@pytest.mark.parametrize("layer", LAYERS)
def test_hostile_text_stays_text(layer: str) -> None:
    clean = figure(case="airport", measure="killed_total", layer=layer)
    drawn = slide_figure(hostile_record(), View(case="airport", measure=f"{HOSTILE}killed_total", layer=layer), EN)
    assert_same_markup(markup(drawn), markup(clean))
    assert "alert(1)" in drawn.caption or "alert(1)" in Page(markup(drawn)).text
    assert tree(drawn).tag == "figure"


# ---- captions


@pytest.mark.parametrize("length", [1, CAPTION - 20, CAPTION, 2 * CAPTION])
def test_a_caption_loses_its_last_parts_until_it_fits(length: int) -> None:
    first = "x" * length
    parts = [first, "yy", "zzz", "z" * 100]
    kept = fitting(" · ".join(parts)).split(" · ")
    assert kept == parts[: len(kept)]
    assert len(" · ".join(kept)) <= max(CAPTION, length)
    assert len(kept) == len(parts) or len(" · ".join(parts[: len(kept) + 1])) > CAPTION


# ---- the map


@pytest.mark.parametrize("camera", CAMERAS)
def test_a_mark_lies_where_its_camera_sees_its_place(camera: str) -> None:
    drawn = slide_figure(record(), View(camera=camera), EN)
    frame = Frame(WIDTH, HEIGHT, nearer(CAMERAS[camera]))
    assert drawn.view_box
    groups = on_map(shown(camera=camera), CAMERAS[camera].city).spots
    points = {group.place_id: record().point_of(group.place_id) for group in groups}
    seen = {place: frame.point(*at) for place, at in points.items() if at and frame.has(at)}
    found = {place: point for place, point in marks(drawn).items() if place in points}
    assert found.keys() <= seen.keys()
    assert len(found) > len(seen) / 2
    for place, point in found.items():
        # Four digits of a unit that is up to six hundred times as large on the slide.
        assert in_frame(stands(drawn, point), drawn.view_box) == pytest.approx(seen[place], abs=0.2), place


def test_the_cameras_agree_on_where_a_place_is() -> None:
    whole, west = (marks(figure(camera=camera)) for camera in ("kazakhstan", "west"))
    both = {place for place in whole.keys() & west.keys() if record().point_of(place)}
    assert len(both) > 3
    for place in both:
        assert whole[place] == pytest.approx(west[place], abs=0.1), place


@pytest.mark.parametrize(("name", "camera"), CAMERAS.items())
def test_a_camera_sees_its_own_middle_in_the_shape_of_the_room(name: str, camera: Camera) -> None:
    box = figure(camera=name).view_box
    assert box
    assert box[2] / box[3] == pytest.approx(WIDTH / HEIGHT, rel=1e-3)
    assert box[2] == pytest.approx(WIDTH * 2 ** (CAMERAS["kazakhstan"].zoom - nearer(camera).zoom), rel=1e-3)
    frame = Frame(WIDTH, HEIGHT, CAMERAS["kazakhstan"])
    x, y = frame.point(camera.longitude, camera.latitude)
    # The stage's map has its origin in the middle.
    middle = box[0] + box[2] / 2 + WIDTH / 2, box[1] + box[3] / 2 + HEIGHT / 2
    assert middle == pytest.approx((x, y), abs=0.1)


def _regions() -> dict[str, MultiPolygon]:
    """The shapes of the base map by their place."""
    found = {}
    for path in ET.fromstring(f"<svg>{base_map()}</svg>").iter("path"):
        if path.get("class", "").split()[0] == "land":
            shapes = [Polygon(ring) for ring in rings_of(path.attrib["d"])]
            found[path.attrib["id"].removeprefix("region-")] = MultiPolygon(shapes)
    return found


def test_marks_lie_on_the_land_of_their_region() -> None:
    regions = _regions()
    tested = 0
    for place, point in marks(figure()).items():
        chain = [other for other in record().within[place] if other in regions]
        if place in CAPITALS and chain:
            assert regions[chain[0]].contains(Point(point)), place
            tested += 1
    assert tested >= 10


def test_what_is_veiled_is_a_part_of_the_base_map(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(map_scene, "silent_regions", lambda *_: ["almaty", "mangystau-region"])
    drawn = figure(day="2022-01-05")
    veiled = {use["href"].removeprefix("#region-") for use in Page(markup(drawn)).classed("veil")}
    assert veiled == {"almaty", "mangystau-region"} <= _regions().keys()
    assert "hatched: the internet was cut" in drawn.caption


def test_a_slide_says_when_the_internet_was_cut() -> None:
    drawn = figure(day="2022-01-05")
    assert not Page(markup(drawn)).classed("veil")
    assert "Internet cut nationwide from about 16:30" in drawn.caption
    assert "cut" not in figure(day="2022-01-03").caption


@pytest.mark.parametrize(
    ("choices", "ringed"),
    [
        ({"day": "2022-01-05"}, set()),
        ({"day": "2022-01-05", "event": ENTRY}, {"almaty"}),
        ({"day": "2022-01-05", "event": ENTRY, "camera": "almaty"}, {"almaty-airport"}),
        ({"day": "2022-01-05", "places": ("oral", "taraz")}, {"oral", "taraz"}),
    ],
)
def test_the_chosen_are_ringed(choices: dict[str, Any], ringed: set[str]) -> None:
    links = Page(markup(figure(**{"camera": "kazakhstan"} | choices))).classed("chosen")
    assert {link["data-place"].split()[0] for link in links} == ringed


# ---- the docket


@pytest.mark.parametrize("case", [case for case in record().case_rows if steps_of(record(), case)])
def test_a_docket_names_the_steps_that_have_room_and_counts_the_others(case: str) -> None:
    steps = steps_of(record(), case)
    drawn = figure(case=case)
    named = [int(row.findtext("b", "")) for row in tree(drawn).iter("li")]
    assert named == sorted(set(named))
    assert set(named) <= set(range(1, len(steps) + 1))
    for row in tree(drawn).iter("li"):
        assert row.attrib["title"] == steps[int(row.findtext("b", "")) - 1]["step"]
    left = len(steps) - len(named)
    said = "".join(part.text or "" for part in tree(drawn).iter("p"))
    assert bool(left) == bool(said)
    assert not left or said.startswith(f"{left} step")
    if left:
        kinds = {steps[number - 1]["kind"] for number in named}
        assert "verdict" in kinds or all(step["kind"] != "verdict" for step in steps)
    (height,) = heights(drawn)
    rows = (len(named) + 1) // 2 + bool(left)
    assert height + rows * 30 <= HEIGHT
