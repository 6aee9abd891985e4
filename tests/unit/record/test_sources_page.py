"""Sources and data: the downloads follow the view, the method says the rules, each source what cites it."""

from datetime import date
from typing import Any

from components.record.card import event_card
from components.record.corrections import corrections
from components.record.sources_page import method_page, source_list
from components.words.labels import status_rule, voice_kind
from components.words.sources import ARCHIVE
from data.exports.citations import hides_a_name
from data.queries.as_known import as_known
from data.queries.query import citing, query
from data.queries.view import View
from data.vocabulary import STATUSES, VOICE_KINDS
from tests.unit.helpers import Folder
from tests.unit.samples import EN, Page, assert_same_markup, foreign, hostile_record, record, shown


def sources(**choices: Any) -> Page:
    return Page(source_list(record(), View(**choices), EN))


def test_downloads_follow_the_filters_and_not_what_is_open() -> None:
    page = Page(method_page(shown(day="2022-01-05", places=("almaty",), event="2022-01-04-oral-depo-bridge"), EN))
    assert "/data/events.csv?day=2022-01-05&place=almaty" in page.links
    assert "/data/events.geojson?day=2022-01-05&place=almaty" in page.links
    assert "/data/events.zip?day=2022-01-05&place=almaty" in page.links
    assert "/pictures/map.svg?day=2022-01-05&place=almaty" in page.links
    assert "/cite/events.bib?day=2022-01-05&place=almaty" in page.links
    assert {"/data/events.csv", "/data/claims.csv", "/data/qantar.zip"} <= set(Page(method_page(shown(), EN)).links)


def test_the_method_says_the_rules_and_the_counts_and_leads_to_the_corrections() -> None:
    page = Page(method_page(shown(), EN))
    for status in STATUSES:
        assert status_rule(EN, status) in page.text
    for kind in VOICE_KINDS:
        assert voice_kind(EN, kind) in page.text
    assert f"{len(record().events)} events, {len(record().claims)} claims" in page.text
    undated = sum(not published for published in record().sources["published"])
    assert f"{undated} of {len(record().sources)} sources show no date" in page.text
    assert record().version in page.text
    assert "/corrections" in page.links


def test_every_change_stands_among_the_corrections() -> None:
    text = Page(corrections(record(), View(), EN)).text
    for change in record().tables["changes"]["change"]:
        assert change in text


def test_the_counts_of_the_method_are_those_of_its_day_but_the_undated_sources_all_there_are() -> None:
    early = as_known(record(), date(2022, 1, 7))
    text = Page(method_page(query(early, View(as_known_on=date(2022, 1, 7))), EN)).text
    assert f"{len(early.events)} events, {len(early.claims)} claims" in text
    assert f"of {len(record().sources)} sources show no date" in text


def test_links_within_the_page_have_their_target() -> None:
    page = Page(method_page(shown(), EN))
    targets = set(page.attribute("id"))
    assert {link[1:] for link in page.links if link.startswith("#")} <= targets


def test_every_source_stands_once_with_what_cites_it() -> None:
    page = sources(shown=9999)
    out = [found["href"] for tag, found in page.tags if tag == "a" and found.get("target") == "_blank"]
    urls = [link for link in out if not link.startswith(ARCHIVE)]
    assert sorted(urls) == sorted(record().sources["url"])
    hidden = {row["url"] for row in record().source_rows.values() if hides_a_name(row)}
    assert hidden
    copies = {link.removeprefix(ARCHIVE) for link in out if link.startswith(ARCHIVE)}
    assert copies == set(urls) - hidden
    cited = citing(record())
    wanted = {f"/?event={event}" for row in cited.values() for event in row.events}
    wanted |= {f"/claims?claim={claim}" for row in cited.values() for claim in row.claims}
    wanted |= {f"/cases?case={case}" for row in cited.values() for case in row.cases}
    assert wanted <= set(page.links)
    assert not foreign(page.links)


def test_words_narrow_the_list() -> None:
    page = sources(text="azattyq zhanaozen", shown=9999)
    assert 0 < len(page.classed("date")) < len(record().sources)
    assert "No source has these words" in sources(text="no such word").text


def test_a_page_of_the_list_and_a_link_to_more() -> None:
    assert "/sources?show=300" in sources().links
    assert "Show more" not in sources(shown=9999).text


def test_hostile_text_stays_text() -> None:
    assert_same_markup(method_page(shown(hostile_record()), EN), method_page(shown(), EN))
    hostile, clean = (source_list(of, View(shown=9999), EN) for of in (hostile_record(), record()))
    assert_same_markup(hostile, clean)


def test_an_address_that_may_hold_the_name_of_a_minor_is_marked_so_as_not_to_be_printed() -> None:
    hiding = {row["url"] for row in record().source_rows.values() if hides_a_name(row)}
    assert hiding
    assert {link["href"] for link in sources(text="orda.kz").classed("hides")} == {
        url for url in hiding if "orda.kz" in url
    }
    event = next(
        event
        for event in record().event_rows.values()
        if any(record().source_rows[s]["url"] in hiding for s in event["sources"])
    )
    marked = Page(event_card(record(), event, View(), EN)).classed("hides")
    assert {link["href"] for link in marked} == {record().source_rows[s]["url"] for s in event["sources"]} & hiding


def test_a_date_that_the_page_does_not_show_says_where_it_is_from(tiny: Folder) -> None:
    tiny.change("sources", "vlast", published="2022-01", published_basis="series")
    page = Page(source_list(tiny.load(), View(), EN))
    assert "January 2022 (by its neighbours in a series)" in page.text
    assert "9 January 2022 (" not in page.text
