"""As known on a day: the record with nothing in it that had not been published, said or decided by then.

An event counts as known from the day of the earliest source cited for it, which need not be the earliest there ever
was, and not before it happened, though it was announced. Its independent voices and standing are those of the sources
published by then. A claim counts from the day it was said, a step of a case from its own date. Where only a month or a
year is known, its last day counts. Of what cites them only the sources published by then remain, and those without a
date. Titles and summaries are today's words. A death counts from the day of its earliest source; who is said to have
killed, and what the authorities say, shows once all that it rests on was out. People count from the day of whatever
speaks of them.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from typing import cast

import numpy as np
import pandas as pd

from data.loading.record import Record, earliest, records
from data.loading.rows import ClaimRow, DeathRow
from data.loading.voices import status_of
from data.times import last_day


def as_known(record: Record, day: date, undated: bool = False) -> Record:
    """The whole `record` as known at the end of a day.

    Sources without a date are left out; with `undated` they are left in, but not before the event itself.
    """
    today = day.isoformat()
    events = _events(record, today, undated)
    steps = _until(record.tables["case_steps"], today).copy()
    steps["event_id"] = steps["event_id"].where(steps["event_id"].isin(events.index), "")
    out = {str(source) for source, day in record.sources["out_by"].items() if not day or str(day) <= today}
    claims = _claims(record, today, undated)
    cases = _cases(
        record, today, undated, {*steps["case_id"], *_items(events["case_ids"]), *_items(claims["case_ids"])}
    )
    deaths = _deaths(record, today, undated, out)
    people = record.tables["people"]
    spoken_of = {*_items(events["people"]), *_items(claims["people"]), *deaths["person_id"]}
    people = people.loc[people.index.isin(spoken_of)].copy()
    for frame in (claims, deaths):
        frame["event_ids"] = _only(frame["event_ids"], events.index)
    deaths["claim_ids"] = _only(deaths["claim_ids"], claims.index)
    for frame in (claims, steps, deaths, people):
        frame["sources"] = _only(frame["sources"], out)
    for frame in (events, claims, deaths):
        frame["case_ids"] = _only(frame["case_ids"], cases.index)
    tables = {
        **record.tables,
        "events": events,
        "claims": claims,
        "cases": cases,
        "case_steps": steps,
        "case_people": record.tables["case_people"].iloc[:0],
        "deaths": deaths,
        "people": people,
        "bands": _bands(record.tables["bands"], events.index),
    }
    cited = set().union(*(_items(tables[name]["sources"]) for name in _CITING))
    tables["sources"] = record.sources.loc[record.sources.index.isin(cited)]
    return replace(record, tables=tables, known_on=day, whole_record=record)


def without_a_date(whole: Record, day: date) -> int:
    """How many events had begun by a day and have no dated source by then, but one without a date."""
    today = day.isoformat()
    return sum(
        not (row["known_from"] and row["known_from"] <= today)
        and row["start"][:10] <= today
        and any(not whole.source_rows[source]["out_by"] for source in row["sources"])
        for row in whole.event_rows.values()
    )


_CITING = ("events", "claims", "cases", "case_steps", "deaths", "people")


def _events(record: Record, today: str, undated: bool) -> pd.DataFrame:
    out_by = cast(dict[str, str], record.sources["out_by"].to_dict())
    kept: dict[str, tuple[str, ...]] = {}
    for event_id, start, sources in record.events[["start", "sources"]].itertuples(name=None):
        dated = tuple(source for source in sources if out_by[source] and out_by[source] <= today)
        if start[:10] > today:
            kept[event_id] = ()
        elif undated:
            kept[event_id] = tuple(s for s in sources if s in dated or not out_by[s])
        else:
            kept[event_id] = dated
    events = record.events.loc[[bool(kept[event_id]) for event_id in record.events.index]].copy()
    sources = [kept[event_id] for event_id in events.index]
    voices = [record.voices.of(row) for row in sources]
    events["sources"] = pd.Series(sources, events.index, dtype=object)
    events["voices"] = pd.Series(voices, events.index, dtype=object)
    kinds = map(record.voices.kinds_of, voices)
    events["status"] = [status_of(*row) for row in zip(events["standing"], kinds, strict=True)]
    events["follows"] = events["follows"].where(events["follows"].isin(events.index), "")
    events["first_report"] = [earliest(out_by, row) for row in sources]
    return events


def _claims(record: Record, today: str, undated: bool) -> pd.DataFrame:
    kept = [_is_out(row, record, today, undated) for row in record.claim_rows.values()]
    claims = record.claims.loc[np.array(kept, dtype=bool)].copy()
    known = {row["claim_id"]: row for row in records(claims, ClaimRow)}
    claims["stands"] = [stands_on(row, known, today) for row in known.values()]
    claims["superseded_by"] = claims["superseded_by"].where(claims["superseded_by"].isin(known), "")
    claims["contradicted_by"] = _only(claims["contradicted_by"], known)
    for column in ("withdrawn_on", "withdrawn_why"):
        claims[column] = claims[column].where(claims["stands"] == "withdrawn", "")
    return claims


def _is_out(claim: ClaimRow, record: Record, today: str, undated: bool) -> bool:
    """Whether a claim had been said. One without a day is not left in before what it speaks of."""
    if claim["said_by"]:
        return bool(claim["said_by"] <= today)
    begun = [record.event_rows[event]["start"][:10] for event in claim["event_ids"]] or [last_day(claim["as_of"])]
    return undated and min(begun) <= today


def stands_on(claim: ClaimRow, known: dict[str, ClaimRow], today: str) -> str:
    """What had become of a claim by the end of a day, given the claims said by then.

    What was withdrawn on the very day it was said is shown as it was posted on that day, and as withdrawn from the
    next: a day is the smallest step there is.
    """
    stands: str = claim["stands"]
    if stands not in ("withdrawn", "revised"):
        return stands
    successor = known.get(claim["superseded_by"])
    if stands == "revised":
        fell = bool(successor) if claim["superseded_by"] else today > claim["said_by"]
    elif claim["withdrawn_on"]:
        fell = max(last_day(claim["withdrawn_on"]), claim["said_by"]) <= today and today > claim["said_by"]
    else:
        fell = bool(successor) if claim["superseded_by"] else today > claim["said_by"]
    return stands if fell else "current"


def _cases(record: Record, today: str, undated: bool, known: set[str]) -> pd.DataFrame:
    """Cases with something known of them; what was written with the end in mind is emptied."""
    out_by = cast(dict[str, str], record.sources["out_by"].to_dict())
    cases = record.cases.loc[record.cases.index.isin(known)].copy()
    decided = np.array([bool(cell) and last_day(cell) <= today for cell in cases["outcome_as_of"]], dtype=bool)
    for column in ("result", "outcome", "outcome_as_of"):
        cases[column] = cases[column].where(decided, "")
    looked = np.array([bool(cell) and last_day(cell) <= today for cell in cases["looked_for"]], dtype=bool)
    cases["looked_for"] = cases["looked_for"].where(looked, "")
    for column in ("summary", "official_version", "other_version"):
        cases[column] = ""
    cases["charges"] = pd.Series([()] * len(cases), cases.index, dtype=object)
    out = {source for source, day in out_by.items() if (day and day <= today) or (undated and not day)}
    cases["sources"] = _only(cases["sources"], out)
    return cases


def _deaths(record: Record, today: str, undated: bool, out: set[str]) -> pd.DataFrame:
    """Deaths that had been told of. One without a dated source is not left in before its own day."""

    def is_out(death: DeathRow) -> bool:
        if death["known_from"] and death["known_from"] <= today:
            return True
        died = last_day(death["died_on"])
        return undated and bool(died) and died <= today and any(source in out for source in death["sources"])

    rows = record.death_rows.values()
    deaths = record.tables["deaths"].loc[np.array([is_out(row) for row in rows], dtype=bool)].copy()
    dated = {str(source) for source, day in record.sources["out_by"].items() if day and str(day) <= today}
    whole = np.array([dated.issuperset(cell) for cell in deaths["sources"]], dtype=bool)
    deaths["accounts"] = pd.Series(
        [cell if told else () for cell, told in zip(deaths["accounts"], whole, strict=True)], deaths.index, dtype=object
    )
    deaths["authorities_say"] = deaths["authorities_say"].where(whole, "")
    return deaths


def _until(steps: pd.DataFrame, today: str) -> pd.DataFrame:
    return steps.loc[[last_day(cell) <= today for cell in steps["date"]]]


def _bands(bands: pd.DataFrame, known: pd.Index) -> pd.DataFrame:
    """Bands that had begun; one whose end was not yet known has none."""
    bands = bands.loc[bands["begins_with"].isin(known)].copy()
    bands["ends_with"] = bands["ends_with"].where(bands["ends_with"].isin(known), "")
    return bands


def _only(cells: pd.Series, known: Collection[str]) -> pd.Series:
    """Lists of ids with those alone that are known."""
    kept = [tuple(item for item in cell if item in known) for cell in cells]
    return pd.Series(kept, cells.index, dtype=object)


def _items(cells: Iterable[Iterable[str]]) -> set[str]:
    return {item for cell in cells for item in cell}
