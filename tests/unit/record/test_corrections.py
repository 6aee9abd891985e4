"""The page of corrections: every change once, the newest first, with a way to what it is about."""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest

from components.address import split
from components.record.corrections import corrections
from data.loading.record import Record
from data.queries.view import View
from tests.unit.helpers import Folder
from tests.unit.samples import EN, Page, assert_same_markup, foreign, hostile_record, record

CHANGES = record().tables["changes"].to_dict("records")
TOLL, FIGHT = "2022-01-09-government-164-dead", "2022-01-05-almaty-fight"


def page(of: Record | None = None, **choices: Any) -> Page:
    return Page(corrections(of or record(), View(**choices), EN))


def with_changes(*rows: dict[str, str]) -> Record:
    """The record with another log."""
    empty = dict.fromkeys(("date", "table", "id", "change", "reason"), "")
    return replace(record(), tables={**record().tables, "changes": pd.DataFrame([empty | row for row in rows])})


def entries(of: Page) -> list[str]:
    """The text of each entry, in order."""
    _, *items = str(of.markup).split("<li>")
    return [Page(item.partition("</li>")[0]).text for item in items]


def test_every_change_stands_there_once_with_its_reason() -> None:
    of = page()
    assert len(entries(of)) == len(CHANGES)
    assert f"{len(CHANGES)} changes" in of.text
    left = entries(of)
    for row in CHANGES:
        found = next(entry for entry in left if row["change"] in entry and row["reason"] in entry)
        left.remove(found)
    assert not left


def test_days_come_newest_first_each_with_its_number_of_changes() -> None:
    days = ("2022-03-01", "2024-05-06", "2023-01-01", "2024-05-06")
    of = page(with_changes(*({"date": day, "table": "record", "change": f"Change {n}"} for n, day in enumerate(days))))
    headings = [part.partition("</h2>")[0] for part in str(of.markup).split("<h2>")[1:]]
    assert [Page(heading).text for heading in headings] == ["6 May 2024 2", "1 January 2023 1", "1 March 2022 1"]
    assert [entry.split("Change ")[1] for entry in entries(of)] == ["3", "1", "2", "0"]


@pytest.mark.parametrize(
    ("table", "row_id", "title", "link"),
    [
        ("events", "2022-01-04-oral-depo-bridge", "", "/?event=2022-01-04-oral-depo-bridge"),
        ("claims", TOLL, record().claim_rows[TOLL]["statement"], f"/claims?claim={TOLL}"),
        ("cases", "airport", record().case_rows["airport"]["title"], "/cases?case=airport"),
        ("deaths", "2022-01-05-almaty-boy-12", "A boy, 12", "/dead#death-2022-01-05-almaty-boy-12"),
        ("record", "", "The whole record", None),
        ("places", "almaty", "places · almaty", None),
        ("events", "2022-01-05-removed-since", "events · 2022-01-05-removed-since", None),
        ("claims", "removed-since", "claims · removed-since", None),
    ],
)
def test_a_change_names_what_it_is_about_and_leads_there(table: str, row_id: str, title: str, link: str | None) -> None:
    of = page(with_changes({"date": "2026-01-01", "table": table, "id": row_id, "change": "A change", "reason": "Why"}))
    (entry,) = entries(of)
    assert entry.startswith(title or record().event_rows[row_id]["title"])
    assert of.links == ([link] if link else [])


def test_a_change_to_a_source_names_it() -> None:
    source_id, source = next(iter(record().source_rows.items()))
    (entry,) = entries(page(with_changes({"date": "2026-01-01", "table": "sources", "id": source_id})))
    assert entry.startswith(f"{source['publisher']}: {' '.join(source['title'].split())}")


def test_every_change_is_about_something_that_is_there() -> None:
    of = page()
    linked = [row for row in CHANGES if row["table"] in ("events", "claims", "cases")]
    assert len(of.links) == len(linked) > 0
    assert not foreign(of.links)
    for row in CHANGES:
        if row["id"]:
            assert f"{row['table']} · {row['id']}" not in of.text


def test_links_keep_the_day_of_which_the_record_tells() -> None:
    links = page(as_known_on=date(2022, 1, 16), text="left behind").links
    assert links
    assert {split(link)[1]["known"] for link in links} == {"2022-01-16"}
    assert not any("q" in split(link)[1] for link in links)


def test_a_small_log(tiny: Folder) -> None:
    of = page(tiny.load())
    assert [entry.split(" ")[0] for entry in entries(of)] == ["Something", "The"]
    assert of.links == [f"/?event={FIGHT}"]
    assert "2 changes" in of.text


def test_hostile_text_stays_text() -> None:
    assert_same_markup(corrections(hostile_record(), View(), EN), corrections(record(), View(), EN))
