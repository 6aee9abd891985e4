"""The streets of Almaty: drawn where the map looks at the city, with names along them and whose they are."""

import csv
from itertools import combinations
from math import cos, dist, radians, sin
from pathlib import Path

import pytest
from shapely import LineString, Point

from components.ground.cameras import CAMERAS, HEIGHT, WIDTH
from components.ground.frame import Frame
from components.ground.streets import name_of, street_names, streets, streets_seen
from components.language import Language
from components.map.box import DISPLAYS, map_box
from components.map.rows import map_rows, street_rows
from components.map.scene import scene
from components.map.svg import map_figure
from tests.unit.samples import EN, Page, shown

SOURCE = Path(__file__).resolve().parents[3] / "data" / "basemap" / "almaty-streets.csv"
CREDIT = "© OpenStreetMap contributors"


def test_the_base_map_has_every_street_of_its_source() -> None:
    with SOURCE.open(encoding="utf-8", newline="") as file:
        rows = {row["name_en"]: row for row in csv.DictReader(file)}
    assert {street.names["en"] for street in streets()} == set(rows)
    for street in streets():
        row = rows[street.names["en"]]
        assert (street.names["ru"], street.names["kk"], street.kind) == (row["name_ru"], row["name_kk"], row["kind"])
        assert len(street.line) == row["points_lat_lon"].count(";") + 1


@pytest.mark.parametrize(
    ("camera", "seen"), [("kazakhstan", False), ("west", False), ("almaty", True), ("centre", True)]
)
def test_they_are_drawn_near_the_city_alone_and_with_whose_they_are(camera: str, seen: bool) -> None:
    of = scene(shown(camera=camera), EN)
    for page in (Page(map_figure(of).svg), Page(map_box(of, False))):
        assert bool(page.classed("street")) == seen
        assert bool(page.classed("street-name")) == seen
        assert (CREDIT in page.text) == seen


def test_from_near_there_are_more_of_them() -> None:
    assert len(streets_seen(CAMERAS["almaty"])) < len(streets_seen(CAMERAS["centre"])) == len(streets())


def test_their_names_are_in_the_readers_language() -> None:
    names = {name_of(street, Language("ru")) for street in streets()}
    assert "проспект Абая" in names
    assert "Abay Avenue" not in names


@pytest.mark.parametrize("camera", ["almaty", "centre"])
@pytest.mark.parametrize("level", [1, 2, 3])
def test_names_run_along_their_streets_over_no_mark_and_no_other_name(camera: str, level: int) -> None:
    of, display = scene(shown(camera=camera), EN), DISPLAYS[False]
    frame, scale = Frame(WIDTH, HEIGHT, of.eye), display.scales[level]
    rows = map_rows(of, display, frame)
    names = street_rows(of, rows, display, frame, level)
    assert len(names) >= level
    lines = {street.names["en"]: LineString([frame.point(*at) for at in street.line]) for street in streets()}
    for name in names:
        assert lines[name.text].distance(Point(name.at)) * scale < 4
        assert -90 <= name.angle <= 90
        for row in rows:
            if row.wedges:
                assert dist((row.x, row.y), name.at) * scale > row.size / 2
    for one, other in combinations(names, 2):
        assert dist(one.at, other.at) * scale > display.type


FRAME = (0, 0, 200, 100)


def test_a_name_without_room_is_left_out() -> None:
    short, bent = ((0.0, 0.0), (20.0, 0.0)), ((10.0, 90.0), (60.0, 90.0), (60.0, 40.0))
    assert street_names([("A long avenue", short), ("A winding street", bent)], 10, FRAME, []) == []


def test_a_name_stands_in_the_middle_of_its_street_or_beside_what_lies_there() -> None:
    straight = ((10.0, 50.0), (190.0, 50.0))
    (found,) = street_names([("Avenue", straight)], 10, FRAME, [])
    assert found.at == pytest.approx((100, 50), abs=5)
    assert found.angle == 0
    (moved,) = street_names([("Avenue", straight)], 10, FRAME, [(90, 40, 110, 60)])
    assert abs(moved.at[0] - 100) > 20
    assert moved.at[1] == 50


@pytest.mark.parametrize("angle", [-170, -80, 0, 80, 100, 170])
def test_a_name_can_be_read_whichever_way_its_street_runs(angle: int) -> None:
    reach = 45 * cos(radians(angle)), 45 * sin(radians(angle))
    line = (100 - reach[0], 50 - reach[1]), (100 + reach[0], 50 + reach[1])
    (name,) = street_names([("Hill", line)], 10, FRAME, [])
    assert abs(name.angle) <= 90
    assert (name.angle - angle) % 180 == pytest.approx(0, abs=0.1) or (name.angle - angle) % 180 > 179.8
