"""The people of the record, and all that it has on each: the cases they are in, and what is told of them in order."""

from dataclasses import dataclass

from data.folding import folded, words_of
from data.loading.record import Record
from data.loading.rows import CasePersonRow, ClaimRow, EventRow, PersonRow
from data.loading.translations import in_every_language
from data.queries.view import View


def people(record: Record, view: View) -> list[PersonRow]:
    """The people whose names in any spelling, or whose part, have a view's words; in no order."""
    words = words_of(view.text)
    return [
        row
        for key, row in record.person_rows.items()
        if all(word in folded(" ".join((*record.spellings[key], *in_every_language(row, "part")))) for word in words)
    ]


def parts_in_cases(record: Record, person_id: str) -> list[CasePersonRow]:
    """The parts that a person has in cases, as far as the record has these; a case may come twice."""
    return [row for row in record.parts_by_person.get(person_id, ()) if row["case_id"] in record.case_rows]


@dataclass(frozen=True)
class Mention:
    """An event or a claim about a person, or a claim `by` them, with the `day` on which it comes; "" if unknown."""

    day: str
    event: EventRow | None = None
    claim: ClaimRow | None = None
    by: bool = False


def told_of(record: Record, person_id: str) -> list[Mention]:
    """The events and claims of a person in order; those without a day come last."""
    events = (Mention(row["start"][:10], event=row) for row in record.events_by_person.get(person_id, ()))
    claims = (
        Mention(row["said_by"], claim=row, by=_says(record, row, person_id))
        for row in record.claims_by_person.get(person_id, ())
    )
    return sorted((*events, *claims), key=lambda told: told.day or "9999")


def _says(record: Record, claim: ClaimRow, person_id: str) -> bool:
    """Whether a claim is a person's own: its claimant goes by one of their names."""
    claimant = folded(claim["claimant"])
    return any(folded(name) in claimant for name in record.spellings[person_id])
