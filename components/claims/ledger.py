"""The ledger of claims: who said what and when; one claim with its chain; two claims side by side."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from operator import itemgetter
from typing import Any

from markupsafe import Markup

from components.address import address, carried, case_address, event_address, form
from components.language import Language, written_date
from components.markup import render
from components.words import labels
from components.words.changes import change_rows
from components.words.claims import became, value_words, who_said
from components.words.day_menu import day_menu
from components.words.people import person_links
from components.words.places import place_words
from components.words.rest import FEW, MOST, bounded, rest_words
from components.words.sentence import case_words, counted
from components.words.sources import SHORT_LIST, source_rows
from components.words.when import period_words
from data.loading.record import Record
from data.loading.rows import ClaimRow
from data.queries.claims import claimant_name, ledger
from data.queries.view import PAGE_OF_LIST, View
from data.vocabulary import CLAIM_STATES, CLAIMANT_ROLES, TOPICS


def ledger_page(record: Record, view: View, language: Language) -> Markup:
    """The table of claims that a view asks for, with the open claim, or two side by side, on top."""
    claims = ledger(record, view)
    first = bounded(claims[: view.shown], "statement", "claimant")
    left = len(claims) - len(first)
    full = len(first) < min(view.shown, len(claims)) or len(first) == MOST
    return render(
        "claims/ledger",
        language,
        count=counted(record, language.plural("{n} claim", "{n} claims", len(claims)), language),
        topics=_topics(record, view, language),
        selects=_selects(record, view, language),
        days=_days(record, view, language),
        words=view.text,
        only=bool(view.only_by),
        form=form(
            view,
            "claims",
            text="",
            claimant="",
            role="",
            places=(),
            stands="",
            period=None,
            only_by="",
            claim="",
            against="",
        ),
        rows=[_row(record, claim, view, language) for claim in first],
        whole=address(view.but(shown=MOST), "claims"),
        more=address(view.but(shown=view.shown + PAGE_OF_LIST), "claims") if left and not full else "",
        left=left,
        rest=rest_words(language, len(first), len(claims)) if full else "",
        filters=_filters(record, view, language),
        reset=address(carried(view), "claims"),
        **_all_opened(record, view, language),
    )


def opened_claims(record: Record, view: View, language: Language) -> Markup:
    """The open claim of a view, or two side by side, without the table."""
    return render("claims/opened", language, **_all_opened(record, view, language))


def _all_opened(record: Record, view: View, language: Language) -> dict[str, Any]:
    return {
        "opened": [_opened(record, claim, view, language) for claim in filter(None, (view.claim, view.against))],
        "apart": _apart(record, view, language) if view.against else "",
        "short": SHORT_LIST,
    }


def _topics(record: Record, view: View, language: Language) -> list[dict[str, Any]]:
    """Every topic as a choice, with the number of its claims."""
    counts = Counter(claim["topic"] for claim in record.claim_rows.values())
    everything = {
        "id": "topic-all",
        "name": language.text("All"),
        "n": len(record.claim_rows),
        "href": address(view.filtered(topic="", measure="", claim="", against=""), "claims"),
        "chosen": not view.topic,
    }
    return [everything] + [
        {
            "id": f"topic-{topic}",
            "name": labels.topic(language, topic),
            "n": counts[topic],
            "href": address(view.filtered(topic=topic, measure="", claim="", against=""), "claims"),
            "chosen": view.topic == topic,
        }
        for topic in TOPICS
        if topic in counts
    ]


def _selects(record: Record, view: View, language: Language) -> list[dict[str, Any]]:
    """The lists to choose from: claimant, role, place, and what became of the claim."""
    _ = language.text
    claims = record.claim_rows.values()
    made = Counter(claimant_name(claim["claimant"]) for claim in claims)
    words_for = {claimant_name(claim["claimant"]): who_said(claim, language) for claim in claims}
    names = language.sorted([(name, words_for[name]) for name, _ in made.most_common(MOST)], key=itemgetter(1))
    roles = [role for role in CLAIMANT_ROLES if role in {view.role, *(claim["claimant_role"] for claim in claims)}]
    places = language.sorted(
        {claim["place_id"] for claim in claims}, key=lambda place: language.of(record.place_rows[place], "name")
    )
    states = state_words(language)
    lists: Iterable[tuple[str, str, str, Iterable[tuple[str, str]]]] = (
        (_("Who"), "claimant", view.claimant, names),
        (_("Role"), "role", view.role, [(role, labels.claimant_role(language, role)) for role in roles]),
        (
            _("Place"),
            "place",
            ".".join(view.places),
            [(place, place_words(record.place_rows[place], language)) for place in places],
        ),
        (_("What became of it"), "stands", view.stands, [(state, states[state]) for state in CLAIM_STATES]),
    )
    also = {
        "place": language.listing([place_words(record.whole.place_rows[place], language) for place in view.places]),
        "claimant": _claimant(record, view, language),
    }
    return [
        {
            "label": label,
            "id": f"ledger-{key}",
            "key": key,
            "options": _options(options, chosen, also.get(key, chosen)),
        }
        for label, key, chosen, options in lists
    ]


def _options(options: Iterable[tuple[str, str]], chosen: str, also: str) -> list[tuple[str, str, bool]]:
    """The choices of a list; what is chosen is among them, in the words `also`, where it has no claim."""
    found = dict(options)
    if chosen:
        found.setdefault(chosen, also)
    return [(value, words, value == chosen) for value, words in found.items()]


def state_words(language: Language) -> dict[str, str]:
    """What can have become of a claim, as a choice."""
    _ = language.text
    return {
        "current": _("Stands"),
        "revised": _("Replaced later"),
        "withdrawn": _("Withdrawn"),
        "contradicted": _("Contradicted by another"),
    }


def _days(record: Record, view: View, language: Language) -> dict[str, Any]:
    """The days on which claims were said, by month, and a choice that is no single day."""
    said = {claim["said_on"] for claim in record.claim_rows.values()}
    chosen = view.period.day if view.period else None
    return {
        "months": day_menu((date.fromisoformat(day) for day in said if len(day) == 10), chosen, language),
        "others": [(str(view.period), period_words(view.period, language), True)] if view.period and not chosen else [],
    }


def _claimant(record: Record, view: View, language: Language) -> str:
    """The chosen claimant in words, also where they had said nothing by then."""
    claims = record.whole.claim_rows.values()
    said = next((claim for claim in claims if claimant_name(claim["claimant"]) == view.claimant), None)
    return who_said(said, language) if said else view.claimant


def _filters(record: Record, view: View, language: Language) -> str:
    """What narrows the ledger, in words."""
    parts = [labels.topic(language, view.topic)] if view.topic else []
    parts += [_claimant(record, view, language)] if view.claimant else []
    parts += [labels.claimant_role(language, view.role)] if view.role else []
    parts += [language.text("said only by the authorities")] if view.only_by else []
    parts += [place_words(record.place_rows[place], language) for place in view.places]
    if view.period:
        parts.append(language.text("said: {days}").format(days=period_words(view.period, language)))
    if view.of_case:
        parts.append(case_words(record, view.of_case, language))
    if view.text:
        parts.append(language.text("with “{words}”").format(words=view.text))
    if view.stands:
        parts.append(state_words(language)[view.stands])
    return " · ".join(parts)


def _row(record: Record, claim: ClaimRow, view: View, language: Language) -> dict[str, Any]:
    claim_id = claim["claim_id"]
    chosen = claim_id in (view.claim, view.against)
    beside = view.claim and not chosen
    return {
        "id": claim_id,
        "said_on": written_date(language, claim["said_on"]),
        "claimant": language.of(claim, "claimant"),
        "role": labels.claimant_role(language, claim["claimant_role"]),
        "statement": language.of(claim, "statement"),
        "value": value_words(claim, language),
        "topic": labels.topic(language, claim["topic"]),
        "place": place_words(record.place_rows[claim["place_id"]], language),
        "struck": claim["stands"] == "withdrawn",
        "state": became(record, claim, language),
        "contradicted": len(claim["contradicted_by"]),
        "open": chosen,
        "href": address(view.but(claim="" if claim_id == view.claim else claim_id, against=""), "claims"),
        "beside": address(view.but(against=claim_id), "claims") if beside else "",
    }


def _opened(record: Record, claim_id: str, view: View, language: Language) -> dict[str, Any]:
    """An open claim with what it replaced, what replaced it, what contradicts it, and what it speaks of."""
    claims = record.claim_rows
    claim = claims[claim_id]
    before = [other for other in claims.values() if other["superseded_by"] == claim_id][:FEW]
    after = [claims[claim["superseded_by"]]] if claim["superseded_by"] else []
    against = [claims[other] for other in claim["contradicted_by"]]
    _ = language.text
    links = (
        (_("It replaced"), before),
        (_("Replaced by"), after),
        (_("Contradicted by"), against),
    )
    other = view.against if claim_id == view.claim else view.claim
    return {
        **_row(record, claim, view, language),
        "close": address(view.but(claim=other, against=""), "claims"),
        "numbers": address(carried(view).but(measure=claim["measure"]), "claims") if claim["measure"] else "",
        "people": person_links(record, claim["people"][:FEW], view, language),
        "as_of": written_date(language, claim["as_of"]) if claim["as_of"] else "",
        "links": [
            (heading, [_other(other, claim_id, view, language) for other in found]) for heading, found in links if found
        ],
        "events": [
            (language.of(record.event_rows[event], "title"), event_address(event, view)) for event in claim["event_ids"]
        ],
        "cases": [
            (language.of(record.case_rows[case], "title"), case_address(case, view)) for case in claim["case_ids"]
        ],
        "sources": source_rows(record, claim["sources"], language),
        "changes": change_rows(record, "claims", claim_id, language),
        "link": address(View(claim=claim_id, language=language.code, seen=record.as_of), "claims"),
    }


def _other(claim: ClaimRow, beside: str, view: View, language: Language) -> dict[str, str]:
    return {
        "statement": language.of(claim, "statement"),
        "said": f"{language.of(claim, 'claimant')}, {written_date(language, claim['said_on'])}",
        "href": address(view.but(claim=claim["claim_id"], against=""), "claims"),
        "beside": address(view.but(claim=beside, against=claim["claim_id"]), "claims"),
    }


def _apart(record: Record, view: View, language: Language) -> str:
    """What lies between two claims: how many days, and how they stand to each other in the record."""
    one, other = record.claim_rows[view.claim], record.claim_rows[view.against]
    _ = language.text
    parts = []
    if len(one["said_on"]) == len(other["said_on"]) == 10:
        days = abs((date.fromisoformat(one["said_on"]) - date.fromisoformat(other["said_on"])).days)
        parts.append(language.plural("{n} day apart", "{n} days apart", days) if days else _("said on the same day"))
    if view.against in one["contradicted_by"]:
        parts.append(_("each contradicts the other"))
    if view.against in _followers(record, one) or view.claim in _followers(record, other):
        parts.append(_("one was replaced by the other"))
    if one["measure"] and other["measure"] and one["measure"] != other["measure"]:
        parts.append(_("they count different things"))
    if one["place_id"] != other["place_id"]:
        parts.append(_("they speak of different places"))
    return " · ".join(parts)


def _followers(record: Record, claim: ClaimRow) -> set[str]:
    """Every claim that replaced a claim, directly or through others."""
    found: set[str] = set()
    while claim["superseded_by"] and claim["superseded_by"] not in found:
        found.add(claim["superseded_by"])
        claim = record.claim_rows[claim["superseded_by"]]
    return found
