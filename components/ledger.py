"""The ledger of claims: who said what and when, by topic; and one claim with its chain."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from components import labels
from components.address import address, case_address, claim_address, event_address
from components.card import SHORT_LIST, source_rows
from components.language import Language, written_date
from components.markup import render
from components.sentence import place_words
from data.query import ledger
from data.record import Record
from data.view import PAGE_OF_LIST, View
from data.vocabulary import TOPICS


def ledger_heading(language: Language) -> Markup:
    """What the ledger is."""
    return render("ledgerheading", language)


def ledger_page(record: Record, view: View, language: Language) -> Markup:
    """The table of claims for a view's topic, places and words, with the open claim on top."""
    claims = ledger(record, view)
    first = claims[: view.shown]
    left = len(claims) - len(first)
    return render(
        "ledger",
        language,
        count=language.plural("{n} claim", "{n} claims", len(claims)),
        topics=_topics(record, view, language),
        rows=[_row(record, claim, view, language) for claim in first],
        more=address(view.but(shown=view.shown + 2 * PAGE_OF_LIST), "claims") if left else "",
        left=left,
        chain=_chain(record, view, language) if view.claim else None,
        filters=_filters(record, view, language),
        reset=address(View(language=view.language), "claims"),
        short=SHORT_LIST,
    )


def value_words(claim: Mapping[str, Any], language: Language) -> str:
    """The number of a claim with its bounds: "26", "20–30", "over 5,000", "up to 12", or nothing."""
    low, high = claim["value_min"], claim["value_max"]
    has_low, has_high = low is not None and low == low, high is not None and high == high
    if has_low and has_high:
        number = language.number(low) if low == high else f"{language.number(low)}–{language.number(high)}"
    elif has_low:
        number = language.text("at least {n}").format(n=language.number(low))
    elif has_high:
        number = language.text("at most {n}").format(n=language.number(high))
    else:
        return ""
    return number


def _topics(record: Record, view: View, language: Language) -> list[dict[str, Any]]:
    """Every topic as a choice, with the number of its claims."""
    counts = record.claims["topic"].value_counts()
    everything = {
        "id": "topic-all",
        "name": language.text("All"),
        "n": len(record.claims),
        "href": address(view.but(topic="", claim="", shown=PAGE_OF_LIST), "claims"),
        "chosen": not view.topic,
    }
    return [everything] + [
        {
            "id": f"topic-{topic}",
            "name": labels.topic(language, topic),
            "n": int(counts[topic]),
            "href": address(view.but(topic=topic, claim="", shown=PAGE_OF_LIST), "claims"),
            "chosen": view.topic == topic,
        }
        for topic in TOPICS
        if topic in counts
    ]


def _filters(record: Record, view: View, language: Language) -> str:
    """What else narrows the ledger, in words."""
    parts = [place_words(record.place_rows[place], language) for place in view.places]
    if view.text:
        parts.append(language.text("with “{words}”").format(words=view.text))
    return " · ".join(parts)


def _row(record: Record, claim: Mapping[str, Any], view: View, language: Language) -> dict[str, Any]:
    chosen = claim["claim_id"] == view.claim
    return {
        "id": claim["claim_id"],
        "said_on": written_date(language, claim["said_on"]),
        "claimant": claim["claimant"],
        "role": labels.claimant_role(language, claim["claimant_role"]),
        "statement": language.of(claim, "statement"),
        "value": value_words(claim, language),
        "topic": labels.topic(language, claim["topic"]),
        "place": place_words(record.place_rows[claim["place_id"]], language),
        "fell": claim["stands"] in ("revised", "withdrawn"),
        "state": labels.claim_state(language, claim["stands"]),
        "contradicted": len(claim["contradicted_by"]),
        "open": chosen,
        "href": address(view.but(claim="" if chosen else claim["claim_id"]), "claims"),
    }


def _chain(record: Record, view: View, language: Language) -> dict[str, Any]:
    """The open claim with what it replaced, what replaced it, what contradicts it, and what it speaks of."""
    claims = record.claim_rows
    claim = claims[view.claim]
    before = [other for other in claims.values() if other["superseded_by"] == view.claim]
    after = [claims[claim["superseded_by"]]] if claim["superseded_by"] else []
    against = [claims[other] for other in claim["contradicted_by"]]
    _ = language.text
    links = (
        (_("It replaced"), before),
        (_("Replaced by"), after),
        (_("Contradicted by"), against),
    )
    return {
        **_row(record, claim, view, language),
        "as_of": written_date(language, claim["as_of"]) if claim["as_of"] else "",
        "links": [(heading, [_other(other, language) for other in found]) for heading, found in links if found],
        "events": [
            (language.of(record.event_rows[event], "title"), event_address(event, language.code))
            for event in claim["event_ids"]
        ],
        "cases": [(record.case_rows[case]["title"], case_address(case, language.code)) for case in claim["case_ids"]],
        "sources": source_rows(record, claim["sources"], language),
    }


def _other(claim: Mapping[str, Any], language: Language) -> dict[str, str]:
    return {
        "statement": language.of(claim, "statement"),
        "said": f"{claim['claimant']}, {written_date(language, claim['said_on'])}",
        "href": claim_address(claim["claim_id"], language.code),
    }
