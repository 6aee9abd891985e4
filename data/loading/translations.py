"""The texts of the record in other languages: which there are, what translates which, and what is missing.

`translations/ru.csv` and `kk.csv` have a row for each text: the table, id and column it stands in, the translation, and
a digest of the English that it translates, so that one of an older text shows.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from data.loading.schema import KEYS, Row, Translation, list_columns
from data.vocabulary import LANGUAGES

FOLDER = "translations"
OTHERS = tuple(code for code in LANGUAGES if code != "en")
FILES = {code: f"{FOLDER}/{code}" for code in OTHERS}
"""The table of each language, by the name of its file."""
TRANSLATED: Mapping[str, tuple[str, ...]] = {
    "places": ("basis",),
    "origins": ("meaning",),
    "people": ("name_en", "part"),
    "cases": ("title", "charges", "summary", "official_version", "other_version", "outcome"),
    "events": ("title", "summary", "disputed_points", "actors"),
    "claims": ("claimant", "statement", "withdrawn_why"),
    "case_people": ("name", "note"),
    "case_steps": ("step",),
    "deaths": ("description", "circumstances", "accounts", "authorities_say"),
    "bands": ("title",),
    "changes": ("change", "reason"),
}
"""The columns of each table that are translated, in their order. Places have their names in columns of their own."""


@dataclass(frozen=True)
class Text:
    """An English text of the record: where it stands, the text as its cell has it, and its digest."""

    table: str
    id: str
    column: str
    english: str
    digest: str


Key = tuple[str, str, str, str]
"""Table, id, column and digest of what a translation translates. The digest tells rows apart that have one id."""


@lru_cache(maxsize=20_000)
def digest(text: str) -> str:
    """Twelve letters and digits that change when a text does."""
    return sha256(text.encode()).hexdigest()[:12]


def id_of(table: str, row: Row) -> str:
    """What a row is called in the tables of translations: its id, else that of what it is about."""
    if table in KEYS:
        return str(getattr(row, KEYS[table]))
    if table == "changes":
        return "/".join(filter(None, row.model_dump(include={"table", "id"}).values()))
    return str(row.model_dump(include={"case_id"})["case_id"])


def texts_of(table: str, row: Row, code: str) -> Iterator[Text]:
    """The texts of a row that are to be translated into a language, without those that its table has itself."""
    for column in TRANSLATED.get(table, ()):
        if column.endswith("_en") and getattr(row, f"{column.removesuffix('en')}{code}"):
            continue
        value = getattr(row, column)
        english = ";".join(value) if isinstance(value, tuple) else value
        if english:
            yield Text(table, id_of(table, row), column, english, digest(english))


def all_texts(rows: Mapping[str, Iterable[Row]], code: str) -> Iterator[Text]:
    """Every text of a record that is to be translated into a language, in the order of the tables."""
    for table in TRANSLATED:
        for row in rows.get(table, ()):
            yield from texts_of(table, row, code)


def book_of(rows: Iterable[Translation]) -> dict[Key, str]:
    """Translations by what they translate."""
    return {(row.table, row.id, row.column, row.digest): row.text for row in rows}


def key_of(text: Text) -> Key:
    return text.table, text.id, text.column, text.digest


@dataclass(frozen=True)
class Gaps:
    """How many texts a table has in English alone, and how many of these have a translation of an older text."""

    missing: int
    older: int


def gaps(rows: Mapping[str, Iterable[Row]], code: str, book: Mapping[Key, str]) -> dict[str, Gaps]:
    """What is missing in a language, by table; tables of which all is there are left out."""
    places = Counter(key[:3] for key in book)
    texts = list(all_texts(rows, code))
    used = Counter(key[:3] for text in texts if (key := key_of(text)) in book)
    found: dict[str, list[int]] = {}
    for text in texts:
        key = key_of(text)
        if key in book:
            continue
        counts = found.setdefault(text.table, [0, 0])
        counts[0] += 1
        counts[1] += places[key[:3]] > used[key[:3]]
    return {table: Gaps(*counts) for table, counts in found.items()}


def in_every_language(row: Mapping[str, object], *columns: str) -> Iterator[str]:
    """The texts of some columns of a row in every language there is; none of a column that is empty in English."""
    for column in columns:
        if not row[column]:
            continue
        for name in (column, *(f"{column}_{code}" for code in OTHERS)):
            value = row.get(name) or ()
            yield from value if isinstance(value, tuple) else (str(value),)


def in_language(table: str, row: Row, code: str, book: Mapping[Key, str]) -> dict[str, str | tuple[str, ...]]:
    """The translated columns of a row, named as `title_ru`; those without a translation are left out."""
    found: dict[str, str | tuple[str, ...]] = {}
    for text in texts_of(table, row, code):
        if translated := book.get(key_of(text)):
            column = f"{text.column.removesuffix('_en')}_{code}"
            found[column] = tuple(translated.split(";")) if text.column in list_columns(table) else translated
    return found
