"""The cases of a view: those with its words, in its places, with its outcome. Cases are filtered here alone."""

from data.folding import folded, words_of
from data.loading.record import Record
from data.loading.rows import CaseRow
from data.loading.translations import TRANSLATED, in_every_language
from data.queries.query import people_of, steps_of
from data.queries.view import View


def cases(record: Record, view: View) -> list[CaseRow]:
    """The cases of a view, in the order of the record."""
    words, chosen = words_of(view.text), set(view.places)

    def matches(case: CaseRow) -> bool:
        return (
            view.outcome in ("", outcome_of(case))
            and (not chosen or record.lies_in(case["place_id"], chosen))
            and (not words or all(word in _text(record, case) for word in words))
        )

    return [case for case in record.case_rows.values() if matches(case)]


def outcome_of(case: CaseRow) -> str:
    """One of OUTCOMES: how far a case came, or that nothing final was found."""
    return case["result"] or "open"


def newest_step(record: Record, case_id: str) -> str:
    """The date of the newest step of a case, as its cell has it; empty where it has none."""
    steps = steps_of(record, case_id)
    return steps[-1]["date"] if steps else ""


def _text(record: Record, case: CaseRow) -> str:
    """All that is told of a case and of the people in it, folded to be searched."""
    case_id = case["case_id"]
    place, people = record.place_rows[case["place_id"]], people_of(record, case_id)
    return folded(
        " ".join(
            [
                *in_every_language(case, *TRANSLATED["cases"]),
                *(text for person in people for text in in_every_language(person, "name", "note")),
                *(name for person in people for name in record.spellings.get(person["person_id"], ())),
                *(text for step in steps_of(record, case_id) for text in in_every_language(step, "step")),
                *(place["name_en"], place["name_ru"], place["name_kk"]),
            ]
        )
    )
