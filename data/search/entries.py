"""What of the record is searched: an entry for each event, claim, case, person, death, source and place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from data.loading.record import Record
from data.loading.rows import DeathRow
from data.loading.translations import TRANSLATED, in_every_language


@dataclass(frozen=True)
class Entry:
    """What is found: its kind, one of SEARCHED, its id, the names it goes by, and passages of what is told of it."""

    kind: str
    id: str
    names: tuple[str, ...]
    passages: tuple[str, ...] = ()


def entries(record: Record) -> Iterator[Entry]:
    """All entries of a record, in its order. No address is among their words: it may hold what must not be named."""
    yield from _people(record)
    yield from _places(record)
    yield from _events(record)
    yield from _cases(record)
    yield from _claims(record)
    yield from _deaths(record)
    for source in record.source_rows.values():
        yield Entry("source", source["source_id"], (source["title"],), _said(source["publisher"], source["author"]))


def _people(record: Record) -> Iterator[Entry]:
    for person in record.person_rows.values():
        yield Entry(
            "person",
            person["person_id"],
            record.spellings[person["person_id"]],
            tuple(in_every_language(person, "part")),
        )


def _places(record: Record) -> Iterator[Entry]:
    for place in record.place_rows.values():
        yield Entry("place", place["place_id"], _said(place["name_en"], place["name_ru"], place["name_kk"]))


def _events(record: Record) -> Iterator[Entry]:
    for event in record.event_rows.values():
        where = (record.within[place] for place in (event["place_id"], *event["also_places"]))
        yield Entry(
            "event",
            event["event_id"],
            tuple(in_every_language(event, "title")),
            _said(
                *in_every_language(event, "summary", "disputed_points"),
                ", ".join(in_every_language(event, "actors")),
                *_spelled(record, event["people"]),
                *_located(record, (place for chain in where for place in chain)),
            ),
        )


def _cases(record: Record) -> Iterator[Entry]:
    for case in record.case_rows.values():
        people = record.people_by_case.get(case["case_id"], ())
        steps = record.steps_by_case.get(case["case_id"], ())
        yield Entry(
            "case",
            case["case_id"],
            tuple(in_every_language(case, "title")),
            _said(
                *in_every_language(case, *TRANSLATED["cases"][1:]),
                *(f"{person['name']}: {note}" for person in people for note in in_every_language(person, "note")),
                *(text for person in people for text in in_every_language(person, "name")),
                *(text for step in steps for text in in_every_language(step, "step")),
                *_spelled(record, (person["person_id"] for person in people)),
                *_located(record, record.within[case["place_id"]]),
            ),
        )


def _claims(record: Record) -> Iterator[Entry]:
    for claim in record.claim_rows.values():
        yield Entry(
            "claim",
            claim["claim_id"],
            tuple(in_every_language(claim, "claimant")),
            _said(*in_every_language(claim, "statement"), *_spelled(record, claim["people"])),
        )


def _deaths(record: Record) -> Iterator[Entry]:
    for death in record.death_rows.values():
        yield Entry(
            "death",
            death["death_id"],
            _called(record, death),
            _said(
                *in_every_language(death, "circumstances", "accounts", "authorities_say"),
                *_located(record, record.within[death["place_id"]]),
            ),
        )


def _called(record: Record, death: DeathRow) -> tuple[str, ...]:
    return (*record.spellings.get(death["person_id"], ()), *in_every_language(death, "description"))


def _spelled(record: Record, people: Iterable[str]) -> Iterator[str]:
    """The spellings of some people, a passage each."""
    return (", ".join(record.spellings[person]) for person in people if person in record.spellings)


def _located(record: Record, places: Iterable[str]) -> Iterator[str]:
    """Places in all their names, a passage each; what lies in the country does not go by its name."""
    rows = (record.place_rows[place] for place in dict.fromkeys(places) if place not in ("kazakhstan", "abroad"))
    return (", ".join(dict.fromkeys((row["name_en"], row["name_ru"], row["name_kk"]))) for row in rows)


def _said(*texts: str) -> tuple[str, ...]:
    return tuple(filter(None, texts))
