"""The dead as a page: what is not known, each death by place and day, and what others counted beside it."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from markupsafe import Markup

from components.address import (
    address,
    carried,
    case_address,
    claim_address,
    death_anchor,
    event_address,
    form,
    person_address,
    table_address,
)
from components.dead.counts import counts
from components.dead.gap_map import gap_map, gap_words, off_the_map
from components.drawing.picture_forms import picture_links
from components.language import Language, written_date
from components.markup import render
from components.record.files import tables
from components.words import labels
from components.words.claims import interval_words, value_words, who_said
from components.words.day_menu import Month, day_menu
from components.words.people import death_words
from components.words.places import place_chain, place_words
from components.words.rest import bounded, rest_words
from components.words.sentence import known_words
from components.words.sources import SHORT_LIST, source_rows
from components.words.when import period_words
from data.loading.record import Record
from data.loading.rows import ClaimRow, DeathRow
from data.queries.deaths import deaths, official, persons, town_of
from data.queries.numbers import DEFAULT_PLACE
from data.queries.view import View
from data.vocabulary import DEATH_ROLES, TELLERS

Option = tuple[str, str, bool]
"""A choice of a list: its value, its words, and whether it is chosen."""


def dead_page(record: Record, view: View, language: Language, *sizes: float) -> Markup:
    """The page; the names on its map are of a size in units, or of two: for wide windows and for phones."""
    found = deaths(record, view)
    rows = bounded(found, "circumstances", "authorities_say")
    every = record.death_rows.values()
    narrowed = view.text or view.places or view.period or view.dead_role or view.told_by
    return render(
        "dead/page",
        language,
        opening=opening(record, view, language),
        known_on=known_words(record, language),
        figure=gap_map(record, view, language, *sizes),
        pictures=picture_links("dead", carried(view)),
        beyond=[gap_words(record, one, language) for one in off_the_map(record)],
        count=_count(record, found, view, language),
        groups=_groups(record, rows, view, language),
        rest=rest_words(language, len(rows), len(found)),
        words=view.text,
        form=form(view, "dead", text="", places=(), period=None, hours=None, dead_role="", told_by=""),
        places=_places(record, view, language),
        days=_days(record, view, language),
        parts=_options(DEATH_ROLES, labels.death_role, {one["role"] for one in every}, view.dead_role, language),
        tellers=_options(
            TELLERS, labels.teller, {teller for one in every for teller in one["said_by"]}, view.told_by, language
        ),
        reset=address(carried(view), "dead") if narrowed else "",
        files=[
            (file.name, table_address(path, view.only(file.follows)))
            for path, file in tables(language).items()
            if file.of == "deaths"
        ],
        counts=counts(record, view, language),
        corrections=address(carried(view), "corrections"),
        short=SHORT_LIST,
    )


def opening(record: Record, view: View, language: Language) -> dict[str, Any]:
    """What is known first of all: how many deaths are told of here, of how many that the authorities count.

    `said` is the number of the authorities with its claimant and its claim, or none where they had given none.
    """
    said = official(record, DEFAULT_PLACE)
    return {
        "persons": persons(record.death_rows.values()),
        "named": sum(bool(death["person_id"]) for death in record.death_rows.values()),
        "said": said
        and {
            "number": interval_words(said.interval, language),
            "who": who_said(said.claim, language),
            "day": written_date(language, said.claim["said_on"]),
            "href": claim_address(said.claim["claim_id"], view),
        },
    }


def _count(record: Record, found: list[DeathRow], view: View, language: Language) -> str:
    """How many of the dead are listed, and what narrows them, in words."""
    parts = [
        language.text("{n} of {total} told of here").format(
            n=language.number(persons(found)), total=language.number(persons(record.death_rows.values()))
        )
    ]
    parts += [place_words(record.whole.place_rows[place], language) for place in view.places]
    parts += [period_words(view.period, language)] if view.period else []
    parts += [labels.death_role(language, view.dead_role)] if view.dead_role else []
    if view.told_by:
        parts.append(language.text("told by {who}").format(who=labels.teller(language, view.told_by)))
    parts += [language.text("with “{words}”").format(words=view.text)] if view.text else []
    return " · ".join(parts)


def _groups(
    record: Record, rows: list[DeathRow], view: View, language: Language
) -> list[tuple[str, int, list[dict[str, Any]]]]:
    """The dead under their towns, those with most first, each with how many people there are."""
    towns: dict[str, list[DeathRow]] = {}
    for row in rows:
        towns.setdefault(town_of(record, row), []).append(row)
    named = {town: place_words(record.place_rows[town], language) for town in towns}
    order = sorted(language.sorted(towns, key=lambda town: named[town]), key=lambda town: -persons(towns[town]))
    return [
        (
            named[town][:1].upper() + named[town][1:],
            persons(towns[town]),
            [_death(record, row, view, language) for row in towns[town]],
        )
        for town in order
    ]


def _death(record: Record, death: DeathRow, view: View, language: Language) -> dict[str, Any]:
    claims = (record.claim_rows[claim] for claim in death["claim_ids"])
    return {
        "anchor": death_anchor(death["death_id"]),
        "who": death_words(record, death, language),
        "person": person_address(death["person_id"], view) if death["person_id"] in record.person_rows else "",
        "persons": death["persons"],
        "when": written_date(language, death["died_on"]) if death["died_on"] else language.text("day not known"),
        "where": place_chain(record, death["place_id"], language),
        "role": labels.death_role(language, death["role"]),
        "circumstances": language.of(death, "circumstances"),
        "accounts": language.all_of(death, "accounts"),
        "authorities": language.of(death, "authorities_say"),
        "told_by": language.listing([labels.teller(language, teller) for teller in death["said_by"]]),
        "events": [
            (language.of(record.event_rows[event], "title"), event_address(event, view)) for event in death["event_ids"]
        ],
        "cases": [
            (language.of(record.case_rows[case], "title"), case_address(case, view)) for case in death["case_ids"]
        ],
        "claims": [(_claim(claim, language), claim_address(claim["claim_id"], view)) for claim in claims],
        "sources": source_rows(record, death["sources"], language),
    }


def _claim(claim: ClaimRow, language: Language) -> str:
    said = value_words(claim, language) or language.of(claim, "statement")
    return f"{who_said(claim, language)}: {said}"


def _places(record: Record, view: View, language: Language) -> list[Option]:
    """The towns and regions of the dead, by name; what is chosen is among them also where nobody died."""
    kinds = record.place_rows
    used = {
        place
        for death in record.death_rows.values()
        for place in record.found_by(death["place_id"])
        if kinds[place]["kind"] != "site"
    }
    names = {place: place_words(kinds[place], language) for place in used}
    chosen = ".".join(view.places)
    if chosen:
        also = [place_words(record.whole.place_rows[place], language) for place in view.places]
        names.setdefault(chosen, language.listing(also))
    return [(place, names[place], place == chosen) for place in language.sorted(names, key=lambda one: names[one])]


def _days(record: Record, view: View, language: Language) -> dict[str, list[Month] | list[Option]]:
    """The days on which somebody died, by month, and a choice that is no single day."""
    died = {death["died_on"] for death in record.death_rows.values()}
    chosen = view.period.day if view.period else None
    return {
        "months": day_menu((date.fromisoformat(day) for day in died if len(day) == 10), chosen, language),
        "others": [(str(view.period), period_words(view.period, language), True)] if view.period and not chosen else [],
    }


def _options(
    values: Iterable[str], words: Callable[[Language, str], str], used: set[str], chosen: str, language: Language
) -> list[Option]:
    """The values in use as a list, and what is chosen."""
    return [(one, words(language, one), one == chosen) for one in values if one in used or one == chosen]
