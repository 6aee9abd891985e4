"""Claims in words: what the authorities say and what others say, and numbers as ranges with names."""

from collections.abc import Iterable
from itertools import islice
from typing import Any

from components.address import claim_address
from components.language import Language, written_date
from components.words import labels, measures
from components.words.places import place_words
from components.words.rest import FEW, bounded, rest_words
from data.loading.record import Record
from data.loading.rows import ClaimRow
from data.queries.claims import claimant_name
from data.queries.numbers import Interval, Range, Said, interval_of, range_of
from data.queries.view import View
from data.vocabulary import AUTHORITIES


def sides(record: Record, claims: Iterable[ClaimRow], view: View, language: Language) -> list[dict[str, Any]]:
    """Claims under "The authorities say" and "Others say", or nothing where there are none.

    Each side has a `heading`, `rows` as `claim_row` makes them, their `total` with what is said of the `rest` that is
    left out, and `none`: what to say when it has no rows.
    """
    _ = language.text
    groups: tuple[list[ClaimRow], list[ClaimRow]] = ([], [])
    for claim in claims:
        groups[claim["claimant_role"] not in AUTHORITIES].append(claim)
    if not any(groups):
        return []
    headings = (
        (_("The authorities say"), _("No claim of the authorities is recorded.")),
        (_("Others say"), _("No other claim is recorded.")),
    )
    return [
        _side(record, heading, none, group, view, language)
        for (heading, none), group in zip(headings, groups, strict=True)
    ]


def _side(
    record: Record, heading: str, none: str, claims: list[ClaimRow], view: View, language: Language
) -> dict[str, Any]:
    first = bounded(claims, "statement", most=FEW)
    return {
        "heading": heading,
        "rows": [claim_row(record, claim, view, language) for claim in first],
        "total": len(claims),
        "rest": rest_words(language, len(first), len(claims)),
        "none": none,
    }


def claim_row(record: Record, claim: ClaimRow, view: View, language: Language) -> dict[str, Any]:
    """What a claim says, who said it and when, and what became of it.

    `said_on`, `claimant`, `role`, `statement` and `state` are words, the role where the heading "The authorities say"
    does not say it already; `struck` is whether it was withdrawn,
    `contradicted` how many others contradict it, `href` its place in the ledger.
    """
    return {
        "said_on": written_date(language, claim["said_on"]),
        "claimant": language.of(claim, "claimant"),
        "role": labels.claimant_role(language, role) if (role := claim["claimant_role"]) != "official" else "",
        "statement": language.of(claim, "statement"),
        "state": became(record, claim, language),
        "struck": claim["stands"] == "withdrawn",
        "contradicted": len(claim["contradicted_by"]),
        "href": claim_address(claim["claim_id"], view),
    }


def who_said(claim: ClaimRow, language: Language) -> str:
    """Whose claim it is, without the bracket that says through whom."""
    return claimant_name(language.of(claim, "claimant"))


def became(record: Record, claim: ClaimRow, language: Language) -> str:
    """What became of a claim, in a phrase: "replaced by 225, 15 January 2022", "withdrawn, 9 January 2022: …"."""
    _ = language.text
    if claim["stands"] == "withdrawn":
        words = labels.claim_state(language, "withdrawn")
        if claim["withdrawn_on"]:
            words += f", {written_date(language, claim['withdrawn_on'])}"
        why = language.of(claim, "withdrawn_why")
        return f"{words}: {why}" if why else words
    successor = record.claim_rows.get(claim["superseded_by"])
    if claim["stands"] == "revised" and successor:
        number = value_words(successor, language)
        day = written_date(language, successor["said_on"])
        if number and successor["measure"] == claim["measure"]:
            return _("replaced by {number}, {day}").format(number=number, day=day)
        return _("replaced, {day}").format(day=day)
    return labels.claim_state(language, claim["stands"])


def value_words(claim: ClaimRow, language: Language) -> str:
    """The number of a claim with its bounds: "26", "20–30", "at least 5,000", "at most 12", or nothing."""
    found = interval_of(claim)
    return interval_words(found, language) if found else ""


def interval_words(interval: Interval, language: Language) -> str:
    """An interval as a reader says it."""
    low, high = interval.low, interval.high
    if low is None or high is None:
        phrase = language.text("at least {n}") if high is None else language.text("at most {n}")
        return phrase.format(n=language.number(interval.ends[0]))
    return language.number(low) if low == high else f"{language.number(low)}–{language.number(high)}"


def range_words(found: Range, language: Language) -> str:
    """The range of what one side says: "238", "188–241", "from at least 188 to at least 263"."""
    if None not in (found.interval.low, found.interval.high):
        return interval_words(found.interval, language)
    if found.lowest.interval == found.highest.interval:
        return interval_words(found.lowest.interval, language)
    return language.text("from {low} to {high}").format(
        low=interval_words(found.lowest.interval, language), high=interval_words(found.highest.interval, language)
    )


def names_words(found: Range, language: Language) -> str:
    """Who gave the lowest and the highest number of a range, and when."""
    lowest, highest = _who(found.lowest, language), _who(found.highest, language)
    return lowest if lowest == highest else f"{lowest}; {highest}"


def _who(said: Said, language: Language) -> str:
    return f"{who_said(said.claim, language)}, {written_date(language, said.claim['said_on'])}"


def number_lines(record: Record, claims: Iterable[ClaimRow], language: Language) -> list[dict[str, Any]]:
    """The numbers among some claims: for each measure and place the range of either side, with names."""
    groups: dict[tuple[str, str], list[ClaimRow]] = {}
    for claim in claims:
        if claim["measure"]:
            groups.setdefault((claim["measure"], claim["place_id"]), []).append(claim)
    return [
        {
            "measure": measures.measure(language, measure),
            "place": place_words(record.place_rows[place_id], language),
            "sides": sides,
        }
        for (measure, place_id), rows in islice(groups.items(), FEW)
        if (sides := side_ranges(record, rows, language))
    ]


def side_ranges(record: Record, claims: Iterable[ClaimRow], language: Language) -> list[dict[str, str]]:
    """What the authorities and what others say as a range, each with its names; sides without a number are left out."""
    _ = language.text
    said = [found for claim in claims if (found := Said.of(claim, record))]
    ranges = (
        (_("the authorities"), range_of(one for one in said if one.by_authorities)),
        (_("others"), range_of(one for one in said if not one.by_authorities)),
    )
    return [
        {"who": who, "range": range_words(side, language), "names": names_words(side, language)}
        for who, side in ranges
        if side
    ]
