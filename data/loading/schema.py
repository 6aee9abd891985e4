"""One pydantic model a table: its columns in order, and what a cell of each may hold.

The rules that need more than one row stand in `checks.py`.
"""

from functools import cache
from typing import Annotated, get_origin

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from data import vocabulary as v
from data.cells import (
    REQUIRED,
    Age,
    Count,
    Day,
    Items,
    LanguageCode,
    Link,
    LocalTime,
    Number,
    OptionalLocalTime,
    OptionalSlug,
    PartialDate,
    Slug,
    Text,
    has_minute,
    items_of,
    local_time,
    number,
    one_of,
)
from data.times import INSTANT, end_of

HALF_ROUND = 20_037_508
"""Half the way round the Earth, in metres: nothing can be off by more."""


class Row(BaseModel):
    """A row of a table; columns that the schema does not name are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Place(Row):
    place_id: Slug
    name_en: Text
    name_ru: Text
    name_kk: Text
    kind: Annotated[str, one_of(*v.PLACE_KINDS), REQUIRED]
    parent_id: OptionalSlug
    lat: Annotated[float | None, number(-90, 90)]
    lon: Annotated[float | None, number(-180, 180)]
    tz: str
    precision_m: Annotated[float | None, number(0, HALF_ROUND)]
    basis: str

    @field_validator("lon")
    @classmethod
    def _both_or_none(cls, lon: float | None, info: ValidationInfo) -> float | None:
        if (lon is None) != (info.data.get("lat") is None):
            raise ValueError("give both lat and lon, or neither")
        if lon is not None and info.data.get("kind") in ("country", "region"):
            raise ValueError("a country or region has no point: leave lat and lon empty")
        return lon


class Source(Row):
    source_id: Slug
    publisher: Text
    title: Text
    author: str
    published: PartialDate
    published_basis: Annotated[str, one_of(*v.DATE_BASES)]
    url: Link
    language: LanguageCode
    kind: Annotated[str, one_of(*v.SOURCE_KINDS), REQUIRED]
    origin: OptionalSlug

    @field_validator("published_basis")
    @classmethod
    def _basis_of_a_date(cls, basis: str, info: ValidationInfo) -> str:
        if "published" in info.data and bool(basis) != bool(info.data["published"]):
            raise ValueError("says where published is from: fill both or neither")
        return basis


class Origin(Row):
    origin: Slug
    meaning: Text
    kind: Annotated[str, one_of(*v.VOICE_KINDS), REQUIRED]
    publishers: Items


class Person(Row):
    """An adult with a public part in what happened, or named in public as a victim."""

    person_id: Slug
    name_en: Text
    name_ru: str
    name_kk: str
    also_spelled: Items
    part: Text
    sources: Annotated[Items, Field(min_length=1)]


class Event(Row):
    event_id: Slug
    start: LocalTime
    end: OptionalLocalTime
    time_precision: Annotated[str, one_of(*v.TIME_PRECISIONS), REQUIRED]
    part_of_day: Annotated[str, one_of(*v.PARTS_OF_DAY)]
    follows: OptionalSlug
    place_id: Slug
    place_precision: Annotated[str, one_of(*v.PLACE_PRECISIONS), REQUIRED]
    also_places: Items
    category: Annotated[str, one_of(*v.CATEGORIES), REQUIRED]
    about_deaths: Annotated[str, one_of("yes")]
    standing: Annotated[str, one_of(*v.STANDINGS)]
    title: Annotated[Text, Field(max_length=70)]
    summary: Text
    disputed_points: Items
    actors: Items
    people: Items
    significance: Annotated[int, one_of(*v.SIGNIFICANCES)]
    case_ids: Items
    sources: Annotated[Items, Field(min_length=1)]

    @field_validator("end")
    @classmethod
    def _end_after_start(cls, end: str, info: ValidationInfo) -> str:
        start = info.data.get("start")
        if end and start and (local_time(end) if has_minute(end) else end_of(end) - INSTANT) < local_time(start):
            raise ValueError(f"must not be before the start ({start})")
        return end

    @field_validator("time_precision")
    @classmethod
    def _precision_fits_start(cls, precision: str, info: ValidationInfo) -> str:
        start, end = info.data.get("start", ""), info.data.get("end", "")
        if precision in ("exact", "about") and start and not has_minute(start):
            raise ValueError(f"needs a start with a minute, or write day (start is {start})")
        if precision in ("day", "month", "part_of_day") and (has_minute(start) or has_minute(end)):
            raise ValueError(f"goes with dates without a minute (start is {start}, end is {end or 'empty'})")
        if precision == "window" and not end:
            raise ValueError("needs an end: the window between start and end")
        return precision

    @field_validator("part_of_day")
    @classmethod
    def _part_goes_with_precision(cls, part: str, info: ValidationInfo) -> str:
        if (info.data.get("time_precision") == "part_of_day") != bool(part):
            raise ValueError("is given when, and only when, time_precision is part_of_day")
        return part


class Claim(Row):
    claim_id: Slug
    said_on: PartialDate
    claimant: Text
    claimant_role: Annotated[str, one_of(*v.CLAIMANT_ROLES), REQUIRED]
    people: Items
    topic: Annotated[str, one_of(*v.TOPICS), REQUIRED]
    statement: Text
    measure: str
    value_min: Number
    value_max: Number
    place_id: Slug
    as_of: PartialDate
    stands: Annotated[str, one_of(*v.CLAIM_STATES), REQUIRED]
    withdrawn_on: PartialDate
    withdrawn_why: str
    superseded_by: OptionalSlug
    contradicted_by: Items
    event_ids: Items
    case_ids: Items
    sources: Annotated[Items, Field(min_length=1)]

    @field_validator("value_max")
    @classmethod
    def _range_of_a_measure(cls, value_max: float | None, info: ValidationInfo) -> float | None:
        value_min, measure = info.data.get("value_min"), info.data.get("measure", "")
        if value_min is not None and value_max is not None and value_max < value_min:
            raise ValueError(f"must not be under value_min ({value_min:g})")
        if bool(measure) != (value_min is not None or value_max is not None):
            raise ValueError("a measure goes with a value_min or a value_max, and a number with a measure")
        return value_max

    @field_validator("withdrawn_why")
    @classmethod
    def _withdrawal_of_a_withdrawn_claim(cls, why: str, info: ValidationInfo) -> str:
        if (why or info.data.get("withdrawn_on")) and info.data.get("stands") not in ("withdrawn", None):
            raise ValueError("withdrawn_on and withdrawn_why go with a claim that stands as withdrawn")
        return why


class Case(Row):
    case_id: Slug
    title: Text
    kind: Annotated[str, one_of(*v.CASE_KINDS), REQUIRED]
    place_id: Slug
    charges: Items
    summary: Text
    official_version: str
    other_version: str
    result: Annotated[str, one_of(*v.CASE_RESULTS)]
    outcome: str
    outcome_as_of: PartialDate
    looked_for: PartialDate
    sources: Annotated[Items, Field(min_length=1)]


class CasePerson(Row):
    case_id: Slug
    person_id: OptionalSlug
    name: str
    role: Annotated[str, one_of(*v.PERSON_ROLES), REQUIRED]
    note: str
    sentence_years: Annotated[float | None, number(0, 100)]
    sources: Annotated[Items, Field(min_length=1)]

    @field_validator("name")
    @classmethod
    def _person_or_description(cls, name: str, info: ValidationInfo) -> str:
        if bool(name) == bool(info.data.get("person_id")):
            raise ValueError("write a description where, and only where, there is no person_id")
        return name


class CaseStep(Row):
    case_id: Slug
    date: Annotated[PartialDate, REQUIRED]
    step: Text
    kind: Annotated[str, one_of(*v.STEP_KINDS), REQUIRED]
    place_id: Slug
    event_id: OptionalSlug
    sources: Annotated[Items, Field(min_length=1)]


class Death(Row):
    """A death, or several that are told of together."""

    death_id: Slug
    person_id: OptionalSlug
    persons: Count
    description: Text
    age: Age
    sex: Annotated[str, one_of(*v.SEXES)]
    role: Annotated[str, one_of(*v.DEATH_ROLES), REQUIRED]
    died_on: PartialDate
    place_id: Slug
    circumstances: Text
    said_by: Annotated[Items, Field(min_length=1), items_of(*v.TELLERS)]
    accounts: Items
    authorities_say: str
    event_ids: Items
    case_ids: Items
    claim_ids: Items
    sources: Annotated[Items, Field(min_length=1)]

    @field_validator("persons")
    @classmethod
    def _one_with_a_name(cls, persons: int, info: ValidationInfo) -> int:
        if persons > 1 and info.data.get("person_id"):
            raise ValueError("is 1 where there is a person_id")
        return persons

    @field_validator("age")
    @classmethod
    def _no_minor_with_a_name(cls, age: str, info: ValidationInfo) -> str:
        if age and int(age.rstrip("s")) < v.ADULT and info.data.get("person_id"):
            raise ValueError("is that of a minor, who is never named: leave person_id empty")
        return age


class Band(Row):
    """A period that lies behind the timeline; it begins and ends with the events that carry it."""

    band_id: Slug
    kind: Annotated[str, one_of(*v.BAND_KINDS), REQUIRED]
    title: Text
    places: Annotated[Items, Field(min_length=1)]
    begins_with: Slug
    ends_with: OptionalSlug


class Change(Row):
    date: Day
    table: Text
    id: str
    change: Text
    reason: Text


class Translation(Row):
    """A text of the record in another language; `digest` is that of the English text that it translates."""

    table: Text
    id: Text
    column: Text
    text: Text
    digest: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
    by: Text
    reviewed: str


TABLES: dict[str, type[Row]] = {
    "places": Place,
    "origins": Origin,
    "sources": Source,
    "people": Person,
    "cases": Case,
    "events": Event,
    "claims": Claim,
    "case_people": CasePerson,
    "case_steps": CaseStep,
    "deaths": Death,
    "bands": Band,
    "changes": Change,
}
"""Every table by the name of its file, in an order in which each comes after those it points to."""

KEYS = {
    "places": "place_id",
    "origins": "origin",
    "sources": "source_id",
    "people": "person_id",
    "cases": "case_id",
    "events": "event_id",
    "claims": "claim_id",
    "deaths": "death_id",
    "bands": "band_id",
}

REFERENCES: dict[tuple[str, str], str] = {
    ("places", "parent_id"): "places",
    ("sources", "origin"): "origins",
    ("people", "sources"): "sources",
    ("cases", "place_id"): "places",
    ("cases", "sources"): "sources",
    ("events", "follows"): "events",
    ("events", "place_id"): "places",
    ("events", "also_places"): "places",
    ("events", "people"): "people",
    ("events", "case_ids"): "cases",
    ("events", "sources"): "sources",
    ("claims", "people"): "people",
    ("claims", "place_id"): "places",
    ("claims", "superseded_by"): "claims",
    ("claims", "contradicted_by"): "claims",
    ("claims", "event_ids"): "events",
    ("claims", "case_ids"): "cases",
    ("claims", "sources"): "sources",
    ("case_people", "case_id"): "cases",
    ("case_people", "person_id"): "people",
    ("case_people", "sources"): "sources",
    ("case_steps", "case_id"): "cases",
    ("case_steps", "place_id"): "places",
    ("case_steps", "event_id"): "events",
    ("case_steps", "sources"): "sources",
    ("deaths", "person_id"): "people",
    ("deaths", "place_id"): "places",
    ("deaths", "event_ids"): "events",
    ("deaths", "case_ids"): "cases",
    ("deaths", "claim_ids"): "claims",
    ("deaths", "sources"): "sources",
    ("bands", "places"): "places",
    ("bands", "begins_with"): "events",
    ("bands", "ends_with"): "events",
}
"""(table, column) to the table whose ids stand in it."""


def model(table: str) -> type[Row]:
    """The model of a table by the name of its file; that of each language of the translations is the same."""
    return TABLES.get(table, Translation)


def columns(table: str) -> list[str]:
    """The columns of a table, in the order of its file."""
    return list(model(table).model_fields)


@cache
def list_columns(table: str) -> frozenset[str]:
    """The columns of a table whose cells are lists, with semicolons between their items."""
    return frozenset(name for name, info in model(table).model_fields.items() if get_origin(info.annotation) is tuple)
