"""What can be downloaded, asked for as a browser does: the right files, and clear words where there are none."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from components.claims.layout import CANVASES
from components.claims.panel import numbers_panel
from components.drawing.palette import INK, PAPER
from components.drawing.picture_forms import FORMS
from components.frame.known_bar import known_bar
from components.pictures.figures import FIGURES
from components.record.card import event_card
from components.record.case_page import case_page
from components.record.downloads import download_links
from components.record.sources_page import method_page
from data.loading.schema import TABLES, columns
from data.period import Period
from data.queries.as_known import as_known
from data.queries.claims import ledger
from data.queries.query import query
from data.queries.view import KEYS, View
from data.vocabulary import LANGUAGES
from tests.unit.asking import Answer, ask
from tests.unit.helpers import ODD_CELLS, SPOKEN, Folder
from tests.unit.samples import EN, Page, event, record, shown

SITE = "https://qantar.example"
BRIDGE = "2022-01-04-oral-depo-bridge"
SOURCE = event(BRIDGE)["sources"][0]
NINTH = date(2022, 1, 9)


def found(address: str) -> Answer:
    answer = ask(address)
    assert answer.status == 200, answer.text
    return answer


FILES = [
    ("/data/events.csv?day=2022-01-05", "text/csv; charset=utf-8", "qantar-events-2022-01-05.csv"),
    ("/data/events.geojson?place=almaty", "application/geo+json", "qantar-events-almaty.geojson"),
    ("/data/events.zip", "application/zip", "qantar-events.zip"),
    ("/data/claims.csv?topic=injured", "text/csv; charset=utf-8", "qantar-claims-injured.csv"),
    ("/data/qantar.zip", "application/zip", "qantar-record.zip"),
    ("/pictures/map.svg?at=west", "image/svg+xml", "qantar-map-west.svg"),
    ("/pictures/timeline.svg?day=2022-01-05", "image/svg+xml", "qantar-timeline-2022-01-05.svg"),
    ("/pictures/days.svg?day=2022-01-05&place=almaty", "image/svg+xml", "qantar-days-2022-01-05-almaty.svg"),
    ("/pictures/growth.png?known=2022-01-09", "image/png", "qantar-growth-2022-01-09.png"),
    ("/pictures/numbers.svg?known=2022-01-09", "image/svg+xml", "qantar-numbers-2022-01-09.svg"),
    ("/pictures/docket.svg?case=airport", "image/svg+xml", "qantar-docket-airport.svg"),
    ("/pictures/numbers.png?measure=injured", "image/png", "qantar-numbers-injured.png"),
    ("/cite/events.bib?day=2022-01-05", "application/x-bibtex; charset=utf-8", "qantar-sources-2022-01-05.bib"),
    ("/cite/events.ris", "application/x-research-info-systems; charset=utf-8", "qantar-sources.ris"),
    ("/cite/events.json", "application/vnd.citationstyles.csl+json", "qantar-sources.json"),
    (f"/cite/events/{BRIDGE}.bib", "application/x-bibtex; charset=utf-8", f"qantar-{BRIDGE}.bib"),
    (f"/cite/events/{BRIDGE}.json", "application/vnd.citationstyles.csl+json", f"qantar-{BRIDGE}.json"),
    (f"/cite/sources/{SOURCE}.ris", "application/x-research-info-systems; charset=utf-8", f"qantar-{SOURCE}.ris"),
]


@pytest.mark.parametrize(("address", "kind", "filename"), FILES, ids=[address for address, _, _ in FILES])
def test_every_file_has_its_type_and_a_name_that_says_what_it_holds(address: str, kind: str, filename: str) -> None:
    answer = found(address)
    assert answer.kind == kind
    assert answer.filename == filename
    assert answer.content


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/data/events.xlsx", ("csv", "geojson", "zip")),
        ("/pictures/map.pdf", ("map.svg", "map.png", "timeline.svg", "numbers.png")),
        ("/pictures/globe.svg", ("map.svg", "timeline.png", "numbers.svg")),
        ("/cite/events.txt", ("bib", "ris", "json")),
        (f"/cite/events/{BRIDGE}.enw", ("bib", "ris", "json")),
        ("/cite/events/no-such-event.bib", ("bib", "ris", "json")),
        (f"/cite/claims/{BRIDGE}.bib", ("bib",)),
        ("/pictures/map.svg?q=no+such+word", ("No event matches these filters",)),
        ("/pictures/numbers.png?place=oral", ("no such number for this place",)),
        ("/pictures/docket.svg", ("No case is chosen", "case=")),
        ("/pictures/docket.svg?case=no-such-case", ("No case is chosen",)),
    ],
)
def test_where_there_is_nothing_it_says_what_there_is(address: str, words: tuple[str, ...]) -> None:
    answer = ask(address)
    assert answer.status == 404
    assert answer.kind.startswith("text/plain")
    assert "content-disposition" not in answer.headers
    for word in words:
        assert word in answer.text


@pytest.mark.parametrize("address", ["/cite/claims/a.bib", "/cite/sources/no-such-source.ris"])
def test_of_a_citation_that_is_not_there_it_says_which_there_are(address: str) -> None:
    assert "sources/" in ask(address).text.partition("there are:")[2]


def test_the_csv_is_what_the_view_shows() -> None:
    of = shown(day="2022-01-05", places=("almaty",))
    assert [row["event_id"] for row in found("/data/events.csv?day=2022-01-05&place=almaty").rows] == list(
        of.events.index
    )


def test_the_geojson_says_what_it_is() -> None:
    document = json.loads(found("/data/events.geojson?day=2022-01-05").text)
    of = shown(day="2022-01-05")
    assert [feature["id"] for feature in document["features"]] == list(of.events.index)
    assert document["link"] == f"{SITE}/?day=2022-01-05&lang=en"
    assert document["version"] == record().version
    assert "disputed" in document["disputed"]
    assert document["licence"] == "CC BY 4.0"


def test_the_json_of_the_dead_leads_to_their_page() -> None:
    assert json.loads(found("/data/deaths.json?place=almaty").text)["link"] == f"{SITE}/dead?place=almaty&lang=en"


def test_the_zip_of_a_view_holds_its_events_their_sources_and_what_they_are() -> None:
    files = found("/data/events.zip?day=2022-01-05&status=disputed").files
    of = shown(day="2022-01-05", statuses=("disputed",))
    assert set(files) == {"datapackage.json", "ABOUT.txt", "data/events.csv", "data/sources.csv"}
    events = list(csv.DictReader(io.StringIO(files["data/events.csv"])))
    assert [row["event_id"] for row in events] == list(of.events.index)
    cited = {source for row in events for source in row["sources"].split(";")}
    sources = [row["source_id"] for row in csv.DictReader(io.StringIO(files["data/sources.csv"]))]
    assert set(sources) == cited
    assert len(sources) == len(cited)
    about = files["ABOUT.txt"].replace("\u00a0", " ")
    for words in (
        f"{len(events)} of {len(record().events)} events",
        "5 January 2022",
        f"{len(events)} of {len(events)} disputed (100%)",
        f"Sources: {len(sources)}",
        f"version {record().version}",
        f"{SITE}/?day=2022-01-05&status=disputed&lang=en",
    ):
        assert words in about
    assert json.loads(files["datapackage.json"])["homepage"] == f"{SITE}/?day=2022-01-05&status=disputed&lang=en"


def test_the_whole_record_is_its_tables_byte_for_byte() -> None:
    files = found("/data/qantar.zip?day=2022-01-05").files
    assert {f"data/{name}.csv" for name in TABLES} | {"datapackage.json", "README.md", "LICENSE"} == set(files)
    claims = list(csv.DictReader(io.StringIO(files["data/claims.csv"])))
    assert len(claims) == len(record().claims)


def test_claims_follow_the_choices_of_the_ledger() -> None:
    rows = found("/data/claims.csv?topic=death_toll&role=prosecutor&stands=revised").rows
    wanted = ledger(record(), View(topic="death_toll", role="prosecutor", stands="revised"))
    assert [row["claim_id"] for row in rows] == [claim["claim_id"] for claim in wanted]
    assert rows
    assert list(rows[0]) == columns("claims")


@pytest.mark.parametrize(
    "address", ["/data/events.csv", "/data/claims.csv", "/data/events.geojson", "/cite/events.json"]
)
def test_wrong_parameters_are_left_out(address: str) -> None:
    assert found(f"{address}?day=nonsense&colour=red&place=mars").content == found(address).content


@pytest.mark.parametrize("figure", ["map", "timeline", "days", "sides", "growth", "numbers"])
def test_a_picture_in_the_dark_theme_is_light_on_dark(figure: str) -> None:
    for theme, wanted in (("dark", "dark"), ("light", "light"), ("sepia", "light"), ("", "light")):
        text = found(f"/pictures/{figure}.svg?day=2022-01-05&beside=2022-01-06&theme={theme}").text
        assert f".page {{ fill: {PAPER[wanted]}; }} .words {{ fill: {INK[wanted]}; }}" in text


@pytest.mark.parametrize("figure", FIGURES)
def test_a_picture_leads_back_to_the_site_that_was_asked(figure: str) -> None:
    svg = ET.fromstring(found(f"/pictures/{figure}.svg?day=2022-01-05&beside=2022-01-06&case=airport").text)
    links = [element.attrib["href"] for element in svg.iter() if "href" in element.attrib]
    assert all(link.startswith(f"{SITE}/") for link in links)
    assert f"Thesameview:{SITE}/" in "".join("".join(svg.itertext()).split())


def test_a_png_is_a_picture() -> None:
    image = Image.open(io.BytesIO(found("/pictures/timeline.png?day=2022-01-02&theme=dark").content))
    image.load()
    assert (image.format, image.width) == ("PNG", 2400)


def test_an_event_is_cited_with_its_sources_and_a_lasting_link() -> None:
    items = json.loads(found(f"/cite/events/{BRIDGE}.json").text)
    assert [item["id"] for item in items] == [BRIDGE, *event(BRIDGE)["sources"]]
    assert items[0]["URL"] == f"{SITE}/?event={BRIDGE}&lang=en&seen={record().as_of}"
    assert items[0]["title"] == event(BRIDGE)["title"]
    bib = found(f"/cite/events/{BRIDGE}.bib").text
    assert len(re.findall("^@", bib, re.MULTILINE)) == len(items)
    assert f"{{{BRIDGE}," in bib
    ris = found(f"/cite/events/{BRIDGE}.ris").text
    for tag in ("TY", "ER"):
        assert len(re.findall(f"^{tag}  - ", ris, re.MULTILINE)) == len(items)


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_download_is_in_the_language_asked_and_its_name_says_so(
    translated: Folder, use_folders: Callable[..., None], code: str
) -> None:
    use_folders(record=translated.path)
    said, end = SPOKEN[code], "" if code == "en" else f"-{code}"
    for address, name in (
        ("/data/events.csv", "events"), ("/data/events.geojson", "events"), ("/data/events.zip", "events"),
        ("/data/claims.csv", "claims"), ("/data/deaths.csv", "deaths"), ("/data/deaths.json", "deaths"),
        ("/pictures/map.svg", "map"), ("/cite/events/2022-01-05-airport-entered.bib", "2022-01-05-airport-entered"),
    ):  # fmt: skip
        answer = found(f"{address}?lang={code}")
        assert answer.filename == f"qantar-{name}{end}.{address.rpartition('.')[2]}"
        text = answer.files["data/events.csv"] if address.endswith(".zip") else answer.content.decode("utf-8-sig")
        telling = {"claims": "statement", "deaths": "girl"}.get(name, "event")
        assert said[telling] in text or name == "map", address
    assert f"lang={code}" in json.loads(found(f"/data/events.geojson?lang={code}").text)["link"]
    (item, *sources) = json.loads(found(f"/cite/events/2022-01-05-airport-entered.json?lang={code}").text)
    assert f"lang={code}" in item["URL"]
    assert {source["language"] for source in sources} == {"en"}


def test_a_source_and_the_whole_record_are_the_same_in_every_language() -> None:
    for address in (f"/cite/sources/{SOURCE}.bib", "/data/qantar.zip"):
        answers = [found(f"{address}?lang={code}") for code in LANGUAGES]
        assert len({(answer.filename, answer.content) for answer in answers}) == 1


def test_the_sources_of_a_view_are_cited_once_each() -> None:
    items = json.loads(found("/cite/events.json?day=2022-01-05&place=almaty").text)
    wanted = {source for row in shown(day="2022-01-05", places=("almaty",)).rows for source in row["sources"]}
    assert {item["id"] for item in items} == wanted
    assert len(items) == len(wanted)


def test_one_source_is_cited_alone() -> None:
    (item,) = json.loads(found(f"/cite/sources/{SOURCE}.json").text)
    assert (item["id"], item["URL"]) == (SOURCE, record().source_rows[SOURCE]["url"])


def test_as_known_on_a_day_nothing_later_is_downloaded() -> None:
    known = as_known(record(), NINTH)
    assert [row["event_id"] for row in found("/data/events.csv?known=2022-01-09").rows] == list(known.events.index)
    claims = found("/data/claims.csv?known=2022-01-09").rows
    assert {row["claim_id"] for row in claims} == set(known.claims.index)
    assert max(row["said_on"] for row in claims) <= "2022-01-09"
    files = found("/data/events.zip?known=2022-01-09").files
    published = [row["published"] for row in csv.DictReader(io.StringIO(files["data/sources.csv"]))]
    assert max(published) <= "2022-01-09"
    for item in json.loads(found("/cite/events.json?known=2022-01-09").text):
        assert item["issued"]["date-parts"][0] <= [2022, 1, 9]


def test_nothing_can_be_written() -> None:
    for address, _, _ in FILES:
        assert ask(address, method="POST").status == 405


def downloads_of(markup: str) -> list[str]:
    return [found_["href"] for tag, found_ in Page(markup).tags if tag == "a" and "download" in found_]


@pytest.mark.slow
def test_every_download_that_a_page_offers_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    # To draw a PNG takes half a second, and has tests of its own.
    monkeypatch.setitem(FORMS, "png", replace(FORMS["png"], write=lambda document: b"\x89PNG"))
    view = View(period=Period.of(date(2022, 1, 5)), places=("almaty",), as_known_on=date(2022, 1, 31))
    known = as_known(record(), date(2022, 1, 31))
    offered = [
        *downloads_of(download_links(view, EN, "dark")),
        *downloads_of(method_page(query(known, view), EN)),
        *downloads_of(known_bar(known, view, EN, "explore")),
        *downloads_of(event_card(record(), event(BRIDGE), View(), EN)),
        *downloads_of(numbers_panel(known, View(as_known_on=date(2022, 1, 31)), EN, CANVASES["page"])),
        *downloads_of(case_page(record(), "airport", View(case="airport"), EN)),
    ]
    assert len(offered) > 25
    for address in dict.fromkeys(offered):
        found(address)


CHEAP = [
    "/data/events.csv", "/data/events.geojson", "/data/events.zip", "/data/claims.csv", "/pictures/map.svg",
    "/pictures/timeline.svg", "/pictures/days.svg", "/pictures/growth.svg", "/pictures/numbers.svg",
    "/pictures/docket.svg", "/cite/events.bib", "/cite/events.ris",
]  # fmt: skip
sound = {
    "day": ["2022-01-05", "before", "after", "2022-01-03..2022-01-06", "..2022-01-05", "2022-01-05.."],
    "hours": ["1530-1800"],
    "known": ["2022-01-05", "2021-12-12", "2024-06-30"],
    "measure": ["injured", "crowd", "damage_tenge"],
    "case": ["airport"],
    "voice": ["authorities.press"],
    "at": ["west", "almaty"],
}


@st.composite
def parameters(draw: st.DrawFn) -> dict[str, str]:
    """Keys of an address and others, with values that are sound, hostile or anything at all."""
    keys = draw(st.lists(st.sampled_from([*KEYS, "theme", "form", ""]), unique=True, max_size=8))
    anything = st.one_of(st.sampled_from(ODD_CELLS), st.text(max_size=30))
    return {key: draw(st.one_of(st.sampled_from(sound.get(key, ["1"])), anything)) for key in keys}


def assert_clear(answer: Answer) -> None:
    """A file with a harmless name, or words on what there is."""
    assert answer.status in (200, 404)
    if answer.status == 404:
        assert answer.kind.startswith("text/plain")
        assert answer.text
    else:
        assert re.fullmatch(r"qantar-[\w.-]+\.(csv|geojson|zip|svg|png|bib|ris|json)", answer.filename, re.ASCII)
        assert len(answer.filename) < 120
        if answer.kind == "image/svg+xml":
            ET.fromstring(answer.content)


@pytest.mark.slow
@given(st.sampled_from(CHEAP), parameters())
@settings(max_examples=50)
def test_whatever_is_asked_for_it_answers(address: str, asked: dict[str, str]) -> None:
    assert_clear(ask(f"{address}?{urlencode(asked)}"))


@given(st.sampled_from(CHEAP), st.binary(max_size=40))
def test_even_parameters_that_are_no_text(address: str, asked: bytes) -> None:
    assert_clear(ask(f"{address}?q={quote(asked)}&day={quote(asked)}"))


@given(
    st.sampled_from(
        ["/data/events.{}", "/pictures/{}.svg", "/pictures/map.{}", "/cite/{}/a.bib", "/cite/events/{}.ris"]
    ),
    st.one_of(st.sampled_from([part for part in ODD_CELLS if part.strip("./ \n\r")]), st.text(min_size=1, max_size=20)),
)
def test_a_path_that_leads_nowhere_says_so(path: str, part: str) -> None:
    answer = ask(path.format(quote(part, safe="", errors="replace")))
    assert answer.status in (404, 405)
    assert answer.kind.startswith("text/plain") or "There is no such" in answer.text
    assert "Traceback" not in answer.text


def test_asking_for_much_gives_a_short_answer() -> None:
    assert len(ask(f"/data/events.{'x' * 5000}").content) < 300
