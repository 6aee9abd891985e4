"""The claims of a view, an event, a case or some days; and what became of one. Claims are filtered here alone."""

from collections.abc import Iterable
from datetime import date

from data.folding import words_of
from data.loading.record import Record
from data.loading.rows import ClaimRow
from data.period import Period
from data.queries.view import View
from data.vocabulary import AUTHORITIES


def claims_of(record: Record, event_id: str = "", case_id: str = "") -> list[ClaimRow]:
    """The claims that speak of an event or a case, by the day they were said."""
    rows = [*record.claims_by_event.get(event_id, ()), *record.claims_by_case.get(case_id, ())]
    return by_day_said({row["claim_id"]: row for row in rows}.values())


def claims_said(record: Record, first: date, last: date) -> list[ClaimRow]:
    """The claims said from one day to another, both included; those known by month or year only are left out."""
    days = first.isoformat(), last.isoformat()
    rows = record.claim_rows.values()
    return by_day_said(row for row in rows if len(row["said_on"]) == 10 and days[0] <= row["said_on"] <= days[1])


def by_day_said(claims: Iterable[ClaimRow]) -> list[ClaimRow]:
    """Claims by the day they were said, of a month or year by its last day; those without a day come last."""
    return sorted(claims, key=lambda claim: claim["said_by"] or "9999")


def ledger(record: Record, view: View) -> list[ClaimRow]:
    """The claims of a view: by topic, claimant and role, who else speaks, what became of them, places, days and words,
    and the case they speak of.

    They come by the day they were said. One of which a month or a year alone is known belongs to all days of it.
    """
    words, texts = words_of(view.text), record.whole.claim_texts
    chosen = set(view.places)
    unheard = of_authorities_only(record) if view.only_by else None

    def matches(claim: ClaimRow) -> bool:
        return (
            view.topic in ("", claim["topic"])
            and view.role in ("", claim["claimant_role"])
            and view.claimant in ("", claimant_name(claim["claimant"]))
            and (unheard is None or claim["claim_id"] in unheard)
            and (not view.stands or view.stands in states_of(claim))
            and (not chosen or record.lies_in(claim["place_id"], chosen))
            and (not view.of_case or view.of_case in claim["case_ids"])
            and (view.period is None or _said_in(claim, view.period))
            and all(word in texts[claim["claim_id"]] for word in words)
        )

    return by_day_said(filter(matches, record.claim_rows.values()))


def of_authorities_only(record: Record) -> set[str]:
    """The claims on points of which nobody speaks but the authorities, and which nobody else contradicts."""
    others = {key for key, claim in record.claim_rows.items() if claim["claimant_role"] not in AUTHORITIES}
    heard = {point for key in others for point in _points(record.claim_rows[key])}
    return {
        key
        for key, claim in record.claim_rows.items()
        if key not in others and heard.isdisjoint(_points(claim)) and others.isdisjoint(claim["contradicted_by"])
    }


def _points(claim: ClaimRow) -> set[tuple[str, str]]:
    """What a claim is about: what it counts at a place; without a number its topic in each of its events and cases."""
    if claim["measure"]:
        return {(claim["measure"], claim["place_id"])}
    return {(claim["topic"], one) for one in (*claim["event_ids"], *claim["case_ids"])}


def states_of(claim: ClaimRow) -> set[str]:
    """What can be said of a claim: how it stands, and `contradicted` whenever another claim contradicts it."""
    own = claim["stands"] if has_fallen(claim) else "current"
    return {own, "contradicted"} if claim["contradicted_by"] else {own}


def has_fallen(claim: ClaimRow) -> bool:
    """Whether whoever made a claim, or the authority it spoke for, gave it up or replaced it."""
    return claim["stands"] in ("revised", "withdrawn")


def claimant_name(claimant: str) -> str:
    """Whose claim it is without the bracket that says through whom: "Prosecutor General's Office"."""
    return claimant.partition(" (")[0]


def _said_in(claim: ClaimRow, period: Period) -> bool:
    first, last = claim["said_on"] or claim["said_by"], claim["said_by"]
    if not last:
        return False
    return (period.first is None or last >= period.first.isoformat()) and (
        period.last is None or first <= period.last.isoformat()
    )
