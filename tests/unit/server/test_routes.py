"""Our own addresses: what they serve, and clear words where there is nothing."""

import csv
import io
import json
import xml.etree.ElementTree as ET

import pytest

from components.address import lasting_asset
from tests.unit.asking import ask as get
from tests.unit.samples import record, shown


def test_health() -> None:
    assert (get("/healthz").status, get("/healthz").text) == (200, "ok")


def test_a_mark_is_a_picture_that_may_be_kept() -> None:
    answer = get("/marks/light/protest2.1.0.0_violence0.0.0.3.svg")
    assert answer.status == 200
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "max-age" in answer.headers["cache-control"]
    assert ET.fromstring(answer.text).tag.endswith("svg")
    assert answer.text != get("/marks/dark/protest2.1.0.0_violence0.0.0.3.svg").text


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/marks/light/nothing.svg", "no mark 'nothing'"),
        ("/marks/light/protest0.0.0.0.svg", "it counts nothing"),
        ("/marks/blue/protest1.0.0.0.svg", "no theme 'blue'; there are light, dark"),
        ("/data/events.xlsx", "no 'events.xlsx' to download; there are: events.zip, events.csv, events.geojson"),
        ("/cite/events.xml", "no 'events.xml' to download; there are: events.bib, events.ris, events.json"),
    ],
)
def test_where_there_is_nothing_it_says_why(address: str, words: str) -> None:
    answer = get(address)
    assert answer.status == 404
    assert words in answer.text
    assert answer.headers["content-type"].startswith("text/plain")


def test_csv_follows_the_view() -> None:
    answer = get("/data/events.csv?day=2022-01-05&place=almaty")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="qantar-events-2022-01-05-almaty.csv"'
    ids = [row["event_id"] for row in csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff")))]
    assert ids == list(shown(day="2022-01-05", places=("almaty",)).events.index)


def test_geojson_follows_the_view() -> None:
    answer = get("/data/events.geojson?day=2022-01-05")
    assert answer.headers["content-type"] == "application/geo+json"
    document = json.loads(answer.text)
    assert len(document["features"]) == len(shown(day="2022-01-05").events)
    assert "5 January 2022" in document["title"].replace("\xa0", " ")


def test_wrong_parameters_are_left_out() -> None:
    answer = get("/data/events.csv?day=nonsense&colour=red")
    assert answer.status == 200
    assert answer.text.count("\n") > len(record().events)


@pytest.mark.parametrize("words", ["%22%0d%0ax-evil:%201", "%3Cscript%3E", "%D1%83%D0%B1%D0%B8%D1%82%D1%8B", "a" * 300])
def test_the_name_of_the_file_is_harmless(words: str) -> None:
    header = get(f"/data/events.csv?q={words}").headers["content-disposition"]
    name = header.removeprefix('attachment; filename="').removesuffix('"')
    assert name.isascii()
    assert not set(name) & set('"\\/\r\n;<>')
    assert len(name) < 120


def test_the_script_brings_the_shapes_and_is_asked_for_anew() -> None:
    answer = get("/linked.js")
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "symbol" in answer.text
    assert "export default" in answer.text
    assert "</script" not in answer.text


def test_a_file_is_kept_for_ever_at_the_address_that_changes_with_it() -> None:
    assert "immutable" in get(lasting_asset("qantar.css")).headers["cache-control"]
    for other in (
        "/assets/qantar.css",
        "/assets/qantar.css?0",
        lasting_asset("qantar.css").replace("qantar", "figures"),
    ):
        assert get(other).headers["cache-control"] == "no-cache"
    (style,) = [link for link in get("/").page.links if link.startswith("/first.css")]
    assert "immutable" in get(style).headers["cache-control"]


def test_files_are_served_and_nothing_above_them() -> None:
    assert get("/assets/qantar.css").status == 200
    assert json.loads(get("/assets/basemap/regions.geojson").text)["features"]
    for path in ("/assets/../app.py", "/assets/basemap/../../app.py", "/assets/nothing.css", "/assets/basemap"):
        assert get(path).status == 404, path


def test_nothing_can_be_written() -> None:
    for address in ("/healthz", "/data/events.csv", "/marks/light/protest1.0.0.0.svg"):
        assert get(address, method="POST").status == 405
