"""All people of the record by the alphabet, searched."""

from itertools import groupby
from typing import Any

from markupsafe import Markup

from components.address import address, carried, form, person_address
from components.language import Language
from components.markup import render
from components.words.people import by_name
from components.words.rest import bounded, rest_words
from components.words.sentence import known_words
from data.loading.record import Record
from data.loading.rows import PersonRow
from data.queries.people import people
from data.queries.view import View


def people_list(record: Record, view: View, language: Language) -> Markup:
    """The people that have a view's words, under their first letters."""
    found = by_name(people(record, view), language)
    rows = bounded(found, "name_en", "part")
    letters = groupby(rows, key=lambda row: language.of(row, "name")[:1].upper())
    return render(
        "people/list",
        language,
        count=language.plural("{n} person", "{n} people", len(found)),
        groups=[(letter, [_row(record, row, view, language) for row in group]) for letter, group in letters],
        words=view.text,
        form=form(carried(view), "people"),
        reset=address(carried(view), "people") if view.text else "",
        rest=rest_words(language, len(rows), len(found)),
        known_on=known_words(record, language),
    )


def _row(record: Record, person: PersonRow, view: View, language: Language) -> dict[str, Any]:
    name = language.of(person, "name")
    ours = {person["name_ru"] if code == "ru" else person["name_kk"] for code in person["spelled_by_us"]}
    return {
        "name": name,
        "href": person_address(person["person_id"], view),
        "also": ", ".join(spelt for spelt in record.spellings[person["person_id"]] if spelt not in {name, *ours}),
        "part": language.of(person, "part"),
    }
