"""Pictures for download: each carries what was filtered, what it rests on, and the way back."""

import io
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Sequence
from datetime import date

import pytest
from PIL import Image, ImageColor

from components.address import address, split
from components.drawing.palette import PAPER, THEMES
from components.drawing.picture_forms import as_png
from components.figure import NothingToDrawError
from components.pictures.figures import FIGURES
from components.pictures.picture import picture
from components.pictures.proof import NAMED_PUBLISHERS
from components.timeline.strip import day_bars
from components.words import measures
from components.words.sentence import disputed_words, sentence
from data.loading.rows import ClaimRow, EventRow, StepRow
from data.period import Period
from data.queries.numbers import numbers, offered
from data.queries.query import Shown, addressable, query, steps_of
from data.queries.view import View, parse_view
from data.store import record_of
from tests.unit.samples import EN, HOSTILE, hostile_record, record

BASE = "https://example.org"
SVG = "{http://www.w3.org/2000/svg}"
DAY = date(2022, 1, 9)
FIFTH = Period.of(date(2022, 1, 5))
VIEWS: list[tuple[str, View]] = [
    ("map", View()),
    ("map", View(period=FIFTH, camera="almaty", statuses=("disputed",))),
    ("map", View(camera="west", as_known_on=DAY)),
    ("map", View(places=("kazakhstan",))),
    ("timeline", View()),
    ("timeline", View(period=FIFTH, hours=(900, 1080), lanes="place", text="police")),
    ("timeline", View(period=Period.parse("after"), voices=("authorities",), alone=True)),
    ("timeline", View(as_known_on=DAY, undated=True, event="2022-01-04-oral-depo-bridge")),
    ("days", View()),
    ("days", View(period=FIFTH, hours=(900, 1080), places=("almaty",), statuses=("disputed", "single_source"))),
    ("days", View(as_known_on=DAY, undated=True)),
    ("growth", View()),
    ("growth", View(as_known_on=DAY)),
    ("numbers", View()),
    ("numbers", View(measure="damage_tenge")),
    ("numbers", View(topic="injured", as_known_on=DAY)),
    ("numbers", View(measure="crowd", places=("almaty",))),
    ("docket", View(case="airport")),
    ("docket", View(case="airport", as_known_on=DAY)),
]
each_view = pytest.mark.parametrize(("figure", "view"), VIEWS, ids=[f"{f} {address(v)}" for f, v in VIEWS])


def looked_at(view: View) -> Shown:
    return query(record_of(view), view)


def drawn(figure: str, of: Shown, theme: str = "light", base: str = BASE) -> ET.Element:
    return ET.fromstring(picture(figure, of, EN, theme, base))


def proof(svg: ET.Element) -> str:
    """The words round the figure, with plain spaces."""
    lines = [text for text in svg.iter(f"{SVG}text") if text.get("class") in ("words", "small")]
    return " ".join(" ".join("".join(line.itertext()) for line in lines).split())


def sources_of(figure: str, of: Shown) -> list[str]:
    """The sources of what a picture shows, once each."""
    rows: Sequence[EventRow | StepRow | ClaimRow] = of.rows
    if figure == "days":
        rows = all_days(of).rows
    if figure == "growth":
        published = of.record.sources["out_by"]
        return list(
            dict.fromkeys(
                source
                for row in of.record.event_rows.values()
                for source in row["sources"]
                if row["first_report"] and published[source] == row["first_report"]
            )
        )
    if figure == "docket":
        rows = steps_of(of.record, of.view.case)
    if figure == "numbers":
        at = split(link_back("numbers", of.view))[1]
        series = numbers(of.record, at["measure"], at["place"]).series
        rows = [said.claim for one in series for said in one.said]
    return list(dict.fromkeys(source for row in rows for source in row["sources"]))


def all_days(of: Shown) -> Shown:
    return query(of.record, of.view.but(period=None, hours=None))


def link_back(figure: str, view: View) -> str:
    """The link on a picture, without the site."""
    text = "".join(proof(drawn(figure, looked_at(view))).split())
    _, found, link = text.rpartition("Thesameview:" + BASE)
    assert found
    return link


@each_view
@pytest.mark.parametrize("theme", THEMES)
def test_a_picture_is_sound_and_needs_nothing_from_elsewhere(figure: str, view: View, theme: str) -> None:
    document = picture(figure, looked_at(view), EN, theme, BASE)
    svg = ET.fromstring(document)
    assert svg.tag == f"{SVG}svg"
    assert "var(" not in document
    assert "NaN" not in document
    assert " nan" not in document
    links = [element.attrib["href"] for element in svg.iter() if "href" in element.attrib]
    assert all(link.startswith(f"{BASE}/") for link in links)
    assert not {"script", "foreignObject", "image", "use"} & {element.tag.removeprefix(SVG) for element in svg.iter()}
    assert "@import" not in document
    assert "url(http" not in document


@pytest.mark.parametrize("figure", ["map", "timeline", "days", "growth", "numbers"])
def test_its_marks_are_links(figure: str) -> None:
    links = [link.get("href", "") for link in drawn(figure, looked_at(View())).iter(f"{SVG}a")]
    assert len(links) > 10
    for link in links:
        assert not parse_view(split(link)[1], addressable(record()))[1]


@each_view
def test_ids_are_there_once_and_every_one_that_is_used(figure: str, view: View) -> None:
    svg = drawn(figure, looked_at(view))
    ids = Counter(found for element in svg.iter() if (found := element.get("id")))
    assert not [name for name, number in ids.items() if number > 1]
    fills = [element.get("fill", "") for element in svg.iter()]
    assert {fill[5:-1] for fill in fills if fill.startswith("url(#")} <= set(ids)


@each_view
def test_it_says_of_which_record_it_is(figure: str, view: View) -> None:
    words = proof(drawn(figure, looked_at(view)))
    assert record().as_of
    assert f"of {EN.day(record().as_of or DAY)}, version {record().version}. CC BY 4.0." in words
    assert ("As known on 9 January 2022:" in words) == (view.as_known_on is not None)


@each_view
def test_it_names_whose_reports_it_rests_on(figure: str, view: View) -> None:
    of = looked_at(view)
    words = proof(drawn(figure, of))
    sources = sources_of(figure, of)
    assert sources
    assert EN.plural("{n} source:", "{n} sources:", len(sources)) in words
    publishers = Counter(of.record.source_rows[source]["publisher"] for source in sources)
    more = len(publishers) - NAMED_PUBLISHERS
    assert (f", and {more} more." in words) == (more > 0)
    least = publishers.most_common(NAMED_PUBLISHERS)[-1][1]
    for name, number in publishers.items():
        if number > least or more <= 0:
            assert (f"{name} ({number})" if number > 1 else name) in words


@each_view
def test_the_link_back_leads_to_the_same_view(figure: str, view: View) -> None:
    page, query_ = split(link_back(figure, view))
    parsed, rejected = parse_view(query_, addressable(record()))
    assert not rejected
    assert page == {"numbers": "claims", "docket": "cases"}.get(figure, "explore")
    assert (parsed.as_known_on, parsed.undated) == (view.as_known_on, view.undated)
    if figure in ("map", "timeline", "days"):
        assert parsed == view
    if figure == "docket":
        assert parsed.case == view.case


@each_view
def test_it_says_what_is_shown_and_how_many_of_how_many(figure: str, view: View) -> None:
    of = looked_at(view)
    words = proof(drawn(figure, of))
    if figure == "days":
        of = all_days(of)
    if figure in ("map", "timeline", "days"):
        assert " ".join(sentence(of, EN).split()) in words
        number = f"{len(of.events)} of {of.total} events" if len(of.events) < of.total else f"All {of.total} events"
        assert number in words
        assert disputed_words(of, EN) in words
    if figure == "growth":
        dated = sum(map(bool, of.record.events["known_from"]))
        assert f"{dated} of {len(record().events)} events with a known date of first report" in words
    if figure == "numbers":
        at = split(link_back(figure, view))[1]
        found = numbers(of.record, at["measure"], at["place"])
        claims = [said.claim for series in found.series for said in series.said]
        assert f"{len(claims)} of {len(record().claims)} claims" in words
        assert f"{sum(bool(claim['contradicted_by']) for claim in claims)} contradicted" in words
        assert measures.measure(EN, at["measure"]) in words
    if figure == "docket":
        steps = steps_of(of.record, view.case)
        assert f"{len(steps)} of {len(steps_of(record(), view.case))} steps" in words


def test_the_share_of_the_disputed_is_that_of_what_is_shown() -> None:
    of = looked_at(View(period=FIFTH))
    disputed = of.by_status["disputed"]
    share = f"{disputed / len(of.events):.0%}"
    assert disputed_words(of, EN).startswith(f"{disputed} of {len(of.events)} disputed ({share}); ")
    assert disputed_words(looked_at(View(text="no such word")), EN) == (
        "0 of 0 disputed (0%); 0 rest on a single source, 0 on the authorities alone"
    )


def test_a_map_says_which_of_its_events_are_no_point_on_it() -> None:
    assert "Not a point on this map: Nationwide" in proof(drawn("map", looked_at(View())))
    assert "Almaty, spot not known" in proof(drawn("map", looked_at(View(camera="almaty"))))
    assert "Not a point" not in proof(drawn("timeline", looked_at(View())))


@pytest.mark.parametrize("figure", ["map", "timeline"])
def test_it_says_where_silence_may_mean_no_network(figure: str) -> None:
    cut, before = (proof(drawn(figure, looked_at(View(period=Period.of(date(2022, 1, day)))))) for day in (6, 3))
    assert "Few reports may mean no network: Internet shutdown (nationwide), from 5 January 2022" in cut
    assert "no network" not in before


def test_the_steps_of_a_case_are_listed_with_their_numbers_apart_from_their_dates() -> None:
    words = proof(drawn("docket", looked_at(View(case="airport"))))
    for number, step in enumerate(steps_of(record(), "airport"), start=1):
        day = EN.day(date.fromisoformat(step["date"]))
        before, found, _ = words.partition(f"{day}: {' '.join(step['step'].split())}")
        assert found
        assert before.rstrip()[-1] in ".):–·", (number, before[-20:])


def test_the_days_have_the_numbers_of_the_strip_whichever_day_is_chosen() -> None:
    for view in (View(places=("almaty",)), View(places=("almaty",), period=FIFTH)):
        said = [title.text for title in drawn("days", looked_at(view)).iter(f"{SVG}title")]
        assert said == [bar.words for bar in day_bars(looked_at(view), EN)]
        number = len(looked_at(View(places=("almaty",), period=FIFTH)).rows)
        assert any((said_ or "").startswith(f"5 January 2022: {number} events.") for said_ in said)


def test_a_day_that_is_chosen_is_marked_on_the_picture_of_the_days() -> None:
    def chosen(view: View) -> list[str]:
        links = drawn("days", looked_at(view)).iter(f"{SVG}a")
        return [
            link.findtext(f"{SVG}title", "")[:9]
            for link in links
            if link.find(f"{SVG}rect[@class='chosen']") is not None
        ]

    assert chosen(View(period=FIFTH)) == ["5 January"]
    assert chosen(View()) == []


def test_nothing_was_known_before_it_happened() -> None:
    words = proof(drawn("growth", looked_at(View(as_known_on=date(2021, 12, 1)))))
    assert "0 of" in words
    assert "source:" not in words
    assert "sources:" not in words


def test_every_chart_of_numbers_is_a_picture() -> None:
    for measure, places in offered(record()).items():
        for place in places:
            if numbers(record(), measure, place).series:
                drawn("numbers", looked_at(View(measure=measure, places=(place,))))


def test_every_case_with_steps_is_a_picture() -> None:
    for case in record().case_rows:
        if steps_of(record(), case):
            assert record().case_rows[case]["title"] in proof(drawn("docket", looked_at(View(case=case))))


@pytest.mark.parametrize(
    ("figure", "view", "words"),
    [
        ("map", View(text="no such word"), "No event matches these filters"),
        ("timeline", View(text="no such word"), "No event matches these filters"),
        ("days", View(text="no such word"), "No event matches these filters"),
        ("numbers", View(places=("oral",)), "no such number for this place"),
        ("numbers", View(as_known_on=date(2021, 12, 12)), "no such number for this place"),
        ("docket", View(), "No case is chosen"),
        ("sides", View(period=FIFTH), "Nothing stands beside"),
    ],
)
def test_where_there_is_nothing_to_draw_it_says_so(figure: str, view: View, words: str) -> None:
    with pytest.raises(NothingToDrawError, match=words):
        picture(figure, looked_at(view), EN, "light", BASE)


@pytest.mark.slow
@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("theme", THEMES)
def test_as_png_it_is_twice_the_size_on_the_paper_and_not_empty(figure: str, theme: str) -> None:
    view = View(case="airport") if figure == "docket" else View(period=FIFTH, beside=Period.parse("2022-01-06"))
    document = picture(figure, looked_at(view), EN, theme, BASE)
    content = as_png(document)
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    image = Image.open(io.BytesIO(content)).convert("RGB")
    svg = ET.fromstring(document)
    assert image.size == (2 * int(svg.get("width", "")), 2 * int(svg.get("height", "")))
    assert image.getpixel((3, 3)) == ImageColor.getrgb(PAPER[theme])
    title = image.crop((80, 80, 1200, 140))
    assert len(title.getcolors(maxcolors=100_000) or ()) > 20


def test_the_words_of_a_png_are_drawn_in_the_typeface_that_comes_along() -> None:
    """Without it a machine that has no fonts would draw no word."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="40">'
        '<text x="4" y="30" font-family="\'Source Sans Pro\'" font-size="24">{}</text></svg>'
    )
    some, others = (as_png(svg.format(words)) for words in ("Қазақстан ≠ ×", ""))  # type: ignore[arg-type]
    assert Image.open(io.BytesIO(some)).getextrema() != Image.open(io.BytesIO(others)).getextrema()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("figure", "view"),
    [
        ("map", View(period=FIFTH)),
        ("timeline", View(period=FIFTH, lanes="place")),
        ("days", View(text="alert")),
        ("growth", View(as_known_on=DAY)),
        ("docket", View(case="airport")),
    ],
)
def test_hostile_text_is_harmless(figure: str, view: View, theme: str) -> None:
    of, clean = query(hostile_record(), view), looked_at(view)
    svg, plain = (drawn(figure, one, theme) for one in (of, clean))
    assert {element.tag for element in svg.iter()} <= {element.tag for element in plain.iter()}
    attributes = [{name for element in one.iter() for name in element.attrib} for one in (svg, plain)]
    assert attributes[0] <= attributes[1]
    links = [element.attrib["href"] for element in svg.iter() if "href" in element.attrib]
    assert all(link.startswith(f"{BASE}/") for link in links)
    assert "alert(1)" in "".join(svg.itertext())


@pytest.mark.slow
def test_hostile_numbers_are_harmless() -> None:
    of = hostile_record()
    measure = of.claim_rows["2022-01-09-government-164-dead"]["measure"]
    document = picture("numbers", query(of, View(measure=measure)), EN, "light", BASE)
    assert "<script" not in document
    assert " ".join(HOSTILE.split()) in " ".join("".join(ET.fromstring(document).itertext()).split())
    as_png(document)


def test_a_map_of_a_city_says_how_many_events_lie_outside_of_it() -> None:
    words = " ".join(picture("map", query(record(), View(camera="almaty")), EN, "light", BASE).split())
    on_it = re.search(r"outside of it (\d+)", words)
    assert on_it
    assert int(on_it[1]) > 10
    assert "outside of it" not in picture("map", query(record(), View()), EN, "light", BASE)
