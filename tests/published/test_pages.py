"""Every page shows the published record."""

from collections.abc import Callable

import pytest

from components.frame.contents import PAGES
from components.record.case_list import grouped
from components.words.glossary import terms_of_kazakhstan
from data.folders import RECORD_FOLDER, TALKS_FOLDER
from data.loading.record import Record
from data.period import Period
from data.queries.numbers import offered
from data.queries.query import query
from data.queries.view import View
from data.vocabulary import CASE_KINDS, FIRST_MEASURES
from tests.app.conftest import markups, notices, open_page
from tests.unit.samples import EN, Page


@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_it(name: str, published: Record, use_folders: Callable[..., None]) -> None:
    use_folders(record=RECORD_FOLDER, talks=TALKS_FOLDER)
    at = open_page(name, day="2022-01-05", event=next(iter(published.event_rows)))
    assert not at.exception
    assert not notices(at)
    found = markups(at)
    assert not any("fault" in Page(text).text for text in found.values())
    if name == "explore":
        shown = query(published, View(period=Period.parse("2022-01-05")))
        assert f"{len(shown.rows)} events" in Page(found["sentence"]).text.replace("\xa0", " ")


def test_every_word_of_the_glossary_occurs(published: Record) -> None:
    told = [row["summary"] for row in (*published.event_rows.values(), *published.case_rows.values())]
    told += [row["step"] for row in published.steps] + [row["statement"] for row in published.claim_rows.values()]
    told += [point for row in published.event_rows.values() for point in row["disputed_points"]]
    texts = "\n".join(told)
    words = [term for term in terms_of_kazakhstan(EN) if term.key not in ("qantar", "qandy-qantar")]
    assert [term.key for term in words if not any(form in texts for form in term.forms)] == []


def test_the_numbers_in_front_are_there_and_every_case_stands_in_a_group(published: Record) -> None:
    assert set(FIRST_MEASURES) <= offered(published).keys()
    groups = grouped(published, list(published.case_rows.values()), View(), EN)
    assert sum(len(rows) for _, rows in groups) == len(published.case_rows)
    assert {row["kind"] for _, rows in groups for row in rows} == set(CASE_KINDS)
