"""What leaves the record: a row of each table, typed by column. What is not known is None, or an empty text or tuple.

The columns are those of `schema.py`; an event and a claim have computed ones besides.
"""

from datetime import datetime
from typing import Literal, TypedDict

TextColumn = Literal[
    "title", "summary", "statement", "name", "step", "outcome", "official_version", "other_version", "note",
    "withdrawn_why", "change", "reason", "part", "description", "circumstances", "authorities_say", "claimant",
    "meaning",
]  # fmt: skip
TextsColumn = Literal["disputed_points", "charges", "actors", "accounts"]
"""A free text, or a list of such, of which there may be a column for each language: `name_en`, `name_ru`."""


class PlaceRow(TypedDict):
    place_id: str
    name_en: str
    name_ru: str
    name_kk: str
    kind: str
    parent_id: str
    lat: float | None
    lon: float | None
    tz: str
    precision_m: float | None
    basis: str


class SourceRow(TypedDict):
    """A source; `out_by` is computed: the last day that `published` may mean, or ""."""

    source_id: str
    publisher: str
    title: str
    author: str
    published: str
    published_basis: str
    url: str
    language: str
    kind: str
    origin: str

    out_by: str


class OriginRow(TypedDict):
    origin: str
    meaning: str
    kind: str
    publishers: tuple[str, ...]


class PersonRow(TypedDict):
    """A person; `spelled_by_us` is computed: the languages in which no source was seen to write the name."""

    person_id: str
    name_en: str
    name_ru: str
    name_kk: str
    also_spelled: tuple[str, ...]
    part: str
    sources: tuple[str, ...]

    spelled_by_us: tuple[str, ...]


class EventRow(TypedDict):
    """An event, and what is computed of it.

    `timing` is how its time within its day is known, one of TIMINGS.
    `voices` are its independent voices, `status` one of STATUSES, `family` that of its category. `begins` and `ends`
    are local wall-clock time, half-open. `spot_id` is the city, town or lone site it is shown at on a map of the
    country, or ""; `region_id` its region, or "". `search` is its folded text. `first_report` is the day of its
    earliest dated source, or ""; `known_from` that day, or its own if it was announced before it happened, or "".
    """

    event_id: str
    start: str
    end: str
    time_precision: str
    part_of_day: str
    follows: str
    place_id: str
    place_precision: str
    also_places: tuple[str, ...]
    category: str
    about_deaths: str
    standing: str
    title: str
    summary: str
    disputed_points: tuple[str, ...]
    actors: tuple[str, ...]
    people: tuple[str, ...]
    significance: int
    case_ids: tuple[str, ...]
    sources: tuple[str, ...]

    voices: tuple[str, ...]
    status: str
    family: str
    begins: datetime
    ends: datetime
    timing: str
    spot_id: str
    region_id: str
    search: str
    first_report: str
    known_from: str


class ClaimRow(TypedDict):
    """A claim; contradiction holds in both directions, whichever row says so.

    `said_by` is computed: the last day its `said_on` may mean, else that of its earliest dated source, or "".
    """

    claim_id: str
    said_on: str
    claimant: str
    claimant_role: str
    people: tuple[str, ...]
    topic: str
    statement: str
    measure: str
    value_min: float | None
    value_max: float | None
    place_id: str
    as_of: str
    stands: str
    withdrawn_on: str
    withdrawn_why: str
    superseded_by: str
    contradicted_by: tuple[str, ...]
    event_ids: tuple[str, ...]
    case_ids: tuple[str, ...]
    sources: tuple[str, ...]

    said_by: str


class CaseRow(TypedDict):
    case_id: str
    title: str
    kind: str
    place_id: str
    charges: tuple[str, ...]
    summary: str
    official_version: str
    other_version: str
    result: str
    outcome: str
    outcome_as_of: str
    looked_for: str
    sources: tuple[str, ...]


class CasePersonRow(TypedDict):
    """A person of a case; one of `people` has the name that stands there."""

    case_id: str
    person_id: str
    name: str
    role: str
    note: str
    sentence_years: float | None
    sources: tuple[str, ...]


class StepRow(TypedDict):
    case_id: str
    date: str
    step: str
    kind: str
    place_id: str
    event_id: str
    sources: tuple[str, ...]


class DeathRow(TypedDict):
    """A death, or several that are told of together; `known_from` is computed: the day of its earliest dated source."""

    death_id: str
    person_id: str
    persons: int
    description: str
    age: str
    sex: str
    role: str
    died_on: str
    place_id: str
    circumstances: str
    said_by: tuple[str, ...]
    accounts: tuple[str, ...]
    authorities_say: str
    event_ids: tuple[str, ...]
    case_ids: tuple[str, ...]
    claim_ids: tuple[str, ...]
    sources: tuple[str, ...]

    known_from: str


class BandRow(TypedDict):
    band_id: str
    kind: str
    title: str
    places: tuple[str, ...]
    begins_with: str
    ends_with: str


class ChangeRow(TypedDict):
    date: str
    table: str
    id: str
    change: str
    reason: str
