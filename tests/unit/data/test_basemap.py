"""The base map's files: whole, described, inside the crop, and in step with the places."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
import shapely
from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry

from components.drawing.palette import colours
from tests.unit.samples import record

ROOT = Path(__file__).resolve().parents[3]
BASEMAP = ROOT / "static" / "basemap"
CARDS: dict[str, dict[str, Any]] = json.loads((BASEMAP / "cards.json").read_text("utf-8"))
FILES = sorted(path.name for path in BASEMAP.iterdir() if path.is_file())
GEOJSON = [name for name in FILES if name.endswith(".geojson")]
STYLES = ["style-dark.json", "style-light.json"]
WEST, SOUTH, EAST, NORTH = 42, 34, 94, 62


def features(name: str) -> list[dict[str, Any]]:
    """The features of one GeoJSON file."""
    found: list[dict[str, Any]] = json.loads((BASEMAP / name).read_text("utf-8"))["features"]
    return found


def regions() -> dict[str, BaseGeometry]:
    """Region polygons by place_id, in degrees."""
    return {one["properties"]["place_id"]: shape(one["geometry"]) for one in features("regions.geojson")}


def test_every_file_has_a_card_and_every_card_a_file() -> None:
    assert sorted(CARDS) == [name for name in FILES if name != "cards.json"]


@pytest.mark.parametrize("name", sorted(CARDS))
def test_bytes_match_the_card(name: str) -> None:
    data = (BASEMAP / name).read_bytes()
    assert CARDS[name]["sha256"] == hashlib.sha256(data).hexdigest()
    assert CARDS[name]["bytes"] == len(data)


def test_the_folder_stays_small() -> None:
    assert sum(p.stat().st_size for p in BASEMAP.rglob("*") if p.is_file()) < 350_000


def test_all_regions_are_there_and_are_places() -> None:
    expected = {key for key, row in record().place_rows.items() if row["kind"] == "region"}
    assert len(expected) == 14
    assert set(regions()) == expected | {"almaty", "nur-sultan"}
    for one in features("regions.geojson"):
        properties = one["properties"]
        assert properties["name"] == record().place_rows[properties["place_id"]]["name_en"]


def test_regions_share_their_borders_and_leave_no_hole() -> None:
    areas = list(regions().values())
    assert all(area.is_valid for area in areas)
    assert shapely.coverage_is_valid(areas)
    country = shapely.get_parts(shapely.union_all(areas))
    assert not any(part.interiors for part in country)


def test_state_border_and_coast_are_the_outline_of_the_union() -> None:
    lines = {f["properties"]["kind"]: shape(f["geometry"]) for f in features("borders.geojson")}
    outline = shapely.union_all(list(regions().values())).boundary
    drawn = shapely.union_all([lines["state"], lines["coast"]])
    assert drawn.symmetric_difference(outline).length == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("name", GEOJSON)
def test_coordinates_lie_in_the_crop_and_have_three_decimals_or_four_in_a_street(name: str) -> None:
    digits = 4 if name == "streets.geojson" else 3
    for one in features(name):
        for lon, lat in shapely.get_coordinates(shape(one["geometry"])).tolist():
            assert WEST <= lon <= EAST
            assert SOUTH <= lat <= NORTH
            assert (round(lon, digits), round(lat, digits)) == (lon, lat)


def test_the_aral_is_not_the_one_of_1960() -> None:
    aral = [
        shape(one["geometry"])
        for one in features("water.geojson")
        if one["properties"].get("name_en", "").startswith("Aral")
    ]
    dry_seabed = Point(60.3, 44.8)
    assert len(aral) == 2
    assert not any(part.contains(dry_seabed) for part in aral)


@pytest.mark.parametrize("name", STYLES)
def test_style_asks_for_nothing_but_the_files_here(name: str) -> None:
    text = (BASEMAP / name).read_text("utf-8")
    style = json.loads(text)
    assert style["version"] == 8
    assert "http" not in text
    assert not {"glyphs", "sprite"} & style.keys()
    assert not any("text-field" in layer.get("layout", {}) for layer in style["layers"])
    for source in style["sources"].values():
        folder, _, file = source["data"].rpartition("/")
        assert folder == "/assets/basemap"
        assert file in GEOJSON
    used = {layer["source"] for layer in style["layers"] if "source" in layer}
    assert used == set(style["sources"])


def test_streets_say_whose_they_are() -> None:
    assert CARDS["streets.geojson"]["licence"] == "© OpenStreetMap contributors, ODbL 1.0"


@pytest.mark.parametrize("name", STYLES)
def test_the_live_map_has_the_colours_of_the_drawn_one(name: str) -> None:
    theme = name.removeprefix("style-").removesuffix(".json")
    layers = {layer["id"]: layer["paint"] for layer in json.loads((BASEMAP / name).read_text("utf-8"))["layers"]}
    drawn = colours(theme)
    assert layers["background"]["background-color"] == drawn["paper"]
    assert layers["kazakhstan"]["fill-color"] == drawn["land"]
    assert layers["water"]["fill-color"] == layers["rivers"]["line-color"] == drawn["water"]
    assert layers["state-border"]["line-color"] == drawn["border"]
    assert layers["streets"]["line-color"] == drawn["paper"]
