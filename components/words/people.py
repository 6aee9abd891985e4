"""People in words: by name, or, of the dead, by what is known of them."""

from collections.abc import Iterable

from components.address import death_address, person_address
from components.language import Language
from data.loading.record import Record
from data.loading.rows import DeathRow, PersonRow
from data.queries.view import View


def by_name(people: Iterable[PersonRow], language: Language) -> list[PersonRow]:
    """People in the order of their names."""
    return language.sorted(people, key=lambda person: language.of(person, "name"))


def death_words(record: Record, death: DeathRow, language: Language) -> str:
    """Who died, by name or description, with the age: "Levan Kogeashvili, 22", "A man, aged 20 to 29", "A girl, 4"."""
    person = record.person_rows.get(death["person_id"])
    who = language.of(person, "name") if person else language.of(death, "description")
    who, age = who[:1].upper() + who[1:], death["age"]
    if not age or (not person and age in who):
        return who
    if age.endswith("s"):
        decade = int(age.removesuffix("s"))
        return language.text("{who}, aged {age} to {last}").format(who=who, age=decade, last=decade + 9)
    return language.text("{who}, {age}").format(who=who, age=age)


def death_links(record: Record, deaths: Iterable[DeathRow], view: View, language: Language) -> list[tuple[str, str]]:
    """Each of some deaths in words, with the way to it on the page of the dead."""
    return [(death_words(record, death, language), death_address(death["death_id"], view)) for death in deaths]


def person_links(record: Record, people: Iterable[str], view: View, language: Language) -> list[tuple[str, str]]:
    """The name of each of some people, with the way to all that the record has on them."""
    known = record.person_rows
    return [(language.of(known[one], "name"), person_address(one, view)) for one in people if one in known]
