"""The kinds of cell a table may hold, as pydantic types: text in, a value or a message that says what is right out."""

import math
import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator

YEARS = range(1900, 2200)
"""The years a date may lie in: nothing nearer to the ends of the calendar is meant, and arithmetic stays safe."""

_LOCAL_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LOCAL_MINUTE = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_FORMULA = re.compile(r"[=@+]|-[^\W\d_]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")  # and what breaks lines or turns text round
_TAG = re.compile(r"<\s*/?\s*[A-Za-z!?]")


def unsafe_text(cell: str) -> str | None:
    """Say why a cell must not enter the record, or None: it could run as a formula, a control code or markup."""
    if _FORMULA.match(cell):
        return "must not begin with =, @, + or a minus and a letter: spreadsheets and maps would run it"
    if _CONTROL.search(cell):
        return "holds a control character or a line break: remove it"
    if _TAG.search(cell):
        return "holds an HTML tag: write plain text"
    return None


def local_time(cell: str) -> datetime:
    """Read `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM` as wall-clock time of the place; raises ValueError."""
    if not (_LOCAL_DAY.fullmatch(cell) or _LOCAL_MINUTE.fullmatch(cell)):
        raise ValueError("write a local date YYYY-MM-DD or a local minute YYYY-MM-DDTHH:MM")
    moment = datetime.fromisoformat(cell)
    if moment.year not in YEARS:
        raise ValueError(f"the year must lie between {YEARS[0]} and {YEARS[-1]}")
    return moment


def has_minute(cell: str) -> bool:
    """Whether a local time names a minute and not only a day."""
    return "T" in cell


def _checked(check: Callable[[str], Any]) -> AfterValidator:
    def validate(cell: str) -> str:
        if cell:
            check(cell)
        return cell

    return AfterValidator(validate)


def _required(cell: str) -> str:
    if not cell:
        raise ValueError("must not be empty")
    return cell


def _slug(cell: str) -> None:
    if not _SLUG.fullmatch(cell):
        raise ValueError("write an id of small letters a-z, digits and single hyphens")


def _day(cell: str) -> None:
    try:
        if not _LOCAL_DAY.fullmatch(cell):
            raise ValueError
        local_time(cell)
    except ValueError:
        raise ValueError("write a date YYYY-MM-DD that exists") from None


def _minute_or_day(cell: str) -> None:
    try:
        local_time(cell)
    except ValueError:
        raise ValueError("write a local date YYYY-MM-DD or a local minute YYYY-MM-DDTHH:MM that exists") from None


def _partial_date(cell: str) -> None:
    try:
        date.fromisoformat((cell + "-01-01")[:10] if len(cell) == 4 else (cell + "-01")[:10])
        if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", cell):
            raise ValueError
    except ValueError:
        raise ValueError("write YYYY-MM-DD, or YYYY-MM or YYYY where no more is known") from None


def _link(cell: str) -> None:
    if not re.fullmatch(r"https?://[^\s<>\"']+\.[^\s<>\"']+", cell):
        raise ValueError("write a link that begins with http:// or https:// and has no spaces")


def _language_code(cell: str) -> None:
    if not re.fullmatch(r"[a-z]{2,3}", cell):
        raise ValueError("write a language code of two or three small letters, as en, ru, kk")


def _items(cell: object) -> object:
    if not isinstance(cell, str):
        return cell
    items = tuple(item.strip() for item in cell.split(";") if item.strip())
    if unsafe := next(filter(None, map(unsafe_text, items)), None):
        raise ValueError(unsafe)
    return items


def number(low: float = -math.inf, high: float = math.inf) -> BeforeValidator:
    """A cell with a plain number from `low` to `high`, or None when it is empty."""

    def validate(cell: object) -> object:
        if cell in ("", None):
            return None
        try:
            value = float(str(cell)) if _NUMBER.fullmatch(str(cell)) else math.nan
            if not math.isfinite(value):
                raise ValueError
        except ValueError:
            raise ValueError("write a number without spaces or unit, or leave it empty") from None
        if not low <= value <= high:
            raise ValueError(f"write a number from {low:g} to {high:g}")
        return value

    return BeforeValidator(validate)


def one_of(*values: object) -> BeforeValidator:
    """A cell with one of the closed list's values; numbers in the list are read as numbers."""
    by_text = {str(value): value for value in values}

    def validate(cell: object) -> object:
        if cell in ("", None):
            return ""
        if str(cell) not in by_text:
            raise ValueError("write one of: " + ", ".join(by_text))
        return by_text[str(cell)]

    return BeforeValidator(validate)


Text = Annotated[str, AfterValidator(_required)]
Slug = Annotated[str, AfterValidator(_required), _checked(_slug)]
OptionalSlug = Annotated[str, _checked(_slug)]
LocalTime = Annotated[str, AfterValidator(_required), _checked(_minute_or_day)]
OptionalLocalTime = Annotated[str, _checked(_minute_or_day)]
Day = Annotated[str, AfterValidator(_required), _checked(_day)]
OptionalDay = Annotated[str, _checked(_day)]
PartialDate = Annotated[str, _checked(_partial_date)]
Link = Annotated[str, AfterValidator(_required), _checked(_link)]
LanguageCode = Annotated[str, AfterValidator(_required), _checked(_language_code)]
Items = Annotated[tuple[str, ...], BeforeValidator(_items)]
Number = Annotated[float | None, number()]
REQUIRED = AfterValidator(_required)
