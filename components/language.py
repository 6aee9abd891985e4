"""The reader's language: interface words by gettext, dates, numbers and order by Babel and ICU, texts of the record by
column."""

import gettext
import io
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from pathlib import Path
from typing import TypeVar

import icu
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_compact_decimal, format_decimal, format_percent

from data.loading.rows import TextColumn, TextsColumn
from data.queries.view import View
from data.vocabulary import LANGUAGES

T = TypeVar("T")
CATALOGUES = Path(__file__).resolve().parents[1] / "locale"
DOMAIN = "qantar"
NAMES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
"""What each language calls itself, in the order of the switch."""
assert set(NAMES) == set(LANGUAGES)
_WEIGHT = re.compile(r"[01](\.[0-9]{0,3})?", re.ASCII)
_MOST_ACCEPTED = 50
"""So many languages of a browser are looked at."""
_YEARS = {"kk": "{} 'ж.'"}
"""How a date that ends with a year is written, where that has a sign of its own: 5 қаңтар 2022 ж."""


@dataclass(frozen=True)
class Language:
    """Words in one language. English stands in the code; other languages come from `locale/`."""

    code: str = "en"

    def text(self, message: str) -> str:
        """An interface text."""
        return _catalogue(self.code).gettext(message)

    def plural(self, one: str, many: str, number: int) -> str:
        """An interface text that depends on a number, with `{n}` put in as this language writes it."""
        return self.unnumbered(one, many, number).replace("{n}", self.number(number))

    def unnumbered(self, one: str, many: str, number: int) -> str:
        """The form of such a text that goes with a number, with `{n}` still in it."""
        return _catalogue(self.code).ngettext(one, many, number)

    def of(self, row: Mapping[str, object], column: TextColumn) -> str:
        """A text of the record in this language; where there is none the English one, with a mark that says so.

        What is not known has no translation either, though its row may have one: see `data/queries/as_known.py`.
        """
        english = row.get(f"{column}_en") or row.get(column)
        return str(row.get(f"{column}_{self.code}") or self._in_english(str(english))) if english else ""

    def all_of(self, row: Mapping[str, object], column: TextsColumn) -> tuple[str, ...]:
        """The texts of a list of the record, in the same way."""
        english, translated = row.get(column), row.get(f"{column}_{self.code}")
        if not isinstance(english, tuple):
            return ()
        if isinstance(translated, tuple) and len(translated) == len(english):
            return translated
        return tuple(map(self._in_english, english))

    def _in_english(self, text: str) -> str:
        return text if self.code == "en" else self.text("{text} [in English]").format(text=text)

    def sorted(self, items: Iterable[T], key: Callable[[T], str]) -> list[T]:
        """Items in the order of this language's alphabet, by a text of each."""
        collator = _collator(self.code)
        return sorted(items, key=lambda item: collator.getSortKey(key(item)))

    def number(self, value: float) -> str:
        """A number with this language's separators."""
        return _number(value, self.code)

    def short_number(self, value: float) -> str:
        """A number for a chart: from a million in words, as 1.5 billion."""
        if abs(value) < 1_000_000:
            return self.number(value)
        return format_compact_decimal(value, format_type="long", fraction_digits=1, locale=self.code)

    def percent(self, share: float) -> str:
        """A share as a percentage."""
        return format_percent(share, locale=self.code)

    def day(self, day: date, style: str = "d MMMM y") -> str:
        """A date; `style` is a pattern of the Unicode locale data.

        A year has the sign that it has in this language, but for one that stands alone, as on an axis.
        """
        dated = style.endswith("y") and style != "y"
        return _date(day, _YEARS.get(self.code, "{}").format(style) if dated else style, self.code)

    def clock(self, moment: datetime) -> str:
        """A time of day, as 16:05."""
        return _time(moment.time(), self.code)

    def listing(self, items: list[str]) -> str:
        """Items joined as in a sentence."""
        return format_list(items, locale=self.code) if items else ""

    def offset(self, offset: timedelta | None) -> str:
        """An offset from UTC, as UTC+6."""
        if offset is None:
            return ""
        minutes = int(offset.total_seconds()) // 60
        hours, rest = divmod(abs(minutes), 60)
        return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02d}" if rest else "")


def language_of(view: View) -> Language:
    """The language that a view is read in: English where neither its address nor its reader asks for another."""
    return Language(view.language or "en")


def languages(address_in: Callable[[str], str], language: Language) -> list[tuple[str, str, str, bool]]:
    """The switch: the code of each language, its own name, the address in it, and whether it is the one in use."""
    return [(code, name, address_in(code), code == language.code) for code, name in NAMES.items()]


def spoken(asked: str, accepted: str) -> str:
    """The language that an address asks for, else the one that suits the browser best."""
    return asked if asked in LANGUAGES else preferred(accepted)


def preferred(accepted: str) -> str:
    """The language that suits a browser's `Accept-Language` best, English last: "ru" of "be,ru-RU;q=0.8,en;q=0.5"."""
    weights: dict[str, float] = {}
    for part in accepted.split(",")[:_MOST_ACCEPTED]:
        name, _, weight = part.replace(" ", "").partition(";q=")
        code = name.partition("-")[0].lower()
        if code in LANGUAGES:
            weights.setdefault(code, float(weight) if _WEIGHT.fullmatch(weight) else float(not weight))
    return max(weights, key=lambda code: weights[code], default="en") if any(weights.values()) else "en"


def written_date(language: Language, cell: str) -> str:
    """A date of which perhaps only the month or the year is known, as the record's cells give it."""
    if len(cell) == 10:
        return language.day(date.fromisoformat(cell))
    if len(cell) == 7:
        return language.day(date.fromisoformat(cell + "-01"), "LLLL y")
    return cell or language.text("date unknown")


# Babel takes tens of microseconds for each; a chart asks for hundreds, of a few dozen days.
@lru_cache(maxsize=4096)
def _date(day: date, style: str, code: str) -> str:
    return format_date(day, style, locale=code)


@lru_cache(maxsize=4096)
def _number(value: float, code: str) -> str:
    return format_decimal(value, locale=code)


@lru_cache(maxsize=2048)
def _time(moment: time, code: str) -> str:
    return format_time(moment, "HH:mm", locale=code)


@cache
def _collator(code: str) -> "icu.Collator":
    return icu.Collator.createInstance(icu.Locale(code))


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    """The words of a language, compiled of its catalogue as it stands: no second file that could be an older one."""
    path = CATALOGUES / code / "LC_MESSAGES" / f"{DOMAIN}.po"
    if code not in LANGUAGES or not path.is_file():
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=code))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
