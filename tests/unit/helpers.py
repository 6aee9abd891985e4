"""A folder of tables that a test may spoil, a tiny sound record written out, and strategies for views."""

import csv
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Self

from hypothesis import strategies as st

from data import vocabulary as v
from data.faults import Fault
from data.folders import record_folder
from data.loading.record import Record, load_record
from data.loading.schema import KEYS, TABLES, columns
from data.loading.translations import digest
from data.period import Period
from data.queries.view import CAMERAS, LANES, LAYERS, ONLY, OUTCOMES, SEARCHED, SORTS, View
from data.queries.view_codecs import Known
from tests.unit.samples import HOSTILE

ODD_CELLS = (
    "", " ", "<script>alert(1)</script>", "[x](javascript:alert(1))", "$x$", ":material/x:", "@@=1+1", "=1+1", "+1",
    "-A1", "a\x00b", "a\x1bb", "a\nb", "a\r\nb", "\u202ea", '"', '""', ";", ";;", "nan", "inf", "1e999", "٣", "0", "-1",
    "9999-12-31", "9999-12-31T23:59", "0001-01-01", "2022-02-30", "2022-01-05T25:00", "Asia", "../etc/passwd", 
    "A" * 300, "kazakhstan", "abroad", "almaty", "month", "part_of_day", "window", "night", "site", "country", "record",
    HOSTILE,
)  # fmt: skip
"""What a cell may hold and hardly ever should."""


class Folder:
    """A copy of a record's tables; each method changes a file and gives the folder back."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def file(self, table: str) -> Path:
        return self.path / f"{table}.csv"

    def rows(self, table: str) -> list[dict[str, str]]:
        with self.file(table).open(encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines))

    def write(self, table: str, rows: list[dict[str, str]]) -> Self:
        with self.file(table).open("w", encoding="utf-8", newline="") as lines:
            writer = csv.DictWriter(lines, columns(table), restval="")
            writer.writeheader()
            writer.writerows(rows)
        return self

    def change(self, table: str, row: int | str, /, **cells: str) -> Self:
        """Change cells of the row with this id, or of the n-th row."""
        rows = self.rows(table)
        place = row if isinstance(row, int) else [one[KEYS[table]] for one in rows].index(row)
        rows[place] |= cells
        return self.write(table, rows)

    def add(self, table: str, /, **cells: str) -> Self:
        return self.write(table, [*self.rows(table), cells])

    def translate(self, code: str, table: str, row: str, /, **texts: str) -> Self:
        """Add translations of cells of the row with this id."""
        name = f"translations/{code}"
        (english,) = [one for one in self.rows(table) if one[KEYS[table]] == row]
        there = self.rows(name) if self.file(name).exists() else []
        self.file(name).parent.mkdir(exist_ok=True)
        new = [
            {"table": table, "id": row, "column": column, "text": text, "digest": digest(english[column]), "by": "us"}
            for column, text in texts.items()
        ]
        return self.write(name, [*there, *new])

    def remove(self, table: str, row: str) -> Self:
        return self.write(table, [one for one in self.rows(table) if one[KEYS[table]] != row])

    def delete(self, table: str) -> Self:
        self.file(table).unlink()
        return self

    def line(self, table: str, row: str) -> int:
        return [one[KEYS[table]] for one in self.rows(table)].index(row) + 2

    def load(self) -> Record:
        return load_record(self.path)

    def faults(self) -> tuple[Fault, ...]:
        return self.load().faults


def small_folder(path: Path) -> Folder:
    for table in TABLES:
        shutil.copy(record_folder() / f"{table}.csv", path)
    return Folder(path)


def tiny_folder(path: Path) -> Folder:
    folder = Folder(path)
    for table, rows in TINY.items():
        folder.write(table, [dict(row) for row in rows])
    return folder


SPOKEN = {
    "ru": {
        "event": "Что-то произошло", "summary": "Это случилось.", "actors": "Толпа", "voice": "Радио Свобода",
        "place": "Almaty airport (ru)", "claimant": "Министерство", "statement": "Так было сказано.",
        "why": "ошибка", "girl": "девочка, 4 года", "account": "Отец говорит о солдатах", "victim": "Жертва",
    },
    "kk": {
        "event": "Бірдеңе болды", "summary": "Солай болды.", "actors": "Жұрт", "voice": "Азаттық радиосы",
        "place": "Almaty airport (kk)", "claimant": "Министрлік", "statement": "Солай айтылды.",
        "why": "қате", "girl": "4 жасар қыз", "account": "Әкесі сарбаздар дейді", "victim": "Құрбан",
    },
    "en": {
        "event": "Something happened", "summary": "It did.", "actors": "Crowd", "voice": "RFE/RL",
        "place": "Almaty airport", "claimant": "A ministry", "statement": "It said so.",
        "why": "posted by mistake", "girl": "a girl, 4", "account": "Her father says soldiers", "victim": "A Victim",
    },
}  # fmt: skip
"""What some texts of the tiny record are in each language; see `translated_folder`."""


def translated_folder(path: Path) -> Folder:
    """The tiny record with some of its texts in Russian and Kazakh: of most rows there is no translation."""
    folder = tiny_folder(path)
    for code in ("ru", "kk"):
        said = SPOKEN[code]
        folder.translate(
            code,
            "events",
            "2022-01-05-airport-entered",
            title=said["event"],
            summary=said["summary"],
            actors=said["actors"],
        )
        folder.translate(code, "origins", "rfe-rl", meaning=f"{said['voice']}, radio: all of it")
        folder.translate(
            code,
            "claims",
            "2022-01-09-toll-one",
            claimant=said["claimant"],
            statement=said["statement"],
            withdrawn_why=said["why"],
        )
        folder.translate(
            code, "deaths", "2022-01-05-almaty-a-girl-4", description=said["girl"], accounts=said["account"]
        )
    return folder.translate("kk", "people", "a-victim", name_en=SPOKEN["kk"]["victim"])


def _place(place_id: str, kind: str, parent_id: str, tz: str = "Asia/Almaty", at: str = "") -> dict[str, str]:
    lat, _, lon = at.partition(" ")
    name = place_id.replace("-", " ").capitalize()
    return {
        "place_id": place_id, "name_en": name, "name_ru": name + " (ru)", "name_kk": name + " (kk)", "kind": kind,
        "parent_id": parent_id, "tz": tz, "lat": lat, "lon": lon, "basis": "none",
    }  # fmt: skip


def _source(source_id: str, publisher: str, origin: str = "") -> dict[str, str]:
    return {
        "source_id": source_id, "publisher": publisher, "title": "A report", "published": "2022-01-09",
        "published_basis": "page", "url": "https://example.org/report", "language": "en", "kind": "news",
        "origin": origin,
    }  # fmt: skip


def event(event_id: str, place_id: str, precision: str, sources: str, **cells: str) -> dict[str, str]:
    """A row of events.csv; the start is the day in its id unless given."""
    return {
        "event_id": event_id, "start": event_id[:10], "time_precision": "day", "place_id": place_id,
        "place_precision": precision, "category": "protest", "title": "Something happened", "summary": "It did.",
        "significance": "2", "sources": sources,
    } | cells  # fmt: skip


def _claim(claim_id: str, **cells: str) -> dict[str, str]:
    return {
        "claim_id": claim_id, "said_on": claim_id[:10], "claimant": "A ministry", "claimant_role": "official",
        "topic": "death_toll", "statement": "It said so.", "place_id": "almaty", "stands": "current",
        "sources": "vlast",
    } | cells  # fmt: skip


TINY: dict[str, list[dict[str, str]]] = {
    "places": [
        _place("kazakhstan", "country", ""),
        _place("abroad", "country", "", tz=""),
        _place("russia", "country", "", tz="Europe/Moscow"),
        _place("moscow", "city", "russia", tz="Europe/Moscow"),
        _place("mangystau-region", "region", "kazakhstan", tz="Asia/Aqtau"),
        _place("zhanaozen", "town", "mangystau-region", tz="Asia/Aqtau", at="43.34 52.86"),
        _place("zhanaozen-square", "site", "zhanaozen", tz="Asia/Aqtau", at="43.35 52.87"),
        _place("camp", "site", "mangystau-region", tz="Asia/Aqtau", at="43.6 52.5"),
        _place("almaty", "city", "kazakhstan", at="43.25 76.91"),
        _place("almaty-airport", "site", "almaty", at="43.35 77.04"),
        _place("almaty-street", "site", "almaty"),
    ],
    "origins": [
        {"origin": "rfe-rl", "meaning": "RFE/RL, broadcaster: all its services", "kind": "press",
         "publishers": "RFE/RL;Azattyq"},
        {"origin": "interior-ministry", "meaning": "Interior ministry", "kind": "authorities"},
    ],
    "sources": [
        _source("vlast", "Vlast"),
        _source("vlast-again", "Vlast"),
        _source("orda", "Orda"),
        _source("rfe-rl", "RFE/RL"),
        _source("azattyq", "Azattyq"),
        _source("orda-quotes-rfe-rl", "Orda", "rfe-rl"),
        _source("rfe-rl-quotes-ministry", "RFE/RL", "interior-ministry"),
    ],
    "people": [
        {"person_id": "a-person", "name_en": "A Person", "part": "a defendant", "sources": "vlast"},
        {"person_id": "a-victim", "name_en": "A Victim", "name_ru": "Жертва", "also_spelled": "The Victim",
         "part": "a victim", "sources": "orda"},
    ],
    "cases": [
        {"case_id": "airport", "title": "Airport case", "kind": "prosecution_of_protesters",
         "place_id": "almaty-airport", "charges": "riot", "summary": "A trial.",
         "outcome_as_of": "2023", "sources": "vlast"},
    ],
    "events": [
        event("2021-12-20-kazakhstan-order", "kazakhstan", "country", "vlast", category="legal"),
        event("2022-01-02-zhanaozen-gathering", "zhanaozen", "city", "vlast", significance="1"),
        event("2022-01-05-airport-entered", "almaty-airport", "site", "vlast;azattyq", start="2022-01-05T16:00",
              time_precision="about", category="seizure_or_arson", case_ids="airport", actors="Crowd"),
        event("2022-01-05-almaty-fight", "almaty", "city", "vlast;orda", start="2022-01-05T22:00",
              end="2022-01-06T03:00", time_precision="window", category="clash", standing="disputed",
              disputed_points="who began"),
        event("2022-01-05-street-shots", "almaty-street", "site", "orda", time_precision="part_of_day",
              part_of_day="evening", category="lethal_force"),
        event("2022-01-06-kazakhstan-speech", "kazakhstan", "country", "rfe-rl;azattyq", category="statement"),
        event("2022-01-06-region-strike", "mangystau-region", "region", "vlast;vlast-again", significance="3"),
        event("2022-01-07-moscow-speech", "moscow", "abroad", "vlast", start="2022-01-07T12:00",
              time_precision="exact", category="statement"),
        event("2022-01-08-camp-gathering", "camp", "site", "vlast", end="2022-01-09"),
        event("2022-02-10-kazakhstan-trial", "kazakhstan", "country", "orda", category="legal"),
    ],
    "claims": [
        _claim("2022-01-09-toll-one", measure="deaths", value_min="164", value_max="164", stands="withdrawn",
               withdrawn_on="2022-01-10", withdrawn_why="posted by mistake", superseded_by="2022-01-15-toll-two"),
        _claim("2022-01-15-toll-two", claimant="A ministry (its spokesman)", measure="deaths", value_min="225",
               contradicted_by="2022-01-16-toll-three"),
        _claim("2022-01-16-toll-three", contradicted_by="2022-01-15-toll-two", event_ids="2022-01-05-almaty-fight",
               case_ids="airport"),
        _claim("month-known-only", said_on="2022-01", event_ids="2022-01-05-almaty-fight"),
    ],
    "case_people": [
        {"case_id": "airport", "name": "a driver", "role": "witness", "sources": "vlast"},
        {"case_id": "airport", "person_id": "a-person", "role": "defendant", "sentence_years": "4",
         "sources": "vlast"},
    ],
    "case_steps": [
        {"case_id": "airport", "date": "2022-01-05", "step": "The crowd came", "kind": "incident",
         "place_id": "almaty-airport", "event_id": "2022-01-05-airport-entered", "sources": "vlast"},
    ],
    "deaths": [
        {"death_id": "2022-01-05-almaty-a-girl-4", "persons": "1", "description": "a girl, 4", "age": "4",
         "sex": "female", "role": "bystander", "died_on": "2022-01-05", "place_id": "almaty-street",
         "circumstances": "She was in a car.", "said_by": "family;press", "accounts": "Her father says soldiers",
         "event_ids": "2022-01-05-almaty-fight", "sources": "vlast"},
        {"death_id": "almaty-a-victim", "person_id": "a-victim", "persons": "1", "description": "a man", "age": "20s",
         "role": "unknown", "place_id": "almaty", "circumstances": "He was found.", "said_by": "court",
         "authorities_say": "The court said nothing.", "case_ids": "airport", "sources": "orda"},
    ],
    "bands": [
        {"band_id": "operation", "kind": "operation", "title": "Operation", "places": "almaty",
         "begins_with": "2022-01-05-airport-entered", "ends_with": "2022-01-07-moscow-speech"},
        {"band_id": "curfew", "kind": "curfew", "title": "Curfew", "places": "almaty;zhanaozen",
         "begins_with": "2022-01-08-camp-gathering"},
    ],
    "changes": [
        {"date": "2022-03-01", "table": "record", "change": "First version", "reason": "Start"},
        {"date": "2022-04-01", "table": "events", "id": "2022-01-05-almaty-fight", "change": "Time",
         "reason": "Report"},
    ],
}  # fmt: skip


def periods(first: date = date(1900, 1, 1), last: date = date(2199, 12, 31)) -> st.SearchStrategy[Period]:
    """Days, ranges and periods open to one side."""
    days = st.dates(first, last)
    ranges = st.tuples(days, days).map(lambda pair: Period(min(pair), max(pair)))
    opened = days.flatmap(lambda day: st.sampled_from((Period(None, day), Period(day, None))))
    return st.one_of(days.map(Period.of), ranges, opened)


def views(known: Known) -> st.SearchStrategy[View]:
    """Views that an address can hold."""
    near = periods(date(2021, 11, 1), date(2022, 3, 31))
    half_hours = st.lists(st.integers(0, 48), min_size=2, max_size=2, unique=True)
    words = st.one_of(st.sampled_from(("", "almaty", "Алматы", "police fire")), st.text(max_size=20))

    def some(values: Any, most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
        return st.lists(st.sampled_from(sorted(values)), max_size=most, unique=True).map(tuple)

    def one(values: Any) -> st.SearchStrategy[str]:
        return st.sampled_from(["", *sorted(values)])

    def sound(view: View) -> View:
        """Without what goes only with another choice, as hours with a day and alone with voices."""
        return replace(
            view,
            hours=view.hours if view.period and view.period.day else None,
            beside=view.beside if "beside" in view.to_query() else None,
            alone=view.alone and bool(view.voices),
            all_days=view.all_days and bool(view.event) and view.period is None,
            against=view.against if view.claim and view.against != view.claim else "",
        )

    return st.builds(
        View,
        period=st.none() | near,
        hours=st.none() | half_hours.map(lambda pair: (min(pair) * 30, max(pair) * 30)),
        beside=st.none() | near | st.sampled_from(sorted(known.places)),
        places=some(known.places), categories=some(v.CATEGORIES), statuses=some(v.STATUSES),
        significance=st.sampled_from(v.SIGNIFICANCES), text=words.map(lambda text: " ".join(text.split())),
        voices=some(v.VOICE_KINDS), alone=st.booleans(), of_case=one(known.cases), deaths=st.booleans(),
        as_known_on=st.none() | st.dates(*known.days), undated=st.booleans(),
        event=one(known.events), all_days=st.booleans(),
        case=one(known.cases), claim=one(known.claims), against=one(known.claims),
        person=one(known.people), source=one(known.sources), among=one(SEARCHED),
        topic=one(v.TOPICS), role=one(v.CLAIMANT_ROLES), claimant=one(known.claimants), stands=one(v.CLAIM_STATES),
        only_by=one(ONLY), measure=one(known.measures), outcome=one(OUTCOMES), sort=st.sampled_from(SORTS),
        dead_role=one(v.DEATH_ROLES), told_by=one(v.TELLERS),
        camera=st.sampled_from(CAMERAS), lanes=one(LANES), layer=one(LAYERS),
        shown=st.integers(1, 9999), talk=st.sampled_from(("", "ten-days.5")),
        seen=st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    ).map(sound)  # fmt: skip
