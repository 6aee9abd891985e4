"""The data dictionary has an entry for everything that may stand in the record, and its examples are real."""

import csv
import re
from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from data import vocabulary
from data.exports.formats import COMPUTED, NAMES
from data.folders import RECORD_FOLDER
from data.loading.checks import BORDER_TOLERANCE_KM, SITE_REACH_KM
from data.loading.schema import KEYS, TABLES, columns, model
from data.loading.translations import FILES, TRANSLATED, digest
from data.times import ABOUT

README = RECORD_FOLDER / "README.md"
LISTS = {
    "PLACE_KINDS": "places.kind",
    "VOICE_KINDS": "origins.kind",
    "SOURCE_KINDS": "sources.kind",
    "DATE_BASES": "sources.published_basis",
    "TIME_PRECISIONS": "events.time_precision",
    "PARTS_OF_DAY": "events.part_of_day",
    "PLACE_PRECISIONS": "events.place_precision",
    "STANDINGS": "events.standing",
    "SIGNIFICANCES": "events.significance",
    "CATEGORIES": "events.category",
    "STATUSES": "events.status",
    "CLAIMANT_ROLES": "claims.claimant_role",
    "TOPICS": "claims.topic",
    "CLAIM_STATES": "claims.stands",
    "CASE_KINDS": "cases.kind",
    "CASE_RESULTS": "cases.result",
    "PERSON_ROLES": "case_people.role",
    "STEP_KINDS": "case_steps.kind",
    "SEXES": "deaths.sex",
    "DEATH_ROLES": "deaths.role",
    "TELLERS": "deaths.said_by",
    "BAND_KINDS": "bands.kind",
}
"""Each closed list by its name in the vocabulary, with the heading that its values stand under."""
OTHER_NAMES = {
    "FAMILIES", "FAMILY_OF", "VOICE_OF_SOURCE", "AUTHORITIES", "PARTS_OF_MEASURE", "MAIN_MEASURE", "ONE_OFF",
    "SILENT_KINDS", "FILLING_OF", "FIRST_MEASURES", "TIMINGS", "ADULT",
    "OFFICIAL_VOICES", "OFFICIAL_APART", "FILLINGS",
    "DIVIDED_CATEGORIES", "LANGUAGES",
}  # fmt: skip
"""What else the vocabulary holds: the languages of the reader, and what is made of closed lists and of measures."""
DESCRIBED = (*TABLES, FILES["ru"])
"""The tables whose columns have an entry each: one table of translations stands for all."""

Entries = list[dict[str, str]]


def read_entries(path: Path) -> dict[str, Entries]:
    """The tables of a Markdown page by the code in the heading above each: `places.csv`, `places.kind`."""
    found: dict[str, Entries] = {}
    heading = ""
    header: list[str] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#"):
            code = re.match(r"#+ `([^`]+)`", line)
            heading, header = code[1] if code else "", []
        elif heading and line.startswith("|"):
            cells = [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
            if not header:
                header = cells
            elif set(line) - set("|- "):
                assert len(cells) == len(header), f"under {heading}: {line}"
                found.setdefault(heading, []).append(dict(zip(header, cells, strict=True)))
        else:
            header = []
    return found


ENTRIES = read_entries(README)


def names(heading: str) -> list[str]:
    """What the first column of a table has, without its code marks."""
    return [next(iter(entry.values())).strip("`") for entry in ENTRIES.get(heading, [])]


def rows(table: str) -> list[dict[str, str]]:
    """A table of the record as plain text."""
    with (RECORD_FOLDER / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def may_be_empty(table: str, column: str) -> bool:
    """Whether the schema takes an empty cell."""
    field = model(table).model_fields[column]
    kind: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    try:
        TypeAdapter(kind).validate_python("")
    except ValidationError:
        return False
    return True


def max_length_of_a_title() -> int:
    """How long the title of an event may be."""
    rules = TABLES["events"].model_fields["title"].metadata
    return next(rule.max_length for rule in rules if hasattr(rule, "max_length"))


def test_no_entry_stands_under_an_unknown_heading() -> None:
    known = (
        {f"{table}.csv" for table in DESCRIBED}
        | set(LISTS.values())
        | {"claims.measure", "events.download", "deaths.download"}
    )
    assert set(ENTRIES) == known


@pytest.mark.parametrize("table", DESCRIBED)
def test_every_column_has_its_row_in_order(table: str) -> None:
    assert names(f"{table}.csv") == columns(table)


def test_every_column_of_a_download_has_its_row_in_order() -> None:
    assert names("events.download") == list(COMPUTED)
    assert names("deaths.download") == list(NAMES)


@pytest.mark.parametrize("table", DESCRIBED)
def test_required_agrees_with_the_schema(table: str) -> None:
    said = {entry["column"].strip("`"): entry["required"] for entry in ENTRIES[f"{table}.csv"]}
    assert said == {column: "no" if may_be_empty(table, column) else "yes" for column in columns(table)}


def test_every_closed_list_is_known_here() -> None:
    assert {name for name in vars(vocabulary) if name.isupper()} == set(LISTS) | OTHER_NAMES


@pytest.mark.parametrize(("name", "heading"), LISTS.items())
def test_every_value_has_its_row_in_order(name: str, heading: str) -> None:
    assert names(heading) == [str(value) for value in getattr(vocabulary, name)]


@pytest.mark.parametrize("heading", LISTS.values())
def test_a_column_with_a_closed_list_says_so(heading: str) -> None:
    table, column = heading.split(".")
    types = {entry["column"].strip("`"): entry["type"] for entry in ENTRIES[f"{table}.csv"]}
    one = f"list of [these](#{table}{column}-closed-list)" if types.get(column, "").startswith("list") else "one of"
    assert types.get(column, "one of") == one


def test_every_category_has_its_family() -> None:
    families = {entry["value"].strip("`"): entry["family"].strip("`") for entry in ENTRIES["events.category"]}
    assert families == vocabulary.FAMILY_OF


def test_what_is_made_of_values_of_a_list_has_no_others() -> None:
    assert set(vocabulary.VOICE_OF_SOURCE) == set(vocabulary.SOURCE_KINDS)
    assert set(vocabulary.VOICE_OF_SOURCE.values()) <= set(vocabulary.VOICE_KINDS)
    assert set(vocabulary.AUTHORITIES) <= set(vocabulary.CLAIMANT_ROLES)
    assert set(vocabulary.MAIN_MEASURE) <= set(vocabulary.TOPICS)
    assert set(vocabulary.SILENT_KINDS) <= set(vocabulary.BAND_KINDS)


def test_what_is_made_of_measures_has_no_others() -> None:
    parts = vocabulary.PARTS_OF_MEASURE
    named = {*parts, *(part for found in parts.values() for part in found), *vocabulary.MAIN_MEASURE.values()}
    assert named | set(vocabulary.ONE_OFF) <= set(names("claims.measure"))


def test_every_measure_in_use_has_its_row_once() -> None:
    listed = names("claims.measure")
    assert sorted({row["measure"] for row in rows("claims")} - {""} - set(listed)) == []
    assert listed == sorted(set(listed))


@pytest.mark.parametrize("heading", ENTRIES)
def test_every_entry_says_something(heading: str) -> None:
    optional = {"example"}
    for entry in ENTRIES[heading]:
        assert all(cell for column, cell in entry.items() if column not in optional), entry


@pytest.mark.parametrize("table", DESCRIBED)
def test_every_example_stands_in_its_table(table: str) -> None:
    for entry in ENTRIES[f"{table}.csv"]:
        column, example = entry["column"].strip("`"), entry["example"].strip("`")
        cells = {item.strip() for row in rows(table) for item in (row[column], *row[column].split(";"))}
        assert example in cells, f"{table}.csv has no {example!r} in {column}: take another example"


def test_the_page_says_which_columns_are_translated() -> None:
    under = README.read_text("utf-8").partition("### What is translated\n")[2].partition("\n## ")[0]
    said = re.findall(r"^\| `(\w+)` \| (.+) \|$", under, re.MULTILINE)
    assert {table: tuple(re.findall(r"`(\w+)`", named)) for table, named in said} == TRANSLATED


def test_the_example_of_a_digest_is_that_of_its_text() -> None:
    example = {entry["column"].strip("`"): entry["example"].strip("`") for entry in ENTRIES["translations/ru.csv"]}
    (english,) = [row for row in rows(example["table"]) if row[KEYS[example["table"]]] == example["id"]]
    assert digest(english[example["column"]]) == example["digest"]
    row = {key: value for key, value in example.items() if key != "reviewed"}
    assert row in [{key: found[key] for key in row} for found in rows("translations/ru")]


@pytest.mark.parametrize("column", ["time_precision", "part_of_day", "category"])
def test_every_example_of_a_value_has_that_value(column: str) -> None:
    events = {row["event_id"]: row[column] for row in rows("events")}
    for entry in ENTRIES[f"events.{column}"]:
        example = entry["example"].strip("`")
        assert events.get(example) == entry["value"].strip("`"), (
            f"{example!r} is no event of {entry['value']}: name one that is in events.csv"
        )


def test_every_part_of_day_has_its_hours() -> None:
    for entry in ENTRIES["events.part_of_day"]:
        first, last = vocabulary.PARTS_OF_DAY[entry["value"].strip("`")]
        assert entry["definition"].startswith(f"{first:02}:00 to {last:02}:00"), entry


@pytest.mark.parametrize(
    "words",
    [
        f"drawn {ABOUT.seconds // 60} minutes to either side",
        f"within {BORDER_TOLERANCE_KM} km of its region's outline",
        f"within {SITE_REACH_KM} km of its city's point",
        f"to {vocabulary.PARTS_OF_DAY['night'][1]:02}:00**",
        f"up to {max_length_of_a_title()} characters",
        "CC BY 4.0",
    ],
)
def test_the_page_says_what_the_code_does(words: str) -> None:
    assert words in " ".join(README.read_text("utf-8").split())


def test_every_link_within_the_page_leads_to_a_heading() -> None:
    text = README.read_text("utf-8")
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= anchors


def test_the_reader_finds_what_is_missing(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("## `a.csv`\n\n| column | type |\n| --- | --- |\n| `x` | id |\n\n## Words\n\n| y | z |\n", "utf-8")
    assert read_entries(page) == {"a.csv": [{"column": "`x`", "type": "id"}]}
