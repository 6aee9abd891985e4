"""The record in memory: its frames, its typed rows, what was left out, and the look-ups that every page needs."""

import os
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar, cast

import pandas as pd

from data.faults import Fault
from data.folders import RECORD_SETTING, check_of, file_bytes, named
from data.folding import folded
from data.loading import translations as in_others
from data.loading.checks import check_all, check_translations
from data.loading.geography import region_outlines
from data.loading.order import in_order
from data.loading.rows import (
    BandRow,
    CasePersonRow,
    CaseRow,
    ChangeRow,
    ClaimRow,
    DeathRow,
    EventRow,
    OriginRow,
    PersonRow,
    PlaceRow,
    SourceRow,
    StepRow,
)
from data.loading.schema import KEYS, TABLES, Place, Row, Translation, columns, list_columns
from data.loading.spellings import spellings
from data.loading.tables import read_table
from data.loading.voices import VoiceBook, status_of, voice_book
from data.times import last_day, span_of, timing_of
from data.vocabulary import FAMILY_OF


@dataclass(frozen=True, eq=False)
class Record:
    """The tables by name, indexed by their ids, with the computed columns that `data/loading/rows.py` tells of.

    Events are in the order in which they are told (`data/loading/order.py`). Treat every frame and row as read-only;
    what is drawn is made of rows.

    `folder` is where its tables' files are, `version` a digest of them, `gaps` what is not translated, by language and
    table, and `unreviewed` the languages of which no reader has gone over all translations. A record as known on a day
    (`data/queries/as_known.py`) has that day, and the `whole` that it is taken from.
    """

    tables: Mapping[str, pd.DataFrame]
    faults: tuple[Fault, ...]
    unreadable: tuple[str, ...]
    voices: VoiceBook
    within: Mapping[str, tuple[str, ...]]
    folder: Path = Path()
    version: str = ""
    unreviewed: frozenset[str] = frozenset()
    gaps: Mapping[str, Mapping[str, in_others.Gaps]] = field(default_factory=dict)
    known_on: date | None = None
    whole_record: "Record | None" = None

    @property
    def whole(self) -> "Record":
        """The record with all that is known today: itself, unless it is as known on a day."""
        return self.whole_record or self

    @property
    def complaint(self) -> str:
        """Why the record can't be read and what to do about it, in a line; "" if it can."""
        if not self.unreadable:
            return ""
        where = named(self.folder)
        if not self.folder.is_dir():
            return f"The record can't be read: there is no folder {where}. Make it, or correct {RECORD_SETTING}."
        return f"The record can't be read: {', '.join(self.unreadable)} in {where}. Run {check_of(self.folder)}."

    def lies_in(self, place_id: str, chosen: Collection[str]) -> bool:
        """Whether a place lies in a chosen one."""
        return any(place in chosen for place in self.found_by(place_id))

    def found_by(self, place_id: str) -> Iterator[str]:
        """The places that find a place when they are chosen, itself among them.

        Kazakhstan stands for the whole country, not for all that is in it.
        """
        return (place for place in self.within[place_id] if place != "kazakhstan" or place_id == "kazakhstan")

    @property
    def events(self) -> pd.DataFrame:
        return self.tables["events"]

    @property
    def places(self) -> pd.DataFrame:
        return self.tables["places"]

    @property
    def sources(self) -> pd.DataFrame:
        return self.tables["sources"]

    @property
    def claims(self) -> pd.DataFrame:
        return self.tables["claims"]

    @property
    def cases(self) -> pd.DataFrame:
        return self.tables["cases"]

    @cached_property
    def place_rows(self) -> dict[str, PlaceRow]:
        """Each place by its id."""
        return by_id(self.places, PlaceRow)

    @cached_property
    def event_rows(self) -> dict[str, EventRow]:
        """Each event by its id."""
        return by_id(self.events, EventRow)

    @cached_property
    def source_rows(self) -> dict[str, SourceRow]:
        """Each source by its id."""
        return by_id(self.sources, SourceRow)

    @cached_property
    def claim_rows(self) -> dict[str, ClaimRow]:
        """Each claim by its id."""
        return by_id(self.claims, ClaimRow)

    @cached_property
    def case_rows(self) -> dict[str, CaseRow]:
        """Each case by its id."""
        return by_id(self.cases, CaseRow)

    @cached_property
    def band_rows(self) -> dict[str, BandRow]:
        """Each band by its id."""
        return by_id(self.tables["bands"], BandRow)

    @cached_property
    def origin_rows(self) -> dict[str, OriginRow]:
        """Each voice that has a row of its own, by its id."""
        return by_id(self.tables["origins"], OriginRow)

    @cached_property
    def person_rows(self) -> dict[str, PersonRow]:
        """Each person by their id."""
        return by_id(self.tables["people"], PersonRow)

    @cached_property
    def death_rows(self) -> dict[str, DeathRow]:
        """Each death by its id."""
        return by_id(self.tables["deaths"], DeathRow)

    @cached_property
    def case_people(self) -> list[CasePersonRow]:
        """The people of all cases."""
        return records(self.tables["case_people"], CasePersonRow)

    @cached_property
    def steps(self) -> list[StepRow]:
        """The steps of all cases, by the last day that their dates may mean."""
        return sorted(records(self.tables["case_steps"], StepRow), key=lambda step: last_day(step["date"]))

    @cached_property
    def changes(self) -> list[ChangeRow]:
        """The log of changes, the newest first."""
        return sorted(records(self.tables["changes"], ChangeRow), key=lambda change: change["date"])[::-1]

    @cached_property
    def steps_by_case(self) -> dict[str, list[StepRow]]:
        """The steps of each case that has some, in the order of their dates."""
        return _grouped(self.steps, lambda step: (step["case_id"],))

    @cached_property
    def people_by_case(self) -> dict[str, list[CasePersonRow]]:
        """The people of each case that has some."""
        return _grouped(self.case_people, lambda person: (person["case_id"],))

    @cached_property
    def deaths_by_event(self) -> dict[str, list[DeathRow]]:
        """The deaths that each event tells of."""
        return _grouped(self.death_rows.values(), lambda death: death["event_ids"])

    @cached_property
    def deaths_by_case(self) -> dict[str, list[DeathRow]]:
        """The deaths that each case is about."""
        return _grouped(self.death_rows.values(), lambda death: death["case_ids"])

    @cached_property
    def deaths_by_person(self) -> dict[str, list[DeathRow]]:
        """The deaths of each person who died."""
        return _grouped(self.death_rows.values(), lambda death: (death["person_id"],))

    @cached_property
    def events_by_person(self) -> dict[str, list[EventRow]]:
        """The events that are about each person, or in which they act or speak."""
        return _grouped(self.event_rows.values(), lambda event: event["people"])

    @cached_property
    def claims_by_person(self) -> dict[str, list[ClaimRow]]:
        """The claims that each person makes, or that are about them."""
        return _grouped(self.claim_rows.values(), lambda claim: claim["people"])

    @cached_property
    def parts_by_person(self) -> dict[str, list[CasePersonRow]]:
        """The parts that each person has in cases."""
        return _grouped(self.case_people, lambda part: (part["person_id"],))

    @cached_property
    def changes_by_row(self) -> dict[tuple[str, str], list[ChangeRow]]:
        """The log of changes to each row by table and id, the newest first."""
        return _grouped(self.changes, lambda change: ((change["table"], change["id"]),))

    @cached_property
    def claims_by_event(self) -> dict[str, list[ClaimRow]]:
        """The claims that speak of each event."""
        return _grouped(self.claim_rows.values(), lambda claim: claim["event_ids"])

    @cached_property
    def claims_by_case(self) -> dict[str, list[ClaimRow]]:
        """The claims that speak of each case."""
        return _grouped(self.claim_rows.values(), lambda claim: claim["case_ids"])

    @cached_property
    def spellings(self) -> dict[str, tuple[str, ...]]:
        """How the name of each person is written, by their id."""
        return {key: spellings(row) for key, row in self.person_rows.items()}

    @cached_property
    def claim_texts(self) -> dict[str, str]:
        """What each claim says, who said it, and of whom in every spelling, folded to be searched."""
        return {
            key: folded(
                " ".join(
                    (
                        *in_others.in_every_language(row, "statement", "claimant"),
                        *_spelled(self.spellings, row["people"]),
                    )
                )
            )
            for key, row in self.claim_rows.items()
        }

    @cached_property
    def source_texts(self) -> dict[str, str]:
        """Publisher, title, author and address of each source, folded to be searched."""
        return {
            key: folded(" ".join((row["publisher"], row["title"], row["author"], row["url"])))
            for key, row in self.source_rows.items()
        }

    @cached_property
    def known_days(self) -> list[str]:
        """The day from which each event is known, in their order; without those of which it is not known."""
        return sorted(row["known_from"] for row in self.event_rows.values() if row["known_from"])

    def point_of(self, place_id: str) -> tuple[float, float] | None:
        """The longitude and latitude of a place, in degrees; None where it has none."""
        place = self.place_rows[place_id]
        return None if place["lon"] is None or place["lat"] is None else (place["lon"], place["lat"])

    @property
    def as_of(self) -> date | None:
        """The date of the record: that of the newest entry in its log of changes."""
        dates = self.tables["changes"]["date"]
        return date.fromisoformat(dates.max()) if len(dates) else None

    @cached_property
    def first_day(self) -> date | None:
        """The day of the earliest report or claim of the record."""
        days = [*self.events["first_report"], *self.claims["said_by"]]
        return min((date.fromisoformat(day) for day in days if day), default=None)


RowT = TypeVar("RowT")
KeyT = TypeVar("KeyT", bound=Hashable)


def _grouped(rows: Iterable[RowT], keys: Callable[[RowT], Iterable[KeyT]]) -> dict[KeyT, list[RowT]]:
    """Rows by what they belong to, in their order."""
    found: dict[KeyT, list[RowT]] = {}
    for row in rows:
        for key in keys(row):
            found.setdefault(key, []).append(row)
    return found


def records(frame: pd.DataFrame, kind: type[RowT]) -> list[RowT]:
    """A frame's rows in their order, each of a `kind` of `data/loading/rows.py`."""
    columns = [_plain(frame[name]) for name in frame]
    return cast(list[RowT], [dict(zip(frame, cells, strict=True)) for cells in zip(*columns, strict=True)])


def by_id(frame: pd.DataFrame, kind: type[RowT]) -> dict[str, RowT]:
    """A frame's rows by their ids, in their order."""
    return dict(zip(frame.index.tolist(), records(frame, kind), strict=True))


def _plain(column: pd.Series) -> list[Any]:
    """The cells of a column as Python has them, with None for what is not known."""
    if column.dtype.kind == "M":
        return [cell.to_pydatetime() for cell in column]
    cells = column.tolist()
    return [None if cell != cell else cell for cell in cells] if column.dtype.kind == "f" else cells


def load_record(folder: Path) -> Record:
    """Read and check every table in `folder`; never raises for what the files hold."""
    tables = {name: read_table(name, folder) for name in TABLES}
    unreadable = tuple(table.file for table in tables.values() if not table.readable)
    if not unreadable:
        check_all(tables, region_outlines())
    faults = {fault for table in tables.values() for fault in table.faults}
    books: dict[str, dict[in_others.Key, str]] = {}
    unreviewed: set[str] = set()
    # One language after another: each needs more memory while it is read than it takes afterwards.
    for code, file in in_others.FILES.items():
        if not _is_there(file, folder):
            continue
        table = read_table(file, folder)
        if not unreadable:
            check_translations(table, tables)
        faults.update(table.faults)
        found = cast(list[Translation], list(table.rows.values()))
        books[code] = in_others.book_of(found)
        if not all(row.reviewed for row in found):
            unreviewed.add(code)
    rows = {name: list(table.rows.values()) for name, table in tables.items()}
    return replace(
        _assemble(rows, tuple(sorted(faults)), unreadable, books),
        folder=folder,
        version=version_of(folder),
        unreviewed=frozenset(unreviewed),
        gaps={code: in_others.gaps(rows, code, book) for code, book in books.items()},
    )


def _is_there(file: str, folder: Path) -> bool:
    """Whether a table is there that need not be."""
    return os.path.lexists(folder / f"{file}.csv")


def version_of(folder: Path) -> str:
    """Eight letters and digits that change when any table does, or a translation."""
    digest = sha256()
    for name in (*TABLES, *in_others.FILES.values()):
        with suppress(OSError):
            digest.update(file_bytes(folder / f"{name}.csv"))
    return digest.hexdigest()[:8]


def _assemble(
    rows: dict[str, list[Row]],
    faults: tuple[Fault, ...],
    unreadable: tuple[str, ...],
    books: Mapping[str, Mapping[in_others.Key, str]],
) -> Record:
    frames = {name: _frame(name, found, books) for name, found in rows.items()}
    places = {place.place_id: place for place in cast(list[Place], rows["places"])}
    book = voice_book(
        frames["sources"][["publisher", "kind", "origin"]].itertuples(name=None),
        frames["origins"][["meaning", "kind", "publishers"]].itertuples(name=None),
    )
    # Places that were not checked may lie in one another.
    within = {} if unreadable else {place_id: _ancestors(place_id, places) for place_id in places}
    if not unreadable:
        frames["sources"]["out_by"] = _texts(frames["sources"], SourceRow, lambda row: last_day(row["published"]))
        out_by = cast(dict[str, str], frames["sources"]["out_by"].to_dict())
        named = {key: spellings(row) for key, row in by_id(frames["people"], PersonRow).items()}
        frames["events"] = _with_computed(frames["events"], places, within, book, named)
        frames["events"]["first_report"] = _texts(
            frames["events"], EventRow, lambda row: earliest(out_by, row["sources"])
        )
        frames["events"]["known_from"] = _texts(
            frames["events"], EventRow, lambda row: row["first_report"] and max(row["first_report"], row["start"][:10])
        )
        frames["claims"] = _with_both_ways(frames["claims"])
        frames["claims"]["said_by"] = _texts(
            frames["claims"], ClaimRow, lambda row: last_day(row["said_on"]) or earliest(out_by, row["sources"])
        )
        frames["deaths"]["known_from"] = _texts(
            frames["deaths"], DeathRow, lambda row: earliest(out_by, row["sources"])
        )
        frames["case_people"] = _with_names(frames["case_people"], frames["people"])
    return Record(frames, faults, unreadable, book, within)


def _texts(frame: pd.DataFrame, kind: type[RowT], text: Callable[[RowT], str]) -> pd.Series:
    """A text for each row, also where there is none."""
    return pd.Series([text(row) for row in records(frame, kind)], frame.index, dtype="str")


def earliest(out_by: Mapping[str, str], sources: Iterable[str]) -> str:
    """The day of the earliest of some sources that have one, or ""."""
    return min((out_by[source] for source in sources if out_by[source]), default="")


def _frame(name: str, rows: list[Row], books: Mapping[str, Mapping[in_others.Key, str]]) -> pd.DataFrame:
    frame = pd.DataFrame([row.model_dump() for row in rows], columns=columns(name))
    if name == "people":
        unseen = [
            tuple(code for code in in_others.OTHERS if not row[f"name_{code}"])
            for row in records(frame, dict[str, str])
        ]
        frame = frame.assign(spelled_by_us=pd.Series(unseen, frame.index, dtype=object))
    for code, book in books.items():
        if book:
            frame = _with_translations(frame, name, rows, code, book)
    return frame.set_index(KEYS[name], drop=False).rename_axis(index=None) if name in KEYS else frame


def _with_translations(
    frame: pd.DataFrame, name: str, rows: list[Row], code: str, book: Mapping[in_others.Key, str]
) -> pd.DataFrame:
    """A table with a column for each of its texts in a language, empty where a text has no translation."""
    translated = [in_others.in_language(name, row, code, book) for row in rows]
    lists = list_columns(name)
    new: dict[str, pd.Series] = {}
    for column in in_others.TRANSLATED.get(name, ()):
        target = f"{column.removesuffix('_en')}_{code}"
        if target in frame:
            own = frame[target]
            cells = [cell or found.get(target, "") for cell, found in zip(own, translated, strict=True)]
        else:
            cells = [found.get(target, () if column in lists else "") for found in translated]
        new[target] = pd.Series(cells, frame.index, dtype=object if column in lists else "str")
    return frame.assign(**new)


def _ancestors(place_id: str, places: Mapping[str, Place]) -> tuple[str, ...]:
    """The place itself and every place it lies in; what lies in a foreign country lies `abroad` as well."""
    chain = [place_id]
    while (parent := places[chain[-1]].parent_id) and parent in places:
        chain.append(parent)
    if chain[-1] != "kazakhstan" and "abroad" in places and "abroad" not in chain:
        chain.append("abroad")
    return tuple(chain)


def _with_computed(
    events: pd.DataFrame,
    places: Mapping[str, Place],
    within: Mapping[str, tuple[str, ...]],
    book: VoiceBook,
    named: Mapping[str, tuple[str, ...]],
) -> pd.DataFrame:
    spans = [span_of(*row) for row in events[["start", "end", "time_precision", "part_of_day"]].itertuples(index=False)]
    voices = [book.of(sources) for sources in events["sources"]]
    spots = [_spot(within[place_id], places) for place_id in events["place_id"]]
    regions = [next((p for p in within[i] if places[p].kind == "region"), "") for i in events["place_id"]]
    names = {i: " ".join((p.name_en, p.name_ru, p.name_kk)) for i, p in places.items()}
    search = [
        " ".join(
            (
                *in_others.in_every_language(row, *in_others.TRANSLATED["events"]),
                *_spelled(named, row["people"]),
                *(names[p] for place_id in (row["place_id"], *row["also_places"]) for p in within[place_id]),
            )
        )
        for row in records(events, EventRow)
    ]
    statuses = [status_of(s, book.kinds_of(v)) for s, v in zip(events["standing"], voices, strict=True)]
    computed = events.assign(
        voices=pd.Series(voices, events.index, dtype=object),
        status=statuses,
        family=events["category"].map(FAMILY_OF),
        begins=pd.to_datetime([span.begins for span in spans]),
        ends=pd.to_datetime([span.ends for span in spans]),
        timing=[timing_of(*row) for row in events[["start", "end", "time_precision"]].itertuples(index=False)],
        spot_id=spots,
        region_id=regions,
        search=pd.Series([folded(text) for text in search], events.index, dtype="str"),
    )
    return computed.loc[in_order(records(computed, EventRow))]


def _spelled(names: Mapping[str, tuple[str, ...]], people: Iterable[str]) -> Iterator[str]:
    """The names of some people in every spelling."""
    return (name for person in people for name in names.get(person, ()))


def _spot(chain: tuple[str, ...], places: Mapping[str, Place]) -> str:
    """The place at which an event is drawn on a map of the country: its city or town, or a site outside of one."""
    for place_id in chain:
        if places[place_id].kind in ("city", "town"):
            return place_id if places[place_id].lat is not None else ""
    return chain[0] if places[chain[0]].lat is not None else ""


def _with_names(case_people: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """The people of cases, each with a name: that of the person, or the description."""
    names = case_people["person_id"].map(people["name_en"])
    return case_people.assign(name=names.where(case_people["person_id"] != "", case_people["name"]).astype("str"))


def _with_both_ways(claims: pd.DataFrame) -> pd.DataFrame:
    """Contradiction holds in both directions, whichever row says so."""
    both: dict[str, dict[str, None]] = {claim: {} for claim in claims.index}
    for claim, others in claims["contradicted_by"].items():
        for other in others:
            both[str(claim)][other] = None
            both[other][str(claim)] = None
    mended = pd.Series([tuple(both[claim]) for claim in claims.index], claims.index, dtype=object)
    return claims.assign(contradicted_by=mended)
