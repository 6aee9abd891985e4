"""Records as large as one likes: `python -m tests.unit.large FOLDER EVENTS [CLAIMS]` writes one for a trial by hand."""

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, cycle, islice
from pathlib import Path

from data import vocabulary as v
from tests.unit.helpers import TINY, Folder, event

Rows = list[dict[str, str]]

_FIRST = date(2022, 1, 1)
_AT = (("zhanaozen", "city"), ("almaty", "city"), ("camp", "site"), ("kazakhstan", "country"), ("moscow", "abroad"))


def large_folder(path: Path, events: int, claims: int = 0, cases: int = 0) -> Folder:
    """The small record with so many more events, claims and cases, each with a source and a change of its own.

    All claims are one chain, each replaced by the next and contradicted by the one after it; they speak of one event
    and one case, and so do all changes of theirs.
    """
    folder = Folder(path)
    tables: dict[str, Rows] = {name: [dict(row) for row in rows] for name, rows in TINY.items()}
    tables["sources"] += islice(_sources(), max(events, claims, cases))
    tables["events"] += islice(_events(), events)
    tables["cases"] += islice(_cases(), cases)
    tables["claims"] += _claims(claims)
    tables["case_steps"] += [
        {"case_id": "airport", "date": "2022-01-05", "step": f"Step {n}", "kind": "hearing", "place_id": "almaty",
         "sources": f"source-{n}"}
        for n in range(cases)
    ]  # fmt: skip
    tables["case_people"] += [
        {"case_id": "airport", "name": f"Person {n}", "role": "victim", "sources": f"source-{n}"} for n in range(cases)
    ]
    for table, key, own in (("events", "event_id", events), ("claims", "claim_id", claims)):
        tables["changes"] += [
            {"date": "2022-04-01", "table": table, "id": row[key], "change": "Time", "reason": "A report"}
            for row in tables[table][len(tables[table]) - own :]
        ]
    for name, rows in tables.items():
        folder.write(name, rows)
    return folder


def _sources() -> Iterator[dict[str, str]]:
    for n in count():
        yield {
            "source_id": f"source-{n}", "publisher": f"Paper {n % 500}", "title": f"A report of {n}",
            "published": str(_FIRST + timedelta(days=n % 40)), "url": "https://example.org/report", "language": "en",
            "kind": "news",
        }  # fmt: skip


def _events() -> Iterator[dict[str, str]]:
    for n, category, (place, precision) in zip(count(), cycle(v.CATEGORIES), cycle(_AT), strict=False):
        day = _FIRST + timedelta(days=n % 31)
        yield event(
            f"{day}-event-{n}", place, precision, f"source-{n};vlast", category=category,
            start=f"{day}T{n % 24:02d}:{n % 60:02d}", time_precision="exact", title=f"Something of {n} happened",
            standing="disputed" if n % 7 == 0 else "", disputed_points="who began" if n % 7 == 0 else "",
            case_ids="airport", summary="It is said that it happened on the square before the building. " * 3,
        )  # fmt: skip


def _claims(number: int) -> Rows:
    return [
        {"claim_id": f"claim-{n}", "said_on": str(_FIRST + timedelta(days=min(n, 3000))), "claimant": f"Body {n}",
         "claimant_role": v.CLAIMANT_ROLES[n % len(v.CLAIMANT_ROLES)], "topic": "death_toll",
         "statement": "It said so.", "measure": "killed_total", "value_min": str(n), "place_id": "kazakhstan",
         "stands": "revised" if n + 1 < number else "current",
         "superseded_by": f"claim-{n + 1}" if n + 1 < number else "",
         "contradicted_by": f"claim-{n ^ 1}" if n ^ 1 < number else "", "event_ids": "2022-01-05-almaty-fight",
         "case_ids": "airport", "sources": f"source-{n};vlast"}
        for n in range(number)
    ]  # fmt: skip


def _cases() -> Iterator[dict[str, str]]:
    for n in count():
        yield {
            "case_id": f"case-{n}", "title": f"The case of {n}", "kind": v.CASE_KINDS[n % len(v.CASE_KINDS)],
            "place_id": "almaty", "charges": "riot", "summary": "A trial. " * 20, "outcome": "Four years",
            "outcome_as_of": "2023", "sources": f"source-{n}",
        }  # fmt: skip


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    large_folder(target, *map(int, sys.argv[2:]))
