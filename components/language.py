"""The reader's language: interface words by gettext, dates and numbers by Babel, texts of the record by column."""

import gettext
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from pathlib import Path

from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_compact_decimal, format_decimal, format_percent

from data.loading.rows import TextColumn, TextsColumn

CATALOGUES = Path(__file__).resolve().parents[1] / "locale"
DOMAIN = "qantar"


@dataclass(frozen=True)
class Language:
    """Words in one language. English stands in the code; other languages come from `locale/`."""

    code: str = "en"

    def text(self, message: str) -> str:
        """An interface text."""
        return _catalogue(self.code).gettext(message)

    def plural(self, one: str, many: str, number: int) -> str:
        """An interface text that depends on a number, with `{n}` put in as this language writes it."""
        message = _catalogue(self.code).ngettext(one, many, number)
        return message.replace("{n}", self.number(number))

    def of(self, row: Mapping[str, object], column: TextColumn) -> str:
        """A text of the record in this language, in English where there is no other."""
        translated = row.get(f"{column}_{self.code}")
        return str(translated or row.get(f"{column}_en") or row.get(column) or "")

    def all_of(self, row: Mapping[str, object], column: TextsColumn) -> tuple[str, ...]:
        """The texts of a list of the record, in the same way."""
        texts = row.get(f"{column}_{self.code}") or row.get(f"{column}_en") or row.get(column) or ()
        return tuple(texts) if isinstance(texts, tuple) else ()

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
        """A date; `style` is a pattern of the Unicode locale data."""
        return _date(day, style, self.code)

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
def _catalogue(code: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, CATALOGUES, [code], fallback=True)
