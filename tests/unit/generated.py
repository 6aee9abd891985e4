"""Tiny records whose dates, chains and numbers Hypothesis draws, for laws that hold of every record."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import strategies as st

from data import vocabulary as v
from data.loading.record import Record
from data.times import last_day
from tests.unit.helpers import TINY, Folder

Rows = list[dict[str, str]]

_NEAR = [f"2022-01-{day:02d}" for day in range(2, 13)] + ["2021-12-19", "2022-02-10", "2022-02-28"]
PARTIAL_DATES = st.sampled_from(["", "2022-01", "2022", *_NEAR])
MEASURES = ("killed_total", "killed_total", "killed_security", "crowd")
"""A toll and a part of it, which go on, and one that does not; most are of one measure, so that they meet."""
EVENTS = [row["event_id"] for row in TINY["events"]]
SOURCES = [row["source_id"] for row in TINY["sources"]]


def days() -> st.SearchStrategy[date]:
    """Days round those of the tiny record."""
    return st.dates(date(2021, 12, 15), date(2022, 3, 5)) | st.just(date(2022, 12, 31))


@st.composite
def claim_rows(draw: Any) -> Rows:
    """Rows of claims.csv without a fault: chains lead to later rows, contradictions hold both ways."""
    ids = [f"claim-{number}" for number in range(draw(st.integers(3, 7)))]
    rows = []
    for place, claim_id in enumerate(ids):
        said_on, stands = draw(PARTIAL_DATES), draw(st.sampled_from(v.CLAIM_STATES))
        low, high = sorted((draw(st.integers(0, 300)), draw(st.integers(0, 300))))
        shape = draw(st.sampled_from(("range", "at least", "at most", "none")))
        withdrawn_on = draw(PARTIAL_DATES) if stands == "withdrawn" else ""
        rows.append({
            "claim_id": claim_id, "said_on": said_on, "topic": "death_toll", "statement": "It said so.",
            "claimant": draw(st.sampled_from(("A ministry", "A ministry (its spokesman)", "A paper"))),
            "claimant_role": draw(st.sampled_from(("official", "journalist"))),
            "measure": "" if shape == "none" else draw(st.sampled_from(MEASURES)),
            "value_min": str(low) if shape in ("range", "at least") else "",
            "value_max": str(high) if shape in ("range", "at most") else "",
            "place_id": draw(st.sampled_from(("kazakhstan", "kazakhstan", "almaty"))), "stands": stands,
            "withdrawn_on": withdrawn_on if last_day(withdrawn_on) >= said_on else "",
            "superseded_by": draw(st.sampled_from(["", *ids[place + 1 :]])),
            "event_ids": ";".join(draw(_some(EVENTS))), "case_ids": draw(st.sampled_from(("", "airport"))),
            "sources": ";".join(draw(_some(SOURCES, 1))),
        })  # fmt: skip
    pairs = draw(st.sets(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=3))
    for row in rows:
        others = {id for pair in pairs for id in pair if row["claim_id"] in pair} - {row["claim_id"]}
        row["contradicted_by"] = ";".join(sorted(others))
    return rows


@st.composite
def records(draw: Any) -> Record:
    """The tiny record with other days of publication, claims, steps and outcome; no row of it is left out."""
    tables = {name: [dict(row) for row in rows] for name, rows in TINY.items()}
    for source in tables["sources"]:
        source["published"] = draw(PARTIAL_DATES)
        source["published_basis"] = source["published"] and "page"
    for event in tables["events"]:
        event["sources"] = ";".join(draw(_some(SOURCES, 1)))
    for step in tables["case_steps"]:
        step["date"] = draw(PARTIAL_DATES.filter(bool))
    tables["cases"][0] |= {"outcome": "Four years", "outcome_as_of": draw(PARTIAL_DATES)}
    tables["claims"] = draw(claim_rows())
    record = loaded(tables)
    assert not [fault for fault in record.faults if fault.drops_row]
    return record


def loaded(tables: dict[str, Rows]) -> Record:
    """The record of these rows; tables that are not given are those of the tiny record."""
    with TemporaryDirectory() as path:
        folder = Folder(Path(path))
        for name, rows in (TINY | tables).items():
            folder.write(name, rows)
        return folder.load()


def _some(items: list[str], least: int = 0) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(items), min_size=least, max_size=3, unique=True)
