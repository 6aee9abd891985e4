"""As known on a day: no page tells a date that was still to come, and every link stays on that day.

Titles and statements are today's words and may name any day, so they are emptied of numbers here: what is left are the
dates that the pages put in by themselves.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import cache

import pytest

from components.address import split
from components.claims.layout import CANVASES
from components.claims.ledger import ledger_page
from components.claims.panel import numbers_panel
from components.pictures.figures import FIGURES
from components.pictures.picture import picture
from components.record.card import event_card
from components.record.case_list import case_list
from components.record.case_page import case_page
from components.record.event_list import event_list
from components.record.sources_page import method_page, source_list
from components.timeline.plan import plan
from components.timeline.strip import day_strip
from data.loading.record import Record
from data.period import Period
from data.queries.as_known import as_known
from data.queries.numbers import offered
from data.queries.query import places_of, query
from data.queries.view import View
from data.times import last_day
from tests.unit.drawn import drawn_map, drawn_timeline, first_page, reading, shelf, silence
from tests.unit.samples import EN, Page, record, rewritten

DAY = date(2022, 1, 9)
MONTHS = {date(2022, month, 1).strftime("%B"): month for month in range(1, 13)}
SPOKEN = re.compile(rf"(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}) (\d{{4}})|\b(\d{{4}}-\d\d(?:-\d\d)?)\b|\b(20[2-9]\d)\b")


@cache
def whole() -> Record:
    return rewritten(record(), lambda text: re.sub(r"\d+", "", text))


@cache
def known() -> Record:
    return as_known(whole(), DAY)


def _cards(of: Record, view: View) -> Iterator[str]:
    for event in of.event_rows.values():
        yield event_card(of, event, view.but(event=event["event_id"]), EN)


def _cases(of: Record, view: View) -> Iterator[str]:
    for case in of.case_rows:
        yield case_page(of, case, view.but(case=case), EN)


def _reading(of: Record, view: View) -> Iterator[str]:
    """Days up to the day, without the links to the day after."""
    for period in ("2022-01-05", "2022-01-09", "2022-01-03..2022-01-09", "before"):
        markup = reading(query(of, view.but(period=Period.parse(period))), EN)
        yield re.sub(r'<p class="turn">.*?</p>', "", str(markup))


def _chains(of: Record, view: View) -> Iterator[str]:
    """Each open claim alone, and some beside another."""
    first = next(iter(of.claim_rows))
    for number, claim in enumerate(of.claim_rows):
        against = first if number % 9 == 1 else ""
        yield ledger_page(of, view.but(claim=claim, against=against, shown=1), EN)


def _panels(of: Record, view: View) -> Iterator[str]:
    for measure, places in offered(of).items():
        for place in places:
            yield numbers_panel(of, view.but(measure=measure, places=(place,)), EN, CANVASES["page"])


def _pictures(of: Record, view: View) -> Iterator[str]:
    """Those of what is told; the bars by day name every day, also those of which nothing is told."""
    for figure in FIGURES.keys() - {"days", "growth"}:
        beside = {"places": ("almaty",), "beside": "oral"} if figure == "sides" else {}
        yield picture(figure, query(of, view.but(case="airport", **beside)), EN, "light", base="")


def _first(of: Record, view: View) -> Iterator[str]:
    """The pages that the server writes in advance, but for what has other days in it: strips, control, turning."""
    for page in ("cases", "claims"):
        control = r'<section class="known.*?</section>|<details[^>]* data-id="menu-known".*?</details>'
        yield re.sub(control, "", str(first_page(page, of, view, (), EN)), flags=re.DOTALL)


PAGES: dict[str, Callable[[Record, View], Iterator[str]]] = {
    "list": lambda of, view: iter([event_list(query(of, view.but(shown=9999)), EN)]),
    "card": _cards,
    "case": _cases,
    "cases": lambda of, view: iter([case_list(of, view, EN)]),
    "reading": _reading,
    "ledger": lambda of, view: iter([ledger_page(of, view.but(shown=9999), EN)]),
    "chain": _chains,
    "numbers": _panels,
    "sources": lambda of, view: iter([source_list(of, view.but(shown=9999), EN)]),
    "method": lambda of, view: iter([method_page(query(of, view), EN)]),
    "shelf": lambda of, view: iter([shelf(query(of, view), EN)]),
    "silence": lambda of, view: iter([silence(query(of, view), EN)]),
    "map": lambda of, view: iter([drawn_map(query(of, view), EN)]),
    "timeline": lambda of, view: iter([drawn_timeline(query(of, view), EN)]),
    "pictures": _pictures,
    "days": lambda of, view: iter([picture("days", query(of, view), EN, "light", base="")]),
    "first": _first,
    "strip": lambda of, view: iter([day_strip(query(of, view), EN)]),
}
TIMELESS = {"shelf", "map", "days", "strip", "method"}
"""These say no date, or the same ones on every day: the days of January, and the method's words."""
LEADS_AWAY = {
    "card": r"/\?event=[\w-]+&lang=en&seen=[\d-]+|/cite/events/[\w-]+\.\w+\?lang=en",
    "case": r"/cases\?case=[\w-]+",
    "first": r"/|/(assets/\w+|first)\.css(\?\w+)?|/cases\?case=[\w-]+",
    "method": r"/data/qantar\.zip|/edition/[\w.-]+\?lang=en",
}
"""Links that leave the day on purpose, and say so: to the lasting address, a citation, all of the case, all data."""


def pages(name: str, of: Record, view: View) -> Iterator[Page]:
    return map(Page, PAGES[name](of, view))


def words(page: Page) -> str:
    """Everything that is read: text, and the words of pictures and controls."""
    return " ".join([*page.texts, *page.attribute("aria-label"), *page.attribute("title")])


def dates(text: str) -> set[str]:
    """The dates in a text, each as the first day that it may mean."""
    found = set()
    for day, month, year, written, bare in SPOKEN.findall(text):
        if month:
            found.add(f"{year}-{MONTHS[month]:02}-{int(day or 1):02}")
        else:
            found.add(f"{written or bare}-01-01"[:10])
    return found


def later(name: str, of: Record, view: View) -> Iterator[str]:
    """The dates of a page that come after the day, but that of the record itself."""
    for page in pages(name, of, view):
        yield from sorted(found for found in dates(words(page)) if str(DAY) < found != str(record().as_of))


def test_dates_are_found_however_they_are_written() -> None:
    assert dates("on 9 January 2022, in February 2023; 2022-03-04 or 2024") == {
        "2022-01-09", "2023-02-01", "2022-03-04", "2024-01-01",
    }  # fmt: skip
    assert last_day("2022-02") == "2022-02-28"


@pytest.mark.parametrize("name", sorted(PAGES.keys() - TIMELESS))
def test_no_date_of_later_is_told(name: str) -> None:
    assert next(later(name, whole(), View())), "the whole record has such dates, or else this test finds nothing"
    assert not list(later(name, known(), View(as_known_on=DAY)))


@pytest.mark.parametrize("name", PAGES)
def test_every_link_stays_on_the_day(name: str) -> None:
    links = 0
    for page in pages(name, known(), View(as_known_on=DAY)):
        for link in [*page.links, *page.attribute("data-go")]:
            if link.startswith("/") and not re.fullmatch(LEADS_AWAY.get(name, "-"), link):
                links += 1
                assert split(link)[1].get("known") == str(DAY), link
    assert links


@pytest.mark.parametrize("name", ["list", "timeline"])
def test_only_what_had_been_reported_is_shown(name: str) -> None:
    (page,) = pages(name, known(), View(as_known_on=DAY))
    told = {query_["event"] for link in page.links if "event" in (query_ := split(link)[1])}
    published = record().source_rows
    for event in told:
        sources = record().event_rows[event]["sources"]
        assert any(published[source]["out_by"] and published[source]["out_by"] <= str(DAY) for source in sources)
    assert len(told) > 20


def test_what_a_card_names_had_been_published() -> None:
    late = {row["url"] for row in record().source_rows.values() if not row["out_by"] or row["out_by"] > str(DAY)}
    early = {row["url"] for row in record().source_rows.values() if row["out_by"] and row["out_by"] <= str(DAY)}
    for page in pages("card", known(), View(as_known_on=DAY)):
        assert not set(page.links) & (late - early)


def test_every_claim_of_the_ledger_had_been_made() -> None:
    (page,) = pages("ledger", known(), View(as_known_on=DAY))
    told = {found["data-id"] for _, found in page.tags if found.get("data-id") in record().claim_rows}
    wanted = {claim for claim, row in record().claim_rows.items() if row["said_by"] and row["said_by"] <= str(DAY)}
    assert told == wanted


def test_every_step_and_outcome_of_a_case_had_happened() -> None:
    steps = record().tables["case_steps"]
    early = sum(last_day(day) <= str(DAY) for day in steps["date"])
    told = sum(len(page.classed("when")) for page in pages("case", known(), View(as_known_on=DAY)))
    assert told == early > 0
    for page in pages("case", known(), View(as_known_on=DAY)):
        assert "Charges" not in page.text
        assert "Official version" not in page.text
        assert not page.classed("people")


def test_the_timeline_tells_of_no_later_time_either() -> None:
    """Its axis shows days to come, its marks and bands only what was known."""
    planned = plan(query(known(), View(as_known_on=DAY)), EN)
    told = {found for one in planned.events for found in dates(one.words)}
    assert told
    assert max(told) <= str(DAY)
    assert planned.bands
    assert max(band.ends for band in planned.bands) <= datetime(2022, 1, 10)
    assert planned.scale.ends == datetime(2022, 1, 13)


def test_the_days_to_come_count_only_what_had_been_reported() -> None:
    (page,) = pages("strip", known(), View(as_known_on=DAY))
    counts = {}
    for label in page.attribute("aria-label"):
        if match := re.match(r"(\d+) January 2022: (\d+) event", label):
            counts[int(match[1])] = int(match[2])
    assert set(counts) == set(range(1, 32))
    for day, count in counts.items():
        begins = datetime(2022, 1, day)
        rows = known().event_rows.values()
        touching = [
            row
            for row in rows
            if (row["begins"] < begins + timedelta(days=1) and row["ends"] > begins)
            or begins <= row["begins"] == row["ends"] < begins + timedelta(days=1)
        ]
        assert count == len(touching), day
    assert counts[9]
    assert sum(counts[day] for day in range(11, 32)) < sum(counts[day] for day in range(1, 10))


def test_map_and_shelf_count_what_had_been_reported() -> None:
    view = View(as_known_on=DAY)
    (chart,), (beside,) = pages("map", known(), view), pages("shelf", known(), view)
    marks = [int(text.rsplit(" ", 1)[1]) for text in chart.attribute("aria-label") if text.rsplit(" ", 1)[-1].isdigit()]
    shelved = [int(found) for found in re.findall(r"<b>(\d+)</b>", str(beside.markup))]
    assert sum(marks) + sum(shelved) == sum(len(places_of(row)) for row in known().event_rows.values())
