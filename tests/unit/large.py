"""Records as large as one likes: `python -m tests.unit.large FOLDER EVENTS [CLAIMS]` writes one for a trial by hand."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import count, cycle, islice
from pathlib import Path

from data import vocabulary as v
from tests.unit.helpers import TINY, Folder, event

Rows = list[dict[str, str]]

_FIRST = date(2022, 1, 1)
AT = [("zhanaozen", "city"), ("almaty", "city"), ("camp", "site"), ("kazakhstan", "country"), ("moscow", "abroad")]
TEXT = "It is said that it happened on the square before the building. " * 3


def large_folder(path: Path, events: int, claims: int = 0, cases: int = 0, places: int = 0, text: str = TEXT) -> Folder:
    """The small record with so many more events, claims and cases, each with a source and a change of its own.

    All claims are one chain, each replaced by the next and contradicted by the one after it; they speak of one event
    and one case, and so do all changes of theirs. The events are at the `places`, if there are; what is free text is
    this `text`.
    """
    folder = Folder(path)
    tables: dict[str, Rows] = {name: [dict(row) for row in rows] for name, rows in TINY.items()}
    tables["sources"] += islice(_sources(), max(events, claims, cases))
    tables["places"] += [
        {"place_id": f"mangystau-town-{n}", "name_en": f"Town {n}", "name_ru": "Г", "name_kk": "Қ", "kind": "town",
         "parent_id": "mangystau-region", "tz": "Asia/Aqtau", "lat": "43.5", "lon": str(52.5 + n / 10_000)}
        for n in range(places)
    ]  # fmt: skip
    at = [(f"mangystau-town-{n}", "city") for n in range(places)] or AT
    tables["events"] += islice(_events(at, text), events)
    tables["cases"] += islice(_cases(text), cases)
    tables["claims"] += _claims(claims, text)
    tables["case_steps"] += [
        {"case_id": "airport", "date": "2022-01-05", "step": f"Step {n}: {text}", "kind": "hearing",
         "place_id": "almaty", "sources": f"source-{n}"}
        for n in range(cases)
    ]  # fmt: skip
    tables["case_people"] += [
        {"case_id": "airport", "name": f"person {n}", "role": "victim", "sources": f"source-{n}"} for n in range(cases)
    ]
    for table, key, own in (("events", "event_id", events), ("claims", "claim_id", claims)):
        tables["changes"] += [
            {"date": "2022-04-01", "table": table, "id": row[key], "change": f"{row[key]}: {text}", "reason": text}
            for row in tables[table][len(tables[table]) - own :]
        ]
    for name, rows in tables.items():
        folder.write(name, rows)
    return folder


def _sources() -> Iterator[dict[str, str]]:
    for n in count():
        yield {
            "source_id": f"source-{n}", "publisher": f"Paper {n % 500}", "title": f"A report of {n}",
            "published": str(_FIRST + timedelta(days=n % 40)), "published_basis": "page",
            "url": "https://example.org/report", "language": "en", "kind": "news",
        }  # fmt: skip


def _events(at: Sequence[tuple[str, str]], text: str) -> Iterator[dict[str, str]]:
    for n, category, (place, precision) in zip(count(), cycle(v.CATEGORIES), cycle(at), strict=False):
        day = _FIRST + timedelta(days=n % 31)
        yield event(
            f"{day}-event-{n}", place, precision, f"source-{n};vlast", category=category,
            start=f"{day}T{n % 24:02d}:{n % 60:02d}", time_precision="exact", title=f"Something of {n} happened",
            standing="disputed" if n % 7 == 0 else "", disputed_points=text if n % 7 == 0 else "",
            case_ids="airport", summary=text,
        )  # fmt: skip


def _claims(number: int, text: str) -> Rows:
    return [
        {"claim_id": f"claim-{n}", "said_on": str(_FIRST + timedelta(days=min(n, 3000))), "claimant": f"Body {n}",
         "claimant_role": v.CLAIMANT_ROLES[n % len(v.CLAIMANT_ROLES)], "topic": "death_toll",
         "statement": text, "measure": "killed_total", "value_min": str(n), "place_id": "kazakhstan",
         "stands": "revised" if n + 1 < number else "current",
         "superseded_by": f"claim-{n + 1}" if n + 1 < number else "",
         "contradicted_by": f"claim-{n ^ 1}" if n ^ 1 < number else "", "event_ids": "2022-01-05-almaty-fight",
         "case_ids": "airport", "sources": f"source-{n};vlast"}
        for n in range(number)
    ]  # fmt: skip


def _cases(text: str) -> Iterator[dict[str, str]]:
    for n in count():
        yield {
            "case_id": f"case-{n}", "title": f"The case of {n}", "kind": v.CASE_KINDS[n % len(v.CASE_KINDS)],
            "place_id": "almaty", "charges": "riot", "summary": text, "outcome": text,
            "outcome_as_of": "2023", "sources": f"source-{n}",
        }  # fmt: skip


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    number, claims, cases, places = (*map(int, sys.argv[2:]), 0, 0, 0)[:4]
    large_folder(target, number, claims, cases, places)
