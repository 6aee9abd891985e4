"""The chart of numbers as drawn: who said what, what became of it, and no claim drawn as the loser."""

import re
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest

from components.address import split
from components.claims.chart import numbers_figure
from components.claims.layout import CANVASES, ChartCanvas
from components.language import Language
from data.loading.record import Record
from data.queries.as_known import as_known
from data.queries.numbers import Numbers, numbers, offered
from data.queries.view import View
from tests.unit.drawn import numbers_chart
from tests.unit.samples import EN, HOSTILE, Page, foreign, hostile_record, record

WITHDRAWN, FOLLOWING = "2022-01-09-government-164-dead", "2022-01-15-pgo-225-dead"
STYLE = (Path(__file__).resolve().parents[3] / "static" / "figures.css").read_text("utf-8")


def chart(found: Numbers, of: Record, view: View | None = None, sheet: ChartCanvas = CANVASES["page"]) -> ET.Element:
    return ET.fromstring(numbers_chart(of, found, view or View(), EN, sheet))


def deaths(day: date | None = None, sheet: ChartCanvas = CANVASES["page"]) -> ET.Element:
    of = as_known(record(), day) if day else record()
    return chart(numbers(of, "killed_total", "kazakhstan"), of, View(as_known_on=day), sheet)


def every() -> list[Numbers]:
    """The numbers of every chart that today's record can draw."""
    found = [numbers(record(), measure, place) for measure, places in offered(record()).items() for place in places]
    return [one for one in found if one.series]


def claims_of(found: Numbers) -> list[str]:
    return [said.claim["claim_id"] for series in found.series for said in series.said]


def points(svg: ET.Element) -> dict[str, ET.Element]:
    """The links that are points, by the claim that they lead to."""
    linked = [link for link in svg.iter("a") if "point" in link.get("class", "").split()]
    found = {split(link.get("href", ""))[1]["claim"]: link for link in linked}
    assert len(found) == len(linked)
    return found


def said(link: ET.Element) -> str:
    """What a point says to whoever hovers or listens, on one line."""
    hovered, heard = ((text or "").split() for text in (link.findtext("title"), link.get("aria-label")))
    assert hovered == heard
    return " ".join(heard)


def words(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def position(link: ET.Element) -> tuple[float, float]:
    circle, cross = link.find("circle"), link.find("path[@class='cross']")
    if circle is not None:
        return float(circle.get("cx", "")), float(circle.get("cy", ""))
    assert cross is not None
    x, y = re.findall(r"[\d.]+", cross.get("d", ""))[:2]
    return float(x) + 5, float(y) + 5


def lines(svg: ET.Element) -> list[list[tuple[float, float]]]:
    """The corners of every step: paths of an M, then H and V."""
    found = []
    for path in svg.iter("path"):
        if "step" in path.get("class", "").split():
            corners: list[tuple[float, float]] = []
            for command, numbers_ in re.findall(r"([MHV])([\d. ]+)", path.get("d", "")):
                values = [float(value) for value in numbers_.split()]
                x, y = corners[-1] if corners else (0.0, 0.0)
                corners.append({"M": (values[0], values[-1]), "H": (values[0], y), "V": (x, values[0])}[command])
            found.append(corners)
    return found


def reach(start: tuple[float, float], paths: list[list[tuple[float, float]]]) -> set[tuple[float, float]]:
    """Everywhere that lines lead to from a point, following them forward only."""
    reached, todo = set(), [start]
    while todo:
        here = todo.pop()
        if here not in reached:
            reached.add(here)
            todo += [path[-1] for path in paths if path[0] == here]
    return reached


def test_every_point_links_to_its_claim_and_says_who_said_it() -> None:
    for found in every():
        at = points(chart(found, record()))
        assert sorted(at) == sorted(claims_of(found))
        for claim_id, link in at.items():
            assert split(link.get("href", ""))[0] == "claims"
            assert record().claim_rows[claim_id]["claimant"] in said(link)


def test_links_stay_on_the_day_of_which_the_record_tells() -> None:
    day = date(2022, 1, 16)
    links = [split(link.get("href", ""))[1] for link in deaths(day).iter("a")]
    assert links
    assert {link["known"] for link in links} == {"2022-01-16"}


@pytest.mark.parametrize("sheet", [CANVASES["page"], CANVASES["phone"]], ids=["broad", "narrow"])
def test_what_was_withdrawn_is_crossed_and_struck_and_says_so(sheet: ChartCanvas) -> None:
    svg = deaths(date(2022, 1, 16), sheet)
    crossed = {claim_id for claim_id, link in points(svg).items() if link.find("path[@class='cross']") is not None}
    assert crossed == {WITHDRAWN}
    assert "withdrawn, 9 January 2022: The Information Ministry" in said(points(svg)[WITHDRAWN])
    (struck,) = [text for text in svg.iter("text") if text.find("tspan[@class='struck']") is not None]
    assert words(struck) == "164 withdrawn ≠"
    assert struck.findtext("tspan[@class='struck']") == "164"


def test_before_it_was_withdrawn_nothing_is_crossed_or_struck() -> None:
    svg = deaths(date(2022, 1, 9))
    assert svg.find(".//path[@class='cross']") is None
    assert svg.find(".//tspan[@class='struck']") is None
    assert "withdrawn" not in words(svg)
    assert "164" in words(svg)


def test_whatever_was_withdrawn_is_crossed_on_every_chart() -> None:
    crossed = 0
    for found in every():
        for claim_id, link in points(chart(found, record())).items():
            withdrawn = record().claim_rows[claim_id]["stands"] == "withdrawn"
            crossed += withdrawn
            assert (link.find("path[@class='cross']") is not None) == withdrawn
            assert (link.find("circle") is None) == withdrawn
            assert ("withdrawn" in said(link)) == withdrawn
    assert crossed


def test_a_line_leads_from_what_was_replaced_to_what_replaced_it() -> None:
    led = 0
    for found in every():
        svg = chart(found, record())
        at, paths = points(svg), lines(svg)
        for claim_id in at:
            claim = record().claim_rows[claim_id]
            following = record().claim_rows.get(claim["superseded_by"], {"measure": ""})
            if claim["superseded_by"] in at and following["measure"] == claim["measure"]:
                led += 1
                assert position(at[claim["superseded_by"]]) in reach(position(at[claim_id]), paths), claim_id
    assert led


def test_what_was_replaced_says_by_what_and_what_replaced_it_says_nothing() -> None:
    at = points(deaths())
    assert said(at[FOLLOWING]).endswith("replaced by 227, 18 January 2022")
    assert "replaced" not in said(at["2026-01-05-pgo-238-dead-still-official"])


def test_contradiction_stands_on_both_and_strikes_neither() -> None:
    pairs = 0
    for found in every():
        svg = chart(found, record())
        at = points(svg)
        for claim_id, link in at.items():
            claim = record().claim_rows[claim_id]
            assert ("≠" in said(link)) == bool(claim["contradicted_by"])
            for other in set(claim["contradicted_by"]) & set(at):
                pairs += 1
                assert "≠" in said(at[other])
    assert pairs


def test_where_a_contradicted_number_is_written_the_sign_stands_beside_it() -> None:
    """230 and 238 of the same day contradict each other, and one was replaced later: both carry the sign."""
    texts = [words(text) for text in deaths().iter("text")]
    assert "230 ≠" in texts
    assert any(text.startswith("238 ≠ Elvira Azimova") for text in texts)


def test_the_authorities_and_others_differ_by_more_than_colour() -> None:
    for found in every():
        for claim_id, link in points(chart(found, record())).items():
            role = record().claim_rows[claim_id]["claimant_role"]
            side = "by-authorities" if role in ("official", "prosecutor", "court") else "by-others"
            assert side in link.get("class", "").split()
    filled = re.search(r"\.numbers-figure circle \{\s+fill: var\(--(\w+)\)", STYLE)
    hollow = re.search(r"\.numbers-figure \.by-others circle \{\s+fill: var\(--(\w+)\)", STYLE)
    assert filled
    assert hollow
    assert (filled[1], hollow[1]) == ("ink", "paper")


def test_the_last_of_a_line_is_named_beside_it() -> None:
    svg = deaths()
    texts = [words(text) for text in svg.iter("text") if "end" in text.get("class", "").split()]
    assert "238 Prosecutor General's Office" in texts
    assert any(text.startswith("at least 263 ≠ Volunteers") for text in texts)
    assert any(text.startswith("19 security forces, Prosecutor") for text in texts)


def test_only_a_change_of_the_scale_is_marked_and_named() -> None:
    assert "January 2022, by day" in words(deaths())
    assert "the years since" in words(deaths())
    assert "the years since" not in words(deaths(date(2022, 1, 31)))


def test_the_chart_says_what_it_is() -> None:
    svg = deaths().find("svg")
    assert svg is not None
    assert (svg.get("role"), "Deaths" in svg.get("aria-label", "")) == ("group", True)


def test_hostile_text_stays_text() -> None:
    plain = {name for found in every() for name in Page(numbers_chart(record(), found, View(), EN)).names}
    of = hostile_record()
    for claim_id in (WITHDRAWN, "2022-01-04-ak-zhaik-3000-night-atyrau", "2022-01-09-government-2265-injured"):
        row = of.claim_rows[claim_id]
        drawn = numbers_chart(of, numbers(of, row["measure"], row["place_id"]), View(), EN)
        assert Page(drawn).names <= plain
        assert not foreign(Page(drawn).links)
        assert "<script" not in drawn
        titles = [words(title) for title in ET.fromstring(drawn).iter("title")]
        assert all(" ".join(HOSTILE.split()) in title for title in titles)


def test_on_a_phone_the_month_stands_alone_where_more_has_no_room_before_the_line() -> None:
    found = numbers(record(), "killed_total", "kazakhstan")
    for language, words in ((EN, "January 2022, by day"), (Language("kk"), "Қаңтар 2022 ж.")):
        figure = numbers_figure(record(), found, View(), language, CANVASES["phone"])
        assert figure.values["month"] == words
