"""What others counted, beside the dead of the record: by whoever counted, by place, class and day, and what does not
add up. Every number stands with whoever gave it and leads to the claim."""

from collections.abc import Iterable, Iterator
from typing import Any

from components.address import address, carried, claim_address
from components.language import Language, written_date
from components.words import measures
from components.words.claims import became, interval_words, value_words, who_said
from components.words.places import place_words
from components.words.rest import FEW
from data.loading.record import Record
from data.loading.rows import ClaimRow
from data.queries.claims import by_day_said
from data.queries.deaths import (
    OF_BYSTANDERS,
    OF_OTHER_KINDS,
    Parts,
    apart,
    by_class,
    by_place,
    by_town,
    lowered,
)
from data.queries.numbers import DEFAULT_MEASURE, DEFAULT_PLACE, Said
from data.queries.view import View


def counts(record: Record, view: View, language: Language) -> dict[str, Any]:
    """The published numbers as tables, each row `what` is counted with the lines of the authorities and of others.

    `counters`, `places` and `classes` are rows; `days` are all numbers for the country in the order they were said;
    `sums` are sentences on what does not add up, each with the claim to begin at; `chart` leads to the chart of them.
    """
    toll = [one for one in _said(record) if one.claim["measure"] == DEFAULT_MEASURE]
    country = [one for one in toll if one.claim["place_id"] == DEFAULT_PLACE]
    kinds = [
        one
        for one in _said(record)
        if one.claim["place_id"] == DEFAULT_PLACE and one.claim["measure"] not in OF_OTHER_KINDS[:2]
    ]
    measured = dict.fromkeys(one.claim["measure"] for one in kinds)
    return {
        "counters": [_line(one, view, language) for one in _newest(country)],
        "places": [
            {
                "what": place_words(record.place_rows[one.place_id], language),
                "here": language.number(one.persons),
                "lines": [_line(said, view, language) for said in _newest(_at(toll, one.place_id))],
            }
            for one in by_place(record)[:FEW]
        ],
        "classes": [
            {
                "what": measures.measure(language, measure),
                "lines": [_line(said, view, language) for said in lines],
            }
            for measure in measured
            if (lines := _newest(one for one in kinds if one.claim["measure"] == measure))
        ],
        "days": [
            {
                "day": written_date(language, claim["said_on"]),
                "number": value_words(claim, language),
                "who": language.of(claim, "claimant"),
                "href": claim_address(claim["claim_id"], view),
                "state": became(record, claim, language),
                "struck": claim["stands"] == "withdrawn",
            }
            for claim in by_day_said(one.claim for one in country)[:FEW]
        ],
        "sums": [
            {"text": text, "href": claim_address(claim["claim_id"], view)} for text, claim in _sums(record, language)
        ],
        "chart": address(carried(view).but(measure=DEFAULT_MEASURE, places=(DEFAULT_PLACE,)), "claims"),
    }


def _said(record: Record) -> list[Said]:
    rows = (row for row in record.claim_rows.values() if row["measure"].startswith(("killed_", "died_")))
    return [found for row in rows if (found := Said.of(row, record))]


def _at(said: Iterable[Said], place_id: str) -> Iterator[Said]:
    return (one for one in said if one.claim["place_id"] == place_id)


def _newest(said: Iterable[Said]) -> list[Said]:
    """The newest number that stands of each claimant: the authorities first, the largest first."""
    newest: dict[str, Said] = {}
    for one in sorted((one for one in said if one.stands), key=lambda one: (one.day, one.claim["claim_id"])):
        newest[one.name] = one
    return sorted(newest.values(), key=lambda one: (not one.by_authorities, -max(one.interval.ends), one.name))


def _line(said: Said, view: View, language: Language) -> dict[str, Any]:
    return {
        "number": interval_words(said.interval, language),
        "who": who_said(said.claim, language),
        "day": written_date(language, said.claim["said_on"]),
        "href": claim_address(said.claim["claim_id"], view),
        "official": said.by_authorities,
    }


def _sums(record: Record, language: Language) -> Iterator[tuple[str, ClaimRow]]:
    """What does not add up, a sentence each, with a claim that it rests on."""
    for parts in by_class(record)[:FEW]:
        yield _classes(parts, language), parts.whole.claim
    for parts in by_town(record)[:FEW]:
        yield _towns(record, parts, language), parts.whole.claim
    for said in apart(record)[:FEW]:
        yield _apart(said, language), said[0].claim
    for one, later in lowered(record)[:FEW]:
        yield _lowered(record, one, later, language), later.claim
    for count in by_place(record):
        if count.said and count.persons > max(count.said.interval.ends):
            yield (
                language.text("{place}: the record tells of {n}; {who}, {day}, counted {total}.").format(
                    place=_capital(place_words(record.place_rows[count.place_id], language)),
                    n=language.plural("{n} death", "{n} deaths", count.persons),
                    who=who_said(count.said.claim, language),
                    day=written_date(language, count.said.claim["said_on"]),
                    total=interval_words(count.said.interval, language),
                ),
                count.said.claim,
            )


def _classes(parts: Parts, language: Language) -> str:
    words = language.text("{who}, {day}: {parts} make {sum} of {whole}.").format(
        **_made_of(parts, [(one, measures.part(language, one.claim["measure"])) for one in parts.parts], language)
    )
    if parts.left > 0:
        words += " " + language.text("For the other {n} the record has no class given that day.").format(
            n=language.number(parts.left)
        )
    if not any(one.claim["measure"] in OF_BYSTANDERS for one in parts.parts):
        words += " " + language.text("No class of that day is for people who took no part.")
    return words


def _towns(record: Record, parts: Parts, language: Language) -> str:
    rows = record.place_rows
    words = language.text("{who}, {day}: {parts} make {sum} of {whole}.").format(
        **_made_of(parts, [(one, place_words(rows[one.claim["place_id"]], language)) for one in parts.parts], language)
    )
    if parts.left > 0:
        words += " " + language.text("For the other {n} the record has no place given that day.").format(
            n=language.number(parts.left)
        )
    return words


def _made_of(parts: Parts, named: list[tuple[Said, str]], language: Language) -> dict[str, str]:
    ordered = sorted(named, key=lambda pair: -max(pair[0].interval.ends))
    return {
        "who": who_said(parts.whole.claim, language),
        "day": written_date(language, parts.whole.claim["said_on"]),
        "parts": language.listing([f"{interval_words(one.interval, language)} ({words})" for one, words in ordered]),
        "sum": language.number(parts.sum),
        "whole": interval_words(parts.whole.interval, language),
    }


def _apart(said: list[Said], language: Language) -> str:
    told = [
        language.text("{number} ({who})").format(
            number=interval_words(one.interval, language), who=who_said(one.claim, language)
        )
        for one in said
    ]
    return (
        language.text("{day}: two numbers for the whole country, {numbers}.").format(
            day=written_date(language, said[0].claim["said_on"]), numbers=language.listing(told)
        )
        if len(said) == 2
        else language.text("{day}: several numbers for the whole country, {numbers}.").format(
            day=written_date(language, said[0].claim["said_on"]), numbers=language.listing(told)
        )
    )


def _lowered(record: Record, one: Said, later: Said, language: Language) -> str:
    return language.text(
        "{what}, {place}: from {before} ({who}, {day}) down to {after} ({later}, {later_day})."
    ).format(
        what=measures.measure(language, one.claim["measure"]),
        place=place_words(record.place_rows[one.claim["place_id"]], language),
        before=interval_words(one.interval, language),
        who=who_said(one.claim, language),
        day=written_date(language, one.claim["said_on"]),
        after=interval_words(later.interval, language),
        later=who_said(later.claim, language),
        later_day=written_date(language, later.claim["said_on"]),
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
