"""Interface words as data for a script: templates, plural forms, and how numbers and days are written."""

from collections.abc import Mapping
from datetime import date

from babel import Locale

from components.language import Language

_SAMPLES = range(102)
"""Among the numbers up to here each plural form of our languages has one."""
_A_DAY = date(2022, 11, 25)
Forms = dict[str, str]
"""Templates by the names that the Unicode locale data give the plural forms, as "one", "few" and "other"."""


def plural_forms(language: Language, one: str, many: str) -> Forms:
    """All forms of an interface text that depends on a number, each with `{n}` for it."""
    category_of = Locale.parse(language.code).plural_form
    forms: Forms = {}
    for number in _SAMPLES:
        forms.setdefault(category_of(number), language.unnumbered(one, many, number))
    return forms


def writing(language: Language) -> Mapping[str, object]:
    """How numbers and days are written: the sign between thousands, the months, and the parts of a date.

    `full` is "5 January 2022", `day` is "5 January", `brief` is "5 Jan", with `{d}`, `{m}` and `{y}`.
    """
    months = [date(2022, month, 1) for month in range(1, 13)]
    return {
        "code": language.code,
        "thousands": language.number(1_000_000)[1],
        "months": [language.day(month, "MMMM") for month in months],
        "briefly": [_month_in(language, month) for month in months],
        "full": _pattern(language, "d MMMM y", language.day(_A_DAY, "MMMM")),
        "day": _pattern(language, "d MMMM", language.day(_A_DAY, "MMMM")),
        "brief": _pattern(language, "d MMM", _month_in(language, _A_DAY)),
    }


def _month_in(language: Language, day: date) -> str:
    """A month, cut short, as it stands after a day."""
    return language.day(day, "d MMM").removeprefix(str(day.day)).strip()


def _pattern(language: Language, style: str, month: str) -> str:
    written = language.day(_A_DAY, style)
    for part, mark in ((month, "{m}"), (str(_A_DAY.year), "{y}"), (str(_A_DAY.day), "{d}")):
        written = written.replace(part, mark, 1)
    return written
