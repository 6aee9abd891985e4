"""The kinds of cell a table may hold, as pydantic types: text in, a value or a message that says what is right out."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator

YEARS = range(1900, 2200)
"""The years a date may lie in: nothing nearer to the ends of the calendar is meant, and arithmetic stays safe."""

LONGEST = 4000
"""So many characters has a cell at most: a page shows many."""
MOST_DIGITS = 15
"""So many digits of a number are kept exactly."""
LARGEST = 10**MOST_DIGITS
"""Nothing that is counted here is larger."""

_LOCAL_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LOCAL_MINUTE = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}", re.ASCII)
_PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
# Where semicolons part the cells of a spreadsheet, what follows one begins a cell; wide signs are read as narrow ones.
_FORMULA = re.compile(r"(?:^|;)\s*(?:[=@+＝＠＋－]|-(?!\s*(?:[0-9]+(?:\.[0-9]+)?)?\s*(?:;|$)))|^[\t\r\n]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")  # and what breaks lines or turns text round
_TAG = re.compile(r"<\s*/?\s*[A-Za-z!?]")
_UNSAFE = re.compile("|".join(rule.pattern for rule in (_FORMULA, _CONTROL, _TAG)))


def unsafe_text(cell: str) -> str | None:
    """Say why a cell must not enter the record, or None.

    It could run as a formula, a control code or markup, or is longer than any page has room for.
    """
    if len(cell) > LONGEST:
        return f"has {len(cell):,} characters; {LONGEST:,} are read"
    if not _UNSAFE.search(cell):
        return None
    if is_formula(cell):
        return "must not begin with =, @, + or -, nor a part after a semicolon: spreadsheets and maps would run it"
    if _CONTROL.search(cell):
        return "holds a control character or a line break: remove it"
    return "holds an HTML tag: write plain text"


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet could run a cell, or a part of it after a semicolon; a number below zero is none."""
    return bool(_FORMULA.search(cell))


class YearError(ValueError):
    """A date of a year that is not meant."""

    def __init__(self) -> None:
        super().__init__(f"the year must lie between {YEARS[0]} and {YEARS[-1]}")


def local_time(cell: str) -> datetime:
    """Read `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM` as wall-clock time of the place; raises ValueError."""
    if not (_LOCAL_DAY.fullmatch(cell) or _LOCAL_MINUTE.fullmatch(cell)):
        raise ValueError("write a local date YYYY-MM-DD or a local minute YYYY-MM-DDTHH:MM")
    moment = datetime.fromisoformat(cell)
    if moment.year not in YEARS:
        raise YearError
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


def _age(cell: str) -> None:
    if not re.fullmatch(r"[0-9]|[1-9][0-9]|1[01][0-9]|[1-9]0s", cell):
        raise ValueError("write years as 31, or a decade of life as 20s")


def _slug(cell: str) -> None:
    if not _SLUG.fullmatch(cell):
        raise ValueError("write an id of small letters a-z, digits and single hyphens")


def _date(form: re.Pattern[str], wanted: str) -> Callable[[str], None]:
    """A check that a cell has a form and is a date of YEARS; `wanted` says what is right."""

    def check(cell: str) -> None:
        try:
            if not form.fullmatch(cell):
                raise ValueError
            local_time(cell if len(cell) >= 10 else (cell + "-01-01")[:10])
        except YearError:
            raise
        except ValueError:
            raise ValueError(wanted) from None

    return check


_day = _date(_LOCAL_DAY, "write a date YYYY-MM-DD that exists")
_minute_or_day = _date(
    re.compile(f"{_LOCAL_DAY.pattern}|{_LOCAL_MINUTE.pattern}", re.ASCII),
    "write a local date YYYY-MM-DD or a local minute YYYY-MM-DDTHH:MM that exists",
)
_partial_date = _date(_PARTIAL_DATE, "write YYYY-MM-DD, or YYYY-MM or YYYY where no more is known")


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


def number(low: float = 0, high: float = LARGEST) -> BeforeValidator:
    """A cell with a plain number from `low` to `high`, or None when it is empty."""

    def validate(cell: object) -> object:
        if cell in ("", None):
            return None
        text = str(cell)
        if not _NUMBER.fullmatch(text):
            raise ValueError("write a number without spaces or unit, or leave it empty")
        if not low <= float(text) <= high:
            raise ValueError(f"write a number from {_written(low)} to {_written(high)}")
        if len(re.sub(r"\D", "", text).lstrip("0")) > MOST_DIGITS:
            raise ValueError(f"write a number of at most {MOST_DIGITS} digits")
        return float(text)

    return BeforeValidator(validate)


def _count(cell: object) -> object:
    found = re.fullmatch(r"[1-9][0-9]{0,5}", str(cell))
    if not found:
        raise ValueError("write a whole number from 1")
    return int(found[0])


def _written(bound: float) -> str:
    return f"{bound:,.{MOST_DIGITS + 1}g}"


def items_of(*values: str) -> AfterValidator:
    """A list of values of a closed list, each once."""

    def validate(items: tuple[str, ...]) -> tuple[str, ...]:
        if not set(items) <= set(values) or len(set(items)) < len(items):
            raise ValueError("write some of these, each once: " + ", ".join(values))
        return items

    return AfterValidator(validate)


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
PartialDate = Annotated[str, _checked(_partial_date)]
Link = Annotated[str, AfterValidator(_required), _checked(_link)]
LanguageCode = Annotated[str, AfterValidator(_required), _checked(_language_code)]
Items = Annotated[tuple[str, ...], BeforeValidator(_items)]
Age = Annotated[str, _checked(_age)]
Count = Annotated[int, BeforeValidator(_count)]
Number = Annotated[float | None, number()]
REQUIRED = AfterValidator(_required)
